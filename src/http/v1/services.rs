//! `/api/v1/services`: items of the organization's document.

use axum::extract::Path;
use axum::response::Response;
use serde_json::Value;
use utoipa::ToSchema;

use super::command::Command;
use super::edits::{self, Paging, Removal};
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::list::Page;
use super::program::{Manage, Program, Read};
use super::query::{Nothing, Query};
use crate::actions::edit::{List, Members};

/// What can be booked.
#[derive(ToSchema)]
#[expect(dead_code, reason = "documents the members; the rules of the organization file read them")]
pub struct Service {
    /// Names it for ever: lower-case letters, digits, - and _.
    #[schema(example = "cleaning")]
    id: String,
    /// What callers hear.
    #[schema(example = "Dental cleaning")]
    name: String,
    /// What else callers call it.
    aliases: Vec<String>,
    /// How long it takes.
    #[schema(example = "45m")]
    duration: String,
    /// Kept free before it.
    #[schema(example = "0m")]
    buffer_before: String,
    /// Kept free after it.
    #[schema(example = "15m")]
    buffer_after: String,
    /// Contacts per slot.
    #[schema(example = 1)]
    capacity: u32,
    /// How far apart offered starts are, where it is not the organization's interval.
    #[schema(example = "15m")]
    slot_interval: Option<String>,
}

/// List services, in their order
#[utoipa::path(
    get, path = "/services", tag = "services", operation_id = "listServices", params(Paging),
    responses((status = 200, description = "One page", body = Page<Service>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(paging): Query<Paging>) -> Result<Page<Value>, Failure> {
    edits::page(&program, List::Services, &paging)
}

/// Show one service
#[utoipa::path(
    get, path = "/services/{id}", tag = "services", operation_id = "getService",
    params(("id" = String, Path, description = "The service's id")),
    responses((status = 200, description = "The service; the organization's version in ETag", body = Service), ReadErrors)
)]
pub async fn show(program: Program<Read>, id: Path<String>, _: Query<Nothing>) -> Result<Response, Failure> {
    edits::item(&program, List::Services, id)
}

/// Add a service
///
/// By the rules of the organization file. With `force` also when future appointments have no place then.
#[utoipa::path(
    post, path = "/services", tag = "services", operation_id = "createService",
    params(super::headers::IdempotencyKey, super::headers::IfMatch), request_body = Service,
    responses((status = 201, description = "Added; its address in Location", body = Service), WriteErrors)
)]
pub async fn create(Command { program, body }: Command<Manage, Members>) -> Result<Response, Failure> {
    edits::add(program, List::Services, body).await
}

/// Change a service
///
/// Members that are given replace those that stand. With `force` also when future appointments
/// have no place then; without it they are named.
#[utoipa::path(
    patch, path = "/services/{id}", tag = "services", operation_id = "updateService",
    params(("id" = String, Path, description = "The service's id"), super::headers::IfMatchRequired), request_body = Service,
    responses((status = 200, description = "Changed", body = Service), WriteErrors)
)]
pub async fn update(
    id: Path<String>,
    Command { program, body }: Command<Manage, Members>,
) -> Result<Response, Failure> {
    edits::change(program, List::Services, id, body).await
}

/// Remove a service
#[utoipa::path(
    delete, path = "/services/{id}", tag = "services", operation_id = "deleteService",
    params(("id" = String, Path, description = "The service's id"), Removal, super::headers::IfMatch),
    responses((status = 204, description = "Removed"), WriteErrors)
)]
pub async fn delete(
    program: Program<Manage>,
    id: Path<String>,
    Query(removal): Query<Removal>,
) -> Result<Response, Failure> {
    edits::remove(program, List::Services, id, &removal).await
}
