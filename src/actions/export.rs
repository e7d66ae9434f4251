//! Contacts and appointments as rows of a file, a page at a time.

use ringbook_core::contact::{E164, Email, PersonName};
use ringbook_core::id::OrgId;
use serde_json::{Value, json};
use uuid::Uuid;

use super::import::What;
use crate::store::transfers::{ExportedAppointment, ExportedContact};
use crate::store::{Store, StoreError};

const ROWS_AT_ONCE: usize = 1_000;

const CONTACT: &[&str] = &["id", "name", "phone", "email", "no_shows", "created_at"];
const APPOINTMENT: &[&str] = &[
    "id",
    "confirmation_code",
    "service",
    "provider",
    "start",
    "end",
    "status",
    "contact_id",
    "name",
    "phone",
    "email",
    "notes",
    "cancel_reason",
    "channel",
    "created_at",
];

/// The names of what each row holds.
pub const fn columns(what: What) -> &'static [&'static str] {
    match what {
        What::Contacts => CONTACT,
        What::Appointments => APPOINTMENT,
    }
}

/// How many rows there are now.
///
/// # Errors
/// When the database does not answer.
pub fn count(store: &Store, org: OrgId, what: What) -> Result<u64, StoreError> {
    let count = store.read::<_, StoreError, _>(|tx| match what {
        What::Contacts => tx.count_contacts(org),
        What::Appointments => tx.count_appointments(org),
    });
    Ok(count?.unsigned_abs())
}

/// The next rows after that one, none at the end.
///
/// # Errors
/// When the database does not answer.
pub fn page(store: &Store, org: OrgId, what: What, after: Uuid) -> Result<Vec<(Uuid, Vec<Value>)>, StoreError> {
    store.read(|tx| match what {
        What::Contacts => {
            let records = tx.exported_contacts(org, after, ROWS_AT_ONCE)?;
            Ok(records.into_iter().map(|record| (record.id.0, contact(record))).collect())
        }
        What::Appointments => {
            let records = tx.exported_appointments(org, after, ROWS_AT_ONCE)?;
            Ok(records.into_iter().map(|record| (record.appointment.id.0, appointment(record))).collect())
        }
    })
}

fn contact(record: ExportedContact) -> Vec<Value> {
    let ExportedContact { id, name, phone, email, no_shows, created } = record;
    let [name, phone, email] = person(name.as_ref(), phone.as_ref(), email.as_ref());
    vec![json!(id), name, phone, email, json!(no_shows), json!(created)]
}

fn appointment(record: ExportedAppointment) -> Vec<Value> {
    let ExportedAppointment { appointment, name, phone, email, notes, cancel_reason, channel, created } = record;
    let [name, phone, email] = person(name.as_ref(), phone.as_ref(), email.as_ref());
    vec![
        json!(appointment.id),
        json!(appointment.code),
        json!(appointment.service),
        json!(appointment.provider),
        json!(appointment.time.from),
        json!(appointment.time.until),
        json!(appointment.status),
        json!(appointment.contact),
        name,
        phone,
        email,
        json!(notes),
        json!(cancel_reason),
        json!(channel),
        json!(created),
    ]
}

fn person(name: Option<&PersonName>, phone: Option<&E164>, email: Option<&Email>) -> [Value; 3] {
    [json!(name), json!(phone), json!(email)]
}
