//! Answers questions about the business from what its file says.

use jiff::civil::{Date, Time};
use ringbook_core::organization::Answer;
use ringbook_core::outcome::{Info, Outcome};
use ringbook_core::phrase::{self, Day};

use super::{Request, refusal, when};
use crate::reply::Reply;

/// Words that ask for something every organization has. English for now, like the rest of what
/// callers say.
const HOURS: [&str; 6] = ["hours", "open", "opening", "close", "closing", "closed"];
const ADDRESS: [&str; 6] = ["address", "where", "located", "location", "directions", "find"];
const SERVICES: [&str; 5] = ["services", "service", "offer", "treatments", "long"];

/// `asked` is the topic or the caller's own words; `None` asks when the business is open.
pub fn info(request: &Request, asked: Option<&str>) -> Reply {
    let info = answer(request, asked.unwrap_or("hours"));
    request.reply(&Outcome::Info(info))
}

fn answer(request: &Request, asked: &str) -> Info {
    let organization = &request.business.organization;
    let words = words(asked);
    let asks = |topic: &[&str]| words.iter().any(|word| topic.contains(&word.as_str()));
    // The organization's own words come first: it may have more to say about its hours than we do.
    if let Some(answer) = best_answer(&organization.answers, &words) {
        return Info::Answer { topic: answer.topic.clone(), text: answer.text.clone() };
    }
    match &organization.address {
        _ if asks(&HOURS) => hours(request, date_in(request, asked)),
        Some(address) if asks(&ADDRESS) => Info::Address(address.clone()),
        _ if asks(&SERVICES) => services(request),
        _ => Info::Unknown { topics: organization.answers.iter().map(|answer| answer.topic.clone()).collect() },
    }
}

/// The answer whose topic is spoken of: all words of the topic occur in the question.
fn best_answer<'a>(answers: &'a [Answer], asked: &[String]) -> Option<&'a Answer> {
    let spoken_of = |answer: &&Answer| {
        let topic = words(&answer.topic);
        !topic.is_empty() && topic.iter().all(|word| asked.iter().any(|said| same_word(said, word)))
    };
    answers.iter().filter(spoken_of).max_by_key(|answer| answer.topic.len())
}

/// "park" and "parking", "payment" and "payments": one begins with the other.
fn same_word(said: &str, topic: &str) -> bool {
    let (short, long) = if said.len() <= topic.len() { (said, topic) } else { (topic, said) };
    short == long || (short.len() >= 4 && long.starts_with(short) && long.len() - short.len() <= 3)
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}

/// The day a question ends with: "are you open on Saturday?"; today when it names none.
fn date_in(request: &Request, asked: &str) -> Date {
    let context = when::context(request, None);
    let asked = asked.trim_end_matches(['?', '.', '!']);
    let words: Vec<&str> = asked.split_whitespace().take(40).collect();
    let named = (0..words.len()).find_map(|at| {
        let when = phrase::read_date(&words[at..].join(" "), &context).ok()?;
        match when.day? {
            Day::Dates(dates) => dates.first().copied(),
            Day::Between { first, .. } => Some(first),
        }
    });
    named.unwrap_or_else(|| refusal::today(request))
}

fn hours(request: &Request, date: Date) -> Info {
    let zone = request.business.organization.zone.tz();
    let local = |moment: ringbook_core::time::Moment| -> Time { moment.in_zone(zone).time() };
    let windows = request.business.rules.opening(date);
    Info::Hours { date, windows: windows.iter().map(|window| (local(window.from), local(window.until))).collect() }
}

fn services(request: &Request) -> Info {
    let services = &request.business.organization.services;
    Info::Services(services.iter().map(|service| (service.name.clone(), service.duration)).collect())
}
