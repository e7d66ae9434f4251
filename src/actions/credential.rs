//! Gives access and takes it away, with an entry in the audit of every organization it opens.

use ringbook_core::event::EventKind;
use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::time::Moment;
use serde_json::json;

use super::Channel;
use super::record::{self, Author, Change};
use crate::store::credentials::{Credential, StoredSecret};
use crate::store::{StoreError, Tx};

pub fn create(
    tx: &mut Tx<'_>,
    credential: &Credential,
    secret: &StoredSecret,
    channel: Channel,
) -> Result<(), StoreError> {
    tx.insert_credential(credential, secret)?;
    let (kind, signing) = (credential.kind.as_str(), matches!(secret, StoredSecret::Sealed(_)));
    for org in &credential.organizations {
        let after = json!({ "kind": kind, "scopes": credential.scope_text(), "signing": signing });
        let author = author(*org, channel, credential.created);
        record::happened(tx, author, EventKind::CredentialCreated, credential.id.0, Change::to(after))?;
    }
    Ok(())
}

/// False when there is no such live credential.
pub fn revoke(tx: &mut Tx<'_>, id: KeyId, channel: Channel, now: Moment) -> Result<bool, StoreError> {
    if !tx.revoke_credential(id, now)? {
        return Ok(false);
    }
    for org in tx.credential(id)?.map(|credential| credential.organizations).unwrap_or_default() {
        record::happened(tx, author(org, channel, now), EventKind::CredentialRevoked, id.0, Change::default())?;
    }
    Ok(true)
}

const fn author(org: OrgId, channel: Channel, at: Moment) -> Author<'static> {
    Author { org, at, channel, key: None, call_id: None }
}
