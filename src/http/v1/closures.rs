//! `/api/v1/closures`: items of the organization's document.

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

/// When nobody is there.
#[derive(ToSchema)]
#[expect(dead_code, reason = "documents the members; the rules of the organization file read them")]
pub struct Closure {
    /// Names it; its first day where none is given.
    #[schema(example = "christmas")]
    id: String,
    /// The first day, or a local time.
    #[schema(example = "2026-12-25")]
    from: String,
    /// The last day, which is included, or a local time, which is not.
    #[schema(example = "2026-12-26")]
    to: String,
    /// What callers are told.
    #[schema(example = "Christmas")]
    reason: Option<String>,
}

/// List closures, in their order
#[utoipa::path(
    get, path = "/closures", tag = "closures", operation_id = "listClosures", params(Paging),
    responses((status = 200, description = "One page", body = Page<Closure>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(paging): Query<Paging>) -> Result<Page<Value>, Failure> {
    edits::page(&program, List::Closures, &paging)
}

/// Show one closure
#[utoipa::path(
    get, path = "/closures/{id}", tag = "closures", operation_id = "getClosure",
    params(("id" = String, Path, description = "The closure's id")),
    responses((status = 200, description = "The closure; the organization's version in ETag", body = Closure), ReadErrors)
)]
pub async fn show(program: Program<Read>, id: Path<String>, _: Query<Nothing>) -> Result<Response, Failure> {
    edits::item(&program, List::Closures, id)
}

/// Add a closure
///
/// By the rules of the organization file. With `force` also when future appointments have no place then.
#[utoipa::path(
    post, path = "/closures", tag = "closures", operation_id = "createClosure",
    params(super::headers::IdempotencyKey, super::headers::IfMatch), request_body = Closure,
    responses((status = 201, description = "Added; its address in Location", body = Closure), WriteErrors)
)]
pub async fn create(Command { program, body }: Command<Manage, Members>) -> Result<Response, Failure> {
    edits::add(program, List::Closures, body).await
}

/// Change a closure
///
/// Members that are given replace those that stand. With `force` also when future appointments
/// have no place then; without it they are named.
#[utoipa::path(
    patch, path = "/closures/{id}", tag = "closures", operation_id = "updateClosure",
    params(("id" = String, Path, description = "The closure's id"), super::headers::IfMatchRequired), request_body = Closure,
    responses((status = 200, description = "Changed", body = Closure), WriteErrors)
)]
pub async fn update(
    id: Path<String>,
    Command { program, body }: Command<Manage, Members>,
) -> Result<Response, Failure> {
    edits::change(program, List::Closures, id, body).await
}

/// Remove a closure
#[utoipa::path(
    delete, path = "/closures/{id}", tag = "closures", operation_id = "deleteClosure",
    params(("id" = String, Path, description = "The closure's id"), Removal, super::headers::IfMatch),
    responses((status = 204, description = "Removed"), WriteErrors)
)]
pub async fn delete(
    program: Program<Manage>,
    id: Path<String>,
    Query(removal): Query<Removal>,
) -> Result<Response, Failure> {
    edits::remove(program, List::Closures, id, &removal).await
}
