//! The audit: who changed what, when and from where. Rows are only ever added.

use ringbook_core::event::EventKind;
use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::time::Moment;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::tx::values;
use super::{StoreError, Tx};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct NewEvent<'a> {
    pub id: Uuid,
    pub at: Moment,
    pub kind: EventKind,
    /// The appointment, contact, message… that it happened to.
    pub subject: Uuid,
    pub channel: &'static str,
    pub credential: Option<KeyId>,
    pub call_id: Option<&'a str>,
    /// What changed, as JSON text.
    pub before: Option<String>,
    pub after: Option<String>,
    /// Random bytes where `before` or `after` name a person: they will be erased one day, and the
    /// digest that stays must not give them away.
    pub salt: Option<[u8; 16]>,
}

/// Something that happened in a phone call.
#[derive(Clone, Copy, Debug)]
pub struct CallEvent {
    pub id: Uuid,
    pub at: Moment,
    pub kind: EventKind,
    pub subject: Uuid,
}

impl Tx<'_> {
    /// What a call did, in order, at most 200 of it.
    pub fn events_of_call(&mut self, org: OrgId, call_id: &str) -> Result<Vec<CallEvent>, StoreError> {
        let sql = "
            SELECT id, at, kind, subject_id FROM events
            WHERE organization_id = $1 AND call_id = $2 AND subject_id IS NOT NULL
            ORDER BY id LIMIT 200";
        self.list(sql, values![org, call_id], |row| {
            Ok(CallEvent { id: row.get(0)?, at: row.get(1)?, kind: row.get(2)?, subject: row.get(3)? })
        })
    }

    pub fn append_event(&mut self, org: OrgId, event: &NewEvent<'_>) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO events (
                organization_id, id, at, kind, subject_id, channel, credential_id, call_id, before, after, salt, digest
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        let digest = digest(event);
        let values = values![
            org,
            event.id,
            event.at,
            event.kind.as_str(),
            event.subject,
            event.channel,
            event.credential,
            event.call_id,
            event.before.as_deref(),
            event.after.as_deref(),
            event.salt.as_ref().map(<[u8; 16]>::as_slice),
            digest.as_slice(),
        ];
        self.execute(sql, values).map(drop)
    }
}

/// Over every field with its length before it, so that no two events share one.
fn digest(event: &NewEvent<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut add = |field: Option<&[u8]>| {
        hash.update(field.map_or(u64::MAX, |bytes| bytes.len() as u64).to_be_bytes());
        hash.update(field.unwrap_or_default());
    };
    add(Some(event.id.as_bytes()));
    add(Some(&event.at.unix().to_be_bytes()));
    add(Some(event.kind.as_str().as_bytes()));
    add(Some(event.subject.as_bytes()));
    add(Some(event.channel.as_bytes()));
    add(event.credential.as_ref().map(|id| id.0.as_bytes().as_slice()));
    add(event.call_id.map(str::as_bytes));
    add(event.salt.as_ref().map(<[u8; 16]>::as_slice));
    add(event.before.as_deref().map(str::as_bytes));
    add(event.after.as_deref().map(str::as_bytes));
    hash.finalize().into()
}
