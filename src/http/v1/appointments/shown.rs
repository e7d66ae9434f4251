//! An appointment as programs see it: contract §8's, with everything that is kept of it.

use ringbook_core::appointment::Status;
use ringbook_core::id::{AppointmentId, ContactId};
use ringbook_core::time::Moment;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::actions::Request;
use crate::actions::transact::Subject;
use crate::http::v1::resource::resource;
use crate::http::v1::values::local;
use crate::reply::Resource;
use crate::store::appointment_records::AppointmentRecord;
use crate::store::{StoreError, Tx};

/// One service, one provider, one contact, and when.
#[derive(Debug, Serialize, ToSchema)]
pub struct Appointment {
    /// Names it for ever.
    #[schema(value_type = Uuid)]
    pub id: AppointmentId,
    /// What the contact says to prove that it is theirs; null for a hold.
    #[schema(example = "K7Q4")]
    pub confirmation_code: Option<String>,
    /// Id of the service.
    #[schema(example = "cleaning")]
    pub service: String,
    /// Id of the provider.
    #[schema(example = "lee")]
    pub provider: String,
    /// Whom it is for; null for a hold.
    #[schema(value_type = Option<Uuid>)]
    pub contact_id: Option<ContactId>,
    /// When it begins, with the organization's offset then.
    #[schema(format = DateTime, example = "2026-06-03T15:00:00-04:00")]
    pub start: String,
    /// When it ends, buffers not included.
    #[schema(format = DateTime, example = "2026-06-03T15:45:00-04:00")]
    pub end: String,
    /// The organization's time zone.
    #[schema(example = "America/New_York")]
    pub time_zone: String,
    /// held, confirmed, cancelled, completed or no_show.
    #[schema(value_type = String, example = "confirmed")]
    pub status: Status,
    /// When a hold ends by itself; null for what is no hold.
    #[schema(format = DateTime)]
    pub hold_expires_at: Option<String>,
    /// What the business shall know beforehand.
    pub notes: Option<String>,
    /// Why it was cancelled, if anybody said so.
    pub cancel_reason: Option<String>,
    /// Shared by recurring visits that were booked together.
    pub series_id: Option<Uuid>,
    /// Why staff put it against a rule; null when no rule was overridden.
    pub override_reason: Option<String>,
    /// Staff put it on top of others on purpose.
    pub double_booked: bool,
    /// Ids of what it lies on; empty for what staff did not double-book.
    #[schema(value_type = Vec<Uuid>)]
    pub conflicts: Vec<AppointmentId>,
    /// The phone call that made it, as the voice platform numbers it.
    pub call_id: Option<String>,
    /// What made it: vapi, tool, api, command_line or server.
    #[schema(example = "api")]
    pub channel: String,
    /// Grows with every change; the ETag.
    pub version: i64,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
}

impl Appointment {
    /// Reads what belongs to the row beside it.
    pub fn read(tx: &mut Tx<'_>, request: &Request, record: AppointmentRecord) -> Result<Self, StoreError> {
        let conflicts = conflicts(tx, request, &record)?;
        Ok(Self { conflicts, ..Self::of(request, record) })
    }

    fn of(request: &Request, record: AppointmentRecord) -> Self {
        let status = status_at(&record, request.now);
        let held = record.appointment.contact.is_none();
        let at = |moment| local(request, moment);
        Self {
            id: record.appointment.id,
            confirmation_code: (!held).then(|| record.appointment.code.to_string()),
            service: record.appointment.service.to_string(),
            provider: record.appointment.provider.to_string(),
            contact_id: record.appointment.contact,
            start: at(record.appointment.time.from),
            end: at(record.appointment.time.until),
            time_zone: request.business.organization.zone.name().to_owned(),
            status,
            hold_expires_at: record.hold_expires.filter(|_| held).map(at),
            notes: record.notes,
            cancel_reason: record.cancel_reason,
            series_id: record.series,
            override_reason: record.override_reason,
            double_booked: record.double_booked,
            conflicts: Vec::new(),
            call_id: record.call_id,
            channel: record.channel,
            version: record.version,
            created_at: at(record.created),
            updated_at: at(record.updated),
        }
    }
}

fn conflicts(tx: &mut Tx<'_>, request: &Request, record: &AppointmentRecord) -> Result<Vec<AppointmentId>, StoreError> {
    if !record.double_booked || record.appointment.status == Status::Cancelled {
        return Ok(Vec::new());
    }
    let (provider, id) = (&record.appointment.provider, record.appointment.id);
    let mut found = tx.overlapping(request.business.id, provider, record.occupied, request.now)?;
    found.retain(|other| *other != id);
    Ok(found)
}

/// A hold that ran out is cancelled, whether anybody has taken its time yet or not.
fn status_at(record: &AppointmentRecord, now: Moment) -> Status {
    match (record.appointment.status, record.hold_expires) {
        (Status::Held, Some(expires)) if expires <= now => Status::Cancelled,
        (status, _) => status,
    }
}

/// The appointment that was made or changed.
pub fn depict(tx: &mut Tx<'_>, request: &Request, subject: Subject) -> Result<Resource, StoreError> {
    let record = tx.appointment_record(request.business.id, AppointmentId(subject.id))?;
    let record = record.ok_or_else(|| anyhow::anyhow!("an appointment was changed and is not there"))?;
    show(tx, request, record, subject.created)
}

/// The whole of one appointment.
pub fn show(
    tx: &mut Tx<'_>,
    request: &Request,
    record: AppointmentRecord,
    created: bool,
) -> Result<Resource, StoreError> {
    let (id, version) = (record.appointment.id.0, record.version);
    resource(id, version, created, &Appointment::read(tx, request, record)?)
}
