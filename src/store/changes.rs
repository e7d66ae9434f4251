//! Appointments that are looked up, moved and cancelled by the people they are for. A hold is none:
//! it has no contact.

use ringbook_core::appointment::Appointment;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId, ProviderId, ServiceId};
use ringbook_core::time::{Interval, Moment};

use super::appointments::appointment;
use super::tx::values;
use super::{StoreError, Tx};

/// What is given, by whom and when: all that changes when an appointment moves.
#[derive(Clone, Debug)]
pub struct Place {
    pub service: ServiceId,
    pub provider: ProviderId,
    pub time: Interval,
    /// With its buffers: what nobody else may overlap.
    pub occupied: Interval,
    /// Contacts per slot of the service at this moment.
    pub capacity: u32,
    /// Set where staff put it against a rule or onto others.
    pub overridden: Option<Overridden>,
}

/// How an appointment came to stand where it could not have been booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overridden {
    pub reason: String,
    /// It lies on others: it occupies its time as they do and excludes nothing.
    pub double_booked: bool,
}

impl Place {
    /// The appointment as it stands after it moved here.
    pub fn of(self, appointment: Appointment) -> Appointment {
        let Self { service, provider, time, .. } = self;
        Appointment { service, provider, time, ..appointment }
    }
}

impl Tx<'_> {
    pub fn appointment_by_code(
        &mut self,
        org: OrgId,
        code: &ConfirmationCode,
    ) -> Result<Option<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments
            WHERE organization_id = $1 AND confirmation_code = $2 AND contact_id IS NOT NULL";
        self.find(sql, values![org, code], appointment)
    }

    /// The contact's appointments that start at or after `now`, confirmed or not yet, the next one
    /// first, at most 10.
    pub fn upcoming_of_contact(
        &mut self,
        org: OrgId,
        contact: ContactId,
        now: Moment,
    ) -> Result<Vec<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments
            WHERE organization_id = $1 AND contact_id = $2 AND starts_at >= $3
                AND status IN ('confirmed', 'held')
            ORDER BY starts_at, id LIMIT 10";
        self.list(sql, values![org, contact, now], appointment)
    }

    /// Takes an appointment or a hold that is about to move out of its own way; until it has moved,
    /// in the same transaction, it is cancelled.
    pub fn set_aside(&mut self, org: OrgId, id: AppointmentId) -> Result<(), StoreError> {
        let sql = "UPDATE appointments SET status = 'cancelled' WHERE organization_id = $1 AND id = $2";
        self.execute(sql, values![org, id]).map(drop)
    }

    /// Gives an appointment that was set aside its new place; [`StoreError::SlotUnavailable`] when the
    /// schema refuses it.
    pub fn move_appointment(
        &mut self,
        org: OrgId,
        id: AppointmentId,
        place: &Place,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET service_id = $1, provider_id = $2, starts_at = $3, ends_at = $4,
                occupied_from = $5, occupied_until = $6, capacity = $7, override_reason = $8, double_booked = $9,
                status = 'confirmed', version = version + 1, updated_at = $10
            WHERE organization_id = $11 AND id = $12";
        let Place { service, provider, time, occupied, capacity, overridden } = place;
        let (from, until) = (occupied.from, occupied.until);
        let reason = overridden.as_ref().map(|overridden| overridden.reason.as_str());
        let double = u32::from(overridden.as_ref().is_some_and(|overridden| overridden.double_booked));
        let values =
            values![service, provider, time.from, time.until, from, until, *capacity, reason, double, now, org, id];
        self.execute(sql, values).map(drop)
    }

    /// Replaces the notes; returns what they were.
    pub fn change_notes(
        &mut self,
        org: OrgId,
        id: AppointmentId,
        notes: Option<&str>,
        now: Moment,
    ) -> Result<Option<String>, StoreError> {
        let sql = "SELECT notes FROM appointments WHERE organization_id = $1 AND id = $2";
        let before = self.find(sql, values![org, id], |row| row.get(0))?.flatten();
        let sql = "
            UPDATE appointments SET notes = $1, version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND id = $4";
        self.execute(sql, values![notes, now, org, id])?;
        Ok(before)
    }

    /// Gives the time back at once.
    pub fn cancel_appointment(
        &mut self,
        org: OrgId,
        id: AppointmentId,
        reason: Option<&str>,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET status = 'cancelled', cancel_reason = $1, version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND id = $4";
        self.execute(sql, values![reason, now, org, id]).map(drop)
    }
}
