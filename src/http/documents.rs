//! What programs and their authors read about this server: the OpenAPI document, and a reader for
//! it that asks nobody else for anything.

use std::sync::LazyLock;

use axum::http::{HeaderName, header};
use axum::response::IntoResponse;

use super::v1;

/// From this server or not at all.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `GET /api/openapi.json`.
pub async fn openapi() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI.as_str())
}

/// `GET /api/docs`.
pub async fn reader() -> impl IntoResponse {
    let headers: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (headers, include_str!("../../web/docs.html"))
}

/// `GET /api/docs/rapidoc.js`.
pub async fn script() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "max-age=86400")];
    (headers, include_str!("../../web/vendor/rapidoc/rapidoc-min.js"))
}

/// Made from the code; the same bytes as `openapi.json` in the repository.
static OPENAPI: LazyLock<String> = LazyLock::new(|| {
    let mut text = v1::document().to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
});
