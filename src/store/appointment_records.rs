//! Appointments and holds with everything that is kept of them, for programs that list them.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::id::{AppointmentId, ContactId, OrgId, ProviderId, ServiceId};
use ringbook_core::time::{Interval, Moment};
use uuid::Uuid;

use super::appointments::appointment;
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// A whole row.
#[derive(Clone, Debug)]
pub struct AppointmentRecord {
    pub appointment: Appointment,
    /// With its buffers.
    pub occupied: Interval,
    pub hold_expires: Option<Moment>,
    pub call_id: Option<String>,
    pub channel: String,
    pub notes: Option<String>,
    pub cancel_reason: Option<String>,
    pub series: Option<Uuid>,
    pub override_reason: Option<String>,
    pub double_booked: bool,
    pub version: i64,
    pub created: Moment,
    pub updated: Moment,
}

/// Which appointments are wanted; `None` leaves a condition out.
#[derive(Clone, Copy, Debug, Default)]
pub struct AppointmentFilter<'a> {
    pub contact: Option<ContactId>,
    pub call_id: Option<&'a str>,
    /// Starts at or after it.
    pub from: Option<Moment>,
    /// Starts before it.
    pub to: Option<Moment>,
    pub provider: Option<&'a ProviderId>,
    pub service: Option<&'a ServiceId>,
    pub status: Option<Status>,
    /// Booked together.
    pub series: Option<Uuid>,
}

macro_rules! records {
    ($conditions:literal) => {
        concat!(
            "SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code,
                hold_expires_at, call_id, channel, notes, cancel_reason, series_id, override_reason, double_booked,
                version, created_at, updated_at, occupied_from, occupied_until
            FROM appointments WHERE organization_id = $1 AND ",
            $conditions
        )
    };
}

// What is asked for most narrowly decides which index is walked. Expired holds are nothing any more.
macro_rules! page {
    ($narrow:literal) => {
        concat!(
            records!(
                "starts_at >= $2 AND starts_at < $3 AND (starts_at, id) > ($4, $5)
                AND ($6 IS NULL OR provider_id = $6) AND ($7 IS NULL OR service_id = $7)
                AND ($8 IS NULL OR status = $8) AND (status <> 'held' OR hold_expires_at > $9) AND "
            ),
            $narrow,
            " AND ($12 IS NULL OR series_id = $12) ORDER BY starts_at, id LIMIT $13"
        )
    };
}

const BY_START: &str = page!("($10 IS NULL OR contact_id = $10) AND ($11 IS NULL OR call_id = $11)");
const OF_CONTACT: &str = page!("contact_id = $10 AND ($11 IS NULL OR call_id = $11)");
const OF_CALL: &str = page!("($10 IS NULL OR contact_id = $10) AND call_id = $11");

impl Tx<'_> {
    pub fn appointment_record(
        &mut self,
        org: OrgId,
        id: AppointmentId,
    ) -> Result<Option<AppointmentRecord>, StoreError> {
        self.find(records!("id = $2"), values![org, id], record)
    }

    pub fn appointment_version(&mut self, org: OrgId, id: AppointmentId) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT version FROM appointments WHERE organization_id = $1 AND id = $2";
        self.find(sql, values![org, id], |row| row.get(0))
    }

    /// The first `limit` appointments and unexpired holds after the one that starts at `after` and
    /// has that id, by start.
    pub fn appointment_records(
        &mut self,
        org: OrgId,
        filter: &AppointmentFilter<'_>,
        after: (i64, Uuid),
        limit: usize,
        now: Moment,
    ) -> Result<Vec<AppointmentRecord>, StoreError> {
        let sql = match filter {
            AppointmentFilter { call_id: Some(_), .. } => OF_CALL,
            AppointmentFilter { contact: Some(_), .. } => OF_CONTACT,
            _ => BY_START,
        };
        let from = filter.from.map_or(i64::MIN, Moment::unix);
        let to = filter.to.map_or(i64::MAX, Moment::unix);
        let AppointmentFilter { contact, call_id, provider, service, status, series, .. } = *filter;
        let values =
            values![org, from, to, after.0, after.1, provider, service, status, now, contact, call_id, series, limit];
        self.list(sql, values, record)
    }
}

fn record(row: &Row<'_>) -> Result<AppointmentRecord, StoreError> {
    Ok(AppointmentRecord {
        appointment: appointment(row)?,
        hold_expires: row.get(8)?,
        call_id: row.get(9)?,
        channel: row.get(10)?,
        notes: row.get(11)?,
        cancel_reason: row.get(12)?,
        series: row.get(13)?,
        override_reason: row.get(14)?,
        double_booked: row.get::<i64>(15)? != 0,
        version: row.get(16)?,
        created: row.get(17)?,
        updated: row.get(18)?,
        occupied: Interval::new(row.get(19)?, row.get(20)?),
    })
}
