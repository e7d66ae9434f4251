//! Vapi's server URL: every message type, and the tool calls of every envelope variant.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use ringbook_core::organization::Transfer;
use ringbook_core::outcome::Problem;
use ringbook_core::speak::Phrase;
use serde::Serialize;
use serde_json::{Value, json};

use super::call::ToolCall;
use super::conversation::Conversation;
use super::envelope::{Call, MOST_CALLS, Message, Wanted};
use super::repeat::Identity;
use super::signals::Signals;
use super::tools::Tool;
use crate::actions::Channel;
use crate::app::App;
use crate::http::admission::{Admitted, admit, idempotency_key};
use crate::http::fault::{Fault, ToolFault};

/// The reply to tool calls: Vapi wants single-line strings, in the order of the calls.
#[derive(Serialize)]
struct Results<'a> {
    results: Vec<CallResult<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CallResult<'a> {
    tool_call_id: &'a str,
    name: &'a str,
    result: String,
}

/// `POST /api/vapi`.
pub async fn receive(State(app): State<Arc<App>>, request: Request) -> Result<Response, ToolFault> {
    let admitted = admit(&app, request).await?;
    let message = Message::parse(admitted.json_object()?)?;
    answer(&app, &admitted, &message, None).await
}

/// Answers an envelope; `url_tool` is the tool that the address names, which wins over the names
/// in the calls. Always 200: Vapi throws away the body of any other status.
pub(super) async fn answer(
    app: &App,
    admitted: &Admitted,
    message: &Message<'_>,
    url_tool: Option<&str>,
) -> Result<Response, ToolFault> {
    let wanted = message.wanted();
    if matches!(wanted, Wanted::Nothing) {
        return Ok(Json(json!({})).into_response());
    }
    let signals = message.signals().or(Signals::from_headers(&admitted.headers));
    let conversation = Conversation::open(app, admitted, signals, Channel::Vapi)?;
    let reply = match wanted {
        Wanted::Tools(calls) => return results(app, admitted, &conversation, &calls, url_tool).await,
        Wanted::Function(call) => {
            let call = tool_call(call, url_tool, Identity::Unknown);
            json!({ "result": conversation.answer(app, call).await.line() })
        }
        Wanted::Assistant => assistant(&conversation, message.assistant_id()),
        Wanted::TransferDestination => transfer_destination(&conversation),
        Wanted::Nothing => json!({}),
    };
    Ok(Json(reply).into_response())
}

async fn results(
    app: &App,
    admitted: &Admitted,
    conversation: &Conversation,
    calls: &[&Call<'_>],
    url_tool: Option<&str>,
) -> Result<Response, ToolFault> {
    if calls.len() > MOST_CALLS {
        return Err(Fault::Malformed("There are too many tool calls in one message.").into());
    }
    let key = idempotency_key(&admitted.headers)?;
    let mut results = Vec::with_capacity(calls.len());
    for (position, call) in calls.iter().enumerate() {
        let identity = Identity::of(key, position, call.id());
        let reply = conversation.answer(app, tool_call(call, url_tool, identity)).await;
        results.push(CallResult { tool_call_id: call.id(), name: call.name(), result: reply.line() });
    }
    Ok(Json(Results { results }).into_response())
}

fn tool_call(call: &Call<'_>, url_tool: Option<&str>, identity: Identity) -> ToolCall {
    ToolCall { tool: Tool::called(url_tool.unwrap_or(call.name())), arguments: call.arguments(), identity }
}

/// The assistant that the call already has, told where and when it is; Vapi speaks `error`.
fn assistant(conversation: &Conversation, assistant_id: Option<String>) -> Value {
    if !conversation.is_reached {
        return not_reached(conversation);
    }
    let organization = &conversation.business.organization;
    match assistant_id {
        None => json!({ "error": phrase(conversation, Phrase::NobodyHere) }),
        Some(id) => json!({
            "assistantId": id,
            "assistantOverrides": { "variableValues": {
                "businessId": organization.slug,
                "businessName": organization.name,
                "timezone": organization.zone.name(),
                "todayLocal": today_local(conversation, organization.zone.tz()),
            }},
        }),
    }
}

/// Vapi's own `{{now}}` is UTC, which made models book for yesterday.
fn today_local(conversation: &Conversation, zone: &TimeZone) -> String {
    conversation.now.in_zone(zone).strftime("%A, %B %-d, %Y, %-I:%M %p").to_string()
}

fn transfer_destination(conversation: &Conversation) -> Value {
    if !conversation.is_reached {
        return not_reached(conversation);
    }
    let transfer = conversation.business.organization.transfer.as_ref();
    match transfer.and_then(|Transfer { default, .. }| default.as_deref()) {
        None => json!({ "error": phrase(conversation, Phrase::NobodyToTransferTo) }),
        Some(target) if target.starts_with('+') => json!({ "destination": { "type": "number", "number": target } }),
        Some(target) => json!({ "destination": { "type": "sip", "sipUri": target } }),
    }
}

fn phrase(conversation: &Conversation, phrase: Phrase) -> String {
    let business = &conversation.business;
    business.speaker(business.language()).phrase(phrase)
}

fn not_reached(conversation: &Conversation) -> Value {
    json!({ "error": conversation.refuse(None, Problem::OrganizationNotFound { slug: None }).say })
}
