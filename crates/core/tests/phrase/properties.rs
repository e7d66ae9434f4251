//! What holds for every text, date and time.

use jiff::civil::{Date, DateTime, Time, date};
use proptest::prelude::*;
use ringbook_core::language::Language;
use ringbook_core::organization::Organization;
use ringbook_core::phrase::{
    Clock, Context, DateOrder, Day, Misheard, Topic, When, is_about, is_absent, read_date, read_digits, read_email,
    read_time,
};
use ringbook_core::speak::Speaker;
use ringbook_core::time::Moment;

use crate::{TUESDAY, at};

/// Formats that name a date in full, and the order they are written for.
const DATES: [(&str, DateOrder); 11] = [
    ("%Y-%m-%d", DateOrder::MonthFirst),
    ("%Y%m%d", DateOrder::DayFirst),
    ("%Y/%m/%d", DateOrder::DayFirst),
    ("%m/%d/%Y", DateOrder::MonthFirst),
    ("%d/%m/%Y", DateOrder::DayFirst),
    ("%d-%m-%y", DateOrder::DayFirst),
    ("%d.%m.%Y", DateOrder::MonthFirst),
    ("%A, %B %d, %Y", DateOrder::MonthFirst),
    ("%a %b %dth %Y", DateOrder::MonthFirst),
    ("the %dst of %B %Y", DateOrder::MonthFirst),
    ("%d %b %Y", DateOrder::MonthFirst),
];

/// Formats that name one time of day.
const ONE_TIME: [&str; 7] = ["%I:%M %p", "%I.%M%P", "%I %M %p", "%I%M %p", "T%H:%M", "around %I:%M %p", "at %I:%M%P"];

/// Words of the vocabulary and some that are not, to reach deep into the grammar.
const WORDS: [&str; 48] = [
    "today",
    "tomorrow",
    "thursday",
    "next",
    "this",
    "week",
    "weekend",
    "in",
    "a",
    "from",
    "the",
    "10th",
    "june",
    "of",
    "3",
    "03",
    "twenty",
    "six",
    "third",
    "2026",
    "6/3",
    "2026-06-03",
    "at",
    "half",
    "past",
    "quarter",
    "to",
    "ten",
    "15:00",
    "25:00",
    "3.10",
    "noon",
    "midnight",
    "am",
    "pm",
    "oclock",
    "afternoon",
    "after",
    "before",
    "between",
    "and",
    "-",
    "thousand",
    "oh",
    "double",
    "dot",
    "@",
    "any time",
];

fn dates() -> impl Strategy<Value = Date> {
    (0..36_500i64).prop_map(|days| date(2000, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap())
}

fn times() -> impl Strategy<Value = Time> {
    (0..24i8, 0..60i8).prop_map(|(hour, minute)| Time::new(hour, minute, 0, 0).unwrap())
}

fn sentences() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS), 0..14).prop_map(|words| words.join(" "))
}

/// Sorted and never empty, whatever was understood.
fn assert_sound(reading: &Result<When, Misheard>) {
    let Ok(When { day, clock, .. }) = reading else { return };
    match day {
        Some(Day::Dates(dates)) => assert!(!dates.is_empty() && dates.is_sorted_by(|a, b| a < b), "{dates:?}"),
        Some(Day::Between { first, last }) => assert!(last.is_none_or(|last| *first <= last)),
        None => {}
    }
    match clock {
        Some(Clock::At(times)) => assert!(!times.is_empty() && times.is_sorted_by(|a, b| a < b), "{times:?}"),
        Some(Clock::Within(windows)) => {
            assert!(!windows.is_empty() && windows.is_sorted_by(|a, b| a < b), "{windows:?}");
            assert!(windows.iter().all(|window| window.until.is_none_or(|until| window.from < until)));
        }
        None => {}
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in prop_oneof![any::<String>(), "\\PC{0,40}", "[0-9tTzZ:./+ -]{0,30}", sentences()]) {
        for now in [TUESDAY, "2024-02-29T23:59", "9999-12-31T23:59", "-009999-01-01T00:00"] {
            assert_sound(&read_date(&text, &at(now)));
            assert_sound(&read_time(&text, &at(now)));
        }
        let _ = (read_digits(&text, Language::En), read_email(&text, Language::En), is_absent(&text));
    }

    #[test]
    fn every_date_reads_back(said in dates(), now in dates(), (format, order) in prop::sample::select(&DATES)) {
        let context = Context { now: now.at(10, 0, 0, 0), order, language: Language::En, appointment: None };
        let text = said.strftime(format).to_string();
        let expected = When { day: Some(Day::Dates(vec![said])), ..When::default() };
        prop_assert_eq!(read_date(&text, &context), Ok(expected), "{}", text);
    }

    #[test]
    fn a_date_without_its_year_is_the_next_such(said in dates(), now in dates()) {
        let text = said.strftime("%B %d").to_string();
        let reading = read_date(&text, &Context { now: now.at(10, 0, 0, 0), order: DateOrder::MonthFirst, language: Language::En, appointment: None });
        let Ok(When { day: Some(Day::Dates(read)), .. }) = reading else { panic!("{text}: {reading:?}") };
        prop_assert_eq!((read[0].month(), read[0].day()), (said.month(), said.day()));
        prop_assert!(read[0] >= now);
        if said.day() < 29 {
            prop_assert!(read[0] < now.checked_add(jiff::Span::new().years(1)).unwrap());
        }
    }

    #[test]
    fn every_time_reads_back(time in times(), format in prop::sample::select(&ONE_TIME)) {
        let text = match format.strip_prefix('T') {
            Some(iso) => format!("2026-06-03T{}", time.strftime(iso)),
            None => time.strftime(format).to_string(),
        };
        let clock = read_time(&text, &at(TUESDAY)).map(|when| when.clock);
        prop_assert_eq!(clock, Ok(Some(Clock::At(vec![time]))), "{}", text);
    }

    #[test]
    fn a_time_without_am_or_pm_is_one_of_its_readings(time in times()) {
        let text = time.strftime("%-I:%M").to_string();
        let Ok(When { clock: Some(Clock::At(read)), .. }) = read_time(&text, &at(TUESDAY)) else { panic!("{text}") };
        prop_assert!(read.contains(&time) || text == "12:00");
    }

    #[test]
    fn an_unknown_word_is_never_dropped(sentence in sentences(), word in "[b-z]{2,9}x", first in any::<bool>()) {
        let text = if first { format!("{word} {sentence}") } else { format!("{sentence} {word}") };
        prop_assert_eq!(read_date(&text, &at(TUESDAY)), Err(Misheard::Unreadable));
        prop_assert_eq!(read_time(&text, &at(TUESDAY)), Err(Misheard::Unreadable));
    }

    #[test]
    fn digits_once_read_stay(text in sentences()) {
        let read = read_digits(&text, Language::En);
        prop_assert_eq!(read_digits(&read, Language::En), read);
    }
}

const CLINIC: &str = r#"
slug = "riverside"
name = "Riverside Dental"
time_zone = "UTC"
country = "US"
locale = "en-US"
[[services]]
id = "cleaning"
name = "Cleaning"
duration = "45m"
[[providers]]
id = "lee"
name = "Dr. Lee"
[providers.hours]
mon = ["09:00-17:00"]
"#;

/// What we say ourselves is understood when a caller repeats it.
fn speaker(language: Language) -> Speaker {
    Speaker::new(&Organization::from_toml(CLINIC).unwrap(), language)
}

proptest! {
    #[test]
    fn a_date_that_we_say_reads_back(
        said in dates(), now in dates(), language in prop::sample::select(&Language::ALL)
    ) {
        let text = speaker(language).today(moment(said.at(10, 0, 0, 0)));
        let context = Context { now: now.at(10, 0, 0, 0), language, order: DateOrder::DayFirst, appointment: None };
        let expected = When { day: Some(Day::Dates(vec![said])), ..When::default() };
        prop_assert_eq!(read_date(&text, &context), Ok(expected), "{}", text);
    }

    #[test]
    fn a_time_that_we_say_reads_back(
        days in 0..60i64, hour in 7..22i8, quarter in 0..4i8, language in prop::sample::select(&Language::ALL)
    ) {
        let now = date(2026, 6, 2).at(10, 0, 0, 0);
        let said = now.date().checked_add(jiff::Span::new().days(days)).unwrap().at(hour, quarter * 15, 0, 0);
        let text = speaker(language).moment(moment(said), moment(now));
        let context = Context { now, language, order: DateOrder::DayFirst, appointment: None };
        let expected = When {
            day: Some(Day::Dates(vec![said.date()])),
            clock: Some(Clock::At(vec![said.time()])),
            ..When::default()
        };
        prop_assert_eq!(read_date(&text, &context), Ok(expected), "{}", text);
    }

    #[test]
    fn figures_mean_the_same_in_every_language(
        said in dates(), time in times(), language in prop::sample::select(&Language::ALL)
    ) {
        let context = Context { language, ..at(TUESDAY) };
        for format in ["%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%m/%d/%Y", "%d.%m.%Y"] {
            let text = said.to_datetime(time).strftime(format).to_string();
            prop_assert_eq!(read_date(&text, &context), read_date(&text, &at(TUESDAY)), "{}", text);
        }
    }

    #[test]
    fn no_sentence_is_too_strange_in_any_language(
        text in prop_oneof![any::<String>(), "\\PC{0,40}", many_tongues()],
        language in prop::sample::select(&Language::ALL)
    ) {
        for appointment in [None, Some(date(2026, 6, 4).at(14, 30, 0, 0))] {
            let context = Context { language, appointment, ..at(TUESDAY) };
            assert_sound(&read_date(&text, &context));
            assert_sound(&read_time(&text, &context));
        }
        let _ = (read_digits(&text, language), read_email(&text, language), is_about(&text, Topic::Hours, language));
    }

    #[test]
    fn an_unknown_word_is_never_dropped_in_any_language(
        sentence in many_tongues(), word in "[b-z]{2,9}x", language in prop::sample::select(&Language::ALL)
    ) {
        let context = Context { language, ..at(TUESDAY) };
        prop_assert_eq!(read_date(&format!("{sentence} {word}"), &context), Err(Misheard::Unreadable));
        prop_assert_eq!(read_time(&format!("{word} {sentence}"), &context), Err(Misheard::Unreadable));
    }
}

fn moment(local: DateTime) -> Moment {
    local.in_tz("UTC").unwrap().timestamp().into()
}

fn many_tongues() -> impl Strategy<Value = String> {
    let words = "el 10 de junio mañana por la tarde a las tres y media próximo martes en ocho días antes después o \
                 le 1er mars demain en huit quinze heures moins quart entre et ou fin du mois prochain \
                 am 3. Juni morgen früh halb vier nächsten Dienstag in acht Tagen zwischen und nicht vor bis \
                 dia que vem terça às meia hora mais tarde até depois mesma hora início da semana";
    let words: Vec<&str> = words.split_whitespace().collect();
    prop::collection::vec(prop::sample::select(words), 0..14).prop_map(|words| words.join(" "))
}

#[test]
fn long_texts_are_not_read() {
    let long = "tomorrow ".repeat(1200);
    assert_eq!(read_date(&long, &at(TUESDAY)), Err(Misheard::Unreadable));
    assert_eq!(read_time(&long, &at(TUESDAY)), Err(Misheard::Unreadable));
    assert_eq!(read_digits(&long, Language::En), long);
    assert_eq!(read_email(&long, Language::En), long);
}
