//! Contacts with everything that is kept of them, for programs that list them.

use ringbook_core::contact::{Contact, E164, Email};
use ringbook_core::id::{ContactId, OrgId};
use ringbook_core::time::Moment;
use uuid::Uuid;

use super::contacts::contact;
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// A whole row.
#[derive(Clone, Debug)]
pub struct ContactRecord {
    pub contact: Contact,
    pub no_shows: u32,
    pub version: i64,
    pub created: Moment,
    pub updated: Moment,
    pub erased: Option<Moment>,
}

/// Which contacts are wanted; `None` leaves a condition out.
#[derive(Clone, Copy, Debug, Default)]
pub struct ContactFilter<'a> {
    pub phone: Option<&'a E164>,
    pub email: Option<&'a Email>,
    /// How the name begins, without regard to the case of its letters.
    pub name: Option<&'a str>,
}

/// How many appointments a contact has.
#[derive(Clone, Copy, Debug)]
pub struct AppointmentCounts {
    pub total: u32,
    /// Confirmed and not begun yet.
    pub upcoming: u32,
}

const RECORD: &str = "
    SELECT id, name, phone, email, no_shows, version, created_at, updated_at, erased_at
    FROM contacts WHERE organization_id = $1 AND id = $2";

macro_rules! page {
    ($narrow:literal) => {
        concat!(
            "SELECT id, name, phone, email, no_shows, version, created_at, updated_at, erased_at
            FROM contacts WHERE organization_id = $1 AND id > $2 AND erased_at IS NULL
                AND ($3 IS NULL OR substr(lower(name), 1, length($3)) = lower($3)) AND ",
            $narrow,
            " ORDER BY id LIMIT $6"
        )
    };
}

const ALL: &str = page!("($4 IS NULL OR phone = $4) AND ($5 IS NULL OR email = $5)");
const OF_PHONE: &str = page!("phone = $4 AND ($5 IS NULL OR email = $5)");
const OF_EMAIL: &str = page!("($4 IS NULL OR phone = $4) AND email = $5");

impl Tx<'_> {
    pub fn contact_record(&mut self, org: OrgId, id: ContactId) -> Result<Option<ContactRecord>, StoreError> {
        self.find(RECORD, values![org, id], record)
    }

    /// The first `limit` contacts after the one with the id `after`, oldest first; the erased ones
    /// left out.
    pub fn contact_records(
        &mut self,
        org: OrgId,
        filter: &ContactFilter<'_>,
        after: Uuid,
        limit: usize,
    ) -> Result<Vec<ContactRecord>, StoreError> {
        let ContactFilter { phone, email, name } = *filter;
        let sql = match (phone, email) {
            (Some(_), _) => OF_PHONE,
            (None, Some(_)) => OF_EMAIL,
            (None, None) => ALL,
        };
        self.list(sql, values![org, after, name, phone, email, limit], record)
    }

    pub fn appointment_counts(
        &mut self,
        org: OrgId,
        contact: ContactId,
        now: Moment,
    ) -> Result<AppointmentCounts, StoreError> {
        let sql = "
            SELECT count(*), count(CASE WHEN status = 'confirmed' AND starts_at >= $1 THEN 1 END)
            FROM appointments WHERE organization_id = $2 AND contact_id = $3";
        let counts = self.find(sql, values![now, org, contact], |row| {
            Ok(AppointmentCounts { total: row.get(0)?, upcoming: row.get(1)? })
        })?;
        Ok(counts.unwrap_or(AppointmentCounts { total: 0, upcoming: 0 }))
    }
}

fn record(row: &Row<'_>) -> Result<ContactRecord, StoreError> {
    Ok(ContactRecord {
        contact: contact(row)?,
        no_shows: row.get(4)?,
        version: row.get(5)?,
        created: row.get(6)?,
        updated: row.get(7)?,
        erased: row.get(8)?,
    })
}
