//! `/api/v1/providers`: items of the organization's document.

use std::collections::BTreeMap;

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

/// A person, a chair or a room that can serve one appointment at a time.
#[derive(ToSchema)]
#[expect(dead_code, reason = "documents the members; the rules of the organization file read them")]
pub struct Provider {
    /// Names it for ever: lower-case letters, digits, - and _.
    #[schema(example = "lee")]
    id: String,
    /// What callers hear.
    #[schema(example = "Dr. Amara Lee")]
    name: String,
    /// Ids of the services that are offered; none means all.
    services: Vec<String>,
    /// Where it differs from the organization's.
    #[schema(example = "America/Chicago")]
    time_zone: Option<String>,
    /// Opening hours by day: mon, tue, wed, thu, fri, sat, sun; a day that is not there is closed.
    #[schema(example = json!({"mon": ["09:00-12:00", "13:00-17:00"]}))]
    hours: BTreeMap<String, Vec<String>>,
    /// Dates that have hours of their own.
    overrides: Vec<Override>,
}

/// The hours of one date, instead of those of its weekday.
#[derive(ToSchema)]
#[expect(dead_code, reason = "as above")]
pub struct Override {
    /// The day.
    #[schema(format = Date, example = "2026-12-24")]
    date: String,
    /// When somebody is there; none means closed.
    #[schema(example = json!(["09:00-12:00"]))]
    hours: Vec<String>,
}

/// List providers, in their order
#[utoipa::path(
    get, path = "/providers", tag = "providers", operation_id = "listProviders", params(Paging),
    responses((status = 200, description = "One page", body = Page<Provider>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(paging): Query<Paging>) -> Result<Page<Value>, Failure> {
    edits::page(&program, List::Providers, &paging)
}

/// Show one provider
#[utoipa::path(
    get, path = "/providers/{id}", tag = "providers", operation_id = "getProvider",
    params(("id" = String, Path, description = "The provider's id")),
    responses((status = 200, description = "The provider; the organization's version in ETag", body = Provider), ReadErrors)
)]
pub async fn show(program: Program<Read>, id: Path<String>, _: Query<Nothing>) -> Result<Response, Failure> {
    edits::item(&program, List::Providers, id)
}

/// Add a provider
///
/// By the rules of the organization file. With `force` also when future appointments have no place then.
#[utoipa::path(
    post, path = "/providers", tag = "providers", operation_id = "createProvider",
    params(super::headers::IdempotencyKey, super::headers::IfMatch), request_body = Provider,
    responses((status = 201, description = "Added; its address in Location", body = Provider), WriteErrors)
)]
pub async fn create(Command { program, body }: Command<Manage, Members>) -> Result<Response, Failure> {
    edits::add(program, List::Providers, body).await
}

/// Change a provider
///
/// Members that are given replace those that stand. With `force` also when future appointments
/// have no place then; without it they are named.
#[utoipa::path(
    patch, path = "/providers/{id}", tag = "providers", operation_id = "updateProvider",
    params(("id" = String, Path, description = "The provider's id"), super::headers::IfMatchRequired), request_body = Provider,
    responses((status = 200, description = "Changed", body = Provider), WriteErrors)
)]
pub async fn update(
    id: Path<String>,
    Command { program, body }: Command<Manage, Members>,
) -> Result<Response, Failure> {
    edits::change(program, List::Providers, id, body).await
}

/// Remove a provider
#[utoipa::path(
    delete, path = "/providers/{id}", tag = "providers", operation_id = "deleteProvider",
    params(("id" = String, Path, description = "The provider's id"), Removal, super::headers::IfMatch),
    responses((status = 204, description = "Removed"), WriteErrors)
)]
pub async fn delete(
    program: Program<Manage>,
    id: Path<String>,
    Query(removal): Query<Removal>,
) -> Result<Response, Failure> {
    edits::remove(program, List::Providers, id, &removal).await
}
