use insta::assert_snapshot;
use jiff::civil::Weekday;
use ringbook_core::outcome::{Field, Outcome, Problem, Purpose, Refused};
use ringbook_core::time::Span;

use crate::sayings::{day, names, refuse, refuse_with, say};
use crate::support::{at, openings};

fn to_a_question(problem: Problem) -> String {
    say(&Outcome::Refused(Refused { problem, openings: Vec::new(), purpose: Purpose::Question }))
}

#[test]
fn contact() {
    assert_eq!(refuse(Problem::MissingContactInfo), "I need your email or phone to book the appointment.");
    assert_snapshot!(refuse(Problem::InvalidPhone), @"I could not use that phone number. Could you say it again, digit by digit?");
    assert_snapshot!(refuse(Problem::InvalidEmail), @"I could not use that email address. Could you spell it for me?");
}

#[test]
fn dates_that_cannot_be_meant() {
    assert_snapshot!(refuse(Problem::UnreadableDate), @"I did not understand the date; today is Tuesday, June 2nd, 2026. Which day would you like?");
    assert_snapshot!(refuse(Problem::NoSuchDate { nearest: Some(day("2027-02-28")) }), @"That date does not exist; today is Tuesday, June 2nd, 2026. Did you mean Sunday, February 28th, 2027?");
    assert_snapshot!(refuse(Problem::NoSuchDate { nearest: None }), @"That date does not exist; today is Tuesday, June 2nd, 2026. Which day would you like?");
    let mismatch =
        Problem::WeekdayMismatch { said: Weekday::Wednesday, date: day("2026-06-04"), nearest: day("2026-06-03") };
    assert_snapshot!(refuse(mismatch), @"June 4th is a Thursday, not a Wednesday. Did you mean Thursday, June 4th, or Wednesday, June 3rd?");
    assert_snapshot!(refuse(Problem::WhichDate { candidates: vec![day("2026-06-04"), day("2026-06-11")] }), @"That could be more than one day; today is Tuesday, June 2nd, 2026. Did you mean Thursday, June 4th, or Thursday, June 11th?");
    assert_snapshot!(refuse(Problem::WhichDate { candidates: Vec::new() }), @"That could be more than one day; today is Tuesday, June 2nd, 2026. Which day would you like?");
}

#[test]
fn dates_out_of_reach() {
    let past = Problem::PastDate { date: day("2024-06-03"), candidate: Some(day("2026-06-03")) };
    assert_snapshot!(refuse(past), @"Monday, June 3rd, 2024 has passed; today is Tuesday, June 2nd, 2026. Did you mean Wednesday, June 3rd, 2026?");
    assert_snapshot!(refuse(Problem::PastDate { date: day("2026-06-01"), candidate: None }), @"Monday, June 1st, 2026 has passed; today is Tuesday, June 2nd, 2026. Which day would you like?");
    assert_snapshot!(refuse(Problem::BeyondHorizon { last: day("2026-08-01") }), @"I can only book up to Saturday, August 1st; today is Tuesday, June 2nd, 2026. Which day before that would you like?");
    assert_snapshot!(refuse_with(Problem::BeyondHorizon { last: day("2026-08-01") }, &["2026-07-31T09:00"]), @"I can only book up to Saturday, August 1st; today is Tuesday, June 2nd, 2026. I have 9 AM on Friday, July 31st. Would you like that?");
    assert_snapshot!(refuse(Problem::Closed { date: day("2026-12-25"), reason: Some("Christmas".to_owned()) }), @"We are closed on Friday, December 25th for Christmas. Which other day would you like?");
    let closed = Problem::Closed { date: day("2026-06-07"), reason: None };
    assert_snapshot!(refuse_with(closed, &["2026-06-08T09:00", "2026-06-08T09:30", "2026-06-09T09:00"]), @"We are closed on Sunday, June 7th. I have 9 AM or 9 30 AM on Monday, June 8th, or 9 AM on Tuesday, June 9th. Which would you like?");
}

#[test]
fn times_that_cannot_be_meant() {
    assert_snapshot!(refuse(Problem::UnreadableTime), @"I did not understand the time. What time would you like?");
    assert_snapshot!(refuse(Problem::NoSuchTime), @"There is no such time of day. What time would you like?");
    assert_snapshot!(refuse(Problem::SkippedTime), @"That time does not exist on that day, because the clocks go forward. What other time would you like?");
    let halves = vec![at("2026-06-03T03:00"), at("2026-06-03T15:00")];
    assert_snapshot!(refuse(Problem::WhichTime { candidates: halves }), @"That could be more than one time. Did you mean 3 AM or 3 PM?");
    let first = at("2026-11-01T01:30");
    let repeated = vec![first, first + Span::from_minutes(60)];
    assert_snapshot!(refuse(Problem::WhichTime { candidates: repeated }), @"That could be more than one time. Did you mean 1 30 AM, before the clocks go back or 1 30 AM, after the clocks go back?");
    assert_snapshot!(refuse(Problem::InvalidSlotId), @"I could not find that opening. Which day and time would you like?");
}

#[test]
fn times_out_of_reach() {
    assert_snapshot!(refuse(Problem::PastTime { start: at("2026-06-02T15:00") }), @"Three PM has passed; it is now 4 10 PM on Tuesday, June 2nd, 2026. What other time would you like?");
    assert_snapshot!(refuse(Problem::TooSoon { notice: Span::from_minutes(120) }), @"That is too soon; we need at least 2 hours of notice. What later time would you like?");
    assert_snapshot!(refuse(Problem::TooSoon { notice: Span::from_minutes(90) }), @"That is too soon; we need at least 1 hour 30 minutes of notice. What later time would you like?");
    assert_snapshot!(refuse(Problem::TooSoon { notice: Span::from_seconds(86_400) }), @"That is too soon; we need at least 1 day of notice. What later time would you like?");
    assert_snapshot!(refuse(Problem::OutsideHours { start: at("2026-06-03T20:00") }), @"An appointment on Wednesday, June 3rd at 8 PM is outside our opening hours. What other time would you like?");
    assert_snapshot!(refuse_with(Problem::NotOnGrid { start: at("2026-06-03T15:10") }, &["2026-06-03T15:00"]), @"No appointment can start at 3 10 PM. I have 3 PM the same day. Would you like that?");
}

#[test]
fn a_taken_time_is_answered_with_others() {
    let taken = |start| Problem::SlotUnavailable { start: at(start) };
    assert_snapshot!(refuse_with(taken("2026-06-03T15:00"), &["2026-06-03T14:00", "2026-06-03T15:30"]), @"Three PM is taken. I have 2 PM or 3 30 PM the same day. Which would you like?");
    assert_snapshot!(refuse_with(taken("2026-06-03T12:00"), &["2026-06-03T15:30", "2026-06-04T09:00"]), @"Noon is taken. I have 3 30 PM the same day, or 9 AM on Thursday, June 4th. Which would you like?");
    assert_snapshot!(refuse_with(taken("2026-06-03T15:30"), &["2026-06-04T09:00", "2026-06-04T12:00"]), @"Three 30 PM is taken. I have 9 AM or noon on Thursday, June 4th. Which would you like?");
    assert_snapshot!(refuse(taken("2026-06-03T15:00")), @"Three PM is taken. What other time would you like?");
}

#[test]
fn openings_near_the_wish_are_read_by_time() {
    let taken = Problem::SlotUnavailable { start: at("2026-06-03T15:00") };
    assert_snapshot!(refuse_with(taken, &["2026-06-03T15:30", "2026-06-03T14:30", "2026-06-03T14:00", "2026-06-03T16:00"]), @"Three PM is taken. I have 2 PM, 2 30 PM or 3 30 PM the same day. Which would you like?");
}

#[test]
fn every_field_has_its_question() {
    let fields = [
        Field::Date,
        Field::Time,
        Field::Start,
        Field::SlotId,
        Field::Service,
        Field::Provider,
        Field::Name,
        Field::Phone,
        Field::Email,
        Field::Notes,
        Field::From,
        Field::To,
        Field::PartOfDay,
        Field::Topic,
    ];
    assert_snapshot!(fields.map(|field| refuse(Problem::MissingField(field))).join("\n"), @"
I need the day. Which day would you like?
I need the time. What time would you like?
I need the day and time. Which day and time would you like?
I need the day and time. Which day and time would you like?
I need the service. What would you like to come in for?
I need the name of the person you would like to see. Who would you like to see?
I need your name. What is your name?
I need your phone number. What is your phone number, digit by digit?
I need your email address. Could you spell your email address for me?
I need the notes. What should I note down?
I need the first day. From which day should I look?
I need the last day. Until which day should I look?
I need the part of the day. Would you like morning, afternoon or evening?
I need the topic. What would you like to know?
");
    assert_snapshot!(refuse(Problem::MalformedField(Field::Phone)), @"I could not use your phone number as I got it. What is your phone number, digit by digit?");
}

#[test]
fn services_and_providers() {
    let services = names(&["Dental cleaning", "Consultation", "MRI scan", "Filling"]);
    assert_snapshot!(refuse(Problem::UnknownService { known: services.clone() }), @"I do not know that service. We offer dental cleaning, consultation, MRI scan and others. Which would you like?");
    assert_snapshot!(refuse(Problem::UnknownService { known: Vec::new() }), @"I do not know that service. What would you like to come in for?");
    assert_snapshot!(refuse(Problem::WhichService { candidates: services[..2].to_vec() }), @"That could be more than one of our services. Did you mean dental cleaning or consultation?");
    let people = names(&["Dr. Amara Lee", "Dr. Ines Ortiz"]);
    assert_snapshot!(refuse(Problem::UnknownProvider { known: people.clone() }), @"I do not know that name here. You can see Doctor Lee or Doctor Ortiz. Who would you like to see?");
    assert_snapshot!(refuse(Problem::UnknownProvider { known: Vec::new() }), @"I do not know that name here. Who would you like to see?");
    assert_snapshot!(refuse(Problem::WhichProvider { candidates: people }), @"That could be more than one person here. Did you mean Doctor Lee or Doctor Ortiz?");
    let not_offered = Problem::NotOffered { provider: "Dr. Amara Lee".to_owned(), service: "MRI scan".to_owned() };
    assert_snapshot!(refuse(not_offered), @"Doctor Lee does not offer an MRI scan. Would you like to see someone else?");
}

#[test]
fn requests_that_make_no_sense() {
    assert_snapshot!(refuse(Problem::UnknownTool { known: vec!["book_appointment"] }), @"I cannot do that from here. Can I help you to find a time for an appointment?");
    assert_snapshot!(refuse(Problem::MalformedArguments), @"I could not read that request. Could you tell me again what you would like?");
    assert_snapshot!(refuse(Problem::NotFound), @"I could not find that appointment. Could you give me your confirmation code?");
    assert_snapshot!(refuse(Problem::KeyReused), @"That request came a second time with other details, so nothing was done. Could you tell me again what you would like?");
    assert_snapshot!(refuse(Problem::OrganizationNotFound { slug: None }), @"I could not find that business.");
}

#[test]
fn our_own_faults_are_admitted() {
    let internal = Problem::Internal { reference: "R-1234".to_owned() };
    assert_snapshot!(refuse(internal.clone()), @"Something went wrong on our side. It was not booked. May I try again?");
    assert_snapshot!(to_a_question(internal), @"Something went wrong on our side, so I could not look that up. May I try again?");
    assert_snapshot!(refuse(Problem::Overloaded), @"We are very busy at this moment. It was not booked. May I try again?");
    assert_snapshot!(to_a_question(Problem::Overloaded), @"We are very busy at this moment, so I could not look that up. May I try again?");
}

fn to_a_change(problem: Problem, starts: &[&str]) -> String {
    say(&Outcome::Refused(Refused { problem, openings: openings(starts), purpose: Purpose::Change }))
}

#[test]
fn holds() {
    assert_snapshot!(refuse(Problem::HoldNotFound), @"I am not holding that time for you. Which day and time would you like?");
    assert_snapshot!(refuse_with(Problem::HoldExpired, &["2026-06-03T14:00"]), @"I could not hold that time any longer. I have 2 PM on Wednesday, June 3rd. Would you like that?");
}

#[test]
fn changes() {
    let late = |notice| to_a_change(Problem::TooLateToChange { notice }, &[]);
    assert_snapshot!(late(Span::from_minutes(1440)), @"That appointment can no longer be changed; we need at least 1 day of notice. I can take a message or connect you to a person.");
    assert_snapshot!(late(Span::ZERO), @"That appointment can no longer be changed, because its time has come. I can take a message or connect you to a person.");
    let taken = Problem::SlotUnavailable { start: at("2026-06-03T15:00") };
    assert_snapshot!(to_a_change(taken, &["2026-06-03T14:00"]), @"Three PM is taken. Your appointment stays as it was. I have 2 PM the same day. Would you like that?");
    assert_snapshot!(to_a_change(Problem::Overloaded, &[]), @"We are very busy at this moment. Nothing was changed. May I try again?");
    assert_snapshot!(to_a_change(Problem::MissingField(Field::ConfirmationCode), &[]), @"I need your confirmation code. What is your confirmation code?");
}
