//! Answers to questions about the business.

use jiff::civil::{Date, Time};

use super::fit::LONGEST;
use super::foreign::speakable;
use super::lists::Joined;
use super::names::{Kind, choices, others, service_with_article};
use super::texts::{Text, args};
use super::words::{Place, Words};
use crate::outcome::Info;
use crate::time::Span;

const LONGEST_ADDRESS: usize = 300;
const LONGEST_TOPIC: usize = 60;
/// How many stretches of opening or services one answer names.
const MOST_PARTS: usize = 5;

pub(super) fn say(words: &Words<'_>, info: &Info) -> String {
    match info {
        Info::Answer { text, .. } => answer(words, text),
        Info::Hours { date, windows } if windows.is_empty() => closed(words, *date),
        Info::Hours { date, windows } => hours(words, *date, windows),
        Info::Address(address) => {
            words.with(Text::Address, &args!["address" => speakable(words, address, LONGEST_ADDRESS)])
        }
        Info::Services(services) => offered(words, services),
        Info::Unknown { topics } => unknown(words, topics),
    }
}

/// The organization's own words; an answer without words is none.
fn answer(words: &Words<'_>, text: &str) -> String {
    let spoken = speakable(words, text, LONGEST);
    if spoken.is_empty() { unknown(words, &[]) } else { spoken }
}

fn closed(words: &Words<'_>, date: Date) -> String {
    words.with(Text::ClosedDay, &words.day_values(date))
}

fn hours(words: &Words<'_>, date: Date, windows: &[(Time, Time)]) -> String {
    let window = |(from, until): &(Time, Time)| {
        let (from, until) = (words.clock(*from, Place::Start), words.clock(*until, Place::Within));
        words.with(Text::OpenWindow, &args!["from" => from, "until" => until])
    };
    let windows: Vec<String> = windows.iter().take(MOST_PARTS).map(window).collect();
    let mut values = words.day_values(date);
    values.set("windows", words.list(&windows, Joined::And));
    words.with(Text::OpenHours, &values)
}

fn offered(words: &Words<'_>, services: &[(String, Span)]) -> String {
    let service = |(name, length): &(String, Span)| {
        let service = service_with_article(words, name);
        words.with(Text::ServiceLength, &args!["service" => service, "length" => words.length(*length)])
    };
    let mut items: Vec<String> = services.iter().take(MOST_PARTS).map(service).collect();
    if services.len() > MOST_PARTS {
        items.push(others(words, Kind::Service));
    }
    words.with(Text::Services, &args!["services" => words.list(&items, Joined::And)])
}

fn unknown(words: &Words<'_>, topics: &[String]) -> String {
    let topic = |words: &Words<'_>, topic: &str| speakable(words, topic, LONGEST_TOPIC);
    let topics = choices(words, Kind::Topic, topics, topic, Joined::Or);
    let text = if topics.is_empty() { Text::NoAnswer } else { Text::NoAnswerButTopics };
    let args = args!["topics" => topics];
    [Some(words.with(text, &args)), words.texts.ask(text, &args)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
