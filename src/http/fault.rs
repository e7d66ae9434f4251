//! Requests that end before an action ran: who asks is unknown, the body cannot be read, there is
//! no such place, or the server itself failed.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use ringbook_core::outcome::Word;
use serde_json::json;

use super::problem::ProblemDocument;
use super::status;
use crate::store::StoreError;

#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("Valid credentials are needed: Authorization: Bearer, X-Vapi-Secret or a signature.")]
    Unauthorized,
    #[error("This key is not for this endpoint.")]
    Forbidden,
    #[error("{0}")]
    Malformed(&'static str),
    #[error("The body must be JSON: Content-Type: application/json.")]
    UnsupportedMediaType,
    #[error("The body is larger than {limit_bytes} bytes.")]
    TooLarge { limit_bytes: usize },
    #[error("The body took too long to arrive.")]
    TooSlow,
    #[error("There is nothing at this address.")]
    NotFound,
    #[error("This address does not know this method.")]
    MethodNotAllowed,
    #[error("Too many requests are waiting.")]
    Overloaded,
    #[error("The server failed.")]
    Internal,
}

impl Fault {
    /// The stable code of contract §8.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unauthorized => "UNAUTHORIZED",
            Self::Forbidden => "FORBIDDEN",
            Self::Malformed(_) => "MALFORMED_REQUEST",
            Self::UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
            Self::TooLarge { .. } => "PAYLOAD_TOO_LARGE",
            Self::TooSlow => "REQUEST_TIMEOUT",
            Self::NotFound => "NOT_FOUND",
            Self::MethodNotAllowed => "METHOD_NOT_ALLOWED",
            Self::Overloaded => "OVERLOADED",
            Self::Internal => "INTERNAL",
        }
    }

    fn headers(&self, mut response: Response) -> Response {
        let header = match self {
            Self::Unauthorized => (header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"ringbook\"")),
            Self::Overloaded => (header::RETRY_AFTER, HeaderValue::from_static("1")),
            _ => return response,
        };
        response.headers_mut().insert(header.0, header.1);
        response
    }
}

/// The cause goes to the log: it names files and limits, never people.
impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the database did not answer");
        match error {
            StoreError::Overloaded | StoreError::Unavailable(_) => Self::Overloaded,
            StoreError::SlotUnavailable | StoreError::Internal(_) => Self::Internal,
        }
    }
}

/// What serde_json says names bytes of the body, so that it is not passed on.
impl From<serde_json::Error> for Fault {
    fn from(_: serde_json::Error) -> Self {
        Self::Malformed("The body is not valid JSON.")
    }
}

impl From<Fault> for ProblemDocument {
    fn from(fault: Fault) -> Self {
        Self::new(fault.code(), fault.to_string())
    }
}

/// For programs.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        ProblemDocument::from(self).into_response()
    }
}

/// The same for the tools of voice agents, in the shape of contract §8.
pub struct ToolFault(Fault);

impl<T: Into<Fault>> From<T> for ToolFault {
    fn from(fault: T) -> Self {
        Self(fault.into())
    }
}

// Whether anything was written is not known here, so nothing is claimed about it.
const SAY: &str = "I could not complete that. Please try again in a moment.";

impl IntoResponse for ToolFault {
    fn into_response(self) -> Response {
        let Self(fault) = self;
        let reply = json!({
            "success": false,
            "status": Word::Failed,
            "error": fault.code(),
            "code": fault.code(),
            "message": fault.to_string(),
            "say": SAY,
        });
        fault.headers((status::of(fault.code()), Json(reply)).into_response())
    }
}
