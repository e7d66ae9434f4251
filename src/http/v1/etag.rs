//! Versions of single resources: `ETag` on the way out, `If-Match` on the way in (RFC 9110).

use axum::http::{HeaderMap, HeaderValue, header};

use super::failure::Failure;
use crate::http::problem::ProblemDocument;

/// The entity tag of a version.
pub fn of(version: i64) -> HeaderValue {
    // Digits in quotes are a header value.
    HeaderValue::try_from(format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
}

/// The version that `If-Match` names; `None` without the header and for `*`, which matches any.
///
/// # Errors
/// 400 when it is not one entity tag of ours.
pub fn expected(headers: &HeaderMap) -> Result<Option<i64>, Failure> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    // Quotes get lost on the way through shells.
    let digits = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let version = digits.parse().ok().filter(|version| *version >= 0);
    let wrong = || ProblemDocument::of_field("If-Match", "send the ETag of the resource as it came, such as \"3\"");
    Ok(Some(version.ok_or_else(wrong)?))
}

/// A change of one resource must say which version it changes.
///
/// # Errors
/// 428 without `If-Match`.
pub fn require(headers: &HeaderMap) -> Result<(), Failure> {
    match headers.contains_key(header::IF_MATCH) {
        true => Ok(()),
        false => {
            let detail = "Send the ETag of what you want to change in If-Match.";
            Err(ProblemDocument::new("PRECONDITION_REQUIRED", detail).into())
        }
    }
}
