//! What is said about recurring visits.

use super::appointments::{remarks, spelled, values};
use super::lists::Joined;
use super::names::{Kind, others};
use super::openings::{Named, offered, times};
use super::texts::{Text, args};
use super::words::Words;
use crate::outcome::{AppointmentView, BookedSeries, CancelledSeries, Clash, Clashing, Problem};

/// How many dates are read out.
const MOST_DATES: usize = 3;

/// For how many of them something else is offered in the same breath.
const MOST_OFFERS: usize = 2;

pub(super) fn say_booked(words: &Words<'_>, booked: &BookedSeries) -> String {
    let code = booked.appointments.first().map(|first| spelled(&first.code)).unwrap_or_default();
    let code = words.with(Text::FirstCode, &args!["code" => code]);
    let staff = booked.is_requested().then(|| words.texts.text(Text::SeriesRequested).into_owned());
    let sentences = [Some(booked_sentence(words, booked)), staff, Some(code)];
    sentences.into_iter().flatten().chain(remarks(words, &booked.remarks)).collect::<Vec<_>>().join(" ")
}

pub(super) fn booked_sentence(words: &Words<'_>, booked: &BookedSeries) -> String {
    let text = if booked.is_requested() { Text::RequestedSeries } else { Text::BookedSeries };
    all(words, text, &booked.appointments)
}

pub(super) fn say_cancelled(words: &Words<'_>, cancelled: &CancelledSeries) -> String {
    let sentence = all(words, Text::CancelledSeries, &cancelled.appointments);
    if cancelled.kept.is_empty() {
        return sentence;
    }
    let days = cancelled.kept.iter().map(|kept| words.day(words.date_of(kept.start))).collect();
    let kept = words.with(Text::Kept, &args!["count" => cancelled.kept.len(), "days" => few(words, days)]);
    format!("{sentence} {kept}")
}

/// A sentence about appointments from the first to the last.
fn all(words: &Words<'_>, text: Text, appointments: &[AppointmentView]) -> String {
    let (Some(first), Some(last)) = (appointments.first(), appointments.last()) else { return String::new() };
    let mut values = values(words, first);
    values.set("count", appointments.len());
    values.set("last", words.day(words.date_of(last.start)));
    words.with(text, &values)
}

pub(super) fn say_clashing(words: &Words<'_>, clashing: &Clashing) -> String {
    let offers: Vec<String> =
        clashing.clashes.iter().filter_map(|clash| offer(words, clash)).take(MOST_OFFERS).collect();
    let ask = words.texts.ask(Text::SeriesClash, &args!["count" => clashing.visits]).filter(|_| !offers.is_empty());
    let sentences = std::iter::once(clashing_sentence(words, clashing)).chain(offers).chain(ask);
    sentences.collect::<Vec<_>>().join(" ")
}

pub(super) fn clashing_sentence(words: &Words<'_>, clashing: &Clashing) -> String {
    let days = few(words, clashing.clashes.iter().map(|clash| day(words, clash)).collect());
    let values = args!["count" => clashing.visits, "clashes" => clashing.clashes.len(), "days" => days];
    words.with(Text::SeriesClash, &values)
}

fn offer(words: &Words<'_>, clash: &Clash) -> Option<String> {
    let starts = offered(&clash.openings);
    if starts.is_empty() || is_no_day(clash) {
        return None;
    }
    let options = times(words, &starts, Named::Before(clash.date), Joined::Or);
    Some(words.with(Text::ClashOpenings, &args!["day" => words.day(clash.date), "options" => options]))
}

fn day(words: &Words<'_>, clash: &Clash) -> String {
    match is_no_day(clash) {
        true => words.with(Text::NoSuchDay, &args!["date" => words.month_and_day(clash.date)]),
        false => words.day(clash.date),
    }
}

/// Then its date is only the nearest one.
fn is_no_day(clash: &Clash) -> bool {
    matches!(clash.problem, Problem::NoSuchDate { .. })
}

fn few(words: &Words<'_>, mut items: Vec<String>) -> String {
    if items.len() > MOST_DATES {
        items.truncate(MOST_DATES);
        items.push(others(words, Kind::Appointment));
    }
    words.list_apart(items, Joined::And)
}
