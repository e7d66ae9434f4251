//! `/api/v1/holds`: times that are kept for a while. A hold is an appointment with the status
//! `held`; it is booked by `POST /appointments` with its id.

use axum::response::Response;
use ringbook_core::id::{AppointmentId, ProviderId, ServiceId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::appointments::{Appointment, depict, show_record};
use super::command::{Command, Empty};
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::headers::IdempotencyKey;
use super::program::{Book, Id, Program, Read};
use super::resource::{Collection, answer, show as show_resource};
use super::values::Start;
use crate::actions::hold;
use crate::actions::wanted::Wanted;
use crate::http::fault::Fault;

const HOLDS: Collection = Collection { path: "/api/v1/holds", field };

fn field(name: &str) -> &str {
    match name {
        "date" | "time" => "start",
        "hold_id" => "id",
        name => name,
    }
}

/// A time to be kept.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHold {
    /// Id of the service.
    #[schema(value_type = String, example = "consultation")]
    service: ServiceId,
    /// Id of the provider; whoever is free when it is left out.
    #[schema(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// When it begins: RFC 3339, or without an offset the organization's local time.
    #[schema(value_type = String, example = "2026-06-03T15:00:00-04:00")]
    start: Start,
}

/// Hold a time
///
/// Nobody else can have it until `hold_expires_at`, when it is given back by itself.
#[utoipa::path(
    post, path = "/holds", tag = "holds", operation_id = "createHold", params(IdempotencyKey),
    request_body = NewHold,
    responses((status = 201, description = "Held; its address in Location", body = Appointment), WriteErrors)
)]
pub async fn create(Command { program, body }: Command<Book, NewHold>) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let wanted = Wanted {
        start: Some(body.start.text()),
        service: Some(body.service.into()),
        provider: body.provider.map(String::from),
        ..Wanted::default()
    };
    answer(&HOLDS, hold::hold(&program.app, &program.request, wanted).await)
}

/// Show one hold
///
/// One that ran out or was released is cancelled; one that was booked is an appointment.
#[utoipa::path(
    get, path = "/holds/{id}", tag = "holds", operation_id = "getHold",
    params(("id" = Uuid, Path, description = "The hold's id")),
    responses((status = 200, description = "The hold; its version in ETag", body = Appointment), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<AppointmentId>) -> Result<Response, Failure> {
    let found = program.read(|tx, request| {
        let record = tx.appointment_record(request.business.id, id)?;
        let hold = record.filter(|record| record.appointment.contact.is_none());
        hold.map(|hold| show_record(tx, request, hold, false)).transpose()
    })?;
    Ok(show_resource(found.ok_or(Fault::NotFound)?))
}

/// Release a hold
///
/// Its time is free at once. Releasing again changes nothing.
#[utoipa::path(
    delete, path = "/holds/{id}", tag = "holds", operation_id = "deleteHold",
    params(("id" = Uuid, Path, description = "The hold's id")),
    responses((status = 204, description = "Released"), WriteErrors)
)]
pub async fn release(program: Program<Book>, Id(id): Id<AppointmentId>) -> Result<Response, Failure> {
    answer(&HOLDS, hold::release(&program.app, &program.request, Some(id.to_string())).await)
}

/// Hold on
///
/// From now on for as long as a new hold lasts, unless it has run out.
#[utoipa::path(
    post, path = "/holds/{id}/renew", tag = "holds", operation_id = "renewHold",
    params(("id" = Uuid, Path, description = "The hold's id"), IdempotencyKey), request_body = Option<Empty>,
    responses((status = 200, description = "Held", body = Appointment), WriteErrors)
)]
pub async fn renew(
    Id(id): Id<AppointmentId>,
    Command { program, body: Empty {} }: Command<Book, Empty>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    answer(&HOLDS, hold::renew(&program.app, &program.request, id).await)
}
