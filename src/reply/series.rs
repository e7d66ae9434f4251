//! Recurring visits in the reply.

use ringbook_core::outcome::{AppointmentView, BookedSeries, CancelledSeries, Clash, Clashing, Outcome};
use serde_json::{Map, Value, json};

use super::body::{Voice, keys, listed, local, of_appointment, slots, today, with_conflicts};

/// `appointment` beside the list is the first: keys keep their meaning.
pub(super) fn of_booked(voice: &Voice<'_>, booked: &BookedSeries) -> Map<String, Value> {
    let mut body = with_conflicts(
        json!({
            "series_id": booked.series,
            "contact": { "id": booked.contact, "created": booked.contact_created },
        }),
        &booked.conflicts,
    );
    body.append(&mut of_all(voice, &booked.appointments));
    body
}

pub(super) fn of_cancelled(voice: &Voice<'_>, cancelled: &CancelledSeries) -> Map<String, Value> {
    let kept: Vec<Value> = cancelled.kept.iter().map(|kept| listed(voice, kept)).collect();
    let mut body = of_all(voice, &cancelled.appointments);
    body.insert("kept".to_owned(), json!(kept));
    body
}

fn of_all(voice: &Voice<'_>, appointments: &[AppointmentView]) -> Map<String, Value> {
    let all: Vec<Value> = appointments.iter().map(|one| listed(voice, one)).collect();
    let first = appointments.first().map(|first| of_appointment(voice, first));
    keys(json!({ "appointment": first, "appointments": all }))
}

/// `slots` at the top are those of the first clash.
pub(super) fn of_clashing(voice: &Voice<'_>, outcome: &Outcome, clashing: &Clashing) -> Map<String, Value> {
    let first = clashing.clashes.first().map(|clash| slots(voice, &clash.openings)).unwrap_or_default();
    let clashes: Vec<Value> = clashing.clashes.iter().map(|clash| of_clash(voice, clash)).collect();
    let mut body = keys(json!({
        "error": clashing.code(),
        "message": voice.speaker().message(outcome, voice.now),
        "slots": first,
        "clashes": clashes,
        "visits": clashing.visits,
    }));
    body.append(&mut today(voice));
    body
}

fn of_clash(voice: &Voice<'_>, clash: &Clash) -> Value {
    json!({
        "date": clash.date,
        "start": clash.start.map(|start| local(voice, start)),
        "error": clash.problem.code(),
        "slots": slots(voice, &clash.openings),
    })
}
