//! The part of an address behind the `?`, as a type.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::failure::Failure;
use super::misread;
use crate::app::App;
use crate::http::fault::Fault;

/// Typed parameters; unknown ones are refused if the type denies them.
pub struct Query<T>(pub T);

/// Where there are no parameters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl<T: DeserializeOwned> FromRequestParts<Arc<App>> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        if query.contains("%00") {
            return Err(Fault::Malformed("The address holds a NUL character.").into());
        }
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
        let read = serde_path_to_error::deserialize(pairs);
        Ok(Self(read.map_err(|error| misread::problem(&error.path().to_string(), error.inner()))?))
    }
}
