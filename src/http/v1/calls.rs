//! `/api/v1/calls`: what voice platforms reported and what the calls did.

use axum::Json;
use axum::response::{IntoResponse, Response};
use ringbook_core::call::CallStatus;
use ringbook_core::id::{CallId, ContactId};
use ringbook_core::time::Span;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::appointments::Appointment;
use super::errors::ReadErrors;
use super::failure::Failure;
use super::list::{Cursor, Limit, Page};
use super::messages::Message;
use super::program::{Id, Program, Read};
use super::query::Query;
use super::values::{Edge, local};
use crate::actions::Request;
use crate::http::fault::Fault;
use crate::store::appointment_records::AppointmentFilter;
use crate::store::calls::{self as stored, CallFilter};
use crate::store::events::Event;
use crate::store::messages::MessageFilter;
use crate::store::{StoreError, Tx};

/// More than one call makes.
const MOST_MADE: usize = 200;

/// One phone call.
#[derive(Debug, Serialize, ToSchema)]
pub struct Call {
    /// Names it for ever.
    #[schema(value_type = Uuid)]
    pub id: CallId,
    /// As the voice platform numbers it.
    pub call_id: String,
    /// The platform: vapi or tool.
    #[schema(example = "vapi")]
    pub channel: String,
    /// ringing, in_progress, forwarding or ended.
    #[schema(value_type = String, example = "ended")]
    pub status: CallStatus,
    /// The platform's id of the assistant that answered.
    pub assistant_id: Option<String>,
    /// The number that called, as signalling gave it.
    #[schema(example = "+12125550143")]
    pub caller_number: Option<String>,
    /// The number that was dialled.
    #[schema(example = "+15125550100")]
    pub called_number: Option<String>,
    /// The contact with the caller's number.
    #[schema(value_type = Option<Uuid>)]
    pub contact_id: Option<ContactId>,
    /// When it began.
    #[schema(format = DateTime)]
    pub started_at: Option<String>,
    /// When it ended.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// Why it ended, in the platform's words.
    #[schema(example = "customer-ended-call")]
    pub ended_reason: Option<String>,
    /// Why the agent ended it, in its words.
    #[schema(example = "completed")]
    pub outcome: Option<String>,
    /// Where it was transferred to: a phone number or a SIP address.
    pub transferred_to: Option<String>,
    /// How long it was, in seconds.
    pub duration_seconds: Option<i64>,
    /// What the platform charges, in millionths of a US dollar.
    pub cost_micros: Option<i64>,
    /// What it was about.
    pub summary: Option<String>,
    /// Where the platform keeps the recording.
    pub recording_url: Option<String>,
    /// When it was first heard of.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last heard of.
    #[schema(format = DateTime)]
    pub updated_at: String,
}

/// One phone call with what was said and done in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct WholeCall {
    #[serde(flatten)]
    call: Call,
    /// What was said.
    transcript: Option<String>,
    /// The appointments and holds that it made.
    appointments: Vec<Appointment>,
    /// The messages that were left in it, the newest first.
    messages: Vec<Message>,
    /// What its tools changed, in order.
    events: Vec<Happening>,
}

/// Something that a tool changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Happening {
    /// Names it in the audit.
    id: Uuid,
    /// When it was.
    #[schema(format = DateTime)]
    at: String,
    /// What it was.
    #[schema(example = "appointment.booked")]
    kind: String,
    /// What it happened to: an appointment, a contact, a message or the call itself.
    subject_id: Option<Uuid>,
}

impl Happening {
    fn of(request: &Request, event: Event) -> Self {
        Self { id: event.id, at: local(request, event.at), kind: event.kind, subject_id: event.subject }
    }
}

impl Call {
    fn of(request: &Request, call: stored::Call) -> Self {
        let at = |moment| local(request, moment);
        Self {
            id: call.id,
            call_id: call.call_id,
            channel: call.channel,
            status: call.status,
            assistant_id: call.report.assistant_id,
            caller_number: call.caller_number,
            called_number: call.called_number,
            contact_id: call.contact,
            started_at: call.report.started.map(at),
            ended_at: call.report.ended.map(at),
            ended_reason: call.report.ended_reason,
            outcome: call.outcome,
            transferred_to: call.transferred_to.map(|target| target.to_string()),
            duration_seconds: call.report.duration.map(Span::seconds),
            cost_micros: call.report.cost_micros,
            summary: call.report.summary,
            recording_url: call.report.recording_url,
            created_at: at(call.created),
            updated_at: at(call.updated),
        }
    }
}

/// Which calls, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Begun at or after this instant, or on or after this local date.
    #[param(value_type = Option<String>, example = "2026-06-01")]
    from: Option<Edge>,
    /// Begun before this instant, or on or before this local date.
    #[param(value_type = Option<String>, example = "2026-06-30")]
    to: Option<Edge>,
    /// Only those with this status.
    #[param(value_type = Option<String>, example = "ended")]
    status: Option<CallStatus>,
    /// Only this contact's.
    #[param(value_type = Option<Uuid>)]
    contact: Option<ContactId>,
    /// Only the one that the voice platform numbers so.
    call: Option<String>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// List phone calls, the newest first
#[utoipa::path(
    get, path = "/calls", tag = "calls", operation_id = "listCalls", params(Filter),
    responses((status = 200, description = "One page", body = Page<Call>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(filter): Query<Filter>) -> Result<Page<Call>, Failure> {
    let request = &program.request;
    let wanted = CallFilter {
        call_id: filter.call.as_deref(),
        contact: filter.contact,
        status: filter.status,
        from: filter.from.map(|edge| edge.from(request)),
        to: filter.to.map(|edge| edge.to(request)),
    };
    let before = filter.cursor.map_or(Uuid::max(), |cursor| cursor.id);
    let rows = filter.limit.rows_to_read();
    let found = program.read(|tx, request| tx.calls(request.business.id, &wanted, before, rows))?;
    let cursor = |call: &stored::Call| Cursor { at: 0, id: call.id.0 };
    Ok(filter.limit.page(found, cursor, |call| Call::of(request, call)))
}

/// Show one phone call: what was said, and what it did
#[utoipa::path(
    get, path = "/calls/{id}", tag = "calls", operation_id = "getCall",
    params(("id" = Uuid, Path, description = "The call's id, not the platform's")),
    responses((status = 200, description = "The call", body = WholeCall), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<CallId>) -> Result<Response, Failure> {
    let whole = program.read(|tx, request| whole(tx, request, id))?.ok_or(Fault::NotFound)?;
    Ok(Json(whole).into_response())
}

fn whole(tx: &mut Tx<'_>, request: &Request, id: CallId) -> Result<Option<WholeCall>, StoreError> {
    let org = request.business.id;
    let Some(mut call) = tx.call_by_id(org, id)? else { return Ok(None) };
    let call_id = Some(call.call_id.as_str());
    let made = AppointmentFilter { call_id, ..AppointmentFilter::default() };
    let made = tx.appointment_records(org, &made, (i64::MIN, Uuid::nil()), MOST_MADE, request.now)?;
    let left = tx.messages(org, &MessageFilter { call_id, ..MessageFilter::default() }, Uuid::max(), MOST_MADE)?;
    let happened = tx.events_of_call(org, &call.call_id, MOST_MADE)?;
    let read = |record| Appointment::read(tx, request, record);
    let appointments = made.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok(Some(WholeCall {
        transcript: call.report.transcript.take(),
        call: Call::of(request, call),
        appointments,
        messages: left.into_iter().map(|message| Message::of(request, message)).collect(),
        events: happened.into_iter().map(|event| Happening::of(request, event)).collect(),
    }))
}
