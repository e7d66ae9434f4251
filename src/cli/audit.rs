use clap::{Args, Subcommand};
use jiff::Timestamp;
use ringbook_core::event::EventKind;
use ringbook_core::id::OrgSlug;
use ringbook_core::time::Moment;
use serde_json::{Value, json};
use uuid::Uuid;

use super::key::find_org;
use super::{open_store, output};
use crate::actions::audit::{Whole, verify};
use crate::config::Settings;
use crate::store::StoreError;
use crate::store::events::{Event, EventFilter};

/// Read and check the record of who changed what
#[derive(Args, Debug)]
pub struct Audit {
    #[command(subcommand)]
    command: AuditCommand,
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    Verify(Verify),
    List(List),
}

/// Check that nothing in it was changed, added or removed; exit 1 and the first bad event if so
#[derive(Args, Debug)]
struct Verify {
    /// The organization's slug
    #[arg(long, value_name = "SLUG")]
    org: OrgSlug,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// List what happened, the newest last
#[derive(Args, Debug)]
struct List {
    /// The organization's slug
    #[arg(long, value_name = "SLUG")]
    org: OrgSlug,

    /// Only what happened to this appointment, contact, message…
    #[arg(long, value_name = "ID")]
    subject: Option<Uuid>,

    /// Only events of this kind, for example appointment.booked
    #[arg(long, value_parser = kind)]
    kind: Option<EventKind>,

    /// Not before this RFC 3339 instant
    #[arg(long, value_name = "INSTANT")]
    from: Option<Timestamp>,

    /// Before this RFC 3339 instant
    #[arg(long, value_name = "INSTANT")]
    to: Option<Timestamp>,

    /// Only what happened after this event
    #[arg(long, value_name = "ID")]
    after: Option<Uuid>,

    /// How many at most
    #[arg(long, default_value_t = 1_000)]
    limit: usize,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Audit {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        match &self.command {
            AuditCommand::Verify(command) => command.run(settings),
            AuditCommand::List(command) => command.run(settings),
        }
    }
}

impl Verify {
    fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let org = find_org(&store, &self.org)?;
        let whole = verify(&store, org)?;
        output::print(self.json, &whole, || describe(&whole))
    }
}

fn describe(Whole { events, sealed, seal, .. }: &Whole) -> String {
    match seal {
        None => format!("{events} events are as they were recorded; none of them is sealed yet."),
        Some(seal) => format!("{events} events are as they were recorded; {sealed} of them are sealed by\n{seal}"),
    }
}

impl List {
    fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let org = find_org(&store, &self.org)?;
        let usual = EventFilter::default();
        let filter = EventFilter {
            subject: self.subject,
            kind: self.kind,
            from: self.from.map_or(usual.from, Moment::from),
            until: self.to.map_or(usual.until, Moment::from),
        };
        let after = self.after.unwrap_or_default();
        let events = store.read::<_, StoreError, _>(|tx| tx.events(org, &filter, after, self.limit))?;
        let rows: Vec<Value> = events.iter().map(row).collect();
        output::print(self.json, &json!({ "data": rows }), || events.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}

fn kind(text: &str) -> Result<EventKind, String> {
    EventKind::parse(text).ok_or_else(|| {
        let known: Vec<_> = EventKind::ALL.iter().map(|kind| kind.as_str()).collect();
        format!("known are {}", known.join(", "))
    })
}

fn row(event: &Event) -> Value {
    json!({
        "id": event.id, "at": event.at, "kind": event.kind, "subject": event.subject, "channel": event.channel,
        "credential": event.credential, "call_id": event.call_id, "before": parsed(event.before.as_deref()),
        "after": parsed(event.after.as_deref()), "erased_by": event.erased_by,
    })
}

fn parsed(text: Option<&str>) -> Option<Value> {
    text.and_then(|text| serde_json::from_str(text).ok())
}

fn line(event: &Event) -> String {
    let subject = event.subject.map(|subject| subject.to_string()).unwrap_or_default();
    format!("{}  {}  {:24} {subject:36}  {}", event.id, event.at, event.kind, event.channel)
}
