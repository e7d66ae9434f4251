//! Platforms that post the arguments as the root of the body: ElevenLabs, Cartesia, Telnyx, Bland,
//! Synthflow, Vapi's `apiRequest`. Refusals are 200, too: these platforms hide other bodies from
//! the model (contract §7).

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::arguments::{Arguments, Malformed};
use super::call::ToolCall;
use super::conversation::Conversation;
use super::repeat::Identity;
use super::signals::Signals;
use super::tools::Tool;
use crate::actions::Channel;
use crate::app::App;
use crate::http::admission::{Admitted, admit, idempotency_key};
use crate::http::fault::{Fault, ToolFault};

type ToolName = Result<Path<String>, PathRejection>;

/// `POST /api/tools/{tool}`.
pub async fn receive(State(app): State<Arc<App>>, name: ToolName, request: Request) -> Result<Response, ToolFault> {
    let admitted = admit(&app, request).await?;
    let arguments = Arguments::parse(admitted.json_object()?);
    if arguments.as_ref().err() == Some(&Malformed::Whole) {
        return Err(Fault::Malformed("The body is not valid JSON.").into());
    }
    answer(&app, &admitted, named(name), arguments).await
}

/// `GET /api/tools/{tool}`: lookups with their arguments in the query.
pub async fn look_up(State(app): State<Arc<App>>, name: ToolName, request: Request) -> Result<Response, ToolFault> {
    let tool = named(name);
    if tool.is_some_and(|tool| !tool.is_lookup()) {
        return Err(Fault::MethodNotAllowed.into());
    }
    let admitted = admit(&app, request).await?;
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(&admitted.uri);
    let Query(pairs) = pairs.map_err(|_| Fault::Malformed("The query cannot be read."))?;
    answer(&app, &admitted, tool, Arguments::from_pairs(pairs)).await
}

async fn answer(
    app: &App,
    admitted: &Admitted,
    tool: Option<Tool>,
    mut arguments: Result<Arguments, Malformed>,
) -> Result<Response, ToolFault> {
    let injected = arguments.as_mut().map(Signals::injected).unwrap_or_default();
    let signals = Signals::from_headers(&admitted.headers).or(injected);
    let identity = Identity::of(idempotency_key(&admitted.headers)?, 0, "");
    let conversation = Conversation::open(app, admitted, signals, Channel::Tool)?;
    let reply = conversation.answer(app, ToolCall { tool, arguments, identity }).await;
    // Not a refusal of the caller's wish: the program that sent the key made a mistake.
    let reused = reply.error.as_deref() == Some("IDEMPOTENCY_KEY_REUSED");
    let status = if reused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, Json(reply.body)).into_response())
}

fn named(name: ToolName) -> Option<Tool> {
    name.ok().and_then(|Path(name)| Tool::called(&name))
}
