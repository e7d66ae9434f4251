//! Holds: appointments with status `held`, which nobody has confirmed yet.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::id::{AppointmentId, ContactId, OrgId};
use ringbook_core::time::{Interval, Moment};

use super::appointments::appointment;
use super::changes::Place;
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// A hold as it stands, or what it became: released or confirmed.
#[derive(Clone, Debug)]
pub struct Hold {
    pub appointment: Appointment,
    pub occupied: Interval,
    pub expires: Moment,
    /// The phone call that holds it.
    pub call_id: Option<String>,
}

impl Tx<'_> {
    pub fn hold(&mut self, org: OrgId, id: AppointmentId) -> Result<Option<Hold>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code,
                occupied_from, occupied_until, hold_expires_at, call_id
            FROM appointments
            WHERE organization_id = $1 AND id = $2 AND hold_expires_at IS NOT NULL";
        self.find(sql, values![org, id], hold)
    }

    /// What the call holds, or held until it expired and nobody wanted it; what is held for a contact
    /// is no longer the call's.
    pub fn hold_of_call(&mut self, org: OrgId, call_id: &str) -> Result<Option<Hold>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code,
                occupied_from, occupied_until, hold_expires_at, call_id
            FROM appointments
            WHERE organization_id = $1 AND call_id = $2 AND status = 'held' AND contact_id IS NULL
            ORDER BY id DESC LIMIT 1";
        self.find(sql, values![org, call_id], hold)
    }

    /// Gives a hold that was set aside its new place; [`StoreError::SlotUnavailable`] when the schema
    /// refuses it.
    pub fn move_hold(
        &mut self,
        org: OrgId,
        id: AppointmentId,
        place: &Place,
        expires: Moment,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET service_id = $1, provider_id = $2, starts_at = $3, ends_at = $4,
                occupied_from = $5, occupied_until = $6, capacity = $7, status = 'held', version = version + 1,
                updated_at = $8, hold_expires_at = $9
            WHERE organization_id = $10 AND id = $11";
        let Place { service, provider, time, occupied, capacity, .. } = place;
        let (from, until) = (occupied.from, occupied.until);
        let values = values![service, provider, time.from, time.until, from, until, *capacity, now, expires, org, id];
        self.execute(sql, values).map(drop)
    }

    pub fn prolong_hold(
        &mut self,
        org: OrgId,
        id: AppointmentId,
        expires: Moment,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET hold_expires_at = $1, version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND id = $4 AND status = 'held'";
        self.execute(sql, values![expires, now, org, id]).map(drop)
    }

    /// Makes the hold an appointment of `contact`; if staff have to confirm it, it stays held until it
    /// starts.
    pub fn confirm_hold(
        &mut self,
        org: OrgId,
        id: AppointmentId,
        contact: ContactId,
        status: Status,
        notes: Option<&str>,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET status = $1, contact_id = $2, notes = $3, hold_expires_at = starts_at,
                version = version + 1, updated_at = $4
            WHERE organization_id = $5 AND id = $6 AND status = 'held'";
        self.execute(sql, values![status, contact, notes, now, org, id]).map(drop)
    }

    /// Gives the time of a hold back at once; does nothing to what is no hold any more.
    pub fn release_hold(&mut self, org: OrgId, id: AppointmentId, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET status = 'cancelled', version = version + 1, updated_at = $1
            WHERE organization_id = $2 AND id = $3 AND status = 'held'";
        self.execute(sql, values![now, org, id]).map(drop)
    }
}

fn hold(row: &Row<'_>) -> Result<Hold, StoreError> {
    Ok(Hold {
        appointment: appointment(row)?,
        occupied: Interval::new(row.get(8)?, row.get(9)?),
        expires: row.get(10)?,
        call_id: row.get(11)?,
    })
}
