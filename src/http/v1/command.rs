//! A request that changes something: its body as a type, and how it is known when it comes again.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request as HttpRequest};
use axum::http::{HeaderMap, Method};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::failure::Failure;
use super::program::{Needs, Program};
use super::query::{Nothing, Query};
use super::{etag, misread};
use crate::actions::Once;
use crate::app::App;
use crate::http::admission::idempotency_key;
use crate::http::body;
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;

/// A program's wish to change something. A POST may carry an `Idempotency-Key`; a PATCH must say
/// which version it changes.
pub struct Command<S, T> {
    pub program: Program<S>,
    pub body: T,
}

/// The body of a command that says everything with its address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

impl<S: Needs + Send, T: DeserializeOwned> FromRequest<Arc<App>> for Command<S, T> {
    type Rejection = Failure;

    async fn from_request(request: HttpRequest, app: &Arc<App>) -> Result<Self, Failure> {
        let (mut parts, sent) = request.into_parts();
        let mut program = Program::from_request_parts(&mut parts, app).await?;
        Query::<Nothing>::from_request_parts(&mut parts, app).await?;
        if parts.method == Method::PATCH {
            etag::require(&parts.headers)?;
        }
        let sent = body::read(sent, app.config.body_limit_bytes).await?;
        if !sent.is_empty() {
            body::require_json(&parts.headers)?;
        }
        let is_nothing = matches!(&*sent, b"" | b"null") && parts.method == Method::POST;
        let json = if is_nothing { "{}" } else { body::json_object(&sent)? };
        let body = parse(json)?;
        if parts.method == Method::POST {
            program.request.once = once(&parts.headers, parts.uri.path(), json)?;
        }
        Ok(Self { program, body })
    }
}

fn parse<T: DeserializeOwned>(json: &str) -> Result<T, Failure> {
    if json.contains("\\u0000") && holds_nul(&serde_json::from_str(json).map_err(Fault::from)?) {
        return Err(Fault::Malformed("The body holds a NUL character.").into());
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    let parsed = serde_path_to_error::deserialize(&mut reader).map_err(|error| unreadable(&error))?;
    reader.end().map_err(Fault::from)?;
    Ok(parsed)
}

/// Databases end a text there.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(values) => values.iter().any(holds_nul),
        Value::Object(members) => members.iter().any(|(name, value)| name.contains('\0') || holds_nul(value)),
        _ => false,
    }
}

fn unreadable(error: &serde_path_to_error::Error<serde_json::Error>) -> ProblemDocument {
    match error.inner().is_data() {
        true => misread::problem(&error.path().to_string(), error.inner()),
        false => Fault::Malformed("The body is not valid JSON.").into(),
    }
}

/// The same key for the same address and members is the same request, however it is spaced.
fn once(headers: &HeaderMap, path: &str, json: &str) -> Result<Option<Once>, Failure> {
    let Some(key) = idempotency_key(headers)? else { return Ok(None) };
    let members: Value = serde_json::from_str(json).map_err(Fault::from)?;
    let mut hash = Sha256::new();
    hash.update(path);
    hash.update([0]);
    hash.update(members.to_string());
    Ok(Some(Once { key: format!("api:{key}"), fingerprint: hash.finalize().into() }))
}
