//! One table: the stable code of a refusal to its HTTP status (contract §8).

use axum::http::StatusCode;

/// The status of a refusal on the wires that use HTTP statuses.
pub fn of(code: &str) -> StatusCode {
    match code {
        "MISSING_CONTACT_INFO"
        | "INVALID_PHONE"
        | "INVALID_EMAIL"
        | "INVALID_DATE"
        | "INVALID_TIME"
        | "MISSING_FIELD"
        | "MALFORMED_REQUEST" => StatusCode::BAD_REQUEST,
        "UNAUTHORIZED" => StatusCode::UNAUTHORIZED,
        "FORBIDDEN" => StatusCode::FORBIDDEN,
        "UNKNOWN_SERVICE" | "UNKNOWN_PROVIDER" | "UNKNOWN_TOOL" | "UNKNOWN_DEPARTMENT" | "ORG_NOT_FOUND"
        | "NOT_FOUND" | "NOT_YOURS" => StatusCode::NOT_FOUND,
        "METHOD_NOT_ALLOWED" => StatusCode::METHOD_NOT_ALLOWED,
        "REQUEST_TIMEOUT" => StatusCode::REQUEST_TIMEOUT,
        "SLOT_UNAVAILABLE"
        | "TOO_LATE_TO_CHANGE"
        | "HOLD_EXPIRED"
        | "CONTACT_EXISTS"
        | "SLOT_AVAILABLE"
        | "NOT_YET_BEGUN"
        | "WRONG_STATUS"
        | "STRANDS_APPOINTMENTS"
        | "UPCOMING_APPOINTMENTS" => StatusCode::CONFLICT,
        "PRECONDITION_REQUIRED" => StatusCode::PRECONDITION_REQUIRED,
        "VERSION_MISMATCH" => StatusCode::PRECONDITION_FAILED,
        "PAYLOAD_TOO_LARGE" => StatusCode::PAYLOAD_TOO_LARGE,
        "UNSUPPORTED_MEDIA_TYPE" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "PAST_DATE"
        | "BEYOND_HORIZON"
        | "TOO_SOON"
        | "OUTSIDE_HOURS"
        | "CLOSED"
        | "TRANSFER_NOT_CONFIGURED"
        | "TRANSFER_LOOP"
        | "IDEMPOTENCY_KEY_REUSED" => StatusCode::UNPROCESSABLE_ENTITY,
        "RATE_LIMITED" => StatusCode::TOO_MANY_REQUESTS,
        "OVERLOADED" => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
