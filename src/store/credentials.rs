//! Secrets that open the server. A bearer secret is stored as its SHA-256 only; a signing secret,
//! which must be known to verify a signature, is stored encrypted.

use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::time::Moment;

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
}

/// A credential as it is stored. `organizations` is never empty; it has one entry unless the kind
/// is [`Kind::Platform`].
#[derive(Clone, Debug)]
pub struct Credential {
    pub id: KeyId,
    pub kind: Kind,
    pub organizations: Vec<OrgId>,
    pub scopes: Vec<String>,
    pub created: Moment,
    pub revoked: Option<Moment>,
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
    pub fn credential_by_hash(&mut self, _hash: &[u8; 32]) -> Result<Option<Credential>, StoreError> {
        todo!()
    }

    /// Live signing credentials with their sealed secrets: the named one, or the first `limit`.
    pub fn signing_credentials(
        &mut self,
        _id: Option<KeyId>,
        _limit: usize,
    ) -> Result<Vec<(Credential, Vec<u8>)>, StoreError> {
        todo!()
    }

    pub fn insert_credential(&mut self, _credential: &Credential, _secret: &StoredSecret) -> Result<(), StoreError> {
        todo!()
    }

    pub fn credentials_of(&mut self, _org: OrgId) -> Result<Vec<Credential>, StoreError> {
        todo!()
    }

    /// False when there is no such live credential.
    pub fn revoke_credential(&mut self, _id: KeyId, _now: Moment) -> Result<bool, StoreError> {
        todo!()
    }
}
