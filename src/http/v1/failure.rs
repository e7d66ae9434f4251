//! What a handler ends with when it cannot do what was asked.

use axum::response::{IntoResponse, Response};

use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::store::StoreError;

/// Boxed: it is large, and rare.
#[derive(Debug)]
pub struct Failure(Box<ProblemDocument>);

impl From<ProblemDocument> for Failure {
    fn from(problem: ProblemDocument) -> Self {
        Self(Box::new(problem))
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        ProblemDocument::from(fault).into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Fault::from(error).into()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}
