//! Contacts and appointments as they leave in a file and come in from one.

use ringbook_core::appointment::Appointment;
use ringbook_core::contact::{E164, Email, PersonName};
use ringbook_core::id::{AppointmentId, ContactId, OrgId, ServiceId};
use ringbook_core::time::Moment;
use uuid::Uuid;

use super::appointments::{NewAppointment, appointment};
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// A contact with what an export says of it.
#[derive(Clone, Debug)]
pub struct ExportedContact {
    pub id: ContactId,
    pub name: Option<PersonName>,
    pub phone: Option<E164>,
    pub email: Option<Email>,
    pub no_shows: i64,
    pub created: Moment,
}

/// An appointment with what an export says of it.
#[derive(Clone, Debug)]
pub struct ExportedAppointment {
    pub appointment: Appointment,
    pub name: Option<PersonName>,
    pub phone: Option<E164>,
    pub email: Option<Email>,
    pub notes: Option<String>,
    pub cancel_reason: Option<String>,
    pub channel: String,
    pub created: Moment,
}

/// What only an imported appointment has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Brought<'a> {
    pub cancel_reason: Option<&'a str>,
    /// Why it may lie on others.
    pub override_reason: Option<&'a str>,
}

impl Tx<'_> {
    pub fn count_contacts(&mut self, org: OrgId) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM contacts WHERE organization_id = $1 AND erased_at IS NULL";
        Ok(self.find(sql, values![org], |row| row.get(0))?.unwrap_or_default())
    }

    /// The first `limit` contacts after that one.
    pub fn exported_contacts(
        &mut self,
        org: OrgId,
        after: Uuid,
        limit: usize,
    ) -> Result<Vec<ExportedContact>, StoreError> {
        let sql = "
            SELECT id, name, phone, email, no_shows, created_at FROM contacts
            WHERE organization_id = $1 AND id > $2 AND erased_at IS NULL ORDER BY id LIMIT $3";
        self.list(sql, values![org, after, limit], |row| {
            Ok(ExportedContact {
                id: row.get(0)?,
                name: row.get(1)?,
                phone: row.get(2)?,
                email: row.get(3)?,
                no_shows: row.get(4)?,
                created: row.get(5)?,
            })
        })
    }

    pub fn count_appointments(&mut self, org: OrgId) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM appointments WHERE organization_id = $1 AND contact_id IS NOT NULL";
        Ok(self.find(sql, values![org], |row| row.get(0))?.unwrap_or_default())
    }

    /// The first `limit` appointments after that one; holds are none.
    pub fn exported_appointments(
        &mut self,
        org: OrgId,
        after: Uuid,
        limit: usize,
    ) -> Result<Vec<ExportedAppointment>, StoreError> {
        let sql = "
            SELECT a.id, a.contact_id, a.service_id, a.provider_id, a.starts_at, a.ends_at, a.status,
                a.confirmation_code, c.name, c.phone, c.email, a.notes, a.cancel_reason, a.channel, a.created_at
            FROM appointments AS a
            JOIN contacts AS c ON c.organization_id = a.organization_id AND c.id = a.contact_id
            WHERE a.organization_id = $1 AND a.id > $2 ORDER BY a.id LIMIT $3";
        self.list(sql, values![org, after, limit], record)
    }

    pub fn set_no_shows(&mut self, org: OrgId, contact: ContactId, count: u32) -> Result<(), StoreError> {
        let sql = "UPDATE contacts SET no_shows = $1 WHERE organization_id = $2 AND id = $3";
        self.execute(sql, values![count, org, contact]).map(drop)
    }

    /// The contact's cancelled appointment for that service and start, if there is one.
    pub fn cancelled_appointment(
        &mut self,
        org: OrgId,
        contact: ContactId,
        service: &ServiceId,
        start: Moment,
    ) -> Result<Option<AppointmentId>, StoreError> {
        let sql = "
            SELECT id FROM appointments
            WHERE organization_id = $1 AND contact_id = $2 AND starts_at = $3 AND service_id = $4
                AND status = 'cancelled'
            ORDER BY id LIMIT 1";
        self.find(sql, values![org, contact, start, service], |row| row.get(0))
    }

    /// Writes an appointment that was made elsewhere; [`StoreError::SlotUnavailable`] when the schema
    /// refuses it.
    pub fn insert_brought_appointment(
        &mut self,
        org: OrgId,
        new: &NewAppointment,
        brought: Brought<'_>,
    ) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO appointments (
                organization_id, id, contact_id, service_id, provider_id, starts_at, ends_at, occupied_from,
                occupied_until, capacity, status, confirmation_code, channel, notes, cancel_reason, override_reason,
                double_booked, created_at, updated_at
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18)";
        let NewAppointment { id, contact, service, provider, time, occupied, capacity, status, code, .. } = new;
        let values = values![
            org,
            *id,
            *contact,
            service,
            provider,
            time.from,
            time.until,
            occupied.from,
            occupied.until,
            *capacity,
            *status,
            code,
            new.channel,
            new.notes.as_deref(),
            brought.cancel_reason,
            brought.override_reason,
            i64::from(brought.override_reason.is_some()),
            new.now,
        ];
        self.execute(sql, values).map(drop)
    }
}

fn record(row: &Row<'_>) -> Result<ExportedAppointment, StoreError> {
    Ok(ExportedAppointment {
        appointment: appointment(row)?,
        name: row.get(8)?,
        phone: row.get(9)?,
        email: row.get(10)?,
        notes: row.get(11)?,
        cancel_reason: row.get(12)?,
        channel: row.get(13)?,
        created: row.get(14)?,
    })
}
