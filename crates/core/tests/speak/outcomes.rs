use insta::assert_snapshot;
use jiff::civil::time;
use ringbook_core::appointment::Status;
use ringbook_core::language::Language;
use ringbook_core::outcome::{
    AppointmentView, Asked, Availability, Cancelled, Found, Held, Info, Opening, Outcome, Problem, Purpose, Refused,
    Remark, Rescheduled, Waitlisted,
};
use ringbook_core::speak::Speaker;
use ringbook_core::time::{Interval, Moment, Span};
use ringbook_core::waitlist::{Entry, EntryStatus};

use crate::sayings::{day, entry, names, say};
use crate::support::{at, booked, now, opening_at, openings, organization, speaker};

fn say_booked(service: &str, provider: &str, start: &str) -> String {
    say(&Outcome::Booked(booked(service, provider, at(start))))
}

fn service(name: &str) -> String {
    let said = say_booked(name, "Dr. Amara Lee", "2026-06-03T15:00");
    said.split_once(" with ").unwrap().0.replace("You are booked for ", "")
}

fn provider(name: &str) -> String {
    let said = say_booked("Consultation", name, "2026-06-03T15:00");
    said.split_once(" on ").unwrap().0.replace("You are booked for a consultation with ", "")
}

fn time_of(start: &str) -> String {
    say_booked("Consultation", "Lee", start)
        .split_once(" at ")
        .unwrap()
        .1
        .replace(". Your confirmation code is K 7 Q 4.", "")
}

fn asked(first: &str, last: &str, openings: Vec<Opening>) -> Availability {
    Availability {
        asked: Asked { first: day(first), last: day(last), narrowed: false },
        service_name: "Consultation".to_owned(),
        total: openings.len(),
        openings,
        next: Vec::new(),
        reason: None,
    }
}

fn say_found(found: Availability) -> String {
    say(&Outcome::Availability(found))
}

fn say_info(info: Info) -> String {
    say(&Outcome::Info(info))
}

#[test]
fn a_booking_is_confirmed_with_its_code() {
    assert_snapshot!(say_booked("Dental cleaning", "Dr. Amara Lee", "2026-06-03T15:00"), @"You are booked for a dental cleaning with Doctor Lee on Wednesday, June 3rd at 3 PM. Your confirmation code is K 7 Q 4.");
    assert_snapshot!(say_booked("Consultation", "Chair 2", "2027-01-04T09:30"), @"You are booked for a consultation with Chair 2 on Monday, January 4th, 2027 at 9 30 AM. Your confirmation code is K 7 Q 4.");
}

#[test]
fn remarks_follow_the_code() {
    let mut booking = booked("Consultation", "Lee", at("2026-06-03T15:00"));
    booking.remarks = vec![Remark::UsedCallerNumber, Remark::EmailLeftOut];
    assert_snapshot!(say(&Outcome::Booked(booking)), @"You are booked for a consultation with Lee on Wednesday, June 3rd at 3 PM. Your confirmation code is K 7 Q 4. I used the number you are calling from. I could not read the email address, so I left it out.");
}

#[test]
fn services_take_the_article_they_sound_like() {
    let said: Vec<String> = [
        "Dental cleaning",
        "Dental Cleaning",
        "Consultation",
        "MRI scan",
        "X-ray",
        "Eye exam",
        "Ultrasound",
        "Urine test",
        "Hour-long massage",
        "EKG",
        "UV treatment",
        "Highlights",
        "A haircut",
        "Initial visit",
        "University check",
        "Uninsured visit",
        "Botox",
        "Braces",
        "Stress test",
        "One-on-one session",
        "8-week check",
    ]
    .into_iter()
    .map(service)
    .collect();
    assert_snapshot!(said.join("; "), @"a dental cleaning; a dental cleaning; a consultation; an MRI scan; an x-ray; an eye exam; an ultrasound; a urine test; an hour-long massage; an EKG; a UV treatment; highlights; a haircut; an initial visit; a university check; an uninsured visit; a botox; braces; a stress test; a one-on-one session; an 8-week check");
}

#[test]
fn providers_are_spoken_by_title_and_last_name() {
    let said: Vec<String> = [
        "Dr. Amara Lee",
        "Dr Lee",
        "Doctor Jan van der Berg",
        "Dr. Amara Lee, DDS",
        "Dr. Amara Lee DDS",
        "Prof. Ada King",
        "Amara Lee",
        "Chair 2",
        "Dr.",
        "Draper Jones",
    ]
    .into_iter()
    .map(provider)
    .collect();
    assert_snapshot!(said.join("; "), @"Doctor Lee; Doctor Lee; Doctor van der Berg; Doctor Lee; Doctor Lee; Professor King; Amara Lee; Chair 2; Dr.; Draper Jones");
}

#[test]
fn times_are_words() {
    let said: Vec<String> = ["00:00", "00:05", "09:05", "12:00", "12:30", "13:00", "23:59"]
        .map(|t| time_of(&format!("2026-06-03T{t}")))
        .into();
    assert_snapshot!(said.join("; "), @"midnight; 12 05 AM; 9 05 AM; noon; 12 30 PM; 1 PM; 11 59 PM");
}

#[test]
fn the_repeated_hour_says_which() {
    let first = at("2026-11-01T01:30");
    let said = [first, first + Span::from_minutes(60)].map(|start| speaker().opening(&opening_at(start, "lee"), now()));
    assert_snapshot!(said.join("; "), @"Sunday, November 1st at 1 30 AM, before the clocks go back; Sunday, November 1st at 1 30 AM, after the clocks go back");
}

#[test]
fn dates_are_the_organizations() {
    let lagos = Speaker::new(&organization("Africa/Lagos"), Language::En);
    let start: Moment = "2026-06-03T14:00:00Z".parse::<jiff::Timestamp>().unwrap().into();
    assert_snapshot!(lagos.opening(&opening_at(start, "lee"), now()), @"Wednesday, June 3rd at 3 PM");
    assert_snapshot!(lagos.today(now()), @"Tuesday, June 2nd, 2026");
}

#[test]
fn free_times_of_one_day() {
    let many = openings(&["2026-06-03T09:00", "2026-06-03T09:30", "2026-06-03T10:00", "2026-06-03T10:30"]);
    assert_snapshot!(say_found(asked("2026-06-03", "2026-06-03", many)), @"For a consultation on Wednesday, June 3rd I have 9 AM, 9 30 AM or 10 AM. Which would you like?");
    let one = openings(&["2026-06-03T12:00"]);
    assert_snapshot!(say_found(asked("2026-06-03", "2026-06-03", one)), @"For a consultation on Wednesday, June 3rd I have noon. Would you like that?");
}

#[test]
fn two_people_free_at_one_time_are_one_option() {
    let nine = at("2026-06-03T09:00");
    let both = vec![opening_at(nine, "lee"), opening_at(nine, "ortiz")];
    assert_snapshot!(say_found(asked("2026-06-03", "2026-06-03", both)), @"For a consultation on Wednesday, June 3rd I have 9 AM. Would you like that?");
}

#[test]
fn free_times_of_several_days_are_grouped_by_day() {
    let days = openings(&["2026-06-03T09:00", "2026-06-03T14:00", "2026-06-04T09:00"]);
    assert_snapshot!(say_found(asked("2026-06-03", "2026-06-05", days)), @"For a consultation I have 9 AM or 2 PM on Wednesday, June 3rd, or 9 AM on Thursday, June 4th. Which would you like?");
    let one = openings(&["2026-06-05T09:00"]);
    assert_snapshot!(say_found(asked("2026-06-03", "2026-06-05", one)), @"For a consultation I have 9 AM on Friday, June 5th. Would you like that?");
}

#[test]
fn a_full_day_leads_to_the_next_openings() {
    let mut full = asked("2026-06-03", "2026-06-03", Vec::new());
    assert_snapshot!(say_found(full.clone()), @"Wednesday, June 3rd is fully booked. I can take a message or connect you to a person.");
    let then = Asked { narrowed: true, ..full.asked };
    assert_snapshot!(say_found(Availability { asked: then, ..full.clone() }), @"There is nothing free then. I can take a message or connect you to a person.");
    let today = Asked { first: day("2026-06-02"), last: day("2026-06-02"), narrowed: false };
    assert_snapshot!(say_found(Availability { asked: today, ..full.clone() }), @"There is nothing left on Tuesday, June 2nd. I can take a message or connect you to a person.");
    full.next = openings(&["2026-06-04T09:00"]);
    assert_snapshot!(say_found(full.clone()), @"Wednesday, June 3rd is fully booked. The next opening is 9 AM on Thursday, June 4th. Would you like that?");
    full.next = openings(&["2026-06-04T09:00", "2026-06-04T10:00", "2026-06-05T13:30"]);
    assert_snapshot!(say_found(full.clone()), @"Wednesday, June 3rd is fully booked. The next openings are 9 AM and 10 AM on Thursday, June 4th, and 1 30 PM on Friday, June 5th. Which would you like?");
    full.asked.last = day("2026-06-05");
    assert_snapshot!(say_found(full), @"There is nothing free from Wednesday, June 3rd to Friday, June 5th. The next openings are 9 AM and 10 AM on Thursday, June 4th, and 1 30 PM on Friday, June 5th. Which would you like?");
}

#[test]
fn an_empty_day_says_why_when_there_is_a_reason() {
    let mut closed = asked("2026-06-06", "2026-06-06", Vec::new());
    closed.reason = Some(Problem::Closed { date: day("2026-06-06"), reason: None });
    closed.next = openings(&["2026-06-08T09:00", "2026-06-08T09:30"]);
    assert_snapshot!(say_found(closed.clone()), @"We are closed on Saturday, June 6th. The next openings are 9 AM and 9 30 AM on Monday, June 8th. Which would you like?");
    closed.reason = Some(Problem::PastDate { date: day("2024-06-06"), candidate: Some(day("2026-06-06")) });
    assert_snapshot!(say_found(closed), @"Thursday, June 6th, 2024 has passed; today is Tuesday, June 2nd, 2026. Did you mean Saturday, June 6th, 2026?");
}

#[test]
fn answers_about_the_business() {
    let parking =
        Info::Answer { topic: "parking".to_owned(), text: "Parking is free\nbehind the building.".to_owned() };
    assert_snapshot!(say_info(parking), @"Parking is free behind the building.");
    let windows = vec![(time(9, 0, 0, 0), time(12, 0, 0, 0)), (time(13, 0, 0, 0), time(0, 0, 0, 0))];
    assert_snapshot!(say_info(Info::Hours { date: day("2026-06-03"), windows }), @"On Wednesday, June 3rd we are open from 9 AM to noon and from 1 PM to midnight.");
    assert_snapshot!(say_info(Info::Hours { date: day("2026-06-07"), windows: Vec::new() }), @"We are closed on Sunday, June 7th.");
    assert_snapshot!(say_info(Info::Address("12 Water St, Austin".to_owned())), @"Our address is 12 Water St, Austin.");
    let services =
        vec![("Dental cleaning".to_owned(), Span::from_minutes(45)), ("MRI scan".to_owned(), Span::from_minutes(90))];
    assert_snapshot!(say_info(Info::Services(services)), @"We offer a dental cleaning of 45 minutes and an MRI scan of 1 hour 30 minutes.");
    assert_snapshot!(say_info(Info::Unknown { topics: names(&["parking", "insurance", "pets", "payment"]) }), @"I do not have that information, but I can tell you about parking, insurance, pets or others. Would that help?");
    assert_snapshot!(say_info(Info::Unknown { topics: Vec::new() }), @"I do not have that information. I can take a message or connect you to a person.");
}

#[test]
fn written_dates_and_times_in_an_answer_are_spoken() {
    let text = "Open 09:00-17:30, on 2026-12-24 until 12:00; call 512-555-0100 or come at 9:30.".to_owned();
    assert_snapshot!(say_info(Info::Answer { topic: "hours".to_owned(), text }), @"Open 9 AM to 5 30 PM, on Thursday, December 24th, 2026 until 12 00; call 512-555-0100 or come at 9 30.");
}

#[test]
fn a_long_answer_ends_with_a_sentence() {
    let text = "We ask every new patient to come ten minutes early. ".repeat(20);
    let said = say_info(Info::Answer { topic: "new patients".to_owned(), text });
    assert!(said.ends_with("early.") && said.chars().count() > 500, "{said}");
}

#[test]
fn an_answer_is_not_cut_within_a_date() {
    let text = "Wir sind gerne da. ".repeat(20) + &"am 3. Mai, ".repeat(40);
    let said = say_info(Info::Answer { topic: "hours".to_owned(), text });
    assert!(said.ends_with("da."), "{said}");
}

#[test]
fn an_unknown_locale_speaks_english() {
    let mut organization = organization("America/Chicago");
    organization.locale = "xx-XX".to_owned();
    assert_eq!(Speaker::new(&organization, Language::En).today(now()), speaker().today(now()));
}

#[test]
fn developers_get_one_sentence() {
    let booking = Outcome::Booked(booked("Consultation", "Lee", at("2026-06-03T15:00")));
    let taken = Outcome::Refused(Problem::SlotUnavailable { start: at("2026-06-03T15:00") }.into());
    let full = Outcome::Availability(asked("2026-06-03", "2026-06-03", Vec::new()));
    let messages = [booking, taken, full].map(|outcome| speaker().message(&outcome, now()));
    assert_snapshot!(messages.join(" / "), @"You are booked for a consultation with Lee on Wednesday, June 3rd at 3 PM. / 3 PM on Wednesday, June 3rd is taken. / Wednesday, June 3rd is fully booked.");
}

fn view(start: &str) -> AppointmentView {
    booked("Consultation", "Dr. Amara Lee", at(start)).appointment
}

#[test]
fn a_hold_says_how_long_it_lasts() {
    let held = Held { appointment: view("2026-06-03T15:00"), expires: now() + Span::from_minutes(5) };
    assert_snapshot!(say(&Outcome::Held(held)), @"I am holding Wednesday, June 3rd at 3 PM with Doctor Lee for a consultation. It is yours for 5 minutes. Shall I book it?");
    assert_snapshot!(say(&Outcome::Released), @"That time is free again.");
}

#[test]
fn at_most_three_appointments_are_told() {
    let found = |starts: &[&str]| {
        let appointments = starts.iter().map(|start| view(start)).collect();
        say(&Outcome::Found(Found { appointments, offers: Vec::new() }))
    };
    assert_snapshot!(found(&["2026-06-03T15:00"]), @"You have a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM.");
    let four = ["2026-06-03T15:00", "2026-06-04T12:00", "2026-06-05T09:30", "2026-06-08T09:00"];
    assert_snapshot!(found(&four[..2]), @"You have 2 appointments: a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM, and a consultation with Doctor Lee on Thursday, June 4th at noon.");
    assert_snapshot!(found(&four), @"You have 4 appointments: a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM, a consultation with Doctor Lee on Thursday, June 4th at noon, a consultation with Doctor Lee on Friday, June 5th at 9 30 AM, and others.");
}

#[test]
fn a_change_says_what_stands_now() {
    let cancelled = |already| say(&Outcome::Cancelled(Cancelled { appointment: view("2026-06-03T15:00"), already }));
    assert_snapshot!(say(&rescheduled("2026-06-03T15:00")), @"You are now booked for a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM. Your confirmation code stays K 7 Q 4.");
    assert_snapshot!(cancelled(false), @"Your appointment for a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM is cancelled.");
    assert_snapshot!(cancelled(true), @"Your appointment with Doctor Lee on Wednesday, June 3rd at 3 PM was cancelled already.");
}

fn rescheduled(start: &str) -> Outcome {
    Outcome::Rescheduled(Rescheduled { appointment: view(start), conflicts: Vec::new() })
}

fn waitlisted(provider: Option<&str>, until: &str) -> Waitlisted {
    let entry = Entry { wanted: Interval::new(now(), at(until)), ..entry() };
    Waitlisted {
        entry,
        service_name: "Dental cleaning".to_owned(),
        provider_name: provider.map(str::to_owned),
        keeps: Span::from_minutes(30),
        offer: None,
        remarks: Vec::new(),
    }
}

#[test]
fn who_waits_hears_for_what_and_what_will_happen() {
    let week = waitlisted(None, "2026-06-06T00:00");
    assert_snapshot!(say(&Outcome::Waitlisted(week.clone())), @"You are on the waiting list for a dental cleaning from Tuesday, June 2nd to Friday, June 5th. When a time comes free, we keep it for you for 30 minutes and let you know.");
    assert_snapshot!(say(&Outcome::Waitlisted(waitlisted(Some("Dr. Amara Lee"), "2026-06-03T00:00"))), @"You are on the waiting list for a dental cleaning with Doctor Lee on Tuesday, June 2nd. When a time comes free, we keep it for you for 30 minutes and let you know.");
    let offer = Held { appointment: view("2026-06-03T15:00"), expires: now() + Span::from_minutes(30) };
    assert_snapshot!(say(&Outcome::Waitlisted(Waitlisted { offer: Some(offer.clone()), ..week.clone() })), @"A time has come free for you: a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM. It is yours for 30 minutes. Shall I book it?");
    let found = Found { appointments: vec![view("2026-06-04T12:00")], offers: vec![offer] };
    assert_snapshot!(say(&Outcome::Found(found)), @"You have a consultation with Doctor Lee on Thursday, June 4th at noon. A time has come free for you: a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM. It is yours for 30 minutes. Shall I book it?");
    let entry = Entry { status: EntryStatus::Withdrawn, ..week.entry.clone() };
    assert_snapshot!(say(&Outcome::Waitlisted(Waitlisted { entry, ..week })), @"You are not on the waiting list for a dental cleaning any more.");
}

#[test]
fn what_is_not_certain_is_not_called_booked() {
    let mut booking = booked("Consultation", "Dr. Amara Lee", at("2026-06-03T15:00"));
    booking.appointment.status = Status::Held;
    assert_snapshot!(say(&Outcome::Booked(booking.clone())), @"I have put you down for a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM. The front desk will confirm it. Your code is K 7 Q 4.");
    assert_snapshot!(say(&Outcome::Rescheduled(Rescheduled { appointment: booking.appointment.clone(), conflicts: Vec::new() })), @"I have put you down for a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM. The front desk will confirm it. Your confirmation code stays K 7 Q 4.");
    assert_snapshot!(say(&Outcome::Found(Found { appointments: vec![booking.appointment], offers: Vec::new() })), @"You have a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM, which is not confirmed yet.");
}

#[test]
fn staff_hear_what_was_noted_and_why_not() {
    let noted = |status| say(&Outcome::Attendance(AppointmentView { status, ..view("2026-06-02T15:00") }));
    assert_snapshot!(noted(Status::Completed), @"The appointment for a consultation with Doctor Lee on Tuesday, June 2nd at 3 PM took place.");
    assert_snapshot!(noted(Status::NoShow), @"The appointment for a consultation with Doctor Lee on Tuesday, June 2nd at 3 PM was missed.");
    let refused = |problem| say(&Outcome::Refused(Refused { problem, openings: Vec::new(), purpose: Purpose::Change }));
    assert_snapshot!(refused(Problem::NotYetBegun { start: at("2026-06-03T15:00") }), @"That appointment is on Wednesday, June 3rd at 3 PM; it has not begun yet.");
    let statuses = Status::ALL.map(|status| refused(Problem::WrongStatus { status }));
    assert_snapshot!(statuses.join(" "), @"That appointment is not confirmed yet. That appointment is confirmed. That appointment was cancelled. That appointment has taken place. That appointment was missed.");
}
