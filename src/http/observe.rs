//! What every request gets: an id, a span, a log line, its metrics, and an honest answer when a
//! handler panics.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use metrics::{counter, histogram};
use tracing::{Instrument, field, info, info_span};

use super::fault::ToolFault;
use super::problem;
use crate::clock::new_id;
use crate::http::fault::Fault;
use crate::telemetry::{REQUEST_SECONDS, REQUESTS};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_ID: usize = 64;

/// Names one request in replies and logs.
#[derive(Clone, Debug)]
pub struct RequestId(HeaderValue);

impl RequestId {
    pub fn as_str(&self) -> &str {
        // Made of visible ASCII only, see `is_valid`.
        self.0.to_str().unwrap_or_default()
    }

    fn of(request: &Request) -> Self {
        let given = request.headers().get(REQUEST_ID).filter(|id| is_valid(id.as_bytes()));
        given.cloned().map_or_else(Self::default, Self)
    }
}

impl Default for RequestId {
    fn default() -> Self {
        let text = new_id().simple().to_string();
        Self(HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("none")))
    }
}

/// Only what is safe in a log line and in a spoken reference.
fn is_valid(id: &[u8]) -> bool {
    let safe = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    (1..=LONGEST_ID).contains(&id.len()) && id.iter().all(safe)
}

pub async fn observe(mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = RequestId::of(&request);
    let path = request.extensions().get::<MatchedPath>().cloned();
    // The template, never the path: what strangers type must not grow the metrics or the log.
    let route = path.as_ref().map_or("none", MatchedPath::as_str);
    let method = request.method().as_str();
    let span = info_span!("request", id = id.as_str(), method, route, call_id = field::Empty);
    request.extensions_mut().insert(id.clone());
    let handled = AssertUnwindSafe(next.run(request)).catch_unwind().instrument(span.clone()).await;
    let mut response = handled.unwrap_or_else(|_| panicked());
    problem::name_request(&mut response, &id);
    response.headers_mut().insert(REQUEST_ID, id.0);
    span.in_scope(|| record(route, response.status(), begun.elapsed()));
    response
}

fn panicked() -> Response {
    ToolFault::from(Fault::Internal).into_response()
}

fn record(route: &str, status: StatusCode, took: Duration) {
    let (route, status) = (route.to_owned(), status.as_u16());
    counter!(REQUESTS, "route" => route.clone(), "status" => status.to_string()).increment(1);
    histogram!(REQUEST_SECONDS, "route" => route).record(took);
    info!(status, milliseconds = took.as_secs_f64() * 1e3, "answered");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_for(given: &str) -> RequestId {
        let mut request = Request::default();
        request.headers_mut().insert(REQUEST_ID, given.parse().unwrap());
        RequestId::of(&request)
    }

    #[test]
    fn a_safe_id_is_kept_and_another_replaced() {
        assert_eq!(id_for("Abc-12_3").as_str(), "Abc-12_3");
        for unsafe_id in ["", "a b", "a;b", "a\tb", &"x".repeat(65)] {
            let id = id_for(unsafe_id);
            assert_ne!(id.as_str(), unsafe_id);
            assert!(is_valid(id.as_str().as_bytes()));
        }
    }
}
