//! Appointments and holds. The schema refuses overlaps by itself.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId, ProviderId, SeriesId, ServiceId};
use ringbook_core::time::{Interval, Moment};

use super::changes::{Overridden, Place};
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// An appointment to be written.
#[derive(Clone, Debug)]
pub struct NewAppointment {
    pub id: AppointmentId,
    /// `None` for a hold.
    pub contact: Option<ContactId>,
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
    pub series: Option<SeriesId>,
    pub overridden: Option<Overridden>,
    pub now: Moment,
}

impl NewAppointment {
    /// A confirmed appointment at `place`, without what is known of who takes it and how.
    pub fn at(place: Place, id: AppointmentId, code: ConfirmationCode, now: Moment) -> Self {
        let Place { service, provider, time, occupied, capacity, overridden } = place;
        Self {
            id,
            contact: None,
            service,
            provider,
            time,
            occupied,
            capacity,
            status: Status::Confirmed,
            hold_expires: None,
            code,
            call_id: None,
            channel: "",
            notes: None,
            series: None,
            overridden,
            now,
        }
    }
}

impl From<NewAppointment> for Appointment {
    fn from(new: NewAppointment) -> Self {
        let NewAppointment { id, contact, service, provider, time, status, code, .. } = new;
        Self { id, contact, service, provider, time, status, code }
    }
}

/// Time that a provider has given away. Rows of one group slot come as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupied {
    pub occupied: Interval,
    /// `None` for what nobody joins: a block, or what staff double-booked.
    pub slot: Option<TakenSlot>,
}

/// An appointment's slot, which others may join as long as there is room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenSlot {
    pub service: ServiceId,
    pub start: Moment,
    /// How many contacts share it.
    pub taken: u32,
}

/// What is active and not double-booked never overlaps, so of everything that begins before a
/// range only the nearest can reach into it: the subselect starts there, and the cost does not grow
/// with the history.
macro_rules! exclusive {
    ($columns:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM appointments
            WHERE organization_id = $1 AND provider_id = $2 AND status <> 'cancelled' AND double_booked = 0
                AND occupied_from >= COALESCE((
                    SELECT MAX(occupied_from) FROM appointments
                    WHERE organization_id = $1 AND provider_id = $2 AND status <> 'cancelled' AND double_booked = 0
                        AND occupied_from <= $3
                ), $3)
                AND occupied_until > $3 AND occupied_from < $4
                AND (status <> 'held' OR hold_expires_at > $5)"
        )
    };
}

/// What staff double-booked may overlap anything; it is found by its end in an index of its own.
macro_rules! double_booked {
    ($columns:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM appointments
            WHERE organization_id = $1 AND provider_id = $2 AND status <> 'cancelled' AND double_booked = 1
                AND occupied_until > $3 AND occupied_from < $4"
        )
    };
}

/// As free to overlap.
macro_rules! blocked {
    ($columns:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM blocks WHERE organization_id = $1 AND provider_id = $2 AND ends_at > $3 AND starts_at < $4"
        )
    };
}

pub(super) const OCCUPIED: &str = concat!(
    exclusive!("occupied_from, occupied_until, service_id, starts_at"),
    " UNION ALL ",
    double_booked!("occupied_from, occupied_until, NULL, NULL"),
    " UNION ALL ",
    blocked!("starts_at, ends_at, NULL, NULL"),
);

pub(super) const TAKEN: &str = concat!(
    exclusive!("occupied_from, occupied_until"),
    " UNION ALL ",
    double_booked!("occupied_from, occupied_until"),
    " UNION ALL ",
    blocked!("starts_at, ends_at"),
);

pub(super) const OVERLAPPING: &str = concat!(exclusive!("id"), " UNION ALL ", double_booked!("id"));

const RELEASE_EXPIRED_HOLDS: &str = "
    UPDATE appointments SET status = 'cancelled', version = version + 1, updated_at = $1
    WHERE organization_id = $2 AND provider_id = $3 AND status <> 'cancelled' AND double_booked = 0
        AND occupied_from >= COALESCE((
            SELECT MAX(occupied_from) FROM appointments
            WHERE organization_id = $2 AND provider_id = $3 AND status <> 'cancelled' AND double_booked = 0
                AND occupied_from <= $4
        ), $4)
        AND occupied_until > $4 AND occupied_from < $5
        AND status = 'held' AND hold_expires_at <= $1";

const INSERT: &str = "
    INSERT INTO appointments (
        organization_id, id, contact_id, service_id, provider_id, starts_at, ends_at, occupied_from,
        occupied_until, capacity, status, hold_expires_at, confirmation_code, call_id, channel, notes,
        series_id, override_reason, double_booked, created_at, updated_at
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)";

impl Occupied {
    fn order(&self) -> impl Ord + '_ {
        let slot = self.slot.as_ref().map(|slot| (&slot.service, slot.start));
        (self.occupied.from, self.occupied.until, slot)
    }

    /// Takes in `row` when it is of the same slot.
    fn joined_by(&mut self, row: &Self) -> bool {
        let (Some(slot), Some(other)) = (&mut self.slot, &row.slot) else { return false };
        let same = (self.occupied, &slot.service, slot.start) == (row.occupied, &other.service, other.start);
        slot.taken += u32::from(same);
        same
    }
}

impl Tx<'_> {
    /// When the provider is busy in `range`: appointments, holds that have not expired by `now`, and
    /// blocks. Sorted by beginning; double-booked appointments and blocks may overlap the others.
    /// The same as [`Tx::occupied`] for who cannot join a group, at half the cost.
    pub fn taken(
        &mut self,
        org: OrgId,
        provider: &ProviderId,
        range: Interval,
        now: Moment,
    ) -> Result<Vec<Interval>, StoreError> {
        let mut taken = self.list(TAKEN, values![org, provider, range.from, range.until, now], |row| {
            Ok(Interval::new(row.get(0)?, row.get(1)?))
        })?;
        // Sorted here: the database would build a tree for it, and the greater part is in order.
        taken.sort_by_key(|taken| (taken.from, taken.until));
        Ok(taken)
    }

    /// What keeps the provider busy in `range`, as [`Tx::taken`].
    pub fn occupied(
        &mut self,
        org: OrgId,
        provider: &ProviderId,
        range: Interval,
        now: Moment,
    ) -> Result<Vec<Occupied>, StoreError> {
        let mut rows = self.list(OCCUPIED, values![org, provider, range.from, range.until, now], occupied)?;
        rows.sort_by(|one, other| one.order().cmp(&other.order()));
        // Counted here: grouping costs the database more than reading.
        rows.dedup_by(|row, group| group.joined_by(row));
        Ok(rows)
    }

    /// The active appointments and holds of the provider that overlap `range`, in the order of their
    /// creation.
    pub fn overlapping(
        &mut self,
        org: OrgId,
        provider: &ProviderId,
        range: Interval,
        now: Moment,
    ) -> Result<Vec<AppointmentId>, StoreError> {
        let values = values![org, provider, range.from, range.until, now];
        let mut found = self.list(OVERLAPPING, values, |row| row.get(0))?;
        found.sort();
        Ok(found)
    }

    /// Cancels holds of the provider that expired by `now` and touch `range`, so that the schema's
    /// exclusion no longer sees them.
    pub fn release_expired_holds(
        &mut self,
        org: OrgId,
        provider: &ProviderId,
        range: Interval,
        now: Moment,
    ) -> Result<(), StoreError> {
        self.execute(RELEASE_EXPIRED_HOLDS, values![now, org, provider, range.from, range.until]).map(drop)
    }

    /// The contact's own active appointment for that service and start, if there is one.
    pub fn same_appointment(
        &mut self,
        org: OrgId,
        contact: ContactId,
        service: &ServiceId,
        start: Moment,
    ) -> Result<Option<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments
            WHERE organization_id = $1 AND contact_id = $2 AND starts_at = $3 AND service_id = $4
                AND status <> 'cancelled'
            ORDER BY id LIMIT 1";
        self.find(sql, values![org, contact, start, service], appointment)
    }

    /// Whether the code is in use in this organization.
    pub fn code_taken(&mut self, org: OrgId, code: &ConfirmationCode) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM appointments WHERE organization_id = $1 AND confirmation_code = $2";
        Ok(self.find(sql, values![org, code], |_| Ok(()))?.is_some())
    }

    /// Writes the appointment; [`StoreError::SlotUnavailable`] when the schema refuses it.
    pub fn insert_appointment(&mut self, org: OrgId, new: &NewAppointment) -> Result<(), StoreError> {
        let values = values![
            org,
            new.id,
            new.contact,
            &new.service,
            &new.provider,
            new.time.from,
            new.time.until,
            new.occupied.from,
            new.occupied.until,
            new.capacity,
            new.status,
            new.hold_expires,
            &new.code,
            new.call_id.as_deref(),
            new.channel,
            new.notes.as_deref(),
            new.series,
            new.overridden.as_ref().map(|overridden| overridden.reason.as_str()),
            u32::from(new.overridden.as_ref().is_some_and(|overridden| overridden.double_booked)),
            new.now,
        ];
        self.execute(INSERT, values).map(drop)
    }

    pub fn appointment(&mut self, org: OrgId, id: AppointmentId) -> Result<Option<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments WHERE organization_id = $1 AND id = $2";
        self.find(sql, values![org, id], appointment)
    }

    /// Active appointments that start at or after `now`, for checks before rules change; a hold without
    /// a contact is over before anybody is stranded. Reads all of the organization's appointments.
    pub fn upcoming_appointments(&mut self, org: OrgId, now: Moment) -> Result<Vec<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments
            WHERE organization_id = $1 AND starts_at >= $2 AND status <> 'cancelled' AND contact_id IS NOT NULL
            ORDER BY starts_at, id";
        self.list(sql, values![org, now], appointment)
    }
}

fn occupied(row: &Row<'_>) -> Result<Occupied, StoreError> {
    let slot = match row.get(2)? {
        Some(service) => Some(TakenSlot { service, start: row.get(3)?, taken: 1 }),
        None => None,
    };
    Ok(Occupied { occupied: Interval::new(row.get(0)?, row.get(1)?), slot })
}

pub(super) fn appointment(row: &Row<'_>) -> Result<Appointment, StoreError> {
    Ok(Appointment {
        id: row.get(0)?,
        contact: row.get(1)?,
        service: row.get(2)?,
        provider: row.get(3)?,
        time: Interval::new(row.get(4)?, row.get(5)?),
        status: row.get(6)?,
        code: row.get(7)?,
    })
}
