//! `/api/v1/appointments`.

pub mod attendance;
mod shown;
mod wishes;

use axum::response::Response;
use ringbook_core::appointment::Status;
use ringbook_core::id::{AppointmentId, ContactId, ProviderId, ServiceId};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

pub use shown::{Appointment, depict, show as show_record};
pub use wishes::Person;
use wishes::{AppointmentChanges, Cancellation, NewAppointment, NewTime};

use super::command::Command;
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::list::{Cursor, Limit, Page};
use super::program::{Book, Id, Program, Read};
use super::query::Query;
use super::resource::{Collection, answer, show as show_resource};
use super::values::Edge;
use crate::actions::book;
use crate::actions::cancel::{self as cancelling, Cancel};
use crate::actions::reschedule::{self as moving, Move};
use crate::actions::update::{self as updating, Notes};
use crate::actions::whose::Named;
use crate::http::fault::Fault;
use crate::store::appointment_records::{AppointmentFilter, AppointmentRecord};

pub const APPOINTMENTS: Collection = Collection { path: "/api/v1/appointments", field };

/// People say a date and a time; programs send a start, and a contact.
fn field(name: &str) -> &str {
    match name {
        "date" | "time" => "start",
        "phone" => "contact.phone",
        "email" => "contact.email",
        "reason" => "override.reason",
        "repeat_every" => "repeat.interval",
        "repeat_count" => "repeat.count",
        name => name,
    }
}

/// Which appointments, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Starting at or after this instant, or on or after this local date.
    #[param(inline, example = "2026-06-01")]
    from: Option<Edge>,
    /// Starting before this instant, or on or before this local date.
    #[param(inline, example = "2026-06-30")]
    to: Option<Edge>,
    /// Only this provider's.
    #[param(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// Only this service's.
    #[param(value_type = Option<String>, example = "cleaning")]
    service: Option<ServiceId>,
    /// Only this contact's.
    #[param(value_type = Option<Uuid>)]
    contact: Option<ContactId>,
    /// Only those with this status.
    #[param(value_type = Option<String>, example = "confirmed")]
    status: Option<Status>,
    /// Only those that this phone call made.
    call: Option<String>,
    /// Only the visits that were booked together.
    series: Option<Uuid>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// List appointments, by start
///
/// Holds are in it with the status held until they run out.
#[utoipa::path(
    get, path = "/appointments", tag = "appointments", operation_id = "listAppointments", params(Filter),
    responses((status = 200, description = "One page", body = Page<Appointment>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(filter): Query<Filter>) -> Result<Page<Appointment>, Failure> {
    let request = &program.request;
    let wanted = AppointmentFilter {
        contact: filter.contact,
        call_id: filter.call.as_deref(),
        from: filter.from.map(|edge| edge.from(request)),
        to: filter.to.map(|edge| edge.to(request)),
        provider: filter.provider.as_ref(),
        service: filter.service.as_ref(),
        status: filter.status,
        series: filter.series,
    };
    let after = filter.cursor.map_or((i64::MIN, Uuid::nil()), |cursor| (cursor.at, cursor.id));
    let rows = filter.limit.rows_to_read();
    let found = program.read(|tx, request| {
        let records = tx.appointment_records(request.business.id, &wanted, after, rows, request.now)?;
        let read = |record| Ok((cursor(&record), Appointment::read(tx, request, record)?));
        records.into_iter().map(read).collect::<Result<Vec<_>, _>>()
    })?;
    Ok(filter.limit.page(found, |(cursor, _)| *cursor, |(_, appointment)| appointment))
}

fn cursor(record: &AppointmentRecord) -> Cursor {
    Cursor { at: record.appointment.time.from.unix(), id: record.appointment.id.0 }
}

/// Show one appointment or hold
#[utoipa::path(
    get, path = "/appointments/{id}", tag = "appointments", operation_id = "getAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id")),
    responses((status = 200, description = "The appointment; its version in ETag", body = Appointment), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<AppointmentId>) -> Result<Response, Failure> {
    let found = program.read(|tx, request| {
        let record = tx.appointment_record(request.business.id, id)?;
        record.map(|record| shown::show(tx, request, record, false)).transpose()
    })?;
    Ok(show_resource(found.ok_or(Fault::NotFound)?))
}

/// Book an appointment
///
/// What is listed by `availability` can be booked; anything else is refused with the rule that
/// refuses it. The same contact, service and start a second time is the same appointment. With
/// `repeat` all visits are booked or none: the reply is the first, `clashes` of a refusal name the others.
#[utoipa::path(
    post, path = "/appointments", tag = "appointments", operation_id = "createAppointment",
    params(super::headers::IdempotencyKey), request_body = NewAppointment,
    responses(
        (status = 201, description = "Booked; its address in Location", body = Appointment),
        (status = 200, description = "It was booked before", body = Appointment),
        WriteErrors,
    )
)]
pub async fn create(Command { program, body }: Command<Book, NewAppointment>) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let wish = body.wish(&program)?;
    answer(&APPOINTMENTS, book::book(&program.app, &program.request, wish).await)
}

/// Change the notes of an appointment
///
/// `reschedule` moves it, `cancel` cancels it.
#[utoipa::path(
    patch, path = "/appointments/{id}", tag = "appointments", operation_id = "updateAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id"), super::headers::IfMatchRequired),
    request_body = AppointmentChanges,
    responses((status = 200, description = "As it is now", body = Appointment), WriteErrors)
)]
pub async fn update(
    Id(id): Id<AppointmentId>,
    Command { program, body }: Command<Book, AppointmentChanges>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let wish = Notes { appointment: id, notes: body.notes.map(|notes| notes.0) };
    answer(&APPOINTMENTS, updating::update(&program.app, &program.request, wish).await)
}

/// Cancel an appointment
///
/// Its time is free at once. Cancelling again changes nothing.
#[utoipa::path(
    post, path = "/appointments/{id}/cancel", tag = "appointments", operation_id = "cancelAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id"), super::headers::IdempotencyKey, super::headers::IfMatch),
    request_body = Option<Cancellation>,
    responses((status = 200, description = "Cancelled", body = Appointment), WriteErrors)
)]
pub async fn cancel(
    Id(id): Id<AppointmentId>,
    Command { program, body }: Command<Book, Cancellation>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let wish = Cancel { named: named(id), scope: None, reason: body.reason.map(|reason| reason.0) };
    answer(&APPOINTMENTS, cancelling::cancel(&program.app, &program.request, wish).await)
}

/// Move an appointment
///
/// The new time is taken and the old one given up in one step; when it cannot be had, nothing
/// changes. The confirmation code stays.
#[utoipa::path(
    post, path = "/appointments/{id}/reschedule", tag = "appointments", operation_id = "rescheduleAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id"), super::headers::IdempotencyKey, super::headers::IfMatch),
    request_body = NewTime,
    responses((status = 200, description = "Moved", body = Appointment), WriteErrors)
)]
pub async fn reschedule(
    Id(id): Id<AppointmentId>,
    Command { program, mut body }: Command<Book, NewTime>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let wish = Move { named: named(id), overriding: body.overriding(&program)?, to: body.wanted() };
    answer(&APPOINTMENTS, moving::reschedule(&program.app, &program.request, wish).await)
}

fn named(id: AppointmentId) -> Named {
    Named { appointment_id: Some(id.to_string()), confirmation_code: None }
}
