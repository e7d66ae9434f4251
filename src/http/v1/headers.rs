//! Headers that programs send, for the documentation.

use utoipa::IntoParams;

/// On every POST.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "read from the headers by `command`; this documents it")]
pub struct IdempotencyKey {
    /// Makes the request safe to send again: for 24 hours the same key with the same body gets the same reply.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 255, pattern = "^[ -~]+$", required = false)]
    idempotency_key: String,
}

/// Where a version may be given.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "read from the headers by `etag`; this documents it")]
pub struct IfMatch {
    /// The ETag of what is to be changed; 412 when it has changed since.
    #[param(rename = "If-Match", pattern = "^(\\*|\"[0-9]{1,18}\"|[0-9]{1,18})$", example = "\"1\"", required = false)]
    if_match: String,
}

/// Where a version must be given.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "read from the headers by `etag`; this documents it")]
pub struct IfMatchRequired {
    /// The ETag of what is to be changed; 412 when it has changed since, 428 without it.
    #[param(rename = "If-Match", pattern = "^(\\*|\"[0-9]{1,18}\"|[0-9]{1,18})$", example = "\"1\"")]
    if_match: String,
}
