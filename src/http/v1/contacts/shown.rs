//! A contact as programs see it.

use ringbook_core::id::ContactId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::actions::Request;
use crate::actions::transact::Subject;
use crate::http::v1::resource::resource;
use crate::http::v1::values::local;
use crate::reply::Resource;
use crate::store::contact_records::{AppointmentCounts, ContactRecord};
use crate::store::{StoreError, Tx};

/// A person that appointments are for.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contact {
    /// Names them for ever.
    #[schema(value_type = Uuid)]
    pub id: ContactId,
    /// Their name, if it is known.
    #[schema(example = "Ada Park")]
    pub name: Option<String>,
    /// Their phone number (E.164); no two contacts share one.
    #[schema(example = "+12125550143")]
    pub phone: Option<String>,
    /// Their email address; families share one.
    #[schema(example = "ada@example.com")]
    pub email: Option<String>,
    /// How many appointments they missed.
    pub no_shows: u32,
    /// Grows with every change; the ETag.
    pub version: i64,
    /// When they came on record.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When the record was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// When their data was erased; null for everybody else.
    #[schema(format = DateTime)]
    pub erased_at: Option<String>,
}

/// One contact with their history.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactDetails {
    /// The contact itself.
    #[serde(flatten)]
    pub contact: Contact,
    /// What they have.
    pub appointments: ContactAppointments,
}

/// The appointments of a contact.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactAppointments {
    /// How many there are in all, cancelled ones too.
    pub total: u32,
    /// How many are confirmed and have not begun.
    pub upcoming: u32,
    /// Where they are listed.
    #[schema(example = "/api/v1/appointments?contact=0190a5e0-0000-7000-8000-000000000000")]
    pub url: String,
}

impl Contact {
    pub fn of(request: &Request, record: ContactRecord) -> Self {
        let at = |moment| local(request, moment);
        Self {
            id: record.contact.id,
            name: record.contact.name.map(|name| name.as_str().to_owned()),
            phone: record.contact.phone.map(|phone| phone.as_str().to_owned()),
            email: record.contact.email.map(|email| email.as_str().to_owned()),
            no_shows: record.no_shows,
            version: record.version,
            created_at: at(record.created),
            updated_at: at(record.updated),
            erased_at: record.erased.map(at),
        }
    }
}

impl ContactAppointments {
    fn of(contact: ContactId, counts: AppointmentCounts) -> Self {
        let url = format!("/api/v1/appointments?contact={contact}");
        Self { total: counts.total, upcoming: counts.upcoming, url }
    }
}

/// The contact, if there is one.
pub fn details(tx: &mut Tx<'_>, request: &Request, subject: Subject) -> Result<Option<Resource>, StoreError> {
    let id = ContactId(subject.id);
    let Some(record) = tx.contact_record(request.business.id, id)? else { return Ok(None) };
    let counts = tx.appointment_counts(request.business.id, id, request.now)?;
    let version = record.version;
    let shown =
        ContactDetails { contact: Contact::of(request, record), appointments: ContactAppointments::of(id, counts) };
    resource(subject.id, version, subject.created, &shown).map(Some)
}

/// The contact that was made or changed.
pub fn depict(tx: &mut Tx<'_>, request: &Request, subject: Subject) -> Result<Resource, StoreError> {
    let shown = details(tx, request, subject)?;
    Ok(shown.ok_or_else(|| anyhow::anyhow!("a contact was changed and is not there"))?)
}
