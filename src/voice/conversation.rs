//! Which organization a request is for, and what the platform says about the phone call. Settled
//! once per request; then its tool calls are answered one by one.

use std::sync::Arc;

use ringbook_core::contact::E164;
use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::language::Language;
use ringbook_core::time::Moment;
use tracing::{Span, field};

use super::signals::Signals;
use crate::actions::{Channel, Once, Request};
use crate::app::App;
use crate::business::Business;
use crate::http::RequestId;
use crate::http::admission::Admitted;
use crate::http::fault::Fault;
use crate::store::StoreError;
use crate::store::credentials::{Credential, Kind};

#[derive(Debug)]
pub struct Conversation {
    pub business: Arc<Business>,
    /// False when none of the platform's organizations has the dialled number: `business` then
    /// only lends its language to say so.
    pub is_reached: bool,
    pub signals: Signals,
    pub now: Moment,
    pub channel: Channel,
    pub key: KeyId,
    pub request_id: RequestId,
}

impl Conversation {
    /// # Errors
    /// [`Fault::Overloaded`] or [`Fault::Internal`] when the organization cannot be loaded.
    pub fn open(app: &App, admitted: &Admitted, signals: Signals, channel: Channel) -> Result<Self, Fault> {
        let dialled = signals.called_number.as_deref();
        let reached = organization(app, &admitted.credential, dialled)?;
        let first = admitted.credential.organizations.first().copied();
        let business = app.business(reached.or(first).ok_or(Fault::Internal)?)?;
        note_call(signals.call_id.as_deref());
        Ok(Self {
            business,
            is_reached: reached.is_some(),
            signals,
            now: app.clock.now(),
            channel,
            key: admitted.credential.id,
            request_id: admitted.request_id.clone(),
        })
    }

    /// What an action needs to know of it.
    pub fn request(&self, language: Language, once: Option<Once>) -> Request {
        Request {
            business: Arc::clone(&self.business),
            now: self.now,
            channel: self.channel,
            key: Some(self.key),
            language,
            call_id: self.signals.call_id.clone(),
            caller_number: self.signals.caller_number.clone(),
            once,
            program: None,
        }
    }
}

/// The credential's organization; for a platform, the one among its own whose number was dialled.
fn organization(app: &App, credential: &Credential, dialled: Option<&str>) -> Result<Option<OrgId>, StoreError> {
    if credential.kind != Kind::Platform {
        return Ok(credential.organizations.first().copied());
    }
    let Some(number) = dialled.and_then(read_number) else { return Ok(None) };
    let owner = app.store.read::<_, StoreError, _>(|tx| tx.organization_by_number(&number))?;
    Ok(owner.filter(|owner| credential.organizations.contains(owner)))
}

/// Some platforms leave out the `+`.
fn read_number(text: &str) -> Option<E164> {
    E164::parse(text, None).or_else(|_| E164::parse(&format!("+{}", text.trim()), None)).ok()
}

/// Puts the call id beside the request id in every log line, unless it could be something personal
/// in its place: an id has no `+`, no `@` and no space.
fn note_call(call_id: Option<&str>) {
    let safe = |id: &&str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte));
    let letters = |id: &&str| id.bytes().any(|byte| byte.is_ascii_alphabetic());
    if let Some(id) = call_id.filter(safe).filter(letters) {
        Span::current().record("call_id", field::display(id));
    }
}
