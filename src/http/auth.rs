//! Who asks. A credential names its organization; nothing in a body can name another (contract §7).

use axum::http::{HeaderMap, Uri, header};
use ringbook_core::id::KeyId;

use super::fault::Fault;
use super::signature::Signature;
use crate::app::App;
use crate::secrets::hash_secret;
use crate::store::StoreError;
use crate::store::credentials::{Credential, Kind};

/// How many signing secrets are tried when the request does not name its key.
const SIGNERS_TRIED: usize = 32;

/// What trying them may cost: the bytes hashed for a request that nobody may have signed.
const HASHED_BYTES: usize = 64 * 1024 * 1024;

/// What can be said before the body is read.
pub enum Claim<'a> {
    Known(Credential),
    /// To be checked over the body.
    Signed(Signature<'a>),
}

/// The credential of the secret in the headers, or the signature to be checked.
///
/// # Errors
/// [`Fault::Unauthorized`] when neither is there or the secret is not known.
pub fn claim<'a>(app: &App, headers: &'a HeaderMap) -> Result<Claim<'a>, Fault> {
    for secret in [bearer(headers), text(headers, "x-vapi-secret")].into_iter().flatten() {
        // A lookup by hash tells a stranger nothing about how close a guess was.
        let hash = hash_secret(secret);
        if let Some(credential) = app.store.read::<_, StoreError, _>(|tx| tx.credential_by_hash(&hash))? {
            return Ok(Claim::Known(credential));
        }
    }
    Signature::find(headers, app.clock.now()).map(Claim::Signed).ok_or(Fault::Unauthorized)
}

/// The credential whose secret signed `body`: the one that `?key=` names, else one of the first
/// few.
///
/// # Errors
/// [`Fault::Unauthorized`] when none of them did.
pub fn signer(app: &App, signature: &Signature<'_>, uri: &Uri, body: &[u8]) -> Result<Credential, Fault> {
    let limit = (HASHED_BYTES / body.len().max(1)).clamp(1, SIGNERS_TRIED);
    let named = named_key(uri)?;
    let candidates = app.store.read::<_, StoreError, _>(|tx| tx.signing_credentials(named, limit))?;
    let signed = |sealed: &[u8]| app.secret_key.unseal(sealed).is_ok_and(|secret| signature.is_by(&secret, body));
    candidates.into_iter().find(|(_, sealed)| signed(sealed)).map(|(key, _)| key).ok_or(Fault::Unauthorized)
}

/// Tools are for voice platforms; a program's key opens the REST interface only.
pub fn require_tools(credential: &Credential) -> Result<(), Fault> {
    if credential.kind == Kind::Api { Err(Fault::Forbidden) } else { Ok(()) }
}

/// The reverse of [`require_tools`].
pub fn require_api(credential: &Credential) -> Result<(), Fault> {
    if credential.kind == Kind::Api { Ok(()) } else { Err(Fault::Forbidden) }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = text(headers, header::AUTHORIZATION.as_str())?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

fn named_key(uri: &Uri) -> Result<Option<KeyId>, Fault> {
    let pairs = uri.query().unwrap_or_default().split('&');
    let named = pairs.filter_map(|pair| pair.strip_prefix("key=")).next();
    named.map(str::parse).transpose().map_err(|_| Fault::Unauthorized)
}
