//! Whatever happened, whoever wrote the names: what is spoken can be spoken.

use std::collections::HashSet;

use jiff::civil::{Date, Time, Weekday};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use ringbook_core::language::Language;
use ringbook_core::organization::Target;
use ringbook_core::outcome::{
    Asked, Availability, Booked, Cancelled, Field, Found, Goodbye, Held, Info, Opening, Outcome, Problem, Purpose,
    Refused, Remark, Rescheduled, Transferring, Via, Waitlisted,
};
use ringbook_core::speak::Speaker;
use ringbook_core::time::{Interval, Moment, Span};
use ringbook_core::waitlist::{Entry, EntryStatus};

use crate::sayings::entry;
use crate::support::{at, booked, opening_at, organization};

/// Names as owners write them, and as nobody should.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z .'-]{1,80}",
        "([0-9]{1,4}[-: T]){1,6}[0-9]{2}",
        "(2026-1[0-2]-[0-3][0-9][ T:-]?){1,3}",
        any::<String>(),
        "(\\PC{1,12} ){40,120}",
        Just("Open 09:00-17:30 on 2026-12-24.\n\u{7}\u{2028}".to_owned()),
    ]
}

fn moment() -> impl Strategy<Value = Moment> {
    // Often in the hours around the clock change of November 1st, 2026.
    prop_oneof![any::<i64>(), 0..4_102_444_800_i64, 1_793_500_000..1_793_530_000_i64].prop_map(Moment::from_unix)
}

fn date() -> impl Strategy<Value = Date> {
    (prop_oneof![Just(2026_i16), -9999..=9999_i16], 1..=12_i8, 1..=28_i8)
        .prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

fn time() -> impl Strategy<Value = Time> {
    (0..24_i8, 0..60_i8).prop_map(|(hour, minute)| Time::new(hour, minute, 0, 0).unwrap())
}

fn span() -> impl Strategy<Value = Span> {
    any::<i64>().prop_map(Span::from_seconds)
}

fn openings() -> impl Strategy<Value = Vec<Opening>> {
    let near = (moment(), vec(0..200_i64, 0..6));
    near.prop_map(|(from, steps)| {
        steps.into_iter().map(|step| opening_at(from + Span::from_minutes(step * 30), "lee")).collect()
    })
}

fn problem_of_dates() -> impl Strategy<Value = Problem> {
    let weekday = (1..=7_i8).prop_map(|day| Weekday::from_monday_one_offset(day).unwrap());
    prop_oneof![
        Just(Problem::UnreadableDate),
        option::of(date()).prop_map(|nearest| Problem::NoSuchDate { nearest }),
        (weekday, date(), date()).prop_map(|(said, date, nearest)| Problem::WeekdayMismatch { said, date, nearest }),
        vec(date(), 0..6).prop_map(|candidates| Problem::WhichDate { candidates }),
        (date(), option::of(date())).prop_map(|(date, candidate)| Problem::PastDate { date, candidate }),
        date().prop_map(|last| Problem::BeyondHorizon { last }),
        (date(), option::of(text())).prop_map(|(date, reason)| Problem::Closed { date, reason }),
    ]
}

fn problem_of_times() -> impl Strategy<Value = Problem> {
    prop_oneof![
        vec(moment(), 0..6).prop_map(|candidates| Problem::WhichTime { candidates }),
        moment().prop_map(|start| Problem::PastTime { start }),
        span().prop_map(|notice| Problem::TooSoon { notice }),
        span().prop_map(|notice| Problem::TooLateToChange { notice }),
        Just(Problem::HoldExpired),
        moment().prop_map(|start| Problem::OutsideHours { start }),
        moment().prop_map(|start| Problem::SlotUnavailable { start }),
        moment().prop_map(|start| Problem::NotOnGrid { start }),
    ]
}

fn problem_of_names() -> impl Strategy<Value = Problem> {
    let names = || vec(text(), 0..6);
    prop_oneof![
        names().prop_map(|known| Problem::UnknownService { known }),
        names().prop_map(|candidates| Problem::WhichService { candidates }),
        names().prop_map(|known| Problem::UnknownProvider { known }),
        names().prop_map(|candidates| Problem::WhichProvider { candidates }),
        names().prop_map(|known| Problem::WhichDepartment { known }),
        (text(), text()).prop_map(|(provider, service)| Problem::NotOffered { provider, service }),
        text().prop_map(|reference| Problem::Internal { reference }),
        Just(Problem::MissingField(Field::PartOfDay)),
    ]
}

fn problem() -> impl Strategy<Value = Problem> {
    prop_oneof![problem_of_dates(), problem_of_times(), problem_of_names()]
}

fn availability() -> impl Strategy<Value = Availability> {
    (date(), date(), text(), openings(), openings(), option::of(problem())).prop_map(
        |(first, last, service_name, openings, next, reason)| Availability {
            asked: Asked { first, last, narrowed: false },
            service_name,
            total: openings.len(),
            openings,
            next,
            reason,
        },
    )
}

fn info() -> impl Strategy<Value = Info> {
    prop_oneof![
        (text(), text()).prop_map(|(topic, text)| Info::Answer { topic, text }),
        (date(), vec((time(), time()), 0..9)).prop_map(|(date, windows)| Info::Hours { date, windows }),
        text().prop_map(Info::Address),
        vec((text(), span()), 0..9).prop_map(Info::Services),
        vec(text(), 0..9).prop_map(|topics| Info::Unknown { topics }),
    ]
}

fn purpose() -> impl Strategy<Value = Purpose> {
    prop::sample::select(vec![Purpose::Booking, Purpose::Change, Purpose::Question, Purpose::PassingOn])
}

fn with_remarks(mut booked: Booked) -> Booked {
    booked.remarks = vec![Remark::UsedCallerNumber, Remark::EmailLeftOut];
    booked
}

fn held() -> impl Strategy<Value = Held> {
    (text(), text(), moment(), moment()).prop_map(|(service, provider, start, expires)| {
        let appointment = booked(&service, &provider, start).appointment;
        Held { appointment, expires }
    })
}

fn waitlisted() -> impl Strategy<Value = Waitlisted> {
    let wanted = (moment(), moment()).prop_map(|(from, until)| Interval::new(from, until));
    let status = prop::sample::select(EntryStatus::ALL.to_vec());
    (text(), option::of(text()), span(), option::of(held()), wanted, status).prop_map(
        |(service_name, provider_name, keeps, offer, wanted, status)| {
            let remarks = vec![Remark::UsedCallerNumber, Remark::EmailLeftOut];
            let entry = Entry { wanted, status, ..entry() };
            Waitlisted { entry, service_name, provider_name, keeps, offer, remarks }
        },
    )
}

fn change() -> impl Strategy<Value = Outcome> {
    let view = || (text(), text(), moment()).prop_map(|(s, p, start)| booked(&s, &p, start).appointment);
    prop_oneof![
        held().prop_map(Outcome::Held),
        (vec(view(), 1..6), vec(held(), 0..3))
            .prop_map(|(appointments, offers)| { Outcome::Found(Found { appointments, offers }) }),
        waitlisted().prop_map(Outcome::Waitlisted),
        view().prop_map(Outcome::Attendance),
        view().prop_map(|appointment| Outcome::Rescheduled(Rescheduled { appointment, conflicts: Vec::new() })),
        (view(), any::<bool>())
            .prop_map(|(appointment, already)| { Outcome::Cancelled(Cancelled { appointment, already }) }),
    ]
}

fn passed_on() -> impl Strategy<Value = Outcome> {
    let to = || Target::Sip("sip:desk@example.com".to_owned());
    let view = (text(), text(), moment()).prop_map(|(s, p, start)| booked(&s, &p, start).appointment);
    let goodbye = (option::of(view), any::<bool>(), any::<bool>());
    prop_oneof![
        text().prop_map(move |name| Outcome::Transferring(Transferring { to: to(), via: Via::Department(name) })),
        goodbye.prop_map(|(appointment, out_of_time, message_taken)| {
            Outcome::Goodbye(Goodbye { out_of_time, appointment, message_taken })
        }),
    ]
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        passed_on(),
        (text(), text(), moment()).prop_map(|(s, p, start)| Outcome::Booked(with_remarks(booked(&s, &p, start)))),
        change(),
        availability().prop_map(Outcome::Availability),
        info().prop_map(Outcome::Info),
        (problem(), openings(), purpose())
            .prop_map(|(problem, openings, purpose)| { Outcome::Refused(Refused { problem, openings, purpose }) }),
    ]
}

fn between_digits(text: &str, separator: char) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters.windows(3).any(|w| w[0].is_ascii_digit() && w[1] == separator && w[2].is_ascii_digit())
}

fn has_iso_date(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit() && c != '-').any(|run| run.len() == 10 && run.parse::<Date>().is_ok())
}

/// The words of which every spoken time has exactly one.
const fn words_of_times(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &["AM", "PM", "noon", "midnight"],
        Language::Es => &["madrugada", "mañana", "mediodía", "tarde", "noche"],
        Language::Fr => &["matin", "midi", "l'après-midi", "soir", "minuit"],
        Language::De => &["nachts", "morgens", "vormittags", "mittags", "nachmittags", "abends", "Mitternacht"],
        Language::Pt => &["madrugada", "manhã", "meio-dia", "tarde", "noite", "meia-noite"],
    }
}

fn times_in(said: &str, language: Language) -> usize {
    said.split([' ', ',', '.']).filter(|word| words_of_times(language).contains(word)).count()
}

fn numbers_in(text: &str) -> Vec<i8> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

/// An organization that writes in the language, or in English.
fn speaker(zone: &str, language: Language, own: bool) -> Speaker {
    let mut organization = organization(zone);
    if own {
        organization.locale = language.code().to_owned();
    }
    Speaker::new(&organization, language)
}

fn check(said: &str) -> Result<(), TestCaseError> {
    let length = said.chars().count();
    prop_assert!((1..=600).contains(&length), "{} characters: {}", length, said);
    prop_assert!(!said.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')), "{said:?}");
    prop_assert!(!between_digits(said, ':'), "{said}");
    prop_assert!(!has_iso_date(said), "{said}");
    Ok(())
}

/// Every minute of a day: on the 12-hour clock, one word for the part of the day, and no two alike.
#[test]
fn times_of_day_are_twelve_hours_and_a_part_of_the_day() {
    for language in Language::ALL {
        let speaker = speaker("America/Chicago", language, true);
        let mut texts = HashSet::new();
        for minute in 0..24 * 60 {
            let start = at("2026-06-03T00:00") + Span::from_minutes(minute);
            let text = speaker.opening(&opening_at(start, "lee"), at("2026-06-02T16:10"));
            let numbers = numbers_in(&text);
            assert_eq!((numbers.first(), times_in(&text, language)), (Some(&3), 1), "{text}");
            let hour = i8::try_from(minute / 60).unwrap();
            assert!(hour % 12 == 0 || numbers.get(1) == Some(&(hour % 12)), "{text}");
            assert!(numbers.len() <= 3 && !text.contains(':'), "{text}");
            texts.insert(text);
        }
        assert_eq!(texts.len(), 24 * 60, "{}", language.code());
    }
}

proptest! {
    #[test]
    fn whatever_is_said_can_be_spoken(outcome in outcome(), now in moment(), zone in prop::sample::select(vec![
        "America/Chicago", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC",
    ]), language in language(), own in any::<bool>()) {
        let speaker = speaker(zone, language, own);
        check(&speaker.say(&outcome, now))?;
        check(&speaker.message(&outcome, now))?;
    }

    #[test]
    fn openings_are_never_more_than_three(openings in openings(), now in moment(), language in language()) {
        let problem = Problem::HoldExpired;
        let refused = Refused { problem, openings, purpose: Purpose::Booking };
        let said = speaker("America/Chicago", language, true).say(&Outcome::Refused(refused), now);
        check(&said)?;
        prop_assert!(times_in(&said, language) <= 3, "{said}");
    }

    #[test]
    fn a_confirmation_is_never_cut(
        service in text(), provider in text(), start in moment(), now in moment(), language in language(),
    ) {
        let speaker = speaker("America/Chicago", language, true);
        let say = |booked: Booked| speaker.say(&Outcome::Booked(with_remarks(booked)), now);
        let (short, long) = (say(booked("A", "B", start)), say(booked(&service, &provider, start)));
        let (_, end) = short.rsplit_once("K 7 Q 4").unwrap();
        prop_assert!(long.contains("K 7 Q 4") && long.ends_with(end), "{long}");
    }
}
