//! Reports of calls that no organization could be found for.

use ringbook_core::id::KeyId;
use ringbook_core::time::Moment;
use uuid::Uuid;

use super::tx::values;
use super::{StoreError, Tx};

/// More than anybody looks through, per credential.
const MOST_KEPT: u32 = 1_000;

#[derive(Clone)]
pub struct UnroutedCall {
    pub id: Uuid,
    pub credential: KeyId,
    pub call_id: String,
    /// What could be read of it, as JSON text.
    pub report: String,
    pub created: Moment,
}

impl Tx<'_> {
    /// Keeps it, one row per call: the fuller report stays.
    pub fn keep_unrouted_call(&mut self, new: &UnroutedCall) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO unrouted_calls (id, credential_id, call_id, report, created_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (credential_id, call_id) DO UPDATE SET report = excluded.report
            WHERE length(excluded.report) > length(unrouted_calls.report)";
        let UnroutedCall { id, credential, call_id, report, created } = new;
        self.execute(sql, values![*id, *credential, call_id.as_str(), report.as_str(), *created])?;
        self.drop_oldest_unrouted_calls(*credential)
    }

    fn drop_oldest_unrouted_calls(&mut self, credential: KeyId) -> Result<(), StoreError> {
        let sql = "
            DELETE FROM unrouted_calls WHERE id IN (
                SELECT id FROM unrouted_calls WHERE credential_id = $1 ORDER BY id DESC LIMIT 100 OFFSET $2
            )";
        self.execute(sql, values![credential, MOST_KEPT]).map(drop)
    }

    /// The newest first.
    pub fn unrouted_calls(&mut self, limit: usize) -> Result<Vec<UnroutedCall>, StoreError> {
        let sql = "
            SELECT id, credential_id, call_id, report, created_at FROM unrouted_calls ORDER BY id DESC LIMIT $1";
        self.list(sql, values![limit], |row| {
            Ok(UnroutedCall {
                id: row.get(0)?,
                credential: row.get(1)?,
                call_id: row.get(2)?,
                report: row.get(3)?,
                created: row.get(4)?,
            })
        })
    }
}
