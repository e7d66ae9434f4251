//! Confirmation codes that a call guessed wrongly.

use ringbook_core::id::OrgId;
use ringbook_core::time::{Moment, Span};

use super::tx::values;
use super::{StoreError, Tx};

const COUNTED: Span = Span::from_minutes(24 * 60);

impl Tx<'_> {
    pub fn wrong_codes(&mut self, org: OrgId, call_id: &str) -> Result<u32, StoreError> {
        let sql = "SELECT count FROM wrong_codes WHERE organization_id = $1 AND call_id = $2";
        Ok(self.find(sql, values![org, call_id], |row| row.get(0))?.unwrap_or_default())
    }

    pub fn count_wrong_code(&mut self, org: OrgId, call_id: &str, now: Moment) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO wrong_codes (organization_id, call_id, count, updated_at)
            VALUES ($1, $2, 1, $3)
            ON CONFLICT (organization_id, call_id) DO UPDATE SET
                count = wrong_codes.count + 1, updated_at = excluded.updated_at";
        self.execute(sql, values![org, call_id, now]).map(drop)
    }

    /// Removes what was counted longer than a day ago: no phone call lasts that long. Reads the
    /// whole table, which holds the wrong guesses of one day.
    pub fn forget_wrong_codes(&mut self, now: Moment) -> Result<usize, StoreError> {
        self.execute("DELETE FROM wrong_codes WHERE updated_at <= $1", values![now - COUNTED])
    }
}
