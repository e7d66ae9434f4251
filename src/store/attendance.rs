//! Whether people came, and how often they did not.

use ringbook_core::appointment::Status;
use ringbook_core::id::{AppointmentId, ContactId, OrgId};
use ringbook_core::time::Moment;

use super::tx::values;
use super::{StoreError, Tx};

impl Tx<'_> {
    pub fn set_status(&mut self, org: OrgId, id: AppointmentId, status: Status, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET status = $1, version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND id = $4";
        self.execute(sql, values![status, now, org, id]).map(drop)
    }

    /// How many appointments the contact has missed.
    pub fn no_shows(&mut self, org: OrgId, contact: ContactId) -> Result<u32, StoreError> {
        let sql = "SELECT no_shows FROM contacts WHERE organization_id = $1 AND id = $2";
        Ok(self.find(sql, values![org, contact], |row| row.get(0))?.unwrap_or_default())
    }

    /// Adds to that count; a correction never makes it negative.
    pub fn count_no_shows(&mut self, org: OrgId, contact: ContactId, more: i64, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE contacts SET no_shows = CASE WHEN no_shows + $1 < 0 THEN 0 ELSE no_shows + $1 END,
                version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND id = $4";
        self.execute(sql, values![more, now, org, contact]).map(drop)
    }
}
