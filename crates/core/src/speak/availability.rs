//! What is said about free times.

use super::lists::Joined;
use super::names::service_with_article;
use super::openings::{Named, offered, times};
use super::refusal;
use super::texts::{Text, args};
use super::words::Words;
use crate::outcome::{Asked, Availability, Purpose};
use crate::time::Moment;

pub(super) fn say(words: &Words<'_>, found: &Availability) -> String {
    let starts = offered(&found.openings);
    if starts.is_empty() {
        format!("{} {}", why_none(words, found), then(words, found))
    } else {
        available(words, found, &starts)
    }
}

/// The first sentence: what there is, or why there is nothing.
pub(super) fn message(words: &Words<'_>, found: &Availability) -> String {
    let starts = offered(&found.openings);
    if starts.is_empty() { why_none(words, found) } else { available(words, found, &starts) }
}

fn available(words: &Words<'_>, found: &Availability, starts: &[Moment]) -> String {
    let Asked { first, last, .. } = found.asked;
    let named = if first == last { Named::Already(first) } else { Named::Nothing };
    let text = match (first == last, starts.len()) {
        (true, 1) => Text::AvailableOne,
        (true, _) => Text::AvailableSeveral,
        (false, 1) => Text::AvailableOneInDays,
        (false, _) => Text::AvailableSeveralInDays,
    };
    let mut values = words.day_values(first);
    values.set("service", service_with_article(words, &found.service_name));
    values.set("options", times(words, starts, named, Joined::Or));
    words.with(text, &values)
}

fn why_none(words: &Words<'_>, found: &Availability) -> String {
    let Asked { first, last, narrowed } = found.asked;
    match &found.reason {
        Some(problem) => refusal::statement(words, problem, Purpose::Question),
        None if narrowed => words.texts.text(Text::NothingThen).into_owned(),
        // Part of today has gone by: that is not the same as taken.
        None if first == last && first == words.today => words.with(Text::NothingLeft, &words.day_values(first)),
        None if first == last => words.with(Text::FullyBooked, &words.day_values(first)),
        None => words.with(Text::NothingInDays, &args!["first" => words.day(first), "last" => words.day(last)]),
    }
}

/// What to ask next: the date that was meant, the next openings, or whether a person can help.
fn then(words: &Words<'_>, found: &Availability) -> String {
    if let Some(question) = found.reason.as_ref().and_then(|problem| refusal::did_you_mean(words, problem)) {
        return question;
    }
    let starts = offered(&found.next);
    let text = match starts.len() {
        0 => return words.texts.text(Text::TakeMessage).into_owned(),
        1 => Text::NextOne,
        _ => Text::NextSeveral,
    };
    words.with(text, &args!["options" => times(words, &starts, Named::Nothing, Joined::And)])
}
