//! Single values of the file, and what a person can do about a bad one.

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use unic_langid::LanguageIdentifier;

use crate::contact::{Country, E164};
use crate::organization::document::Node;
use crate::organization::{FileError, Zone};
use crate::time::Span;

const LONGEST_NAME: usize = 200;
const LONGEST_PROSE: usize = 2_000;
/// Far enough for any calendar, and far from the ends of what a date can be.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

/// A short text on one line.
pub(super) fn name(node: &Node) -> Result<String, FileError> {
    let text = prose_within(node, LONGEST_NAME)?;
    if text.contains(char::is_control) {
        return Err(node.error("this must be one line"));
    }
    Ok(text)
}

/// A text that can run over several lines.
pub(super) fn prose(node: &Node) -> Result<String, FileError> {
    prose_within(node, LONGEST_PROSE)
}

fn prose_within(node: &Node, longest: usize) -> Result<String, FileError> {
    let text = node.text()?.trim();
    match text.chars().count() {
        0 => Err(node.error("this must not be empty")),
        length if length > longest => {
            Err(node.error(format_args!("{length} characters are too many, at most {longest}")))
        }
        _ => Ok(text.to_owned()),
    }
}

/// Anything that says by itself how it is written.
pub(super) fn parsed<T: FromStr<Err: Display>>(node: &Node) -> Result<T, FileError> {
    let text = node.text()?;
    text.parse().map_err(|error| node.refuse(text, error))
}

pub(super) fn span(node: &Node, least: Span, most: Span) -> Result<Span, FileError> {
    let span: Span = parsed(node)?;
    if (least..=most).contains(&span) {
        return Ok(span);
    }
    Err(node.error(format_args!("{span} is out of bounds, from {least} to {most} are allowed")))
}

pub(super) fn whole_minutes(node: &Node, most: Span) -> Result<Span, FileError> {
    let span = span(node, Span::from_minutes(1), most)?;
    if span.seconds() % 60 == 0 { Ok(span) } else { Err(node.error("whole minutes are wanted here")) }
}

pub(super) fn whole_days(node: &Node, most: u16) -> Result<u16, FileError> {
    const DAY: i64 = 86_400;
    let seconds = parsed::<Span>(node)?.seconds();
    let days = u16::try_from(seconds / DAY).ok().filter(|days| seconds % DAY == 0 && (1..=most).contains(days));
    days.ok_or_else(|| node.error(format_args!("whole days are wanted here, from 1d to {most}d")))
}

pub(super) fn count(node: &Node, most: u32) -> Result<u32, FileError> {
    let number = u32::try_from(node.integer()?).ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| node.error(format_args!("a number from 1 to {most} is wanted here")))
}

pub(super) fn zone(node: &Node) -> Result<Zone, FileError> {
    let name = node.text()?;
    Zone::named(name).ok_or_else(|| {
        let nearest = Zone::nearest_name(name);
        let hint = nearest
            .map_or("one is written like \"America/New_York\"".to_owned(), |it| format!("did you mean \"{it}\"?"));
        node.refuse(name, format_args!("this is not an IANA time zone; {hint}"))
    })
}

pub(super) fn country(node: &Node) -> Result<Country, FileError> {
    let text = node.text()?;
    Country::parse(text).map_err(|error| node.refuse(text, error))
}

pub(super) fn locale(node: &Node) -> Result<String, FileError> {
    let text = node.text()?;
    let locale: LanguageIdentifier = text.parse().map_err(|_| node.refuse(text, "a locale is written like en-US"))?;
    Ok(locale.to_string())
}

/// The number itself is kept out of the error: it may be somebody's own.
pub(super) fn phone(node: &Node, country: Option<&Country>) -> Result<E164, FileError> {
    let hint = if country.is_some() { "" } else { "; without `country` it has to begin with +" };
    E164::parse(node.text()?, country).map_err(|error| node.error(format_args!("{error}{hint}")))
}

pub(super) fn date(node: &Node) -> Result<Date, FileError> {
    let date = Date::strptime("%Y-%m-%d", node.time()?).ok();
    date.filter(|date| YEARS.contains(&date.year()))
        .ok_or_else(|| node.error("a day of the calendar like \"2026-12-24\" is wanted here"))
}

/// A local time, or `None` when the text does not have the form of one.
pub(super) fn date_time(node: &Node) -> Result<Option<DateTime>, FileError> {
    let text = node.time()?;
    let forms = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    let time = forms.iter().find_map(|form| DateTime::strptime(form, text).ok());
    Ok(time.filter(|time| YEARS.contains(&time.year())))
}
