//! Vapi's server URL: every message type, and the tool calls of every envelope variant.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::assistant;
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
use crate::reply::Reply;

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
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Value>,
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
        Wanted::Assistant => assistant::assigned(app, &conversation, message.assistant_id()),
        Wanted::TransferDestination => assistant::destined(app, &conversation),
        Wanted::Report(status) => assistant::reported(app, &conversation, admitted.json_object()?, status).await?,
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
        let message = last_words(&reply);
        results.push(CallResult { tool_call_id: call.id(), name: call.name(), result: reply.line(), message });
    }
    Ok(Json(Results { results }).into_response())
}

/// A result cannot end a call, but what is spoken instead of the model's next turn can.
fn last_words(reply: &Reply) -> Option<Value> {
    (reply.body["end_call"] == true).then(|| {
        json!({
            "type": "request-complete",
            "role": "assistant",
            "content": reply.say,
            "endCallAfterSpokenEnabled": true,
        })
    })
}

fn tool_call(call: &Call<'_>, url_tool: Option<&str>, identity: Identity) -> ToolCall {
    ToolCall { tool: Tool::called(url_tool.unwrap_or(call.name())), arguments: call.arguments(), identity }
}
