//! Text that the organization wrote, made fit to be spoken: one line, bounded, and dates and times
//! in words wherever they are certain.

use jiff::civil::{Date, Time};

use super::fit::{one_line, shorten};
use super::texts::{Text, args};
use super::words::{Place, Words};

/// `text` in at most `longest` characters.
pub(super) fn speakable(words: &Words<'_>, text: &str, longest: usize) -> String {
    let line = one_line(text);
    if line.bytes().any(|byte| byte.is_ascii_digit()) {
        shorten(&numbers_in_words(words, &line), longest).to_owned()
    } else {
        shorten(&line, longest).to_owned()
    }
}

/// Rewrites each run of digits, `:` and `-`: "09:00-17:00", "2026-12-24".
fn numbers_in_words(words: &Words<'_>, line: &str) -> String {
    let mut spoken = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, run) = rest.split_at(start);
        let end = run.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '-').unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        let digits = run.trim_end_matches([':', '-']);
        let time = time_in_words(words, digits);
        rest = if time.is_some() { without_clock_word(words, after) } else { after };
        spoken.push_str(before);
        spoken.push_str(&time.unwrap_or_else(|| dates_in_words(words, digits)));
        spoken.push_str(&run[digits.len()..]);
    }
    spoken + rest
}

/// "17:00 Uhr": our own words for a time say "Uhr" already.
fn without_clock_word<'t>(words: &Words<'_>, after: &'t str) -> &'t str {
    let word = words.texts.text(Text::ClockWord);
    let rest = after.strip_prefix(' ').and_then(|after| after.strip_prefix(&*word));
    rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)).unwrap_or(after)
}

fn time_in_words(words: &Words<'_>, run: &str) -> Option<String> {
    let Some((from, until)) = run.split_once('-') else {
        return Some(words.clock(clock(run)?, Place::Foreign));
    };
    let (from, until) = (words.clock(clock(from)?, Place::Start), words.clock(clock(until)?, Place::Within));
    Some(words.with(Text::TimeRange, &args!["from" => from, "until" => until]))
}

/// "9:30" may be half past nine in the evening: it keeps its digits.
fn dates_in_words(words: &Words<'_>, run: &str) -> String {
    let date_or_digits = |part| iso_date(part).map_or_else(|| String::from(part), |date| words.date_with_year(date));
    run.split(':').map(date_or_digits).collect::<Vec<_>>().join(" ")
}

fn iso_date(run: &str) -> Option<Date> {
    let date: Date = (run.len() == 10).then(|| run.parse().ok())??;
    (date.year() > 0).then_some(date)
}

/// A time of the 24-hour clock that cannot be one of the 12-hour clock: "09:00", "17:30", "24:00".
fn clock(run: &str) -> Option<Time> {
    let (hour_digits, minute_digits) = run.split_once(':')?;
    let (hour, minute): (i8, i8) = (hour_digits.parse().ok()?, minute_digits.parse().ok()?);
    let certain = hour_digits.starts_with('0') || hour > 12;
    let well_formed = hour_digits.len() == 2 && minute_digits.len() == 2;
    if certain && well_formed { Time::new(hour % 24, minute, 0, 0).ok().filter(|_| hour <= 24) } else { None }
}
