//! Secrets that open the server. A bearer secret is stored as its SHA-256 only; a signing secret,
//! which must be known to verify a signature, is stored encrypted.

use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::time::Moment;

use super::tx::{Row, values};
use super::value::{Column, Value};
use super::{StoreError, Tx};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Voice platforms: tools of one organization.
    Tool,
    /// Programs: REST of one organization.
    Api,
    /// An agency's one account: the organizations it lists, chosen by the dialled number.
    Platform,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tool => "tool",
            Self::Api => "api",
            Self::Platform => "platform",
        }
    }

    const ALL: [Self; 3] = [Self::Tool, Self::Api, Self::Platform];

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// What a key of kind [`Kind::Api`] may do; each includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// See everything of the organization.
    Read,
    /// Book, move and cancel within the rules.
    Book,
    /// Change the organization, and override its rules.
    Manage,
}

impl Scope {
    pub const ALL: [Self; 3] = [Self::Read, Self::Book, Self::Manage];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Book => "book",
            Self::Manage => "manage",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text)
    }
}

/// A credential as it is stored. `organizations` is never empty; it has one entry unless the kind
/// is [`Kind::Platform`].
#[derive(Clone, Debug)]
pub struct Credential {
    pub id: KeyId,
    pub kind: Kind,
    pub organizations: Vec<OrgId>,
    /// Empty: all of them.
    pub scopes: Vec<Scope>,
    pub created: Moment,
    pub revoked: Option<Moment>,
}

impl Credential {
    pub fn allows(&self, needed: Scope) -> bool {
        self.scopes.is_empty() || self.scopes.iter().any(|scope| *scope >= needed)
    }

    /// The scopes as they are stored and shown: separated by spaces, as in OAuth.
    pub fn scope_text(&self) -> String {
        self.scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The secret's stored form.
#[derive(Clone, Debug)]
pub enum StoredSecret {
    /// SHA-256 of a bearer secret.
    Hash([u8; 32]),
    /// A signing secret, sealed by the server's own key.
    Sealed(Vec<u8>),
}

impl Tx<'_> {
    /// The live credential whose secret has that hash.
    pub fn credential_by_hash(&mut self, hash: &[u8; 32]) -> Result<Option<Credential>, StoreError> {
        let sql = "
            SELECT id, kind, scopes, created_at, revoked_at, organization_id
            FROM credentials JOIN credential_organizations ON credential_id = id
            WHERE secret_hash = $1 AND revoked_at IS NULL
            ORDER BY id, organization_id";
        let rows = self.list(sql, values![hash], |row| Ok((credential(row)?, ())))?;
        Ok(gathered(rows).pop().map(|(credential, ())| credential))
    }

    /// Live signing credentials with their sealed secrets: the named one, or the first `limit`.
    pub fn signing_credentials(
        &mut self,
        id: Option<KeyId>,
        limit: usize,
    ) -> Result<Vec<(Credential, Vec<u8>)>, StoreError> {
        let sealed = |row: &Row<'_>| Ok((credential(row)?, row.get(6)?));
        let rows = match id {
            Some(id) => self.list(SIGNING_ONE, values![id], sealed),
            None => self.list(SIGNING_FIRST, values![limit], sealed),
        };
        rows.map(gathered)
    }

    pub fn insert_credential(&mut self, credential: &Credential, secret: &StoredSecret) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO credentials (id, kind, secret_hash, sealed_secret, scopes, created_at, revoked_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let (hash, sealed) = match secret {
            StoredSecret::Hash(hash) => (Value::from(hash), Value::Null),
            StoredSecret::Sealed(sealed) => (Value::Null, Value::from(sealed.as_slice())),
        };
        let scopes = credential.scope_text();
        let Credential { id, kind, organizations, created, revoked, .. } = credential;
        self.execute(sql, values![*id, kind.as_str(), hash, sealed, scopes.as_str(), *created, *revoked])?;
        for org in organizations {
            let sql = "INSERT INTO credential_organizations (organization_id, credential_id) VALUES ($1, $2)";
            self.execute(sql, values![*org, *id])?;
        }
        Ok(())
    }

    /// Every credential that opens the organization, revoked ones too, oldest first.
    pub fn credentials_of(&mut self, org: OrgId) -> Result<Vec<Credential>, StoreError> {
        let sql = "
            SELECT id, kind, scopes, created_at, revoked_at, organization_id
            FROM credentials JOIN credential_organizations ON credential_id = id
            WHERE id IN (SELECT credential_id FROM credential_organizations WHERE organization_id = $1)
            ORDER BY id, organization_id";
        let rows = self.list(sql, values![org], |row| Ok((credential(row)?, ())))?;
        Ok(gathered(rows).into_iter().map(|(credential, ())| credential).collect())
    }

    /// One credential, also when it is revoked.
    pub fn credential(&mut self, id: KeyId) -> Result<Option<Credential>, StoreError> {
        let sql = "
            SELECT id, kind, scopes, created_at, revoked_at, organization_id
            FROM credentials JOIN credential_organizations ON credential_id = id
            WHERE id = $1
            ORDER BY id, organization_id";
        let rows = self.list(sql, values![id], |row| Ok((credential(row)?, ())))?;
        Ok(gathered(rows).pop().map(|(credential, ())| credential))
    }

    /// False when there is no such live credential.
    pub fn revoke_credential(&mut self, id: KeyId, now: Moment) -> Result<bool, StoreError> {
        let sql = "UPDATE credentials SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL";
        Ok(self.execute(sql, values![now, id])? > 0)
    }
}

const SIGNING_ONE: &str = "
    SELECT id, kind, scopes, created_at, revoked_at, organization_id, sealed_secret
    FROM credentials JOIN credential_organizations ON credential_id = id
    WHERE id = $1 AND sealed_secret IS NOT NULL AND revoked_at IS NULL
    ORDER BY id, organization_id";

const SIGNING_FIRST: &str = "
    SELECT id, kind, scopes, created_at, revoked_at, organization_id, sealed_secret
    FROM credentials JOIN credential_organizations ON credential_id = id
    WHERE id IN (
        SELECT id FROM credentials WHERE sealed_secret IS NOT NULL AND revoked_at IS NULL ORDER BY id LIMIT $1
    )
    ORDER BY id, organization_id";

impl Column for Kind {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Text(text) = value { Self::parse(text) } else { None }
    }
}

/// An unknown scope makes the credential unreadable rather than mightier.
impl Column for Vec<Scope> {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Text(text) = value { text.split_whitespace().map(Scope::parse).collect() } else { None }
    }
}

/// A row: the credential with one of its organizations.
fn credential(row: &Row<'_>) -> Result<Credential, StoreError> {
    Ok(Credential {
        id: row.get(0)?,
        kind: row.get(1)?,
        organizations: vec![row.get(5)?],
        scopes: row.get(2)?,
        created: row.get(3)?,
        revoked: row.get(4)?,
    })
}

/// Puts neighbouring rows of one credential together.
fn gathered<T>(mut rows: Vec<(Credential, T)>) -> Vec<(Credential, T)> {
    rows.dedup_by(|(later, _), (first, _)| {
        let same = later.id == first.id;
        if same {
            first.organizations.append(&mut later.organizations);
        }
        same
    });
    rows
}
