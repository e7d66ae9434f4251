//! Answers questions about the business from what its file says.

use jiff::civil::{Date, Time};
use ringbook_core::organization::Answer;
use ringbook_core::outcome::{Info, Outcome};
use ringbook_core::phrase::{self, Day, Topic, plain_words};

use super::{Request, refusal, when};
use crate::reply::Reply;

/// How many words of a question are searched for a day, and how many a day may have.
const MOST_WORDS: usize = 20;
const LONGEST_DAY: usize = 6;

/// `asked` is the topic or the caller's own words; `None` asks when the business is open.
pub fn info(request: &Request, asked: Option<&str>) -> Reply {
    let info = answer(request, asked.unwrap_or("hours"));
    request.reply(&Outcome::Info(info))
}

fn answer(request: &Request, asked: &str) -> Info {
    let organization = &request.business.organization;
    let asks = |topic| phrase::is_about(asked, topic, request.language);
    // The organization's own words come first: it may have more to say about its hours than we do.
    if let Some(answer) = best_answer(&organization.answers, &plain_words(asked)) {
        return Info::Answer { topic: answer.topic.clone(), text: answer.text.clone() };
    }
    match &organization.address {
        _ if asks(Topic::Hours) => hours(request, date_in(request, asked)),
        Some(address) if asks(Topic::Address) => Info::Address(address.clone()),
        _ if asks(Topic::Services) => services(request),
        _ => Info::Unknown { topics: organization.answers.iter().map(|answer| answer.topic.clone()).collect() },
    }
}

/// The answer whose topic is spoken of: all words of the topic occur in the question.
fn best_answer<'a>(answers: &'a [Answer], asked: &[String]) -> Option<&'a Answer> {
    let spoken_of = |answer: &&Answer| {
        let topic = plain_words(&answer.topic);
        !topic.is_empty() && topic.iter().all(|word| asked.iter().any(|said| same_word(said, word)))
    };
    answers.iter().filter(spoken_of).max_by_key(|answer| answer.topic.len())
}

/// "park" and "parking", "payment" and "payments": one begins with the other.
fn same_word(said: &str, topic: &str) -> bool {
    let (short, long) = if said.len() <= topic.len() { (said, topic) } else { (topic, said) };
    short == long || (short.len() >= 4 && long.starts_with(short) && long.len() - short.len() <= 3)
}

/// The day a question names: "are you open on Saturday?"; today when it names none. The most words
/// that are a day count, and of several such the last: "may I come on Saturday?" is not about May.
fn date_in(request: &Request, asked: &str) -> Date {
    let context = when::context(request, None);
    let words: Vec<&str> = asked.split_whitespace().take(MOST_WORDS).collect();
    let spans = (1..=LONGEST_DAY.min(words.len())).rev().flat_map(|length| words.windows(length).rev());
    let mut days = spans.filter_map(|span| phrase::read_date(&span.join(" "), &context).ok()?.day);
    match days.next() {
        Some(Day::Dates(dates)) => dates.first().copied().unwrap_or_else(|| refusal::today(request)),
        Some(Day::Between { first, .. }) => first,
        None => refusal::today(request),
    }
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
