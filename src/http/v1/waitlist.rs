//! `/api/v1/waitlist`: who waits for a time that is not free yet.

use axum::response::Response;
use ringbook_core::id::{AppointmentId, ContactId, ProviderId, ServiceId, WaitlistId};
use ringbook_core::waitlist::EntryStatus;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::appointments::Person;
use super::command::{Command, Empty};
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::headers::{IdempotencyKey, IfMatch};
use super::list::{Cursor, Limit, Page};
use super::program::{Book, Id, Program, Read};
use super::query::Query;
use super::resource::{Collection, answer, resource, show as show_resource};
use super::values::{Edge, local};
use crate::actions::Request;
use crate::actions::transact::Subject;
use crate::actions::waitlist::{self as waiting, Join};
use crate::http::fault::Fault;
use crate::reply::Resource;
use crate::store::waitlist::{EntryFilter, EntryRecord};
use crate::store::{StoreError, Tx};

const WAITLIST: Collection = Collection { path: "/api/v1/waitlist", field };

fn field(name: &str) -> &str {
    match name {
        "date" => "from",
        "phone" => "contact.phone",
        "email" => "contact.email",
        name => name,
    }
}

/// Somebody who waits, or waited.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitlistEntry {
    /// Names it for ever.
    #[schema(value_type = Uuid)]
    pub id: WaitlistId,
    /// Who.
    #[schema(value_type = Uuid)]
    pub contact_id: ContactId,
    /// Id of the service.
    #[schema(example = "consultation")]
    pub service: String,
    /// Id of the provider they ask for; null when anybody would do.
    #[schema(example = "lee")]
    pub provider: Option<String>,
    /// Starts that would do begin here.
    #[schema(format = DateTime)]
    pub from: String,
    /// They end before this.
    #[schema(format = DateTime)]
    pub until: String,
    /// waiting, offered, booked, withdrawn or expired.
    #[schema(value_type = String, example = "offered")]
    pub status: EntryStatus,
    /// The hold that is kept for them, or was; `POST /appointments` with it books it.
    #[schema(value_type = Option<Uuid>)]
    pub hold_id: Option<AppointmentId>,
    /// Until when it is kept.
    #[schema(format = DateTime)]
    pub offer_expires_at: Option<String>,
    /// The phone call in which they asked, as the voice platform numbers it.
    pub call_id: Option<String>,
    /// What took it: vapi, tool, api, command_line or server.
    #[schema(example = "vapi")]
    pub channel: String,
    /// Grows with every change; the ETag.
    pub version: i64,
    /// When they asked first.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
}

impl WaitlistEntry {
    fn of(request: &Request, record: EntryRecord) -> Self {
        let at = |moment| local(request, moment);
        let entry = record.entry;
        Self {
            id: entry.id,
            contact_id: entry.contact,
            service: entry.service.to_string(),
            provider: entry.provider.map(String::from),
            from: at(entry.wanted.from),
            until: at(entry.wanted.until),
            status: entry.status,
            hold_id: entry.offer,
            offer_expires_at: record.offer_expires.map(at),
            call_id: entry.call_id,
            channel: record.channel,
            version: record.version,
            created_at: at(record.created),
            updated_at: at(record.updated),
        }
    }
}

/// Which entries, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only this contact's.
    #[param(value_type = Option<Uuid>)]
    contact: Option<ContactId>,
    /// Only for this service.
    #[param(value_type = Option<String>, example = "cleaning")]
    service: Option<ServiceId>,
    /// Only those who ask for this provider.
    #[param(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// Only those with this status.
    #[param(value_type = Option<String>, pattern = "^(waiting|offered|booked|withdrawn|expired)$", example = "waiting")]
    status: Option<EntryStatus>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// List the waitlist, the first come first
#[utoipa::path(
    get, path = "/waitlist", tag = "waitlist", operation_id = "listWaitlist", params(Filter),
    responses((status = 200, description = "One page", body = Page<WaitlistEntry>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(filter): Query<Filter>) -> Result<Page<WaitlistEntry>, Failure> {
    let wanted = EntryFilter {
        contact: filter.contact,
        service: filter.service.as_ref(),
        provider: filter.provider.as_ref(),
        status: filter.status,
    };
    let after = WaitlistId(filter.cursor.map_or(Uuid::nil(), |cursor| cursor.id));
    let rows = filter.limit.rows_to_read();
    let found = program.read(|tx, request| tx.entry_records(request.business.id, &wanted, after, rows))?;
    let cursor = |record: &EntryRecord| Cursor { at: 0, id: record.entry.id.0 };
    Ok(filter.limit.page(found, cursor, |record| WaitlistEntry::of(&program.request, record)))
}

/// Show one entry
#[utoipa::path(
    get, path = "/waitlist/{id}", tag = "waitlist", operation_id = "getWaitlistEntry",
    params(("id" = Uuid, Path, description = "The entry's id")),
    responses((status = 200, description = "The entry; its version in ETag", body = WaitlistEntry), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<WaitlistId>) -> Result<Response, Failure> {
    let record = program.read(|tx, request| tx.entry_record(request.business.id, id))?.ok_or(Fault::NotFound)?;
    let version = record.version;
    Ok(show_resource(resource(id.0, version, false, &WaitlistEntry::of(&program.request, record))?))
}

/// Somebody who wants to be told when a time comes free.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWaitlistEntry {
    /// Id of the service.
    #[schema(value_type = String, example = "consultation")]
    service: ServiceId,
    /// Id of the provider; anybody who offers the service when it is left out.
    #[schema(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// Starts from here on would do; from now on when it is left out.
    #[schema(inline, example = "2026-06-03")]
    from: Option<Edge>,
    /// Starts up to here would do, a date included; up to the horizon when it is left out.
    #[schema(inline, example = "2026-06-05")]
    to: Option<Edge>,
    /// Who, by phone or email.
    contact: Person,
}

/// Join the waitlist
///
/// Refused with openings while something that would do is free. The same contact, service and
/// provider a second time is the same entry, with the days that were given last.
#[utoipa::path(
    post, path = "/waitlist", tag = "waitlist", operation_id = "joinWaitlist", params(IdempotencyKey),
    request_body = NewWaitlistEntry,
    responses(
        (status = 201, description = "On the list; its address in Location", body = WaitlistEntry),
        (status = 200, description = "It was on the list before", body = WaitlistEntry),
        WriteErrors,
    )
)]
pub async fn join(Command { program, body }: Command<Book, NewWaitlistEntry>) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let Person { name, phone, email } = body.contact;
    let wish = Join {
        service: Some(body.service.into()),
        provider: body.provider.map(String::from),
        from: body.from.map(Edge::text),
        to: body.to.map(Edge::text),
        name: name.map(|name| name.0),
        phone: phone.map(|phone| phone.0),
        email: email.map(|email| email.0),
        ..Join::default()
    };
    answer(&WAITLIST, waiting::join(&program.app, &program.request, wish).await)
}

/// Take an entry off the waitlist
///
/// A time that was kept for it goes to the next. Doing it again changes nothing.
#[utoipa::path(
    post, path = "/waitlist/{id}/withdraw", tag = "waitlist", operation_id = "withdrawWaitlistEntry",
    params(("id" = Uuid, Path, description = "The entry's id"), IdempotencyKey, IfMatch),
    request_body = Option<Empty>,
    responses((status = 200, description = "Off the list", body = WaitlistEntry), WriteErrors)
)]
pub async fn withdraw(
    Id(id): Id<WaitlistId>,
    Command { program, body: Empty {} }: Command<Book, Empty>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    answer(&WAITLIST, waiting::withdraw(&program.app, &program.request, id).await)
}

/// The entry that was made or changed.
fn depict(tx: &mut Tx<'_>, request: &Request, subject: Subject) -> Result<Resource, StoreError> {
    let record = tx.entry_record(request.business.id, WaitlistId(subject.id))?;
    let record = record.ok_or_else(|| anyhow::anyhow!("an entry was changed and is not there"))?;
    let version = record.version;
    resource(subject.id, version, subject.created, &WaitlistEntry::of(request, record))
}
