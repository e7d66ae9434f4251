use insta::assert_snapshot;
use jiff::civil::date;
use ringbook_core::appointment::Status;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId, SlotId};
use ringbook_core::organization::Organization;
use ringbook_core::outcome::{
    AppointmentView, Asked, Availability, Booked, Field, Info, Opening, Outcome, Problem, Purpose, Refused, Word,
};
use ringbook_core::time::{Moment, Span};
use uuid::Uuid;

use super::Reply;
use crate::business::Business;

const CLINIC: &str = r#"
slug = "riverside"
name = "Riverside Dental"
time_zone = "America/Chicago"
country = "US"
locale = "en-US"

[[services]]
id = "cleaning"
name = "Dental cleaning"
duration = "45m"

[[providers]]
id = "lee"
name = "Dr. Amara Lee"
[providers.hours]
mon = ["09:00-17:00"]
"#;

fn clinic() -> Business {
    Business::new(OrgId(Uuid::from_u128(9)), 1, Organization::from_toml(CLINIC).unwrap())
}

fn at(instant: &str) -> Moment {
    instant.parse::<jiff::Timestamp>().unwrap().into()
}

fn reply(outcome: Outcome) -> Reply {
    Reply::of(&clinic(), &outcome, at("2026-06-02T16:10:00-05:00"))
}

fn openings(starts: &[&str]) -> Vec<Opening> {
    let opening = |start: &&str| {
        let slot = SlotId { service: "cleaning".parse().unwrap(), provider: "lee".parse().unwrap(), start: at(start) };
        Opening { end: slot.start + Span::from_minutes(45), slot }
    };
    starts.iter().map(opening).collect()
}

fn refused(problem: Problem, purpose: Purpose, starts: &[&str]) -> Reply {
    reply(Outcome::Refused(Refused { problem, openings: openings(starts), purpose }))
}

fn booked() -> Reply {
    let appointment = AppointmentView {
        id: AppointmentId(Uuid::from_u128(1)),
        code: ConfirmationCode::parse("K7Q4").unwrap(),
        service: "cleaning".parse().unwrap(),
        service_name: "Dental cleaning".to_owned(),
        provider: "lee".parse().unwrap(),
        provider_name: "Dr. Amara Lee".to_owned(),
        start: at("2026-06-03T15:00:00-05:00"),
        end: at("2026-06-03T15:45:00-05:00"),
        status: Status::Confirmed,
    };
    let contact = ContactId(Uuid::from_u128(2));
    reply(Outcome::Booked(Booked { appointment, contact, contact_created: false, remarks: Vec::new() }))
}

fn found(openings: Vec<Opening>, next: Vec<Opening>) -> Reply {
    let day = date(2026, 6, 3);
    let (total, service_name) = (openings.len(), "Dental cleaning".to_owned());
    let asked = Asked { first: day, last: day };
    reply(Outcome::Availability(Availability { asked, service_name, openings, total, next, reason: None }))
}

fn json(reply: &Reply) -> String {
    serde_json::to_string_pretty(&reply.body).unwrap()
}

#[test]
fn a_booking() {
    let reply = booked();
    assert_snapshot!(json(&reply), @"");
    assert_snapshot!(reply.line(), @"");
}

#[test]
fn a_taken_time() {
    let taken = Problem::SlotUnavailable { start: at("2026-06-03T15:00:00-05:00") };
    let reply = refused(taken, Purpose::Booking, &["2026-06-03T14:00:00-05:00", "2026-06-03T15:30:00-05:00"]);
    assert_snapshot!(json(&reply), @"");
    assert_snapshot!(reply.line(), @"");
}

#[test]
fn free_times() {
    let starts = [
        "2026-06-03T09:00:00-05:00",
        "2026-06-03T09:30:00-05:00",
        "2026-06-03T10:00:00-05:00",
        "2026-06-03T10:30:00-05:00",
    ];
    assert_snapshot!(found(openings(&starts), Vec::new()).line(), @"");
    let one = found(openings(&starts[..1]), Vec::new());
    assert_snapshot!(json(&one), @"");
}

#[test]
fn a_full_day_holds_the_next_openings() {
    let reply = found(Vec::new(), openings(&["2026-06-04T09:00:00-05:00"]));
    assert_snapshot!(reply.line(), @"");
    assert_eq!((&reply.body["count"], &reply.body["date"]), (&0.into(), &"2026-06-03".into()));
    assert_eq!(reply.body["slots"][0]["start"], "2026-06-04T09:00:00-05:00");
}

#[test]
fn a_past_date_names_today_and_the_candidate() {
    let past = Problem::PastDate { date: date(2024, 6, 3), candidate: Some(date(2026, 6, 3)) };
    let reply = refused(past, Purpose::Booking, &[]);
    assert_snapshot!(json(&reply), @"");
    assert_snapshot!(reply.line(), @"");
}

#[test]
fn a_day_that_is_closed_tells_the_model_what_today_is() {
    let closed = Problem::Closed { date: date(2026, 6, 7), reason: None };
    assert_snapshot!(refused(closed, Purpose::Booking, &["2026-06-08T09:00:00-05:00"]).line(), @"");
}

#[test]
fn an_unknown_tool_names_the_known_ones_to_the_model() {
    let unknown = Problem::UnknownTool { known: vec!["check_availability", "book_appointment"] };
    assert_snapshot!(refused(unknown, Purpose::Booking, &[]).line(), @"");
}

#[test]
fn our_own_fault_has_a_reference_that_is_not_spoken() {
    let reply = refused(Problem::Internal { reference: "r1".to_owned() }, Purpose::Booking, &[]);
    assert_eq!((reply.word, &reply.body["reference"]), (Word::Failed, &"r1".into()));
    assert_snapshot!(reply.line(), @"");
}

#[test]
fn an_answer() {
    let parking = Info::Answer { topic: "parking".to_owned(), text: "Parking is free.".to_owned() };
    assert_snapshot!(json(&reply(Outcome::Info(parking))), @"");
    assert_snapshot!(reply(Outcome::Info(Info::Unknown { topics: Vec::new() })).line(), @"");
}

#[test]
fn the_status_says_whether_a_booking_or_a_question_was_refused() {
    let word = |problem: &Problem, purpose| refused(problem.clone(), purpose, &[]).word;
    let both = |problem: Problem| (word(&problem, Purpose::Booking), word(&problem, Purpose::Question));
    assert_eq!(both(Problem::MissingContactInfo), (Word::Need, Word::Need));
    assert_eq!(both(Problem::InvalidSlotId), (Word::Need, Word::Need));
    assert_eq!(both(Problem::UnknownService { known: Vec::new() }), (Word::NotBooked, Word::Need));
    assert_eq!(both(Problem::BeyondHorizon { last: date(2026, 8, 1) }), (Word::NotBooked, Word::NoneAvailable));
    assert_eq!(both(Problem::Overloaded), (Word::Failed, Word::Failed));
    assert_eq!(both(Problem::NotFound), (Word::NotFound, Word::NotFound));
}

#[test]
fn the_field_to_ask_for_is_named() {
    let field = |problem| refused(problem, Purpose::Booking, &[]).body["field"].clone();
    assert_eq!(field(Problem::MissingContactInfo), "phone");
    assert_eq!(field(Problem::MissingField(Field::PartOfDay)), "part_of_day");
    assert_eq!(field(Problem::UnreadableTime), "time");
}

#[test]
fn a_remembered_reply_is_the_same_reply() {
    let reply = booked();
    let remembered: Reply = serde_json::from_str(&serde_json::to_string(&reply).unwrap()).unwrap();
    assert_eq!(remembered, reply);
    assert_eq!(remembered.line(), reply.line());
}
