//! `/api/v1/organization`: the document that an organization file is (contract §3).

use axum::response::Response;
use serde_json::json;
use utoipa::ToSchema;

use super::closures::Closure;
use super::command::Command;
use super::edits;
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::program::{Manage, Program, Read};
use super::providers::Provider;
use super::query::{Nothing, Query};
use super::services::Service;
use crate::actions::edit::Members;

/// One business. The members are those of the organization file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "documents the members; the rules of the organization file read them")]
pub struct Organization {
    /// Names it for ever.
    #[schema(example = "riverside")]
    slug: String,
    /// What callers hear.
    #[schema(example = "Riverside Dental")]
    name: String,
    /// An IANA time zone.
    #[schema(example = "America/Chicago")]
    time_zone: String,
    /// How to read a phone number without +.
    #[schema(example = "US")]
    country: Option<String>,
    /// What is spoken.
    #[schema(example = "en-US")]
    locale: String,
    /// The numbers that callers dial.
    #[schema(example = json!(["+15125550100"]))]
    phone_numbers: Vec<String>,
    /// Where it is.
    address: Option<String>,
    /// The rules of booking: slot_interval, slot_grid, min_notice, horizon, hold, change_notice.
    booking: serde_json::Map<String, serde_json::Value>,
    /// What can be booked; at least one.
    services: Vec<Service>,
    /// Who serves; at least one.
    providers: Vec<Provider>,
    /// When nobody is there.
    closures: Vec<Closure>,
    /// What can be said about the business: topic and text.
    answers: Vec<serde_json::Map<String, serde_json::Value>>,
    /// Whom calls are handed to: default and departments.
    transfer: Option<serde_json::Map<String, serde_json::Value>>,
    /// What the voice platform needs to know: assistant_id.
    voice: serde_json::Map<String, serde_json::Value>,
}

/// Show the organization
#[utoipa::path(
    get, path = "/organization", tag = "organization", operation_id = "getOrganization",
    responses((status = 200, description = "The organization; its version in ETag", body = Organization), ReadErrors)
)]
pub async fn show(program: Program<Read>, _: Query<Nothing>) -> Response {
    edits::whole(&program, &json!(program.request.business.organization))
}

/// Change the organization
///
/// Members that are given replace those that stand, within tables, too. With `force` also when future
/// appointments have no place then; without it they are named.
#[utoipa::path(
    patch, path = "/organization", tag = "organization", operation_id = "updateOrganization",
    params(super::headers::IfMatchRequired), request_body = Organization,
    responses((status = 200, description = "Changed", body = Organization), WriteErrors)
)]
pub async fn update(Command { program, body }: Command<Manage, Members>) -> Result<Response, Failure> {
    edits::change_organization(program, body).await
}
