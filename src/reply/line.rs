//! The reply as one line for a model: it reads everything, and re-reads it on every turn, so only
//! what it needs next is there.

use ringbook_core::outcome::Word;
use serde_json::Value;

use super::Reply;

/// As many as `say` names.
const MOST_SLOTS: usize = 3;

/// Refusals after which a model needs to be told which day it is.
const ABOUT_DATES: [&str; 5] = ["INVALID_DATE", "PAST_DATE", "BEYOND_HORIZON", "TOO_SOON", "CLOSED"];

pub(super) fn of(reply: &Reply) -> String {
    let status = reply.body["status"].as_str().unwrap_or_default().replace('_', " ");
    let parts = [
        Some(format!("{status}.")),
        Some(reply.say.clone()),
        appointment(&reply.body["appointment"]),
        hold(&reply.body["hold_id"]),
        destination(&reply.body["destination"]),
        appointments(&reply.body["appointments"]),
        slots(&reply.body["slots"]),
        count(&reply.body["count"]),
        tools(&reply.body["known_tools"]),
        today(reply),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn appointment(appointment: &Value) -> Option<String> {
    let code = appointment["confirmation_code"].as_str()?;
    let id = appointment["id"].as_str()?;
    Some(format!("Confirmation code {code}. appointment_id {id}."))
}

fn hold(id: &Value) -> Option<String> {
    Some(format!("hold_id {}.", id.as_str()?))
}

/// For a model that transfers the call with a tool of the platform's own.
fn destination(to: &Value) -> Option<String> {
    let target = to["number"].as_str().or_else(|| to["sipUri"].as_str())?;
    // Without a full stop, which would be copied along with it.
    Some(format!("Transfer to {target}"))
}
/// As many as are looked up at once.
const MOST_APPOINTMENTS: usize = 10;

/// Several, to choose from; the only one has been named with its code.
fn appointments(found: &Value) -> Option<String> {
    let found = found.as_array().filter(|found| found.len() > 1)?;
    let listed = |one: &Value| Some(format!("{} = {};", one["say"].as_str()?, one["id"].as_str()?));
    let listed: Vec<String> = found.iter().take(MOST_APPOINTMENTS).filter_map(listed).collect();
    Some(format!("Appointment ids: {}", listed.join(" ")))
}

/// The same starts that `say` offers: the first three different ones.
fn slots(slots: &Value) -> Option<String> {
    let mut starts: Vec<&Value> = Vec::new();
    let mut listed = Vec::new();
    for slot in slots.as_array()? {
        if starts.len() < MOST_SLOTS && !starts.contains(&&slot["start"]) {
            starts.push(&slot["start"]);
            // A full stop after an id would be copied along with it: ids hold dots.
            listed.push(format!("{} = {};", slot["say"].as_str()?, slot["id"].as_str()?));
        }
    }
    (!listed.is_empty()).then(|| format!("Slot ids: {}", listed.join(" ")))
}

fn count(count: &Value) -> Option<String> {
    let count = count.as_u64().filter(|count| *count > MOST_SLOTS as u64)?;
    Some(format!("{count} openings in all."))
}

fn tools(known: &Value) -> Option<String> {
    let names: Vec<&str> = known.as_array()?.iter().filter_map(Value::as_str).collect();
    Some(format!("Tools: {}.", names.join(", ")))
}

fn today(reply: &Reply) -> Option<String> {
    let about_dates = reply.error.as_deref().is_some_and(|code| ABOUT_DATES.contains(&code));
    let today = reply.body["today_say"].as_str().filter(|today| !reply.say.contains(today))?;
    // Models are wrong about the year: whoever is offered days is told which day it is.
    (about_dates || matches!(reply.word, Word::Available | Word::NoneAvailable)).then(|| format!("Today is {today}."))
}
