//! The links that make a chain of the audit: what they cover cannot change unnoticed any more.

use ringbook_core::id::OrgId;
use ringbook_core::time::Moment;
use uuid::Uuid;

use super::tx::{Row, values};
use super::{StoreError, Tx};

/// One link: everything after the link before it, up to its last event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    pub last_event: Uuid,
    pub count: usize,
    pub hash: [u8; 32],
    pub sealed: Moment,
}

impl Tx<'_> {
    pub fn last_seal(&mut self, org: OrgId) -> Result<Option<Seal>, StoreError> {
        let sql = "
            SELECT last_event_id, count, hash, sealed_at FROM event_seals
            WHERE organization_id = $1 ORDER BY last_event_id DESC LIMIT 1";
        self.find(sql, values![org], seal)
    }

    /// The first `limit` links after that event.
    pub fn seals_after(&mut self, org: OrgId, event: Uuid, limit: usize) -> Result<Vec<Seal>, StoreError> {
        let sql = "
            SELECT last_event_id, count, hash, sealed_at FROM event_seals
            WHERE organization_id = $1 AND last_event_id > $2 ORDER BY last_event_id LIMIT $3";
        self.list(sql, values![org, event, limit], seal)
    }

    pub fn append_seal(&mut self, org: OrgId, seal: &Seal) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO event_seals (organization_id, last_event_id, count, hash, sealed_at)
            VALUES ($1, $2, $3, $4, $5)";
        let Seal { last_event, count, hash, sealed } = seal;
        self.execute(sql, values![org, *last_event, *count, hash, *sealed]).map(drop)
    }

    /// The first `limit` events after one and before another, with what their seal is made of.
    pub fn digests_between(
        &mut self,
        org: OrgId,
        after: Uuid,
        before: Uuid,
        limit: usize,
    ) -> Result<Vec<(Uuid, [u8; 32])>, StoreError> {
        let sql = "
            SELECT id, digest FROM events
            WHERE organization_id = $1 AND id > $2 AND id < $3 ORDER BY id LIMIT $4";
        self.list(sql, values![org, after, before, limit], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

fn seal(row: &Row<'_>) -> Result<Seal, StoreError> {
    let count: u32 = row.get(1)?;
    Ok(Seal { last_event: row.get(0)?, count: count as usize, hash: row.get(2)?, sealed: row.get(3)? })
}
