//! `/api/v1/messages`.

use axum::response::Response;
use ringbook_core::id::{ContactId, MessageId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::command::Command;
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::list::{Cursor, Limit, Page};
use super::program::{Book, Id, Program, Read};
use super::query::Query;
use super::resource::{Collection, answer, resource, show as show_resource};
use super::values::{Edge, Text, local};
use crate::actions::Request;
use crate::actions::message::{self as taking, Handling, Said};
use crate::actions::transact::Subject;
use crate::http::fault::Fault;
use crate::reply::Resource;
use crate::store::messages::{self as stored, MessageFilter};
use crate::store::{StoreError, Tx};

const MESSAGES: Collection = Collection { path: "/api/v1/messages", field: |name| name };

/// What somebody wants the business to know.
#[derive(Debug, Serialize, ToSchema)]
pub struct Message {
    /// Names it for ever.
    #[schema(value_type = Uuid)]
    pub id: MessageId,
    /// The words; null once the person was erased.
    pub message: Option<String>,
    /// Whose they are, as they said it.
    pub name: Option<String>,
    /// The number to call back.
    #[schema(example = "+12125550143")]
    pub phone: Option<String>,
    /// The contact with that number, if there was one.
    #[schema(value_type = Option<Uuid>)]
    pub contact_id: Option<ContactId>,
    /// It cannot wait.
    pub urgent: bool,
    /// Somebody has seen to it.
    pub handled: bool,
    /// When that was.
    #[schema(format = DateTime)]
    pub handled_at: Option<String>,
    /// The phone call in which it was left, as the voice platform numbers it.
    pub call_id: Option<String>,
    /// What took it: vapi, tool, api, command_line or server.
    #[schema(example = "vapi")]
    pub channel: String,
    /// Grows with every change; the ETag.
    pub version: i64,
    /// When it was left.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
}

impl Message {
    pub fn of(request: &Request, message: stored::Message) -> Self {
        let at = |moment| local(request, moment);
        Self {
            id: message.id,
            message: message.body.map(|stored::Body(text)| text),
            name: message.name.map(|name| name.as_str().to_owned()),
            phone: message.phone.map(|phone| phone.as_str().to_owned()),
            contact_id: message.contact,
            urgent: message.urgent,
            handled: message.handled.is_some(),
            handled_at: message.handled.map(at),
            call_id: message.call_id,
            channel: message.channel,
            version: message.version,
            created_at: at(message.created),
            updated_at: at(message.updated),
        }
    }
}

/// Which messages, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Left at or after this instant, or on or after this local date.
    #[param(value_type = Option<String>, example = "2026-06-01")]
    from: Option<Edge>,
    /// Left before this instant, or on or before this local date.
    #[param(value_type = Option<String>, example = "2026-06-30")]
    to: Option<Edge>,
    /// Only those that somebody has seen to, or only the others.
    handled: Option<bool>,
    /// Only urgent ones, or only the others.
    urgent: Option<bool>,
    /// Only this contact's.
    #[param(value_type = Option<Uuid>)]
    contact: Option<ContactId>,
    /// Only those of this phone call.
    call: Option<String>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// List messages, the newest first
#[utoipa::path(
    get, path = "/messages", tag = "messages", operation_id = "listMessages", params(Filter),
    responses((status = 200, description = "One page", body = Page<Message>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(filter): Query<Filter>) -> Result<Page<Message>, Failure> {
    let request = &program.request;
    let wanted = MessageFilter {
        contact: filter.contact,
        call_id: filter.call.as_deref(),
        handled: filter.handled,
        urgent: filter.urgent,
        from: filter.from.map(|edge| edge.from(request)),
        to: filter.to.map(|edge| edge.to(request)),
    };
    let before = filter.cursor.map_or(Uuid::max(), |cursor| cursor.id);
    let rows = filter.limit.rows_to_read();
    let found = program.read(|tx, request| tx.messages(request.business.id, &wanted, before, rows))?;
    let cursor = |message: &stored::Message| Cursor { at: 0, id: message.id.0 };
    Ok(filter.limit.page(found, cursor, |message| Message::of(request, message)))
}

/// Show one message
#[utoipa::path(
    get, path = "/messages/{id}", tag = "messages", operation_id = "getMessage",
    params(("id" = Uuid, Path, description = "The message's id")),
    responses((status = 200, description = "The message; its version in ETag", body = Message), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<MessageId>) -> Result<Response, Failure> {
    let message = program.read(|tx, request| tx.message(request.business.id, id))?.ok_or(Fault::NotFound)?;
    let version = message.version;
    Ok(show_resource(resource(id.0, version, false, &Message::of(&program.request, message))?))
}

/// A message to be left.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// The words; at least one that can be seen.
    #[schema(value_type = String, max_length = 2000, pattern = r"[^\s\u0000-\u001f\u007f-\u009f]", example = "Please call back.")]
    message: Text,
    /// Whose they are.
    contact: Option<Sender>,
    /// It cannot wait.
    #[serde(default)]
    urgent: bool,
}

/// Who left a message. Nobody becomes a contact by it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// Their name.
    #[schema(value_type = Option<String>, max_length = 2000, example = "Ada Park")]
    name: Option<Text>,
    /// The number to call back; without + as it is dialled in the organization's country.
    #[schema(value_type = Option<String>, max_length = 2000, example = "+12125550143")]
    phone: Option<Text>,
}

/// Leave a message
#[utoipa::path(
    post, path = "/messages", tag = "messages", operation_id = "createMessage",
    params(super::headers::IdempotencyKey), request_body = NewMessage,
    responses((status = 201, description = "Left; its address in Location", body = Message), WriteErrors)
)]
pub async fn create(Command { program, body }: Command<Book, NewMessage>) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let sender = body.contact.unwrap_or_default();
    let said = Said {
        name: sender.name.map(|name| name.0),
        phone: sender.phone.map(|phone| phone.0),
        message: Some(body.message.0),
        urgent: body.urgent.then(|| true.to_string()),
    };
    answer(&MESSAGES, taking::take(&program.app, &program.request, said).await)
}

/// What changes of a message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageChange {
    /// Whether somebody has seen to it.
    handled: bool,
}

/// Say that a message was seen to, or that it was not
#[utoipa::path(
    patch, path = "/messages/{id}", tag = "messages", operation_id = "updateMessage",
    params(("id" = Uuid, Path, description = "The message's id"), super::headers::IfMatchRequired),
    request_body = MessageChange,
    responses((status = 200, description = "The message as it is now", body = Message), WriteErrors)
)]
pub async fn update(
    Id(id): Id<MessageId>,
    Command { program, body }: Command<Book, MessageChange>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let handling = Handling { id, handled: body.handled };
    answer(&MESSAGES, taking::handle(&program.app, &program.request, handling).await)
}

/// The message that was left or changed.
fn depict(tx: &mut Tx<'_>, request: &Request, subject: Subject) -> Result<Resource, StoreError> {
    let message = tx.message(request.business.id, MessageId(subject.id))?;
    let message = message.ok_or_else(|| anyhow::anyhow!("a message was changed and is not there"))?;
    let version = message.version;
    resource(subject.id, version, subject.created, &Message::of(request, message))
}
