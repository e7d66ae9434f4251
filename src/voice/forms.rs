//! The plain forms in which existing scripts call a tool by its address, and Vapi's envelope at the
//! same address (contract §7).

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::arguments::{Arguments, Malformed};
use super::call::ToolCall;
use super::conversation::Conversation;
use super::envelope::{Call, Message};
use super::lenient::{Object, Text};
use super::repeat::Identity;
use super::signals::Signals;
use super::tools::Tool;
use super::vapi;
use crate::actions::Channel;
use crate::app::App;
use crate::http::admission::{Admitted, admit, idempotency_key};
use crate::http::fault::{Fault, ToolFault};
use crate::http::status;
use crate::reply::Reply;

/// Where scripts put the arguments, other than at the root.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form<'a> {
    #[serde(borrow)]
    arguments: Option<&'a RawValue>,
    #[serde(borrow, rename = "toolCall")]
    tool_call: Object<Call<'a>>,
    #[serde(borrow)]
    tool: Object<Call<'a>>,
    #[serde(borrow)]
    function: Object<Call<'a>>,
    #[serde(borrow)]
    parameters: Option<&'a RawValue>,
    #[serde(borrow)]
    params: Option<&'a RawValue>,
    #[serde(borrow)]
    args: Option<&'a RawValue>,
    #[serde(borrow)]
    tool_input: Option<&'a RawValue>,
    #[serde(borrow, rename = "toolCallId")]
    tool_call_id: Text<'a>,
}

impl<'a> Form<'a> {
    /// # Errors
    /// When `json` is not a JSON object.
    pub fn parse(json: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    /// The arguments of the body `json`, wherever they are in it.
    ///
    /// # Errors
    /// What of them cannot be read.
    pub fn arguments(&self, json: &str) -> Result<Arguments, Malformed> {
        let whole = [self.arguments, self.parameters, self.params, self.args, self.tool_input];
        let of_call = [&self.tool_call, &self.tool, &self.function];
        let of_call = of_call.into_iter().filter_map(|Object(call)| call.as_ref()).find_map(Call::arguments_json);
        let given = self.arguments.map(RawValue::get).or(of_call);
        Arguments::parse(given.or_else(|| whole.into_iter().flatten().next().map(RawValue::get)).unwrap_or(json))
    }

    /// The id of the tool call; empty when it has none.
    pub fn tool_call_id(&self) -> &str {
        let of_call = || self.tool_call.0.as_ref().map(Call::id);
        self.tool_call_id.0.as_deref().or_else(of_call).unwrap_or_default()
    }
}

/// `POST /api/vapi/tools/{tool}`.
pub async fn receive(
    State(app): State<Arc<App>>,
    tool: Result<Path<String>, PathRejection>,
    request: Request,
) -> Result<Response, ToolFault> {
    let admitted = admit(&app, request).await?;
    let tool = tool.map(|Path(name)| name).unwrap_or_default();
    let json = admitted.json_object()?;
    let message = Message::parse(json)?;
    match message.is_envelope() {
        true => vapi::answer(&app, &admitted, &message, Some(&tool)).await,
        false => answer_plain(&app, &admitted, &message, &tool, json).await,
    }
}

async fn answer_plain(
    app: &App,
    admitted: &Admitted,
    message: &Message<'_>,
    tool: &str,
    json: &str,
) -> Result<Response, ToolFault> {
    let form = Form::parse(json)?;
    let mut arguments = form.arguments(json);
    let signals = signals(admitted, message, arguments.as_mut().ok());
    if arguments.as_ref().err() == Some(&Malformed::Whole) {
        return Err(Fault::Malformed("The arguments are not a JSON object.").into());
    }
    let identity = Identity::of(idempotency_key(&admitted.headers)?, 0, form.tool_call_id());
    let conversation = Conversation::open(app, admitted, signals, Channel::Vapi)?;
    let reply = conversation.answer(app, ToolCall { tool: Tool::called(tool), arguments, identity }).await;
    Ok(with_status(reply))
}

fn signals(admitted: &Admitted, message: &Message<'_>, arguments: Option<&mut Arguments>) -> Signals {
    let injected = arguments.map(Signals::injected).unwrap_or_default();
    Signals::from_headers(&admitted.headers).or(message.signals()).or(injected)
}

/// The plain reply, its HTTP status told by the refusal.
fn with_status(reply: Reply) -> Response {
    let status = reply.error.as_deref().map_or(StatusCode::OK, status::of);
    let mut response = (status, Json(reply.body)).into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}
