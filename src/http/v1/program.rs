//! Who asks: a program with a key of kind `api`, and what its key may do.

use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path, Request as HttpRequest, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use ringbook_core::id::OrgId;
use ringbook_core::language::Language;

use super::etag;
use super::failure::Failure;
use super::query::{Nothing, Query};
use crate::actions::{self, Channel, Depict, Request};
use crate::app::App;
use crate::http::auth::{self, Claim};
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::store::credentials::{Credential, Scope};
use crate::store::{StoreError, Tx};

/// What a handler needs of a key.
pub trait Needs {
    const SCOPE: Scope;
}

/// See.
pub struct Read;
/// Book, move and cancel within the rules.
pub struct Book;
/// Change the organization.
pub struct Manage;

impl Needs for Read {
    const SCOPE: Scope = Scope::Read;
}

impl Needs for Book {
    const SCOPE: Scope = Scope::Book;
}

impl Needs for Manage {
    const SCOPE: Scope = Scope::Manage;
}

/// Lets a program in before anything of its request is read.
pub async fn admit(State(app): State<Arc<App>>, mut request: HttpRequest, next: Next) -> Result<Response, Failure> {
    let Claim::Known(credential) = auth::claim(&app, request.headers())? else {
        return Err(Fault::Unauthorized.into());
    };
    auth::require_api(&credential)?;
    let org = credential.organizations.first().copied().ok_or(Fault::Unauthorized)?;
    request.extensions_mut().insert(Key { credential, org });
    Ok(next.run(request).await)
}

/// The credential that [`admit`] found.
#[derive(Clone)]
pub struct Key {
    credential: Credential,
    pub org: OrgId,
}

/// A program whose key has the scope `S`, and its request as the actions take it.
pub struct Program<S> {
    pub app: Arc<App>,
    pub request: Request,
    credential: Credential,
    needs: PhantomData<S>,
}

impl<S> Program<S> {
    /// Reads from one snapshot.
    pub fn read<T>(&self, body: impl FnOnce(&mut Tx<'_>, &Request) -> Result<T, StoreError>) -> Result<T, Failure> {
        Ok(self.app.store.read::<_, StoreError, _>(|tx| body(tx, &self.request))?)
    }

    /// What is changed is shown as `depict` writes it.
    pub fn shown_by(mut self, depict: Depict) -> Self {
        self.request.program.get_or_insert_default().depict = Some(depict);
        self
    }

    /// For the parts of a request that need more than the rest of it.
    ///
    /// # Errors
    /// 403 that names the missing scope.
    pub fn require(&self, scope: Scope) -> Result<(), Failure> {
        require(&self.credential, scope)
    }
}

impl<S: Needs> FromRequestParts<Arc<App>> for Program<S> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Failure> {
        let Key { credential, org } = parts.extensions.get::<Key>().cloned().ok_or(Fault::Unauthorized)?;
        require(&credential, S::SCOPE)?;
        let business = app.business(org)?;
        let request = Request {
            language: language(&parts.headers).unwrap_or_else(|| business.language()),
            key: Some(credential.id),
            business,
            now: app.clock.now(),
            channel: Channel::Api,
            call_id: None,
            caller_number: None,
            once: None,
            program: Some(actions::Program { expected_version: etag::expected(&parts.headers)?, depict: None }),
        };
        Ok(Self { app: Arc::clone(app), request, credential, needs: PhantomData })
    }
}

fn require(credential: &Credential, scope: Scope) -> Result<(), Failure> {
    if credential.allows(scope) {
        return Ok(());
    }
    let detail = format!("This key lacks the scope {}.", scope.as_str());
    Err(ProblemDocument::new("FORBIDDEN", detail).into())
}

/// The first language of `Accept-Language` that is spoken here.
fn language(headers: &HeaderMap) -> Option<Language> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    accepted.split(',').filter_map(|range| range.split(';').next()).find_map(Language::parse)
}

/// The id in the address of a single resource, which has no query. What cannot be an id names
/// nothing.
pub struct Id<T>(pub T);

impl<T: std::str::FromStr> FromRequestParts<Arc<App>> for Id<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Failure> {
        Query::<Nothing>::from_request_parts(parts, app).await?;
        let Path(text) = Path::<String>::from_request_parts(parts, app).await.map_err(|_| Fault::NotFound)?;
        Ok(Self(text.parse().map_err(|_| Fault::NotFound)?))
    }
}
