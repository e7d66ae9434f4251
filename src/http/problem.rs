//! A refusal as RFC 9457 `application/problem+json`, for programs.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use ringbook_core::outcome::{Outcome, Problem, Refused};
use serde_json::json;

use super::status;
use crate::actions::Request;
use crate::reply::Reply;

pub fn of(asked: &Request, problem: Problem) -> Response {
    let outcome = Outcome::Refused(Refused::question(problem));
    let Reply { body, error, .. } = asked.reply(&outcome);
    let code = error.unwrap_or_default();
    let status = status::of(&code);
    let problem = json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "detail": body["message"],
        "code": code,
        "field": body["field"],
    });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], problem.to_string()).into_response()
}
