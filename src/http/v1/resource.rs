//! One resource as a reply: its JSON, its version, and where it is.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ringbook_core::outcome::{Outcome, Problem, Refused};
use serde::Serialize;
use uuid::Uuid;

use super::etag;
use super::failure::Failure;
use crate::actions::Request;
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::reply::{Reply, Resource};
use crate::store::StoreError;

/// A resource to be shown, or remembered as it is shown.
pub fn resource<T: Serialize>(id: Uuid, version: i64, created: bool, shown: &T) -> Result<Resource, StoreError> {
    let json = serde_json::to_string(shown).map_err(anyhow::Error::from)?;
    Ok(Resource { id, created, version, json })
}

/// Resources of one kind.
pub struct Collection {
    /// `/api/v1/appointments`.
    pub path: &'static str,
    /// What its bodies call a field of the action.
    pub field: fn(&str) -> &str,
}

/// The answer to a command: the resource as it now is, nothing when there is none, or why not.
pub fn answer(collection: &Collection, reply: Reply) -> Result<Response, Failure> {
    if reply.error.is_some() {
        return Err(ProblemDocument::of_refusal(reply, collection.field).into());
    }
    let Some(resource) = reply.resource else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    if !resource.created {
        return Ok(show(resource));
    }
    let location =
        HeaderValue::try_from(format!("{}/{}", collection.path, resource.id)).map_err(|_| Fault::Internal)?;
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], show(resource)).into_response())
}

/// A single resource with its version.
pub fn show(resource: Resource) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::ETAG, etag::of(resource.version)),
    ];
    (headers, resource.json).into_response()
}

/// A refusal before any action ran.
pub fn refusal(request: &Request, collection: &Collection, problem: Problem) -> Failure {
    let reply = request.reply(&Outcome::Refused(Refused::question(problem)));
    ProblemDocument::of_refusal(reply, collection.field).into()
}
