//! The reply as JSON. Keys at the top keep their meaning whatever happened, because platforms pick
//! them out by path.

use ringbook_core::id::AppointmentId;
use ringbook_core::language::Language;
use ringbook_core::organization::Target;
use ringbook_core::outcome::{
    AppointmentView, Availability, Booked, Cancelled, Field, Found, Held, Info, Opening, Outcome, Problem, Refused,
    Rescheduled, Transferring, Via, Waitlisted, Word,
};
use ringbook_core::speak::Speaker;
use ringbook_core::time::Moment;
use serde_json::{Map, Value, json};

use super::series;
use crate::business::Business;

/// For whom a reply is written: one business, in one language, at one moment.
pub(super) struct Voice<'a> {
    pub(super) business: &'a Business,
    pub(super) language: Language,
    pub(super) now: Moment,
}

impl Voice<'_> {
    pub(super) fn speaker(&self) -> &Speaker {
        self.business.speaker(self.language)
    }
}

pub(super) fn of(voice: &Voice<'_>, outcome: &Outcome, word: Word, say: &str) -> Value {
    let success = !matches!(outcome, Outcome::Refused(_) | Outcome::Clashing(_));
    let mut body = keys(json!({ "success": success, "status": word, "say": say }));
    body.append(&mut match outcome {
        Outcome::Booked(booked) => with_conflicts(of_booked(voice, booked), &booked.conflicts),
        Outcome::BookedSeries(booked) => series::of_booked(voice, booked),
        Outcome::CancelledSeries(cancelled) => series::of_cancelled(voice, cancelled),
        Outcome::Clashing(clashing) => series::of_clashing(voice, outcome, clashing),
        Outcome::Held(held) => keys(of_held(voice, held)),
        Outcome::Released => Map::new(),
        Outcome::Found(found) => of_found(voice, found),
        Outcome::Rescheduled(Rescheduled { appointment, conflicts }) => {
            with_conflicts(json!({ "appointment": of_appointment(voice, appointment) }), conflicts)
        }
        Outcome::Waitlisted(waitlisted) => keys(of_waitlisted(voice, waitlisted)),
        Outcome::Attendance(appointment) | Outcome::Cancelled(Cancelled { appointment, .. }) => {
            keys(json!({ "appointment": of_appointment(voice, appointment) }))
        }
        Outcome::Availability(found) => of_availability(voice, found),
        Outcome::Info(info) => keys(of_info(info)),
        Outcome::MessageTaken(taken) => keys(json!({ "message_id": taken.id, "urgent": taken.urgent })),
        Outcome::Transferring(transferring) => keys(of_transferring(transferring)),
        Outcome::Goodbye(_) => keys(json!({ "end_call": true })),
        Outcome::Refused(refused) => of_refusal(voice, outcome, refused),
    });
    Value::Object(body)
}

pub(super) fn keys(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(keys) => keys,
        _ => Map::new(),
    }
}

fn of_booked(voice: &Voice<'_>, booked: &Booked) -> Value {
    json!({
        "appointment": of_appointment(voice, &booked.appointment),
        "contact": { "id": booked.contact, "created": booked.contact_created },
    })
}

/// Appointments that lie under it, where staff double-booked.
pub(super) fn with_conflicts(body: Value, conflicts: &[AppointmentId]) -> Map<String, Value> {
    let mut body = keys(body);
    if !conflicts.is_empty() {
        body.insert("conflicts".to_owned(), json!(conflicts));
    }
    body
}

/// The confirmation code comes with the confirmation: a caller who hears one believes to be booked.
fn of_held(voice: &Voice<'_>, held: &Held) -> Value {
    let mut appointment = keys(of_appointment(voice, &held.appointment));
    appointment.remove("confirmation_code");
    json!({
        "hold_id": held.appointment.id,
        "expires_at": local(voice, held.expires),
        "appointment": appointment,
    })
}

fn of_waitlisted(voice: &Voice<'_>, waitlisted: &Waitlisted) -> Value {
    let entry = &waitlisted.entry;
    let offer = waitlisted.offer.as_ref();
    json!({
        "waitlist": {
            "id": entry.id,
            "contact_id": entry.contact,
            "service": entry.service,
            "provider": entry.provider,
            "from": local(voice, entry.wanted.from),
            "until": local(voice, entry.wanted.until),
            "status": entry.status,
        },
        "hold_id": offer.map(|offer| offer.appointment.id),
        "offer": offer.map(|offer| of_held(voice, offer)),
    })
}

/// Beside the lists the appointment when there is no choice to make, and the first offer.
fn of_found(voice: &Voice<'_>, found: &Found) -> Map<String, Value> {
    let mut body = of_appointments(voice, &found.appointments);
    let offers: Vec<Value> = found.offers.iter().map(|offer| of_held(voice, offer)).collect();
    if let Some(first) = found.offers.first() {
        body.insert("hold_id".to_owned(), json!(first.appointment.id));
        body.insert("offers".to_owned(), json!(offers));
    }
    body
}

fn of_appointments(voice: &Voice<'_>, found: &[AppointmentView]) -> Map<String, Value> {
    let appointments: Vec<Value> = found.iter().map(|found| listed(voice, found)).collect();
    match found {
        [only] => keys(json!({ "appointments": appointments, "appointment": of_appointment(voice, only) })),
        _ => keys(json!({ "appointments": appointments })),
    }
}

/// One among others, with the words to tell it from them.
pub(super) fn listed(voice: &Voice<'_>, appointment: &AppointmentView) -> Value {
    let mut listed = keys(of_appointment(voice, appointment));
    listed.insert("say".to_owned(), json!(voice.speaker().moment(appointment.start, voice.now)));
    Value::Object(listed)
}

pub(super) fn of_appointment(voice: &Voice<'_>, appointment: &AppointmentView) -> Value {
    json!({
        "id": appointment.id,
        "confirmation_code": appointment.code,
        "service": appointment.service,
        "provider": appointment.provider,
        "start": local(voice, appointment.start),
        "end": local(voice, appointment.end),
        "time_zone": voice.business.organization.zone.name(),
        "status": appointment.status,
    })
}

/// `slots` are the openings of the days asked about, else the next ones; `count` counts the former.
fn of_availability(voice: &Voice<'_>, found: &Availability) -> Map<String, Value> {
    let openings = if found.openings.is_empty() { &found.next } else { &found.openings };
    let mut body = keys(json!({
        "slots": slots(voice, openings),
        "count": found.total,
        "date": found.asked.first,
        "last_date": found.asked.last,
    }));
    body.append(&mut today(voice));
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

fn of_transferring(Transferring { to, via }: &Transferring) -> Value {
    let department = match via {
        Via::Department(name) => Some(name),
        Via::Default | Via::InsteadOfUnknown => None,
    };
    json!({ "destination": destination(to), "department": department })
}

/// Where a call goes, in the form that Vapi has for it.
pub fn destination(to: &Target) -> Value {
    match to {
        Target::Number(number) => json!({ "type": "number", "number": number }),
        Target::Sip(uri) => json!({ "type": "sip", "sipUri": uri }),
    }
}

fn of_refusal(voice: &Voice<'_>, outcome: &Outcome, refused: &Refused) -> Map<String, Value> {
    let mut body = keys(json!({
        "error": refused.problem.code(),
        "message": voice.speaker().message(outcome, voice.now),
        "slots": slots(voice, &refused.openings),
    }));
    body.append(&mut today(voice));
    if let Some(field) = field(&refused.problem) {
        body.insert("field".to_owned(), json!(field));
    }
    if let Some((key, value)) = detail(voice, &refused.problem) {
        body.insert(key.to_owned(), value);
    }
    body
}

/// What a program needs beyond the sentence.
fn detail(voice: &Voice<'_>, problem: &Problem) -> Option<(&'static str, Value)> {
    let times = |moments: &[Moment]| moments.iter().map(|moment| local(voice, *moment)).collect::<Vec<_>>();
    match problem {
        Problem::Internal { reference } => Some(("reference", json!(reference))),
        Problem::UnknownTool { known } => Some(("known_tools", json!(known))),
        Problem::UnknownService { known } => Some(("known_services", json!(known))),
        Problem::UnknownProvider { known } => Some(("known_providers", json!(known))),
        Problem::WhichDepartment { known } => Some(("known_departments", json!(known))),
        Problem::WhichService { candidates } | Problem::WhichProvider { candidates } => {
            Some(("candidates", json!(candidates)))
        }
        Problem::WhichDate { candidates } => Some(("candidates", json!(candidates))),
        Problem::WhichTime { candidates } => Some(("candidates", json!(times(candidates)))),
        Problem::WeekdayMismatch { date, nearest, .. } => Some(("candidates", json!([date, nearest]))),
        Problem::NoSuchDate { nearest: Some(date) } | Problem::PastDate { candidate: Some(date), .. } => {
            Some(("candidates", json!([date])))
        }
        Problem::ContactExists { contact } => Some(("contact_id", json!(contact))),
        Problem::BeyondHorizon { last } => Some(("last_date", json!(last))),
        Problem::WrongStatus { status } => Some(("appointment_status", json!(status))),
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
        Problem::WhichDepartment { .. } => Some(Field::Department),
        Problem::InvalidSlotId => Some(Field::SlotId),
        Problem::HoldNotFound | Problem::HoldExpired => Some(Field::HoldId),
        Problem::UnknownService { .. } | Problem::WhichService { .. } => Some(Field::Service),
        Problem::UnknownProvider { .. } | Problem::WhichProvider { .. } | Problem::NotOffered { .. } => {
            Some(Field::Provider)
        }
        _ => None,
    }
}

pub(super) fn slots(voice: &Voice<'_>, openings: &[Opening]) -> Vec<Value> {
    let slot = |opening: &Opening| {
        json!({
            "id": opening.slot,
            "start": local(voice, opening.slot.start),
            "end": local(voice, opening.end),
            "service": opening.slot.service,
            "provider": opening.slot.provider,
            "say": voice.speaker().opening(opening, voice.now),
        })
    };
    openings.iter().map(slot).collect()
}

/// In every reply about dates: models are wrong about the year.
pub(super) fn today(voice: &Voice<'_>) -> Map<String, Value> {
    keys(json!({ "today": voice.speaker().date(voice.now), "today_say": voice.speaker().today(voice.now) }))
}

/// RFC 3339 with the offset that holds there at that time.
pub(super) fn local(voice: &Voice<'_>, moment: Moment) -> String {
    moment.in_zone(voice.business.organization.zone.tz()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
