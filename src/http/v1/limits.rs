//! What a rate limit looks like: headers in every reply, and 429.

use std::sync::Arc;

use axum::extract::{Extension, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::program::Key;
use crate::app::App;
use crate::http::problem::ProblemDocument;
use crate::limits::Standing;

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// Answers within the limit, and says in every reply where the organization stands.
pub async fn count(
    State(app): State<Arc<App>>,
    Extension(key): Extension<Key>,
    request: Request,
    next: Next,
) -> Response {
    match app.rate_limits.count(key.org) {
        None => next.run(request).await,
        Some(Ok(standing)) => with_headers(standing, next.run(request).await),
        Some(Err(standing)) => refusal(standing),
    }
}

fn with_headers(standing: Standing, mut response: Response) -> Response {
    let headers =
        [(LIMIT, standing.limit.into()), (REMAINING, standing.remaining.into()), (RESET, seconds(standing).into())];
    response.headers_mut().extend(headers);
    response
}

fn refusal(standing: Standing) -> Response {
    let detail = "This organization has used up its requests. Try again after Retry-After.";
    let mut response = with_headers(standing, ProblemDocument::new("RATE_LIMITED", detail).into_response());
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds(standing)));
    response
}

/// Rounded up: who waits that long is let in.
fn seconds(standing: Standing) -> u64 {
    u64::try_from(standing.reset.as_millis().div_ceil(1000)).unwrap_or(u64::MAX)
}
