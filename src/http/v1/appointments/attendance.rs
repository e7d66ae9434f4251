//! What the business notes about an appointment: confirmed, completed, missed.

use axum::response::Response;
use ringbook_core::id::AppointmentId;

use super::{APPOINTMENTS, Appointment, depict};
use crate::actions::attendance;
use crate::http::v1::command::{Command, Empty};
use crate::http::v1::errors::WriteErrors;
use crate::http::v1::failure::Failure;
use crate::http::v1::headers::{IdempotencyKey, IfMatch};
use crate::http::v1::program::{Book, Id};
use crate::http::v1::resource::answer;

/// Confirm what is held for somebody who missed too many appointments
///
/// Confirming again changes nothing.
#[utoipa::path(
    post, path = "/appointments/{id}/confirm", tag = "appointments", operation_id = "confirmAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id"), IdempotencyKey, IfMatch),
    request_body = Option<Empty>,
    responses((status = 200, description = "Confirmed", body = Appointment), WriteErrors)
)]
pub async fn confirm(
    Id(id): Id<AppointmentId>,
    Command { program, body: Empty {} }: Command<Book, Empty>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    answer(&APPOINTMENTS, attendance::confirm(&program.app, &program.request, id).await)
}

/// Note that the person came
///
/// Corrects an earlier no-show, and its count.
#[utoipa::path(
    post, path = "/appointments/{id}/complete", tag = "appointments", operation_id = "completeAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id"), IdempotencyKey, IfMatch),
    request_body = Option<Empty>,
    responses((status = 200, description = "Completed", body = Appointment), WriteErrors)
)]
pub async fn complete(
    Id(id): Id<AppointmentId>,
    Command { program, body: Empty {} }: Command<Book, Empty>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    answer(&APPOINTMENTS, attendance::complete(&program.app, &program.request, id).await)
}

/// Note that the person did not come
///
/// It is counted on the contact. Corrects an earlier completion.
#[utoipa::path(
    post, path = "/appointments/{id}/no-show", tag = "appointments", operation_id = "missAppointment",
    params(("id" = Uuid, Path, description = "The appointment's id"), IdempotencyKey, IfMatch),
    request_body = Option<Empty>,
    responses((status = 200, description = "Missed", body = Appointment), WriteErrors)
)]
pub async fn no_show(
    Id(id): Id<AppointmentId>,
    Command { program, body: Empty {} }: Command<Book, Empty>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    answer(&APPOINTMENTS, attendance::no_show(&program.app, &program.request, id).await)
}
