//! The two organizations under load, and what is asked of them.

use jiff::civil::{DateTime, datetime};
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

/// The server's clock at the start of every measurement.
pub const NOW: &str = "2026-06-02T14:10:00Z";
pub const ZONE: &str = "America/New_York";

/// Enough providers that no run ever uses up the free times.
pub const PROVIDERS: usize = 200;
const SLOT_MINUTES: usize = 5;
/// From seven to seven.
const SLOTS_A_DAY: usize = 12 * 60 / SLOT_MINUTES;

/// Many providers with long days: every booking takes a free time of its own.
pub fn busy_clinic() -> String {
    let days =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("{day} = [\"07:00-19:00\"]\n")).concat();
    let provider =
        |index| format!("[[providers]]\nid = \"p{index}\"\nname = \"Provider {index}\"\n[providers.hours]\n{days}");
    let providers: String = (0..PROVIDERS).map(provider).collect();
    format!(
        "slug = \"busy\"\nname = \"Busy Clinic\"\ntime_zone = \"{ZONE}\"\ncountry = \"US\"\n\
         [booking]\nslot_interval = \"{SLOT_MINUTES}m\"\nhorizon = \"365d\"\n\
         [[services]]\nid = \"visit\"\nname = \"Visit\"\nduration = \"{SLOT_MINUTES}m\"\n{providers}"
    )
}

/// One provider with office hours: what availability is asked of.
pub fn small_clinic() -> String {
    let days = ["mon", "tue", "wed", "thu", "fri"].map(|day| format!("{day} = [\"09:00-17:00\"]\n")).concat();
    format!(
        "slug = \"small\"\nname = \"Small Clinic\"\ntime_zone = \"{ZONE}\"\ncountry = \"US\"\n\
         [booking]\nslot_interval = \"30m\"\nhorizon = \"365d\"\n\
         [[services]]\nid = \"visit\"\nname = \"Visit\"\nduration = \"30m\"\n\
         [[providers]]\nid = \"p0\"\nname = \"Provider 0\"\n[providers.hours]\n{days}"
    )
}

/// The provider and local start of the `index`-th booking: all different, all on the grid.
pub fn slot(index: usize) -> (usize, DateTime) {
    let first = datetime(2026, 6, 15, 7, 0, 0, 0);
    let (day, slot) = (index / PROVIDERS / SLOTS_A_DAY, index / PROVIDERS % SLOTS_A_DAY);
    let count = |count: usize| i64::try_from(count).unwrap_or(0);
    (index % PROVIDERS, first + count(day).days() + count(slot * SLOT_MINUTES).minutes())
}

/// A whole envelope as production sends it, for the `index`-th booking.
pub struct Envelopes {
    /// The recorded request, cut where a booking's own values go.
    parts: Vec<(String, Slot)>,
}

#[derive(Clone, Copy)]
enum Slot {
    Call,
    Provider,
    Start,
    Phone,
    End,
}

impl Envelopes {
    pub fn recorded(text: &str) -> anyhow::Result<Self> {
        let mut envelope: Value = serde_json::from_str(text)?;
        let arguments = json!({"service": "visit", "provider": "p@PROVIDER@", "start": "@START@", "name": "Sam Example", "phone": "@PHONE@"});
        replace_arguments(&mut envelope, &arguments);
        envelope["message"]["call"]["id"] = json!("call-@CALL@");
        let marks = [
            ("@CALL@", Slot::Call),
            ("@PROVIDER@", Slot::Provider),
            ("@START@", Slot::Start),
            ("@PHONE@", Slot::Phone),
        ];
        let mut rest = envelope.to_string();
        let mut parts = Vec::new();
        while let Some((at, mark, slot)) =
            marks.iter().filter_map(|(mark, slot)| Some((rest.find(mark)?, mark, *slot))).min_by_key(|found| found.0)
        {
            parts.push((rest[..at].to_owned(), slot));
            rest = rest[at + mark.len()..].to_owned();
        }
        parts.push((rest, Slot::End));
        Ok(Self { parts })
    }

    pub fn body(&self, index: usize) -> String {
        let (provider, start) = slot(index);
        let values = [index.to_string(), provider.to_string(), start.to_string(), format!("+1512{index:07}")];
        self.parts
            .iter()
            .map(|(text, slot)| text.clone() + values.get(*slot as usize).map_or("", String::as_str))
            .collect()
    }
}

/// Puts `arguments` wherever the recording carries those of a call.
fn replace_arguments(value: &mut Value, arguments: &Value) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if key == "arguments" { *member = arguments.clone() } else { replace_arguments(member, arguments) }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace_arguments(item, arguments)),
        _ => {}
    }
}

/// Unix seconds of a local time in the clinics' zone.
pub fn instant(local: DateTime) -> anyhow::Result<i64> {
    Ok(local.in_tz(ZONE)?.timestamp().as_second())
}

pub fn now() -> anyhow::Result<Timestamp> {
    Ok(NOW.parse()?)
}
