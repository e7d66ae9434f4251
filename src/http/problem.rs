//! Everything that goes wrong over HTTP, for programs: RFC 9457 `application/problem+json`.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::RequestId;
use super::status;
use crate::reply::Reply;

/// What is said to people, or already said by another member.
const SPOKEN: [&str; 7] = ["success", "status", "say", "error", "message", "field", "today_say"];

/// Why a request was refused.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument {
    /// Always `about:blank`: `code` tells the kinds apart.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "about:blank")]
    kind: &'static str,
    /// The words that belong to the HTTP status.
    #[schema(value_type = String, example = "Conflict")]
    title: &'static str,
    /// The HTTP status once more.
    #[schema(example = 409)]
    status: u16,
    /// The stable code, for programs.
    #[schema(example = "SLOT_UNAVAILABLE")]
    pub code: String,
    /// What is wrong and what to do about it, for people.
    detail: String,
    /// The member of the body or the parameter that is wrong, as a path.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "contact.phone")]
    field: Option<String>,
    /// Every member or parameter that is known to be wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// Names this request in the server's log.
    request_id: String,
    /// What the code brings with it: openings to offer instead (`slots`), the known services, today's date.
    #[serde(flatten)]
    more: Map<String, Value>,
}

/// One member of the body, or one parameter, that is wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FieldError {
    /// Where it is, as a path.
    #[schema(example = "contact.phone")]
    field: String,
    /// What is wrong with it.
    detail: String,
}

impl ProblemDocument {
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        let status = status::of(code);
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            code: code.to_owned(),
            detail: detail.into(),
            field: None,
            errors: Vec::new(),
            request_id: String::new(),
            more: Map::new(),
        }
    }

    /// A request that cannot be read because of `field`.
    pub fn of_field(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new("MALFORMED_REQUEST", String::new()).about(field.into(), detail.into())
    }

    /// Something that the code brings with it.
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    fn about(mut self, field: String, detail: String) -> Self {
        if self.detail.is_empty() {
            self.detail = format!("{field}: {detail}");
        }
        self.errors.push(FieldError { field: field.clone(), detail });
        self.field = Some(field);
        self
    }

    /// The refusal of an action; `name` says what the body calls a field of it.
    pub fn of_refusal(reply: Reply, name: impl Fn(&str) -> &str) -> Self {
        let Value::Object(mut body) = reply.body else { return Self::new("INTERNAL", "The server failed.") };
        let text = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (detail, field) = (text("message"), name(&text("field")).to_owned());
        let problem = Self::new(&reply.error.unwrap_or_default(), detail.clone());
        body.retain(|key, value| !SPOKEN.contains(&key.as_str()) && *value != Value::Array(Vec::new()));
        let problem = Self { more: body, ..problem };
        if field.is_empty() { problem } else { problem.about(field, detail) }
    }

    /// The response that [`name_request`] completes.
    fn response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, [(header::CONTENT_TYPE, "application/problem+json")]).into_response();
        if let Some(value) = self.header() {
            response.headers_mut().insert(value.0, value.1);
        }
        *response.body_mut() = self.body();
        response.extensions_mut().insert(self);
        response
    }

    fn header(&self) -> Option<(header::HeaderName, HeaderValue)> {
        match self.code.as_str() {
            "UNAUTHORIZED" => Some((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"ringbook\""))),
            "OVERLOADED" => Some((header::RETRY_AFTER, HeaderValue::from_static("1"))),
            _ => None,
        }
    }

    fn body(&self) -> Body {
        serde_json::to_string(self).unwrap_or_default().into()
    }
}

impl IntoResponse for ProblemDocument {
    fn into_response(self) -> Response {
        self.response()
    }
}

/// Puts the request's id into a problem on its way out.
pub fn name_request(response: &mut Response, id: &RequestId) {
    if let Some(mut problem) = response.extensions_mut().remove::<ProblemDocument>() {
        problem.request_id = id.as_str().to_owned();
        *response.body_mut() = problem.body();
    }
}
