use insta::assert_snapshot;
use jiff::civil::date;
use ringbook_core::appointment::Status;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId, SlotId};
use ringbook_core::language::Language;
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
    Reply::of(&clinic(), Language::En, &outcome, at("2026-06-02T16:10:00-05:00"))
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
    reply(Outcome::Booked(Booked {
        appointment,
        contact,
        contact_created: false,
        remarks: Vec::new(),
        conflicts: Vec::new(),
    }))
}

fn found(openings: Vec<Opening>, next: Vec<Opening>) -> Reply {
    let day = date(2026, 6, 3);
    let (total, service_name) = (openings.len(), "Dental cleaning".to_owned());
    let asked = Asked { first: day, last: day, narrowed: false };
    reply(Outcome::Availability(Availability { asked, service_name, openings, total, next, reason: None }))
}

fn json(reply: &Reply) -> String {
    serde_json::to_string_pretty(&reply.body).unwrap()
}

#[test]
fn a_booking() {
    let reply = booked();
    assert_snapshot!(json(&reply), @r#"
{
  "appointment": {
    "confirmation_code": "K7Q4",
    "end": "2026-06-03T15:45:00-05:00",
    "id": "00000000-0000-0000-0000-000000000001",
    "provider": "lee",
    "service": "cleaning",
    "start": "2026-06-03T15:00:00-05:00",
    "status": "confirmed",
    "time_zone": "America/Chicago"
  },
  "contact": {
    "created": false,
    "id": "00000000-0000-0000-0000-000000000002"
  },
  "say": "You are booked for a dental cleaning with Doctor Lee on Wednesday, June 3rd at 3 PM. Your confirmation code is K 7 Q 4.",
  "status": "BOOKED",
  "success": true
}
"#);
    assert_snapshot!(reply.line(), @"BOOKED. You are booked for a dental cleaning with Doctor Lee on Wednesday, June 3rd at 3 PM. Your confirmation code is K 7 Q 4. Confirmation code K7Q4. appointment_id 00000000-0000-0000-0000-000000000001.");
}

#[test]
fn a_taken_time() {
    let taken = Problem::SlotUnavailable { start: at("2026-06-03T15:00:00-05:00") };
    let reply = refused(taken, Purpose::Booking, &["2026-06-03T14:00:00-05:00", "2026-06-03T15:30:00-05:00"]);
    assert_snapshot!(json(&reply), @r#"
{
  "error": "SLOT_UNAVAILABLE",
  "field": "time",
  "message": "3 PM on Wednesday, June 3rd is taken.",
  "say": "Three PM is taken. I have 2 PM or 3 30 PM the same day. Which would you like?",
  "slots": [
    {
      "end": "2026-06-03T14:45:00-05:00",
      "id": "cleaning.lee.1l20udg.1i",
      "provider": "lee",
      "say": "Wednesday, June 3rd at 2 PM",
      "service": "cleaning",
      "start": "2026-06-03T14:00:00-05:00"
    },
    {
      "end": "2026-06-03T16:15:00-05:00",
      "id": "cleaning.lee.1l213m8.a9",
      "provider": "lee",
      "say": "Wednesday, June 3rd at 3 30 PM",
      "service": "cleaning",
      "start": "2026-06-03T15:30:00-05:00"
    }
  ],
  "status": "NOT_BOOKED",
  "success": false,
  "today": "2026-06-02",
  "today_say": "Tuesday, June 2nd, 2026"
}
"#);
    assert_snapshot!(reply.line(), @"NOT BOOKED. Three PM is taken. I have 2 PM or 3 30 PM the same day. Which would you like? Slot ids: Wednesday, June 3rd at 2 PM = cleaning.lee.1l20udg.1i; Wednesday, June 3rd at 3 30 PM = cleaning.lee.1l213m8.a9;");
}

#[test]
fn free_times() {
    let starts = [
        "2026-06-03T09:00:00-05:00",
        "2026-06-03T09:30:00-05:00",
        "2026-06-03T10:00:00-05:00",
        "2026-06-03T10:30:00-05:00",
    ];
    assert_snapshot!(found(openings(&starts), Vec::new()).line(), @"AVAILABLE. For a dental cleaning on Wednesday, June 3rd I have 9 AM, 9 30 AM or 10 AM. Which would you like? Slot ids: Wednesday, June 3rd at 9 AM = cleaning.lee.1l20cr0.75; Wednesday, June 3rd at 9 30 AM = cleaning.lee.1l20ej8.ua; Wednesday, June 3rd at 10 AM = cleaning.lee.1l20gbg.e8; 4 openings in all. Today is Tuesday, June 2nd, 2026.");
    let one = found(openings(&starts[..1]), Vec::new());
    assert_snapshot!(json(&one), @r#"
{
  "count": 1,
  "date": "2026-06-03",
  "last_date": "2026-06-03",
  "say": "For a dental cleaning on Wednesday, June 3rd I have 9 AM. Would you like that?",
  "slots": [
    {
      "end": "2026-06-03T09:45:00-05:00",
      "id": "cleaning.lee.1l20cr0.75",
      "provider": "lee",
      "say": "Wednesday, June 3rd at 9 AM",
      "service": "cleaning",
      "start": "2026-06-03T09:00:00-05:00"
    }
  ],
  "status": "AVAILABLE",
  "success": true,
  "today": "2026-06-02",
  "today_say": "Tuesday, June 2nd, 2026"
}
"#);
}

#[test]
fn a_full_day_holds_the_next_openings() {
    let reply = found(Vec::new(), openings(&["2026-06-04T09:00:00-05:00"]));
    assert_snapshot!(reply.line(), @"NONE AVAILABLE. Wednesday, June 3rd is fully booked. The next opening is 9 AM on Thursday, June 4th. Would you like that? Slot ids: Thursday, June 4th at 9 AM = cleaning.lee.1l23170.0v; Today is Tuesday, June 2nd, 2026.");
    assert_eq!((&reply.body["count"], &reply.body["date"]), (&0.into(), &"2026-06-03".into()));
    assert_eq!(reply.body["slots"][0]["start"], "2026-06-04T09:00:00-05:00");
}

#[test]
fn a_past_date_names_today_and_the_candidate() {
    let past = Problem::PastDate { date: date(2024, 6, 3), candidate: Some(date(2026, 6, 3)) };
    let reply = refused(past, Purpose::Booking, &[]);
    assert_snapshot!(json(&reply), @r#"
{
  "candidates": [
    "2026-06-03"
  ],
  "error": "PAST_DATE",
  "field": "date",
  "message": "Monday, June 3rd, 2024 has passed; today is Tuesday, June 2nd, 2026.",
  "say": "Monday, June 3rd, 2024 has passed; today is Tuesday, June 2nd, 2026. Did you mean Wednesday, June 3rd, 2026?",
  "slots": [],
  "status": "NOT_BOOKED",
  "success": false,
  "today": "2026-06-02",
  "today_say": "Tuesday, June 2nd, 2026"
}
"#);
    assert_snapshot!(reply.line(), @"NOT BOOKED. Monday, June 3rd, 2024 has passed; today is Tuesday, June 2nd, 2026. Did you mean Wednesday, June 3rd, 2026?");
}

#[test]
fn a_day_that_is_closed_tells_the_model_what_today_is() {
    let closed = Problem::Closed { date: date(2026, 6, 7), reason: None };
    assert_snapshot!(refused(closed, Purpose::Booking, &["2026-06-08T09:00:00-05:00"]).line(), @"NOT BOOKED. We are closed on Sunday, June 7th. I have 9 AM on Monday, June 8th. Would you like that? Slot ids: Monday, June 8th at 9 AM = cleaning.lee.1l2din0.q2; Today is Tuesday, June 2nd, 2026.");
}

#[test]
fn an_unknown_tool_names_the_known_ones_to_the_model() {
    let unknown = Problem::UnknownTool { known: vec!["check_availability", "book_appointment"] };
    assert_snapshot!(refused(unknown, Purpose::Booking, &[]).line(), @"NOT FOUND. I cannot do that from here. Can I help you to find a time for an appointment? Tools: check_availability, book_appointment.");
}

#[test]
fn our_own_fault_has_a_reference_that_is_not_spoken() {
    let reply = refused(Problem::Internal { reference: "r1".to_owned() }, Purpose::Booking, &[]);
    assert_eq!((reply.word, &reply.body["reference"]), (Word::Failed, &"r1".into()));
    assert_snapshot!(reply.line(), @"FAILED. Something went wrong on our side. It was not booked. May I try again?");
}

#[test]
fn an_answer() {
    let parking = Info::Answer { topic: "parking".to_owned(), text: "Parking is free.".to_owned() };
    assert_snapshot!(json(&reply(Outcome::Info(parking))), @r#"
{
  "answer": "Parking is free.",
  "found": true,
  "say": "Parking is free.",
  "status": "OK",
  "success": true,
  "topic": "parking"
}
"#);
    assert_snapshot!(reply(Outcome::Info(Info::Unknown { topics: Vec::new() })).line(), @"NOT FOUND. I do not have that information. I can take a message or connect you to a person.");
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
    let late = Problem::TooLateToChange { notice: Span::ZERO };
    assert_eq!(word(&late, Purpose::Change), Word::NotChanged);
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
