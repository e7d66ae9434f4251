//! `/api/v1`: what programs can do (contract §7). To add a resource: one file here with its bodies,
//! its representation and its handlers, each taking [`Program`] (and [`Query`]) or [`Command`] with
//! the scope it needs; then its handlers in [`resources`]. `make openapi` brings `openapi.json` up to date.

mod appointments;
mod availability;
mod blocks;
mod calls;
mod closures;
mod command;
mod contacts;
mod edits;
mod errors;
mod etag;
mod events;
mod failure;
mod headers;
mod holds;
mod limits;
mod list;
mod messages;
mod misread;
mod openapi;
mod organization;
mod program;
mod providers;
mod query;
mod resource;
mod services;
mod values;
mod waitlist;

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
        .routes(routes!(appointments::show, appointments::update))
        .routes(routes!(appointments::cancel))
        .routes(routes!(appointments::reschedule))
        .routes(routes!(appointments::attendance::confirm))
        .routes(routes!(appointments::attendance::complete))
        .routes(routes!(appointments::attendance::no_show))
        .routes(routes!(calls::list))
        .routes(routes!(calls::show))
        .routes(routes!(messages::list, messages::create))
        .routes(routes!(messages::show, messages::update))
        .routes(routes!(contacts::list, contacts::create))
        .routes(routes!(contacts::show, contacts::update, contacts::erasure::delete))
        .routes(routes!(contacts::merge))
        .routes(routes!(holds::create))
        .routes(routes!(holds::show, holds::release))
        .routes(routes!(holds::renew))
        .routes(routes!(waitlist::list, waitlist::join))
        .routes(routes!(waitlist::show))
        .routes(routes!(waitlist::withdraw))
        .routes(routes!(blocks::list, blocks::create))
        .routes(routes!(blocks::show, blocks::update, blocks::delete))
        .routes(routes!(events::list))
        .routes(routes!(organization::show, organization::update))
        .routes(routes!(services::list, services::create))
        .routes(routes!(services::show, services::update, services::delete))
        .routes(routes!(providers::list, providers::create))
        .routes(routes!(providers::show, providers::update, providers::delete))
        .routes(routes!(closures::list, closures::create))
        .routes(routes!(closures::show, closures::update, closures::delete))
}

/// Asked for in every call, and cheap: not counted by the rate limit.
fn uncounted() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(availability::list))
}

/// What can be done here, as OpenAPI 3.1.
pub fn document() -> OpenApi {
    let all = uncounted().merge(resources());
    openapi::described(OpenApiRouter::new().nest("/api/v1", all).into_openapi())
}

pub fn router(app: &Arc<App>) -> Router<Arc<App>> {
    let (counted, _) = resources().split_for_parts();
    let (uncounted, _) = uncounted().split_for_parts();
    counted
        .method_not_allowed_fallback(async || Fault::MethodNotAllowed)
        .layer(from_fn_with_state(Arc::clone(app), limits::count))
        .merge(uncounted)
        .layer(from_fn_with_state(Arc::clone(app), program::admit))
}
