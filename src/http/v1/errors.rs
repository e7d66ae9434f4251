//! What can go wrong, for the documentation: each operation lists all of it.

use utoipa::IntoResponses;

use crate::http::problem::ProblemDocument;

/// Of everything that reads.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "documents what `ProblemDocument` makes")]
pub enum ReadErrors {
    /// MALFORMED_REQUEST: a parameter cannot be read; `field` names it.
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(ProblemDocument),
    /// UNAUTHORIZED: there is no live key with this secret.
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthorized(ProblemDocument),
    /// FORBIDDEN: the key is of another kind, or lacks the scope that is named.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(ProblemDocument),
    /// NOT_FOUND: nothing has this id.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(ProblemDocument),
    /// RATE_LIMITED: try again after Retry-After.
    #[response(status = 429, content_type = "application/problem+json")]
    RateLimited(ProblemDocument),
    /// INTERNAL: the server failed; `request_id` names it in the log.
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(ProblemDocument),
    /// OVERLOADED: too much is waiting; try again after Retry-After.
    #[response(status = 503, content_type = "application/problem+json")]
    Overloaded(ProblemDocument),
}

/// Of everything that writes.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "documents what `ProblemDocument` makes")]
pub enum WriteErrors {
    /// MALFORMED_REQUEST, MISSING_FIELD, MISSING_CONTACT_INFO, INVALID_PHONE, INVALID_EMAIL, INVALID_DATE or INVALID_TIME: `field` names what is wrong.
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(ProblemDocument),
    /// UNAUTHORIZED: there is no live key with this secret.
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthorized(ProblemDocument),
    /// FORBIDDEN: the key is of another kind, or lacks the scope that is named.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(ProblemDocument),
    /// NOT_FOUND, UNKNOWN_SERVICE or UNKNOWN_PROVIDER: nothing has this id.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(ProblemDocument),
    /// REQUEST_TIMEOUT: the body took too long to arrive.
    #[response(status = 408, content_type = "application/problem+json")]
    TooSlow(ProblemDocument),
    /// SLOT_UNAVAILABLE, SLOT_AVAILABLE, HOLD_EXPIRED, TOO_LATE_TO_CHANGE, NOT_YET_BEGUN, WRONG_STATUS, STRANDS_APPOINTMENTS or UPCOMING_APPOINTMENTS: what stands does not allow it.
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(ProblemDocument),
    /// VERSION_MISMATCH: it has changed since; read it again.
    #[response(status = 412, content_type = "application/problem+json")]
    VersionMismatch(ProblemDocument),
    /// PAYLOAD_TOO_LARGE: the body is longer than 10 MB.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(ProblemDocument),
    /// UNSUPPORTED_MEDIA_TYPE: the body must be JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    UnsupportedMediaType(ProblemDocument),
    /// PAST_DATE, BEYOND_HORIZON, TOO_SOON, OUTSIDE_HOURS or CLOSED: a rule refuses it, with openings; IDEMPOTENCY_KEY_REUSED: the key came with another body before.
    #[response(status = 422, content_type = "application/problem+json")]
    Refused(ProblemDocument),
    /// PRECONDITION_REQUIRED: a change needs If-Match.
    #[response(status = 428, content_type = "application/problem+json")]
    PreconditionRequired(ProblemDocument),
    /// RATE_LIMITED: try again after Retry-After.
    #[response(status = 429, content_type = "application/problem+json")]
    RateLimited(ProblemDocument),
    /// INTERNAL: the server failed; `request_id` names it in the log.
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(ProblemDocument),
    /// OVERLOADED: too much is waiting; nothing was done; try again after Retry-After.
    #[response(status = 503, content_type = "application/problem+json")]
    Overloaded(ProblemDocument),
}
