//! Blocks: time in which a provider is busy with something that is no appointment.

use ringbook_core::id::{BlockId, OrgId, ProviderId};
use ringbook_core::time::{Interval, Moment};

use super::tx::{Row, values};
use super::{StoreError, Tx};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub id: BlockId,
    pub provider: ProviderId,
    /// Never empty.
    pub time: Interval,
    pub reason: Option<String>,
    /// Grows with every change.
    pub version: i64,
}

/// Which blocks are meant.
#[derive(Clone, Debug)]
pub struct Which {
    /// Of everybody when `None`.
    pub provider: Option<ProviderId>,
    /// Those that overlap it.
    pub range: Interval,
}

impl Tx<'_> {
    pub fn insert_block(&mut self, org: OrgId, block: &Block, now: Moment) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO blocks (
                organization_id, id, provider_id, starts_at, ends_at, reason, version, created_at, updated_at
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
        let Block { id, provider, time, reason, version } = block;
        self.execute(sql, values![org, *id, provider, time.from, time.until, reason.as_deref(), *version, now])
            .map(drop)
    }

    /// Sets everything of the block, its version included.
    pub fn update_block(&mut self, org: OrgId, block: &Block, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE blocks SET provider_id = $1, starts_at = $2, ends_at = $3, reason = $4, version = $5, updated_at = $6
            WHERE organization_id = $7 AND id = $8";
        let Block { id, provider, time, reason, version } = block;
        self.execute(sql, values![provider, time.from, time.until, reason.as_deref(), *version, now, org, *id])
            .map(drop)
    }

    pub fn delete_block(&mut self, org: OrgId, id: BlockId) -> Result<(), StoreError> {
        self.execute("DELETE FROM blocks WHERE organization_id = $1 AND id = $2", values![org, id]).map(drop)
    }

    pub fn block(&mut self, org: OrgId, id: BlockId) -> Result<Option<Block>, StoreError> {
        let sql = "
            SELECT id, provider_id, starts_at, ends_at, reason, version
            FROM blocks WHERE organization_id = $1 AND id = $2";
        self.find(sql, values![org, id], block)
    }

    /// A page of blocks in the order of their creation: at most `limit` of them, after `cursor`.
    pub fn blocks(
        &mut self,
        org: OrgId,
        which: &Which,
        cursor: Option<BlockId>,
        limit: usize,
    ) -> Result<Vec<Block>, StoreError> {
        let sql = "
            SELECT id, provider_id, starts_at, ends_at, reason, version
            FROM blocks
            WHERE organization_id = $1 AND id > $2 AND ends_at > $3 AND starts_at < $4
                AND provider_id = COALESCE($5, provider_id)
            ORDER BY id LIMIT $6";
        let after = cursor.map_or(uuid::Uuid::nil(), |cursor| cursor.0);
        let values = values![org, after, which.range.from, which.range.until, which.provider.as_ref(), limit];
        self.list(sql, values, block)
    }
}

fn block(row: &Row<'_>) -> Result<Block, StoreError> {
    Ok(Block {
        id: row.get(0)?,
        provider: row.get(1)?,
        time: Interval::new(row.get(2)?, row.get(3)?),
        reason: row.get(4)?,
        version: row.get(5)?,
    })
}
