//! Replies remembered for 24 hours, so that a repeated request gets the same one.

use anyhow::anyhow;
use ringbook_core::id::OrgId;
use ringbook_core::time::{Moment, Span};

use super::tx::values;
use super::{StoreError, Tx};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    pub fingerprint: [u8; 32],
    /// The reply as JSON text.
    pub reply: String,
}

/// How long a reply is remembered (contract §9).
pub const REMEMBERED: Span = Span::from_seconds(24 * 60 * 60);

impl Tx<'_> {
    /// What was answered to this key less than 24 hours before `now`.
    pub fn remembered(&mut self, org: OrgId, key: &str, now: Moment) -> Result<Option<Remembered>, StoreError> {
        let sql = "
            SELECT fingerprint, reply FROM replies
            WHERE organization_id = $1 AND key = $2 AND created_at > $3";
        self.find(sql, values![org, key, now - REMEMBERED], |row| {
            Ok(Remembered { fingerprint: row.get(0)?, reply: row.get(1)? })
        })
    }

    /// # Errors
    /// [`StoreError::Internal`] when a reply to this key is remembered already: ask first, in the
    /// same transaction.
    pub fn remember(&mut self, org: OrgId, key: &str, remembered: &Remembered, now: Moment) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO replies (organization_id, key, fingerprint, reply, created_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organization_id, key) DO UPDATE SET
                fingerprint = excluded.fingerprint, reply = excluded.reply, created_at = excluded.created_at
            WHERE replies.created_at <= $6";
        let Remembered { fingerprint, reply } = remembered;
        let values = values![org, key, fingerprint, reply.as_str(), now, now - REMEMBERED];
        match self.execute(sql, values)? {
            0 => Err(anyhow!("the reply to this key is remembered already").into()),
            _ => Ok(()),
        }
    }

    /// Removes at most `limit` replies that are older than 24 hours.
    pub fn forget_old_replies(&mut self, now: Moment, limit: usize) -> Result<usize, StoreError> {
        // Numbers grow with time: looking at the lowest ones needs no index on the time.
        let sql = "
            DELETE FROM replies WHERE id IN (SELECT id FROM replies ORDER BY id LIMIT $1) AND created_at <= $2";
        self.execute(sql, values![limit, now - REMEMBERED])
    }
}
