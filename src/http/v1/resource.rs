//! One resource as a reply: its JSON, its version, and where it is.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use uuid::Uuid;

use super::etag;
use super::failure::Failure;
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::reply::{Reply, Resource};
use crate::store::StoreError;

/// A resource to be shown, or remembered as it is shown.
pub fn resource<T: Serialize>(id: Uuid, version: i64, created: bool, shown: &T) -> Result<Resource, StoreError> {
    let json = serde_json::to_string(shown).map_err(anyhow::Error::from)?;
    Ok(Resource { id, created, version, json })
}

/// The answer to a command on `collection` (`/api/v1/appointments`): the resource as it now is,
/// nothing when there is none, or why not.
pub fn answer(collection: &str, reply: Reply) -> Result<Response, Failure> {
    if reply.error.is_some() {
        return Err(ProblemDocument::of_refusal(reply).into());
    }
    let Some(resource) = reply.resource else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    if !resource.created {
        return Ok(show(resource));
    }
    let location = HeaderValue::try_from(format!("{collection}/{}", resource.id)).map_err(|_| Fault::Internal)?;
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
