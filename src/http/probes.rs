//! Health, readiness and metrics: for machines that watch the server. None needs a credential and
//! none tells anything about an organization.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::App;
use crate::telemetry;

/// The process answers.
pub async fn health() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], r#"{"status":"ok"}"#).into_response()
}

/// The process can do its work: each thing it depends on, and 503 when one is missing.
pub async fn ready(State(app): State<Arc<App>>) -> Response {
    let database = app.store.check().await;
    if let Err(error) = &database {
        tracing::warn!(%error, "not ready");
    }
    let (status, word, database) = match database {
        Ok(()) => (StatusCode::OK, "ready", "ok"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "not ready", "unavailable"),
    };
    (status, Json(json!({ "status": word, "dependencies": { "database": database } }))).into_response()
}

pub async fn metrics() -> Response {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], telemetry::metrics().render()).into_response()
}
