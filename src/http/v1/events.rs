//! `/api/v1/events`: the audit.

use ringbook_core::event::EventKind;
use ringbook_core::id::KeyId;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::errors::ReadErrors;
use super::failure::Failure;
use super::list::{Cursor, Limit, Page};
use super::program::{Manage, Program};
use super::query::Query;
use super::values::{Edge, local};
use crate::actions::Request;
use crate::store::events::{Event as Stored, EventFilter};

/// Which events, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only what happened to this appointment, contact, message…
    subject: Option<Uuid>,
    /// Only events of this kind.
    #[param(value_type = Option<String>, example = "appointment.booked")]
    kind: Option<Kind>,
    /// At or after this instant, or on or after this local date.
    #[param(value_type = Option<String>, example = "2026-06-01")]
    from: Option<Edge>,
    /// Before this instant, or on or before this local date.
    #[param(value_type = Option<String>, example = "2026-06-30")]
    to: Option<Edge>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// A kind by its dotted name.
#[derive(Clone, Copy, Debug)]
struct Kind(EventKind);

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kind = EventKind::parse(&String::deserialize(deserializer)?);
        kind.map(Self).ok_or_else(|| serde::de::Error::custom("expected a kind such as appointment.booked"))
    }
}

/// Who changed what, when and from where.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    /// Names it for ever; later events have greater ids.
    pub id: Uuid,
    /// When it happened.
    #[schema(format = DateTime, example = "2026-06-03T15:00:00-04:00")]
    pub at: String,
    /// What happened.
    #[schema(example = "appointment.booked")]
    pub kind: String,
    /// What it happened to.
    pub subject: Option<Uuid>,
    /// Through what: vapi, tool, api, command_line or server.
    #[schema(example = "api")]
    pub channel: String,
    /// The key that was used; null on the command line and for the server's own work.
    #[schema(value_type = Option<Uuid>)]
    pub credential: Option<KeyId>,
    /// The phone call, as the voice platform numbers it.
    pub call_id: Option<String>,
    /// What it was; null where there was nothing, or where it was erased.
    pub before: Option<Map<String, Value>>,
    /// What it became; null where there is nothing, or where it was erased.
    pub after: Option<Map<String, Value>>,
    /// The event of the erasure that emptied `before` and `after`.
    pub erased_by: Option<Uuid>,
}

/// List what happened, the newest last
///
/// Nothing in this list ever changes, except that an erasure empties what it says of a person.
#[utoipa::path(
    get, path = "/events", tag = "events", operation_id = "listEvents", params(Filter),
    responses((status = 200, description = "One page", body = Page<Event>), ReadErrors)
)]
pub async fn list(program: Program<Manage>, Query(filter): Query<Filter>) -> Result<Page<Event>, Failure> {
    let request = &program.request;
    let any = EventFilter::default();
    let wanted = EventFilter {
        subject: filter.subject,
        kind: filter.kind.map(|Kind(kind)| kind),
        from: filter.from.map_or(any.from, |edge| edge.from(request)),
        until: filter.to.map_or(any.until, |edge| edge.to(request)),
    };
    let after = filter.cursor.map_or(Uuid::nil(), |cursor| cursor.id);
    let rows = filter.limit.rows_to_read();
    let events = program.read(|tx, request| tx.events(request.business.id, &wanted, after, rows))?;
    let cursor = |event: &Stored| Cursor { at: event.at.unix(), id: event.id };
    Ok(filter.limit.page(events, cursor, |event| Event::of(request, event)))
}

impl Event {
    fn of(request: &Request, event: Stored) -> Self {
        let parsed = |text: Option<String>| text.and_then(|text| serde_json::from_str(&text).ok());
        Self {
            id: event.id,
            at: local(request, event.at),
            kind: event.kind,
            subject: event.subject,
            channel: event.channel,
            credential: event.credential,
            call_id: event.call_id,
            before: parsed(event.before),
            after: parsed(event.after),
            erased_by: event.erased_by,
        }
    }
}
