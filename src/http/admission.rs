//! The way in: credentials first, then the body, then what the body claims to be.

use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, Uri, request::Parts};

use super::auth::{self, Claim};
use super::body;
use super::fault::Fault;
use super::observe::RequestId;
use crate::app::App;
use crate::store::credentials::Credential;

/// Of an `Idempotency-Key`, in characters.
const LONGEST_KEY: usize = 255;

/// A request whose sender is known and whose body is here, unread.
pub struct Admitted {
    pub credential: Credential,
    pub headers: HeaderMap,
    pub uri: Uri,
    pub body: Bytes,
    pub request_id: RequestId,
}

impl Admitted {
    /// The body as the text of a JSON object that a parser may be given.
    ///
    /// # Errors
    /// [`Fault::Malformed`] when it is not UTF-8, nests too deep, or is no object.
    pub fn json_object(&self) -> Result<&str, Fault> {
        body::json_object(&self.body)
    }
}

/// Lets a tool request in.
///
/// # Errors
/// 401 before the body is looked at, 403 for a key of another kind, 413, 408, 415.
pub async fn admit(app: &App, request: Request) -> Result<Admitted, Fault> {
    let (parts, body) = request.into_parts();
    let claim = match auth::claim(app, &parts.headers) {
        Ok(claim) => claim,
        Err(fault) => {
            body::discard(body).await;
            return Err(fault);
        }
    };
    let body = body::read(body, app.config.body_limit_bytes).await?;
    let credential = match claim {
        Claim::Known(credential) => credential,
        Claim::Signed(signature) => auth::signer(app, &signature, &parts.uri, &body)?,
    };
    auth::require_tools(&credential)?;
    if parts.method != Method::GET {
        body::require_json(&parts.headers)?;
    }
    let Parts { headers, uri, mut extensions, .. } = parts;
    let request_id = extensions.remove::<RequestId>().unwrap_or_default();
    Ok(Admitted { credential, headers, uri, body, request_id })
}

/// The `Idempotency-Key` header.
///
/// # Errors
/// [`Fault::Malformed`] unless it has 1 to 255 printable ASCII characters.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, Fault> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let printable = value.to_str().ok().filter(|key| !key.contains('\t'));
    let key = printable.filter(|key| (1..=LONGEST_KEY).contains(&key.len()));
    key.map(Some).ok_or(Fault::Malformed("Idempotency-Key must have 1 to 255 printable characters."))
}
