//! The HTTP server: who may come in, how bodies are read, what every request gets. What is said
//! over a connection is the subject of `voice` and of one file per resource here.

pub mod admission;
pub mod auth;
mod body;
mod documents;
pub mod fault;
mod observe;
mod probes;
mod problem;
mod serve;
mod signature;
pub mod status;
#[cfg(test)]
mod tests;
mod v1;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post};

pub use observe::RequestId;
pub use serve::serve;

use crate::app::App;
use crate::telemetry;
use crate::voice::{flat, forms, vapi};
use fault::Fault;

/// Every endpoint (contract §7).
pub fn router(app: Arc<App>) -> Router {
    telemetry::metrics();
    Router::new()
        .route("/api/health", get(probes::health))
        .route("/api/ready", get(probes::ready))
        .route("/metrics", get(probes::metrics))
        .route("/api/vapi", post(vapi::receive))
        .route("/api/vapi/tools/{tool}", post(forms::receive))
        .route("/api/tools/{tool}", post(flat::receive).get(flat::look_up))
        .nest("/api/v1", v1::router(&app))
        .route("/api/openapi.json", get(documents::openapi))
        .route("/api/docs", get(documents::reader))
        .route("/api/docs/rapidoc.js", get(documents::script))
        .fallback(async || Fault::NotFound)
        .method_not_allowed_fallback(async || Fault::MethodNotAllowed)
        .layer(from_fn(observe::observe))
        .with_state(app)
}
