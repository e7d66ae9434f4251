//! Conflicts: appointments that staff put on top of others.

use ringbook_core::appointment::Appointment;
use ringbook_core::id::{AppointmentId, OrgId};
use ringbook_core::time::{Interval, Moment};

use super::appointments::appointment;
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// A double-booked appointment and what it lies on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub appointment: Appointment,
    pub reason: String,
    /// Empty when it lies on a block, or what it lay on is gone.
    pub overlaps: Vec<AppointmentId>,
}

struct DoubleBooked {
    appointment: Appointment,
    reason: String,
    occupied: Interval,
}

impl Tx<'_> {
    /// A page of what is double-booked and not over by `now`, in the order of its creation: at most
    /// `limit`, after `cursor`.
    pub fn conflicts(
        &mut self,
        org: OrgId,
        now: Moment,
        cursor: Option<AppointmentId>,
        limit: usize,
    ) -> Result<Vec<Conflict>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code,
                override_reason, occupied_from, occupied_until
            FROM appointments
            WHERE organization_id = $1 AND double_booked = 1 AND status <> 'cancelled' AND occupied_until > $2
                AND id > $3
            ORDER BY id LIMIT $4";
        let after = cursor.map_or(uuid::Uuid::nil(), |cursor| cursor.0);
        let found = self.list(sql, values![org, now, after, limit], double_booked)?;
        found.into_iter().map(|double_booked| self.conflict(org, double_booked, now)).collect()
    }

    fn conflict(&mut self, org: OrgId, double_booked: DoubleBooked, now: Moment) -> Result<Conflict, StoreError> {
        let DoubleBooked { appointment, reason, occupied } = double_booked;
        let mut overlaps = self.overlapping(org, &appointment.provider, occupied, now)?;
        overlaps.retain(|id| *id != appointment.id);
        Ok(Conflict { appointment, reason, overlaps })
    }
}

fn double_booked(row: &Row<'_>) -> Result<DoubleBooked, StoreError> {
    Ok(DoubleBooked {
        appointment: appointment(row)?,
        reason: row.get(8)?,
        occupied: Interval::new(row.get(9)?, row.get(10)?),
    })
}
