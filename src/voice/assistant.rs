//! What Vapi asks of the server around a call's tools: which assistant takes it, where it is
//! transferred to; and what it reports about it.

use ringbook_core::call::CallStatus;
use ringbook_core::outcome::Problem;
use ringbook_core::speak::Phrase;
use serde_json::{Value, json};
use tracing::warn;

use super::conversation::Conversation;
use super::report::Report;
use super::tools::Tool;
use crate::actions::calls::{self, Stray};
use crate::actions::{Request, info, transfer, whose};
use crate::app::App;
use crate::http::fault::Fault;
use crate::reply::destination;
use crate::store::StoreError;

/// The organization's own assistant, else the one that the dialled number has, told where and when
/// it is; Vapi speaks `error`.
pub fn assigned(app: &App, conversation: &Conversation, of_number: Option<String>) -> Value {
    if !conversation.is_reached {
        warn!(credential = %conversation.key, "a call to a number of no organization was turned away");
        return refused(conversation, Problem::OrganizationNotFound { slug: None });
    }
    let own = conversation.business.organization.voice.assistant_id.clone();
    match own.or(of_number) {
        None => json!({ "error": nobody_here(conversation) }),
        Some(id) => {
            json!({ "assistantId": id, "assistantOverrides": { "variableValues": variables(app, conversation) } })
        }
    }
}

fn nobody_here(conversation: &Conversation) -> String {
    let business = &conversation.business;
    business.speaker(business.language()).phrase(Phrase::NobodyHere)
}

/// What a prompt needs to know. Not who calls: a caller's number can be forged, and whoever does it
/// would be told a name.
fn variables(app: &App, conversation: &Conversation) -> Value {
    let organization = &conversation.business.organization;
    let request = conversation.request(conversation.business.language(), None);
    let speaker = conversation.business.speaker(request.language);
    json!({
        "businessId": organization.slug,
        "businessName": organization.name,
        "timezone": organization.zone.name(),
        // Vapi's own `{{now}}` is UTC, which made models book for yesterday.
        "todayLocal": speaker.day_and_time(conversation.now),
        "hoursToday": info::info(&request, None).say,
        "knownCaller": is_known(app, &request),
    })
}

/// A call is not lost over this: who cannot be looked up is nobody we know.
fn is_known(app: &App, request: &Request) -> bool {
    let known = app.store.read::<_, StoreError, _>(|tx| whose::caller(tx, request));
    known.is_ok_and(|contact| contact.is_some())
}

/// Where the call goes that the assistant transfers.
pub fn destined(app: &App, conversation: &Conversation) -> Value {
    if !conversation.is_reached {
        return refused(conversation, Problem::OrganizationNotFound { slug: None });
    }
    let request = conversation.request(conversation.business.language(), None);
    match transfer::destination(app, &request, conversation.signals.called_number.as_deref()) {
        Ok(target) => json!({ "destination": destination(&target) }),
        Err(problem) => refused(conversation, problem),
    }
}

fn refused(conversation: &Conversation, problem: Problem) -> Value {
    json!({ "error": conversation.refuse(Some(Tool::TransferCall), problem).say })
}

/// Stores what is told about the call; `implied` is the state that the kind of message alone tells.
///
/// # Errors
/// [`Fault::Overloaded`] or [`Fault::Internal`] when nothing was stored, so that it is sent again.
pub async fn reported(
    app: &App,
    conversation: &Conversation,
    json: &str,
    implied: Option<CallStatus>,
) -> Result<Value, Fault> {
    let report = Report::parse(json)?.read(implied);
    let signals = conversation.signals.clone();
    if conversation.is_reached {
        let request = conversation.request(conversation.business.language(), None);
        calls::hear(app, &request, signals.called_number, report).await?;
    } else {
        let stray = Stray {
            key: conversation.key,
            call_id: signals.call_id,
            caller_number: signals.caller_number,
            called_number: signals.called_number,
            now: conversation.now,
        };
        calls::keep_unrouted(app, stray, report).await?;
    }
    Ok(json!({}))
}
