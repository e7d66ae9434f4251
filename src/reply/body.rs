//! The reply as JSON. Keys at the top keep their meaning whatever happened, because platforms pick
//! them out by path.

use ringbook_core::outcome::{
    AppointmentView, Availability, Booked, Cancelled, Field, Held, Info, Opening, Outcome, Problem, Refused, Word,
};
use ringbook_core::time::Moment;
use serde_json::{Map, Value, json};

use crate::business::Business;

pub(super) fn of(business: &Business, outcome: &Outcome, word: Word, say: &str, now: Moment) -> Value {
    let success = !matches!(outcome, Outcome::Refused(_));
    let mut body = keys(json!({ "success": success, "status": word, "say": say }));
    body.append(&mut match outcome {
        Outcome::Booked(booked) => keys(of_booked(business, booked)),
        Outcome::Held(held) => keys(of_held(business, held)),
        Outcome::Released => Map::new(),
        Outcome::Found(found) => of_found(business, found, now),
        Outcome::Rescheduled(appointment) | Outcome::Cancelled(Cancelled { appointment, .. }) => {
            keys(json!({ "appointment": of_appointment(business, appointment) }))
        }
        Outcome::Availability(found) => of_availability(business, found, now),
        Outcome::Info(info) => keys(of_info(info)),
        Outcome::Refused(refused) => of_refusal(business, outcome, refused, now),
    });
    Value::Object(body)
}

fn keys(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(keys) => keys,
        _ => Map::new(),
    }
}

fn of_booked(business: &Business, booked: &Booked) -> Value {
    json!({
        "appointment": of_appointment(business, &booked.appointment),
        "contact": { "id": booked.contact, "created": booked.contact_created },
    })
}

/// The confirmation code comes with the confirmation: a caller who hears one believes to be booked.
fn of_held(business: &Business, held: &Held) -> Value {
    let mut appointment = keys(of_appointment(business, &held.appointment));
    appointment.remove("confirmation_code");
    json!({
        "hold_id": held.appointment.id,
        "expires_at": local(business, held.expires),
        "appointment": appointment,
    })
}

/// `appointment` beside the list when there is no choice to make.
fn of_found(business: &Business, found: &[AppointmentView], now: Moment) -> Map<String, Value> {
    let appointment = |found: &AppointmentView| {
        let mut appointment = keys(of_appointment(business, found));
        appointment.insert("say".to_owned(), json!(business.speaker.moment(found.start, now)));
        Value::Object(appointment)
    };
    let appointments: Vec<Value> = found.iter().map(appointment).collect();
    match found {
        [only] => keys(json!({ "appointments": appointments, "appointment": of_appointment(business, only) })),
        _ => keys(json!({ "appointments": appointments })),
    }
}

fn of_appointment(business: &Business, appointment: &AppointmentView) -> Value {
    json!({
        "id": appointment.id,
        "confirmation_code": appointment.code,
        "service": appointment.service,
        "provider": appointment.provider,
        "start": local(business, appointment.start),
        "end": local(business, appointment.end),
        "time_zone": business.organization.zone.name(),
        "status": appointment.status,
    })
}

/// `slots` are the openings of the days asked about, else the next ones; `count` counts the former.
fn of_availability(business: &Business, found: &Availability, now: Moment) -> Map<String, Value> {
    let openings = if found.openings.is_empty() { &found.next } else { &found.openings };
    let mut body = keys(json!({
        "slots": slots(business, openings, now),
        "count": found.total,
        "date": found.asked.first,
        "last_date": found.asked.last,
    }));
    body.append(&mut today(business, now));
    if let Some(problem) = &found.reason {
        body.insert("reason".to_owned(), json!(problem.code()));
    }
    body
}

fn of_info(info: &Info) -> Value {
    match info {
        Info::Answer { topic, text } => json!({ "found": true, "topic": topic, "answer": text }),
        Info::Hours { date, windows } => {
            let window = |(from, until): &(jiff::civil::Time, jiff::civil::Time)| json!({ "from": from.strftime("%H:%M").to_string(), "until": until.strftime("%H:%M").to_string() });
            let hours: Vec<Value> = windows.iter().map(window).collect();
            json!({ "found": true, "topic": "hours", "date": date, "hours": hours })
        }
        Info::Address(address) => json!({ "found": true, "topic": "address", "answer": address }),
        Info::Services(services) => {
            let service = |(name, length): &_| json!({ "name": name, "duration": length });
            let services: Vec<Value> = services.iter().map(service).collect();
            json!({ "found": true, "topic": "services", "services": services })
        }
        Info::Unknown { topics } => json!({ "found": false, "topics": topics }),
    }
}

fn of_refusal(business: &Business, outcome: &Outcome, refused: &Refused, now: Moment) -> Map<String, Value> {
    let mut body = keys(json!({
        "error": refused.problem.code(),
        "message": business.speaker.message(outcome, now),
        "slots": slots(business, &refused.openings, now),
    }));
    body.append(&mut today(business, now));
    if let Some(field) = field(&refused.problem) {
        body.insert("field".to_owned(), json!(field));
    }
    if let Some((key, value)) = detail(business, &refused.problem) {
        body.insert(key.to_owned(), value);
    }
    body
}

/// What a program needs beyond the sentence.
fn detail(business: &Business, problem: &Problem) -> Option<(&'static str, Value)> {
    let times = |moments: &[Moment]| moments.iter().map(|moment| local(business, *moment)).collect::<Vec<_>>();
    match problem {
        Problem::Internal { reference } => Some(("reference", json!(reference))),
        Problem::UnknownTool { known } => Some(("known_tools", json!(known))),
        Problem::UnknownService { known } => Some(("known_services", json!(known))),
        Problem::UnknownProvider { known } => Some(("known_providers", json!(known))),
        Problem::WhichService { candidates } | Problem::WhichProvider { candidates } => {
            Some(("candidates", json!(candidates)))
        }
        Problem::WhichDate { candidates } => Some(("candidates", json!(candidates))),
        Problem::WhichTime { candidates } => Some(("candidates", json!(times(candidates)))),
        Problem::WeekdayMismatch { date, nearest, .. } => Some(("candidates", json!([date, nearest]))),
        Problem::NoSuchDate { nearest: Some(date) } | Problem::PastDate { candidate: Some(date), .. } => {
            Some(("candidates", json!([date])))
        }
        Problem::BeyondHorizon { last } => Some(("last_date", json!(last))),
        _ => None,
    }
}

/// The field to ask for again.
fn field(problem: &Problem) -> Option<Field> {
    match problem {
        Problem::MissingField(field) | Problem::MalformedField(field) => Some(*field),
        Problem::MissingContactInfo | Problem::InvalidPhone => Some(Field::Phone),
        Problem::InvalidEmail => Some(Field::Email),
        Problem::UnreadableDate
        | Problem::NoSuchDate { .. }
        | Problem::WeekdayMismatch { .. }
        | Problem::WhichDate { .. }
        | Problem::PastDate { .. }
        | Problem::BeyondHorizon { .. }
        | Problem::Closed { .. } => Some(Field::Date),
        Problem::UnreadableTime
        | Problem::NoSuchTime
        | Problem::SkippedTime
        | Problem::WhichTime { .. }
        | Problem::PastTime { .. }
        | Problem::TooSoon { .. }
        | Problem::OutsideHours { .. }
        | Problem::SlotUnavailable { .. }
        | Problem::NotOnGrid { .. } => Some(Field::Time),
        Problem::InvalidSlotId => Some(Field::SlotId),
        Problem::HoldNotFound | Problem::HoldExpired => Some(Field::HoldId),
        Problem::UnknownService { .. } | Problem::WhichService { .. } => Some(Field::Service),
        Problem::UnknownProvider { .. } | Problem::WhichProvider { .. } | Problem::NotOffered { .. } => {
            Some(Field::Provider)
        }
        _ => None,
    }
}

fn slots(business: &Business, openings: &[Opening], now: Moment) -> Vec<Value> {
    let slot = |opening: &Opening| {
        json!({
            "id": opening.slot,
            "start": local(business, opening.slot.start),
            "end": local(business, opening.end),
            "service": opening.slot.service,
            "provider": opening.slot.provider,
            "say": business.speaker.opening(opening, now),
        })
    };
    openings.iter().map(slot).collect()
}

/// In every reply about dates: models are wrong about the year.
fn today(business: &Business, now: Moment) -> Map<String, Value> {
    keys(json!({ "today": business.speaker.date(now), "today_say": business.speaker.today(now) }))
}

/// RFC 3339 with the offset that holds there at that time.
fn local(business: &Business, moment: Moment) -> String {
    moment.in_zone(business.organization.zone.tz()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
