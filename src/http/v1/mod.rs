//! `/api/v1`: what programs can do (contract §7). To add a resource: one file here with its bodies,
//! its representation and its handlers, each taking [`Program`] (and [`Query`]) or [`Command`] with
//! the scope it needs; then its handlers in [`resources`]. `make openapi` brings `openapi.json` up to date.

mod appointments;
mod closures;
mod command;
mod edits;
mod errors;
mod etag;
mod events;
mod failure;
mod headers;
mod limits;
mod list;
mod misread;
mod openapi;
mod organization;
mod program;
mod providers;
mod query;
mod resource;
mod services;
mod values;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::fault::Fault;
use crate::app::App;

/// Every resource, with its documentation.
fn resources() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(appointments::list, appointments::create))
        .routes(routes!(appointments::show))
        .routes(routes!(appointments::cancel))
        .routes(routes!(appointments::reschedule))
        .routes(routes!(events::list))
        .routes(routes!(organization::show, organization::update))
        .routes(routes!(services::list, services::create))
        .routes(routes!(services::show, services::update, services::delete))
        .routes(routes!(providers::list, providers::create))
        .routes(routes!(providers::show, providers::update, providers::delete))
        .routes(routes!(closures::list, closures::create))
        .routes(routes!(closures::show, closures::update, closures::delete))
}

/// What [`resources`] can do, as OpenAPI 3.1.
pub fn document() -> OpenApi {
    openapi::described(OpenApiRouter::new().nest("/api/v1", resources()).into_openapi())
}

pub fn router(app: &Arc<App>) -> Router<Arc<App>> {
    let (router, _) = resources().split_for_parts();
    router
        .method_not_allowed_fallback(async || Fault::MethodNotAllowed)
        .layer(from_fn_with_state(Arc::clone(app), program::admit))
}
