//! What must happen elsewhere because of a change, written in the change's own transaction.

use ringbook_core::id::{AppointmentId, OrgId};
use ringbook_core::time::Moment;

use super::{StoreError, Tx};

impl Tx<'_> {
    /// `event` is a dotted name such as `appointment.booked`. Carries ids only: workers read the
    /// current state when they send.
    pub fn enqueue(
        &mut self,
        _org: OrgId,
        _event: &str,
        _appointment: AppointmentId,
        _now: Moment,
    ) -> Result<(), StoreError> {
        todo!()
    }
}
