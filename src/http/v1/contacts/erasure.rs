//! Forgetting a person through REST.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ringbook_core::id::ContactId;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::actions::erase::{self, EraseError, Upcoming};
use crate::actions::record::Author;
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::http::v1::errors::WriteErrors;
use crate::http::v1::failure::Failure;
use crate::http::v1::program::{Id, Manage, Program};
use crate::http::v1::query::Query;

/// What becomes of the appointments that the person still has.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Erasure {
    /// Cancel them; without it, whoever still has appointments is not erased.
    #[serde(default)]
    #[param(required = false)]
    cancel_upcoming: bool,
}

/// Erase a person
///
/// Name, phone number, email address, notes, messages and transcripts are gone for good; the time of
/// past appointments stays. Erasing again changes nothing.
#[utoipa::path(
    delete, path = "/contacts/{id}", tag = "contacts", operation_id = "eraseContact",
    params(("id" = Uuid, Path, description = "The contact's id"), Erasure),
    responses((status = 204, description = "Erased"), WriteErrors)
)]
pub async fn delete(
    program: Program<Manage>,
    Id(id): Id<ContactId>,
    Query(erasure): Query<Erasure>,
) -> Result<Response, Failure> {
    let upcoming = if erasure.cancel_upcoming { Upcoming::Cancel } else { Upcoming::Refuse };
    let request = &program.request;
    let author =
        Author { org: request.business.id, at: request.now, channel: request.channel, key: request.key, call_id: None };
    match erase::erase(&program.app.store, author, id, upcoming).await {
        Ok(_) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(EraseError::NotFound) => Err(Fault::NotFound.into()),
        Err(EraseError::Upcoming) => Err(ProblemDocument::new(
            "UPCOMING_APPOINTMENTS",
            "The contact has upcoming appointments: cancel them first, or send cancel_upcoming=true.",
        )
        .into()),
        Err(EraseError::Store(error)) => Err(error.into()),
    }
}
