//! A row becomes an appointment. It is a fact: it may lie in the past and outside of opening hours.
//! What is still to come must not overlap, though, and what is over may.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::contact::Resolution;
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, ProviderId};
use ringbook_core::organization::Service;
use ringbook_core::time::{Interval, Moment, Span};

use super::contact::person;
use super::{Fate, Stop};
use crate::actions::record::{self, Change};
use crate::actions::{Request, place, upsert};
use crate::clock::new_id;
use crate::rows::{Column, Fields, Refusal};
use crate::store::appointments::NewAppointment;
use crate::store::changes::Place;
use crate::store::transfers::Brought;
use crate::store::{StoreError, Tx};

const LONGEST: Span = Span::from_minutes(7 * 24 * 60);
const LONGEST_TEXT: usize = 10_000;

/// Why an old appointment may lie on another one.
const IMPORTED: &str = "imported";

/// What the row says of the appointment itself.
struct Told {
    place: Place,
    status: Status,
    code: Option<ConfirmationCode>,
    notes: Option<String>,
    cancel_reason: Option<String>,
}

pub(super) fn import(tx: &mut Tx<'_>, request: &Request, row: &Fields) -> Result<Fate, Stop> {
    let (person, told) = (person(request, row)?, told(request, row)?);
    let identity = upsert::identify(tx, request, &person)?;
    if let Resolution::Update { contact, .. } = &identity.resolution
        && is_known(tx, request, contact.id, &told)?
    {
        return Ok(Fate::Known);
    }
    let contact = match identity.known_unchanged() {
        Some(contact) => contact,
        None => upsert::write(tx, request, &person, identity)?.0,
    };
    let appointment = insert(tx, request, contact, told)?;
    let change = Change::to(record::appointment(&appointment));
    record::happened(tx, request, EventKind::AppointmentImported, appointment.id.0, change)?;
    Ok(Fate::Created)
}

fn told(request: &Request, row: &Fields) -> Result<Told, Refusal> {
    let service = service(request, row)?;
    let provider = provider(request, row)?;
    let time = time(request, row, service.duration)?;
    let occupied = Interval::new(time.from - service.buffer_before, time.until + service.buffer_after);
    let place =
        Place { service: service.id.clone(), provider, time, occupied, capacity: service.capacity, overridden: None };
    Ok(Told {
        place,
        status: status(row)?,
        code: row.get(Column::ConfirmationCode).and_then(ConfirmationCode::parse),
        notes: text(row, Column::Notes)?,
        cancel_reason: text(row, Column::CancelReason)?,
    })
}

fn service<'a>(request: &'a Request, row: &Fields) -> Result<&'a Service, Refusal> {
    let organization = &request.business.organization;
    let said = row.get(Column::Service).ok_or_else(|| Refusal::of(Column::Service, "a service is needed"))?;
    only(organization.services_called(said)).ok_or_else(|| {
        let known: Vec<_> = organization.services.iter().map(|service| service.id.as_str()).collect();
        Refusal::of(Column::Service, format!("this is none of {}", known.join(", ")))
    })
}

fn provider(request: &Request, row: &Fields) -> Result<ProviderId, Refusal> {
    let organization = &request.business.organization;
    let meant = match row.get(Column::Provider) {
        Some(said) => organization.providers_called(said),
        None => organization.providers.iter().collect(),
    };
    only(meant).map(|provider| provider.id.clone()).ok_or_else(|| {
        let known: Vec<_> = organization.providers.iter().map(|provider| provider.id.as_str()).collect();
        Refusal::of(Column::Provider, format!("one of {} is needed", known.join(", ")))
    })
}

fn only<T>(mut meant: Vec<T>) -> Option<T> {
    meant.pop().filter(|_| meant.is_empty())
}

fn time(request: &Request, row: &Fields, duration: Span) -> Result<Interval, Refusal> {
    let start = match (row.get(Column::Start), row.get(Column::Date), row.get(Column::Time)) {
        (Some(start), _, _) => moment(request, Column::Start, start)?,
        (None, Some(date), Some(time)) => moment(request, Column::Start, &format!("{date} {time}"))?,
        _ => return Err(Refusal::of(Column::Start, "a start is needed, or a date and a time")),
    };
    let end = row.get(Column::End).map_or(Ok(start + duration), |end| moment(request, Column::End, end))?;
    if end <= start || end - start > LONGEST {
        return Err(Refusal::of(Column::End, format!("it must be after the start, by {LONGEST} at most")));
    }
    Ok(Interval::new(start, end))
}

/// An instant, or the organization's local time.
fn moment(request: &Request, column: Column, text: &str) -> Result<Moment, Refusal> {
    if let Ok(instant) = text.parse::<jiff::Timestamp>() {
        return Ok(instant.into());
    }
    let unreadable = "write it like 2026-06-03T15:00:00-05:00, or 2026-06-03 15:00 for local time";
    let local = local(text).ok_or_else(|| Refusal::of(column, unreadable))?;
    let instant = request.business.organization.zone.tz().to_ambiguous_timestamp(local).unambiguous();
    let twice = "the clock shows this time twice or never on that day: write it with its offset";
    instant.map(Moment::from).map_err(|_| Refusal::of(column, twice))
}

/// Only with a time: midnight is not what a mere date means.
fn local(text: &str) -> Option<jiff::civil::DateTime> {
    const FORMS: [&str; 5] =
        ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %I:%M %p"];
    FORMS.iter().find_map(|form| jiff::civil::DateTime::strptime(form, text).ok())
}

fn status(row: &Fields) -> Result<Status, Refusal> {
    let said = row.get(Column::Status).unwrap_or("confirmed").to_lowercase().replace([' ', '-'], "_");
    let status = match said.as_str() {
        "booked" | "scheduled" => Some(Status::Confirmed),
        "canceled" => Some(Status::Cancelled),
        "noshow" => Some(Status::NoShow),
        other => Status::parse(other).filter(|status| *status != Status::Held),
    };
    status.ok_or_else(|| Refusal::of(Column::Status, "one of confirmed, cancelled, completed, no_show is wanted here"))
}

fn text(row: &Fields, column: Column) -> Result<Option<String>, Refusal> {
    match row.get(column) {
        Some(text) if text.chars().count() > LONGEST_TEXT => {
            Err(Refusal::of(column, format!("at most {LONGEST_TEXT} characters")))
        }
        text => Ok(text.map(str::to_owned)),
    }
}

/// Whether the appointment came in before: under its code, or as the contact's own for that service
/// and start. Somebody can have cancelled there more than once, so codes tell those apart.
fn is_known(tx: &mut Tx<'_>, request: &Request, contact: ContactId, told: &Told) -> Result<bool, StoreError> {
    let (org, Place { service, time, .. }) = (request.business.id, &told.place);
    let holder = match &told.code {
        Some(code) => tx.appointment_by_code(org, code)?,
        None => None,
    };
    let is_same =
        |found: &Appointment| (found.contact, &found.service, found.time.from) == (Some(contact), service, time.from);
    match told.status {
        _ if holder.as_ref().is_some_and(is_same) => Ok(true),
        Status::Cancelled if told.code.is_some() && holder.is_none() => Ok(false),
        Status::Cancelled => Ok(tx.cancelled_appointment(org, contact, service, time.from)?.is_some()),
        _ => Ok(tx.same_appointment(org, contact, service, time.from)?.is_some()),
    }
}

fn insert(tx: &mut Tx<'_>, request: &Request, contact: ContactId, told: Told) -> Result<Appointment, Stop> {
    let (org, now) = (request.business.id, request.now);
    let code = code(tx, request, told.code)?;
    let (provider, occupied) = (told.place.provider.clone(), told.place.occupied);
    let base = NewAppointment::at(told.place, AppointmentId(new_id()), code, now);
    let channel = request.channel.as_str();
    let new = NewAppointment { contact: Some(contact), status: told.status, channel, notes: told.notes, ..base };
    let brought = Brought { cancel_reason: told.cancel_reason.as_deref(), override_reason: None };
    tx.release_expired_holds(org, &provider, occupied, now)?;
    match tx.insert_brought_appointment(org, &new, brought) {
        Err(StoreError::SlotUnavailable) if new.time.until <= now => {
            tx.insert_brought_appointment(org, &new, Brought { override_reason: Some(IMPORTED), ..brought })?;
        }
        Err(StoreError::SlotUnavailable) => {
            return Err(Refusal::of(Column::Start, "the provider has another appointment at that time").into());
        }
        inserted => inserted?,
    }
    Ok(new.into())
}

/// The row's own code while it is free: people may have it on paper.
fn code(tx: &mut Tx<'_>, request: &Request, told: Option<ConfirmationCode>) -> Result<ConfirmationCode, StoreError> {
    if let Some(code) = told
        && !tx.code_taken(request.business.id, &code)?
    {
        return Ok(code);
    }
    place::unused_code(tx, request)
}
