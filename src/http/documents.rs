//! What programs read about this server: the OpenAPI document and a reader for it.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::IntoResponse;

use super::v1;

/// `GET /api/openapi.json`.
pub async fn openapi() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI.as_str())
}

/// Made from the code; the same bytes as `openapi.json` in the repository.
static OPENAPI: LazyLock<String> = LazyLock::new(|| {
    let mut text = v1::document().to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
});
