//! Takes a message for the people of the business.

use ringbook_core::contact::{E164, PersonName};
use ringbook_core::event::EventKind;
use ringbook_core::id::MessageId;
use ringbook_core::outcome::{CallBack, Field, MessageTaken, Outcome, Problem, Purpose};
use ringbook_core::phrase;
use ringbook_core::text::kept;
use serde_json::{Value, json};

use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Verb};
use super::{Request, understand};
use crate::app::App;
use crate::clock::new_id;
use crate::reply::Reply;
use crate::store::messages::{Body, Message};
use crate::store::{StoreError, Tx};

/// What a person leaves on an answering machine is a tenth of it.
const LONGEST_MESSAGE: usize = 2_000;

/// A message as it was said.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub name: Option<String>,
    pub phone: Option<String>,
    pub message: Option<String>,
    pub urgent: Option<String>,
}

#[derive(Clone, Debug)]
struct Plan {
    name: Option<PersonName>,
    phone: Option<E164>,
    call_back: CallBack,
    body: String,
    urgent: bool,
}

const TAKE: Verb<Said, Plan> =
    Verb { purpose: Purpose::PassingOn, understand: |_, request, said| Ok(read(request, said)?), body };

pub async fn take(app: &App, request: &Request, said: Said) -> Reply {
    TAKE.perform(app, request, said).await
}

fn read(request: &Request, said: &Said) -> Result<Plan, Problem> {
    let text = said.message.as_deref().unwrap_or_default();
    if text.chars().count() > LONGEST_MESSAGE {
        return Err(Problem::MalformedField(Field::Message));
    }
    let body = kept(text, LONGEST_MESSAGE).ok_or(Problem::MissingField(Field::Message))?;
    let (phone, call_back) = call_back(request, said.phone.as_deref())?;
    let urgent = said.urgent.as_deref().is_some_and(phrase::is_urgent);
    Ok(Plan { name: said.name.as_deref().and_then(PersonName::parse), phone, call_back, body, urgent })
}

/// Where to call back: a number that was given and cannot be one is asked for again, because it may
/// be another than the one that signalling gives.
fn call_back(request: &Request, given: Option<&str>) -> Result<(Option<E164>, CallBack), Problem> {
    if let Some(text) = given {
        let phone = understand::read_phone(request, text).ok_or(Problem::InvalidPhone)?;
        return Ok((Some(phone), CallBack::Given));
    }
    let calling = understand::calling(request);
    let call_back = if calling.is_some() { CallBack::Calling } else { CallBack::Nowhere };
    Ok((calling, call_back))
}

/// Whether somebody has seen to it.
#[derive(Clone, Copy, Debug)]
pub struct Handling {
    pub id: MessageId,
    pub handled: bool,
}

const HANDLE: Verb<Handling, Handling> =
    Verb { purpose: Purpose::Change, understand: |_, _, handling| Ok(*handling), body: handle_in };

pub async fn handle(app: &App, request: &Request, handling: Handling) -> Reply {
    HANDLE.perform(app, request, handling).await
}

fn handle_in(tx: &mut Tx<'_>, request: &Request, Handling { id, handled }: &Handling) -> Result<Done, Stop> {
    let message = tx.message(request.business.id, *id)?.ok_or(Problem::NotFound)?;
    request.check_version(message.version)?;
    if message.handled.is_some() != *handled {
        let now_handled = Message { handled: handled.then_some(request.now), ..message.clone() };
        update(tx, request, &message, &now_handled)?;
    }
    Ok(Done::silent(Subject::changed(id.0)))
}

fn body(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Done, Stop> {
    let standing = match &request.call_id {
        Some(call_id) => tx.same_message(request.business.id, call_id, &plan.body)?,
        None => None,
    };
    let created = standing.is_none();
    let message = match standing {
        Some(standing) => complete(tx, request, plan, standing)?,
        None => insert(tx, request, plan)?,
    };
    let call_back = match plan.call_back {
        CallBack::Nowhere if message.phone.is_some() => CallBack::Given,
        call_back => call_back,
    };
    let taken = MessageTaken { id: message.id, urgent: message.urgent, call_back };
    let done = Done::with(request, &Outcome::MessageTaken(taken));
    Ok(Done { subject: Some(Subject { id: message.id.0, created }), ..done })
}

fn insert(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Message, StoreError> {
    let blank = Message {
        id: MessageId(new_id()),
        contact: None,
        name: None,
        phone: None,
        body: Some(Body(plan.body.clone())),
        urgent: false,
        call_id: request.call_id.clone(),
        channel: request.channel.as_str().to_owned(),
        handled: None,
        version: 1,
        created: request.now,
        updated: request.now,
    };
    let message = with(tx, request, plan, blank)?;
    tx.insert_message(request.business.id, &message)?;
    record::happened(tx, request, EventKind::MessageTaken, message.id.0, Change::to(audited(&message)))?;
    Ok(message)
}

/// Models repeat themselves under a new id: the same words in the same call are the same message,
/// of which the repetition may tell more.
fn complete(tx: &mut Tx<'_>, request: &Request, plan: &Plan, standing: Message) -> Result<Message, StoreError> {
    let message = with(tx, request, plan, standing.clone())?;
    if message != standing {
        update(tx, request, &standing, &message)?;
    }
    Ok(message)
}

fn update(tx: &mut Tx<'_>, request: &Request, before: &Message, after: &Message) -> Result<(), StoreError> {
    tx.update_message(request.business.id, after, request.now)?;
    let change = Change::between(audited(before), audited(after));
    record::happened(tx, request, EventKind::MessageUpdated, after.id.0, change)
}

/// The message with what the plan knows of it; a number that was given goes before the caller's.
fn with(tx: &mut Tx<'_>, request: &Request, plan: &Plan, message: Message) -> Result<Message, StoreError> {
    let phone = match plan.call_back {
        CallBack::Given => plan.phone.clone().or(message.phone),
        CallBack::Calling | CallBack::Nowhere => message.phone.or_else(|| plan.phone.clone()),
    };
    // Never created for a message: who is a contact has come for an appointment.
    let contact = match &phone {
        Some(phone) => tx.contact_by_phone(request.business.id, phone)?.map(|contact| contact.id),
        None => None,
    };
    let name = plan.name.clone().or(message.name);
    Ok(Message { contact, name, phone, urgent: message.urgent || plan.urgent, ..message })
}

/// A message as the audit keeps it: neither its words nor whose they are.
fn audited(message: &Message) -> Value {
    json!({ "contact": message.contact, "urgent": message.urgent, "handled": message.handled.is_some() })
}
