//! Appointments and holds. The schema refuses overlaps by itself.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId, ProviderId, ServiceId};
use ringbook_core::time::{Interval, Moment};

use super::{StoreError, Tx};

/// An appointment to be written.
#[derive(Clone, Debug)]
pub struct NewAppointment {
    pub id: AppointmentId,
    pub contact: ContactId,
    pub service: ServiceId,
    pub provider: ProviderId,
    pub time: Interval,
    /// With its buffers: what nobody else may overlap.
    pub occupied: Interval,
    /// Contacts per slot of the service at this moment.
    pub capacity: u32,
    pub status: Status,
    pub hold_expires: Option<Moment>,
    pub code: ConfirmationCode,
    pub call_id: Option<String>,
    pub channel: &'static str,
    pub notes: Option<String>,
    pub now: Moment,
}

/// Time that a provider has given away. Rows of one group slot come as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupied {
    pub occupied: Interval,
    pub service: ServiceId,
    pub start: Moment,
    /// How many contacts share it.
    pub taken: u32,
}

impl Tx<'_> {
    /// What occupies the provider in `range`, sorted; holds that expired by `now` left out.
    pub fn occupied(
        &mut self,
        _org: OrgId,
        _provider: &ProviderId,
        _range: Interval,
        _now: Moment,
    ) -> Result<Vec<Occupied>, StoreError> {
        todo!()
    }

    /// Cancels holds of the provider that expired by `now` and touch `range`, so that the schema's
    /// exclusion no longer sees them.
    pub fn release_expired_holds(
        &mut self,
        _org: OrgId,
        _provider: &ProviderId,
        _range: Interval,
        _now: Moment,
    ) -> Result<(), StoreError> {
        todo!()
    }

    /// The contact's own active appointment for that service and start, if there is one.
    pub fn same_appointment(
        &mut self,
        _org: OrgId,
        _contact: ContactId,
        _service: &ServiceId,
        _start: Moment,
    ) -> Result<Option<Appointment>, StoreError> {
        todo!()
    }

    /// Whether the code is in use in this organization.
    pub fn code_taken(&mut self, _org: OrgId, _code: &ConfirmationCode) -> Result<bool, StoreError> {
        todo!()
    }

    /// Writes the appointment; [`StoreError::SlotUnavailable`] when the schema refuses it.
    pub fn insert_appointment(&mut self, _org: OrgId, _new: &NewAppointment) -> Result<(), StoreError> {
        todo!()
    }

    pub fn appointment(&mut self, _org: OrgId, _id: AppointmentId) -> Result<Option<Appointment>, StoreError> {
        todo!()
    }

    /// Active appointments that start at or after `now`, for checks before rules change.
    pub fn upcoming_appointments(&mut self, _org: OrgId, _now: Moment) -> Result<Vec<Appointment>, StoreError> {
        todo!()
    }
}
