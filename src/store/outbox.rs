//! What must happen elsewhere because of a change, written in the change's own transaction.

use ringbook_core::id::{AppointmentId, OrgId};
use ringbook_core::time::Moment;

use super::tx::values;
use super::{StoreError, Tx};

impl Tx<'_> {
    /// `event` is a dotted name such as `appointment.booked`. Carries ids only: workers read the
    /// current state when they send.
    pub fn enqueue(
        &mut self,
        org: OrgId,
        event: &str,
        appointment: AppointmentId,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO outbox (organization_id, event, appointment_id, created_at, due_at)
            VALUES ($1, $2, $3, $4, $4)";
        self.execute(sql, values![org, event, appointment, now]).map(drop)
    }
}
