//! Recurring visits: how they are said, and when they are.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use ringbook_core::language::Language;
use ringbook_core::recurrence::{Every, Recurrence, Unclear, Unit, Visit, read, read_count, read_every};
use ringbook_core::time::Moment;

fn rule(interval: u16, unit: Unit, count: u16) -> Recurrence {
    Recurrence::new(Every::new(interval, unit).unwrap(), count).unwrap()
}

#[track_caller]
fn assert_read(language: Language, cases: &[(&str, (u16, Unit, u16))]) {
    for (text, (interval, unit, count)) in cases {
        let said = read(text, language).and_then(|said| said.rule().ok().flatten());
        assert_eq!(said, Some(rule(*interval, *unit, *count)), "{text}");
    }
}

#[test]
fn english() {
    let cases = [
        ("every second Tuesday, six times", (2, Unit::Week, 6)),
        ("Every 2nd Tuesday, 6 times.", (2, Unit::Week, 6)),
        ("every other week for 12 weeks", (2, Unit::Week, 6)),
        ("weekly for six weeks", (1, Unit::Week, 6)),
        ("six times, once a week", (1, Unit::Week, 6)),
        ("every two weeks, for six visits", (2, Unit::Week, 6)),
        ("every Monday for the next four weeks", (1, Unit::Week, 4)),
        ("the next six Tuesdays", (1, Unit::Week, 6)),
        ("five days in a row", (1, Unit::Day, 5)),
        ("daily for two weeks", (1, Unit::Day, 14)),
        ("monthly for a year", (1, Unit::Month, 12)),
        ("every three months, four times", (3, Unit::Month, 4)),
        ("every week for a year", (1, Unit::Week, 52)),
        ("fortnightly, twice", (2, Unit::Week, 2)),
        ("twenty four times weekly", (1, Unit::Week, 24)),
        ("6x every 10 days", (10, Unit::Day, 6)),
    ];
    assert_read(Language::En, &cases);
}

#[test]
fn other_languages_and_english_beside_them() {
    let german = [
        ("jeden zweiten Dienstag sechsmal", (2, Unit::Week, 6)),
        ("sechs Wochen lang jede Woche", (1, Unit::Week, 6)),
        ("alle zwei Wochen, 6 mal", (2, Unit::Week, 6)),
        ("alle 14 Tage viermal", (14, Unit::Day, 4)),
        ("monatlich für ein Jahr", (1, Unit::Month, 12)),
        ("every second Tuesday, six times", (2, Unit::Week, 6)),
    ];
    let spanish = [
        ("cada dos semanas, seis veces", (2, Unit::Week, 6)),
        ("todos los martes durante seis semanas", (1, Unit::Week, 6)),
        ("un martes sí y otro no, seis veces", (2, Unit::Week, 6)),
        ("cada quince días, 4 veces", (2, Unit::Week, 4)),
    ];
    let french = [
        ("un mardi sur deux, six fois", (2, Unit::Week, 6)),
        ("toutes les deux semaines, six fois", (2, Unit::Week, 6)),
        ("chaque semaine pendant six semaines", (1, Unit::Week, 6)),
        ("tous les mois, 3 fois", (1, Unit::Month, 3)),
    ];
    let portuguese = [
        ("a cada duas semanas, seis vezes", (2, Unit::Week, 6)),
        ("toda terça-feira, seis vezes", (1, Unit::Week, 6)),
        ("quinzenalmente, 4 vezes", (2, Unit::Week, 4)),
        ("todas as semanas durante seis semanas", (1, Unit::Week, 6)),
    ];
    assert_read(Language::De, &german);
    assert_read(Language::Es, &spanish);
    assert_read(Language::Fr, &french);
    assert_read(Language::Pt, &portuguese);
}

#[test]
fn what_is_not_wholly_understood_is_not_read() {
    let unreadable = [
        "",
        "every second Tuesday of the month, six times",
        "biweekly, six times",
        "every week until June",
        "every Tuesday at 3 PM, six times",
        "every Tuesday and every Thursday, six times",
        "six times, seven times",
        "every",
        "times",
        "every 0 weeks, six times",
        "every 70000 weeks",
        "every week, -6 times",
        "🙂",
    ];
    for text in unreadable {
        assert_eq!(read(text, Language::En), None, "{text}");
    }
    assert_eq!(read(&"every week ".repeat(100), Language::En), None);
}

#[test]
fn what_is_missing_is_asked_for() {
    let rule = |text| read(text, Language::En).unwrap().rule();
    assert_eq!(rule("every week"), Err(Unclear::Count));
    assert_eq!(rule("six times"), Err(Unclear::Every));
    assert_eq!(rule("for six weeks"), Err(Unclear::Every));
    assert_eq!(rule("every week for two months"), Err(Unclear::Count), "eight or nine");
    assert_eq!(rule("every two weeks for five weeks"), Err(Unclear::Count));
    assert_eq!(rule("every week, 53 times"), Err(Unclear::Count));
    assert_eq!(rule("every week, 0 times"), Err(Unclear::Count));
    assert_eq!(rule("once"), Ok(None), "a single visit is no series");
}

#[test]
fn parts_are_read_where_only_they_were_asked_for() {
    let every = |text| read_every(text, Language::En).and_then(|said| said.every);
    assert_eq!(every("two weeks"), Every::new(2, Unit::Week));
    assert_eq!(every("month"), Every::new(1, Unit::Month));
    assert_eq!(every("every other week"), Every::new(2, Unit::Week));
    let count = |text| read_count(text, Language::En).and_then(|said| said.count);
    assert_eq!((count("6"), count("six"), count("six times"), count("often")), (Some(6), Some(6), Some(6), None));
    assert_eq!((count("-1"), count("3.5"), count("∞")), (None, None, None));
    let both = read("every two weeks", Language::En).unwrap();
    assert_eq!(both.and(read_count("6", Language::En).unwrap()).unwrap().rule(), Ok(Some(rule(2, Unit::Week, 6))));
    assert_eq!(both.and(read("every three weeks", Language::En).unwrap()), None, "they contradict each other");
}

#[test]
fn a_weekday_is_that_of_the_first_visit() {
    let said = read("every second Tuesday, six times", Language::En).unwrap();
    assert_eq!(said.other_weekday(date(2026, 6, 2)), None);
    assert_eq!(said.other_weekday(date(2026, 6, 3)), Some(Weekday::Tuesday));
}

fn new_york() -> TimeZone {
    TimeZone::get("America/New_York").unwrap()
}

fn moment(local: DateTime) -> Moment {
    local.to_zoned(new_york()).unwrap().timestamp().into()
}

fn visits(rule: Recurrence, first: DateTime) -> Vec<Visit> {
    rule.visits(moment(first), &new_york()).collect()
}

#[test]
fn the_clock_time_stays_when_clocks_change() {
    let first = date(2026, 10, 27).at(15, 0, 0, 0);
    let found = visits(rule(1, Unit::Week, 2), first);
    assert_eq!(found, [Visit::At(moment(first)), Visit::At(moment(date(2026, 11, 3).at(15, 0, 0, 0)))]);
}

#[test]
fn a_day_that_a_month_lacks_and_a_time_that_clocks_skip_are_reported() {
    let found = visits(rule(1, Unit::Month, 3), date(2026, 1, 31).at(9, 0, 0, 0));
    assert_eq!(found[1], Visit::NoSuchDay { nearest: date(2026, 2, 28) });
    assert_eq!(found[2], Visit::At(moment(date(2026, 3, 31).at(9, 0, 0, 0))), "and the next is the 31st again");
    let found = visits(rule(1, Unit::Day, 2), date(2026, 3, 7).at(2, 30, 0, 0));
    assert_eq!(found[1], Visit::SkippedTime { after: moment(date(2026, 3, 8).at(3, 30, 0, 0)) });
}

#[test]
fn no_rule_leaves_the_calendar() {
    let far = rule(99, Unit::Month, 52);
    assert_eq!(visits(far, date(9990, 6, 1).at(9, 0, 0, 0)).len(), 52);
    assert_eq!((Every::new(0, Unit::Day), Every::new(100, Unit::Day)), (None, None));
    let weekly = Every::new(1, Unit::Week).unwrap();
    assert_eq!((Recurrence::new(weekly, 1), Recurrence::new(weekly, 53)), (None, None));
}

fn day() -> impl Strategy<Value = Date> {
    (0..3_650_i32).prop_map(|days| date(2024, 1, 1).saturating_add(days.days()))
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month])
}

proptest! {
    /// In zones with all kinds of changes: every visit shows the first one's clock time on the day
    /// that the rule names, or says why it cannot.
    #[test]
    fn visits_keep_clock_and_calendar(
        zone in prop::sample::select(vec!["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "UTC"]),
        day in day(),
        (hour, quarter) in (0..24_i8, 0..4_i8),
        (interval, unit, count) in (1..9_u16, unit(), 2..53_u16),
    ) {
        let zone = TimeZone::get(zone).unwrap();
        let first = Moment::from(day.at(hour, quarter * 15, 0, 0).to_zoned(zone.clone()).unwrap().timestamp());
        let begin = first.in_zone(&zone).datetime();
        let found: Vec<_> = rule(interval, unit, count).visits(first, &zone).collect();
        prop_assert_eq!(found.len(), usize::from(count));
        prop_assert_eq!(found[0], Visit::At(first));
        for (steps, visit) in (0_i32..).zip(&found).skip(1) {
            let steps = steps * i32::from(interval);
            let expected = match unit {
                Unit::Day => begin.date().saturating_add(steps.days()),
                Unit::Week => begin.date().saturating_add(steps.weeks()),
                Unit::Month => begin.date().saturating_add(steps.months()),
            };
            match visit {
                Visit::At(moment) => {
                    let local = moment.in_zone(&zone).datetime();
                    prop_assert_eq!((local.date(), local.time(), local.day()), (expected, begin.time(), local.day()));
                    prop_assert!(unit != Unit::Month || local.day() == begin.day());
                }
                Visit::NoSuchDay { nearest } => prop_assert!(*nearest == expected && begin.day() > 28),
                Visit::SkippedTime { after } => {
                    prop_assert!(after.in_zone(&zone).datetime() > expected.to_datetime(begin.time()));
                }
            }
        }
        let moments: Vec<_> = found.iter().filter_map(|visit| if let Visit::At(moment) = visit { Some(*moment) } else { None }).collect();
        prop_assert!(moments.is_sorted_by(|earlier, later| earlier < later));
    }

    #[test]
    fn no_text_is_too_much(text in ".{0,80}", language in prop::sample::select(Language::ALL.to_vec())) {
        let _ = read(&text, language).map(|said| said.rule());
        let _ = (read_every(&text, language), read_count(&text, language));
    }
}
