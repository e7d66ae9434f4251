//! What is said when a request is refused: what is wrong in a caller's words, then what to ask.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;

use super::calls;
use super::foreign::speakable;
use super::lists::Joined;
use super::names::{Kind, choices, provider, service, service_with_article};
use super::openings::{Named, offered, times};
use super::texts::{Text, args};
use super::words::{Place, Words};
use crate::outcome::{Problem, Purpose, Refused};
use crate::time::{Moment, Span};

const LONGEST_REASON: usize = 120;

pub(super) fn say(words: &Words<'_>, refused: &Refused) -> String {
    let statement = statement(words, &refused.problem, refused.purpose);
    let unchanged = stands(refused).then(|| words.texts.text(Text::Unchanged).into_owned());
    let sentences = [Some(statement), unchanged, question(words, refused)];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Who hears other times must not believe that the old one is gone.
fn stands(refused: &Refused) -> bool {
    refused.purpose == Purpose::Change && !refused.openings.is_empty()
}

/// What is wrong, in a sentence.
pub(super) fn statement(words: &Words<'_>, problem: &Problem, purpose: Purpose) -> String {
    words.with(text(problem, purpose), &values(words, problem))
}

/// The same for a developer, who did not just say the day.
pub(super) fn message(words: &Words<'_>, refused: &Refused) -> String {
    match &refused.problem {
        Problem::SlotUnavailable { start } => {
            let date = words.day(words.date_of(*start));
            words.with(Text::SlotTaken, &args!["time" => words.time(*start, Place::Within), "date" => date])
        }
        problem => statement(words, problem, refused.purpose),
    }
}

fn question(words: &Words<'_>, refused: &Refused) -> Option<String> {
    did_you_mean(words, &refused.problem)
        .or_else(|| offer(words, refused))
        .or_else(|| words.texts.ask(text(&refused.problem, refused.purpose), &values(words, &refused.problem)))
}

fn offer(words: &Words<'_>, refused: &Refused) -> Option<String> {
    let starts = offered(&refused.openings);
    let named = wanted_day(words, &refused.problem).map_or(Named::Nothing, Named::Before);
    let text = match starts.len() {
        0 => return None,
        1 => Text::OfferOne,
        _ => Text::OfferSeveral,
    };
    Some(words.with(text, &args!["options" => times(words, &starts, named, Joined::Or)]))
}

/// The day that the caller asked for, when the refusal is about a time on it.
fn wanted_day(words: &Words<'_>, problem: &Problem) -> Option<Date> {
    match problem {
        Problem::SlotUnavailable { start }
        | Problem::NotOnGrid { start }
        | Problem::PastTime { start }
        | Problem::OutsideHours { start } => Some(words.date_of(*start)),
        _ => None,
    }
}

/// The candidates as a question, where the problem knows any.
pub(super) fn did_you_mean(words: &Words<'_>, problem: &Problem) -> Option<String> {
    let options = match problem {
        Problem::NoSuchDate { nearest: Some(date) } => words.date_with_year(*date),
        Problem::PastDate { candidate: Some(date), .. } => words.date_with_year(*date),
        Problem::WeekdayMismatch { date, nearest, .. } => days(words, &[*date, *nearest]),
        Problem::WhichDate { candidates } => days(words, candidates),
        Problem::WhichTime { candidates } => candidate_times(words, candidates),
        Problem::WhichService { candidates } => choices(words, Kind::Service, candidates, service, Joined::Or),
        Problem::WhichProvider { candidates } => choices(words, Kind::Person, candidates, provider, Joined::Or),
        _ => return None,
    };
    (!options.is_empty()).then(|| words.with(Text::DidYouMean, &args!["options" => options]))
}

fn days(words: &Words<'_>, dates: &[Date]) -> String {
    words.list_apart(dates.iter().take(3).map(|date| words.day(*date)).collect(), Joined::Or)
}

fn candidate_times(words: &Words<'_>, candidates: &[Moment]) -> String {
    let named = candidates.first().map_or(Named::Nothing, |start| Named::Already(words.date_of(*start)));
    times(words, &candidates[..candidates.len().min(3)], named, Joined::Or)
}

/// The text whose value states the problem and whose attribute asks what to do.
fn text(problem: &Problem, purpose: Purpose) -> Text {
    match problem {
        Problem::MissingContactInfo => Text::MissingContactInfo,
        Problem::InvalidPhone => Text::InvalidPhone,
        Problem::InvalidEmail => Text::InvalidEmail,
        Problem::UnreadableDate => Text::UnreadableDate,
        Problem::NoSuchDate { .. } => Text::NoSuchDate,
        Problem::WeekdayMismatch { .. } => Text::WeekdayMismatch,
        Problem::WhichDate { .. } => Text::WhichDate,
        Problem::UnreadableTime => Text::UnreadableTime,
        Problem::NoSuchTime => Text::NoSuchTime,
        Problem::SkippedTime => Text::SkippedTime,
        Problem::WhichTime { .. } => Text::WhichTime,
        Problem::InvalidSlotId => Text::InvalidSlot,
        Problem::MissingField(_) => Text::MissingField,
        Problem::MalformedField(_) => Text::MalformedField,
        Problem::MalformedArguments => Text::MalformedArguments,
        Problem::PastDate { .. } => Text::PastDate,
        Problem::PastTime { .. } => Text::PastTime,
        Problem::BeyondHorizon { .. } => Text::BeyondHorizon,
        Problem::TooSoon { .. } => Text::TooSoon,
        Problem::Closed { reason: Some(_), .. } => Text::ClosedBecause,
        Problem::Closed { reason: None, .. } => Text::Closed,
        Problem::OutsideHours { .. } => Text::OutsideHours,
        Problem::UnknownService { known } if known.is_empty() => Text::UnknownService,
        Problem::UnknownService { .. } => Text::UnknownServiceBut,
        Problem::WhichService { .. } => Text::WhichService,
        Problem::UnknownProvider { known } if known.is_empty() => Text::UnknownProvider,
        Problem::UnknownProvider { .. } => Text::UnknownProviderBut,
        Problem::WhichProvider { .. } => Text::WhichProvider,
        Problem::NotOffered { .. } => Text::NotOffered,
        Problem::UnknownTool { .. } => Text::UnknownTool,
        Problem::SlotUnavailable { .. } => Text::SlotUnavailable,
        Problem::NotOnGrid { .. } => Text::NotOnGrid,
        Problem::NotFound => Text::NotFound,
        Problem::HoldNotFound => Text::HoldNotFound,
        Problem::HoldExpired => Text::HoldExpired,
        Problem::TooLateToChange { notice } if *notice <= Span::ZERO => Text::AlreadyBegun,
        Problem::TooLateToChange { .. } => Text::TooLateToChange,
        Problem::NoTransfer | Problem::TransferLoop => Text::NobodyToTransferTo,
        Problem::WhichDepartment { .. } => Text::WhichDepartment,
        Problem::ContactExists { .. } => Text::ContactExists,
        Problem::FreeAlready => Text::FreeAlready,
        Problem::NotYetBegun { .. } => Text::NotYetBegun,
        Problem::WrongStatus { .. } => Text::WrongStatus,
        Problem::VersionMismatch => Text::VersionMismatch,
        Problem::KeyReused => Text::KeyReused,
        Problem::OrganizationNotFound { .. } => Text::OrganizationNotFound,
        Problem::Overloaded => match purpose {
            Purpose::Booking => Text::OverloadedBooking,
            Purpose::Change => Text::OverloadedChange,
            Purpose::Question => Text::Overloaded,
            Purpose::PassingOn => Text::OverloadedPassingOn,
        },
        Problem::Internal { .. } => match purpose {
            Purpose::Booking => Text::InternalBooking,
            Purpose::Change => Text::InternalChange,
            Purpose::Question => Text::Internal,
            Purpose::PassingOn => Text::InternalPassingOn,
        },
    }
}

/// What fills the places of that text.
fn values(words: &Words<'_>, problem: &Problem) -> FluentArgs<'static> {
    match problem {
        Problem::UnreadableDate | Problem::NoSuchDate { .. } | Problem::WhichDate { .. } => {
            args!["today" => today(words)]
        }
        Problem::WeekdayMismatch { said, date, .. } => {
            let names = &words.texts.dates;
            let date_in_words = words.month_and_day(*date);
            args!["date" => date_in_words, "weekday" => names.weekday(date.weekday()), "said" => names.weekday(*said)]
        }
        Problem::MissingField(field) | Problem::MalformedField(field) => args!["field" => field.as_str()],
        Problem::PastDate { date, .. } => args!["date" => words.date_with_year(*date), "today" => today(words)],
        Problem::PastTime { start } => {
            let (time, now) = (words.time(*start, Place::First), words.time(words.now, Place::Start));
            args!["time" => time, "now" => now, "today" => today(words)]
        }
        Problem::BeyondHorizon { last } => args!["last" => words.day(*last), "today" => today(words)],
        Problem::TooSoon { notice } | Problem::TooLateToChange { notice } => args!["notice" => words.length(*notice)],
        Problem::Closed { date, reason } => {
            let reason = reason.as_deref().map(|reason| speakable(words, reason, LONGEST_REASON));
            let mut values = words.day_values(*date);
            values.set("reason", reason);
            values
        }
        Problem::WrongStatus { status } => args!["status" => status.as_str()],
        Problem::OutsideHours { start } | Problem::NotYetBegun { start } => {
            let mut values = words.day_values(words.date_of(*start));
            values.set("time", words.time(*start, Place::Within));
            values
        }
        Problem::UnknownService { known } => {
            args!["known" => choices(words, Kind::Service, known, service, Joined::And)]
        }
        Problem::UnknownProvider { known } => {
            args!["known" => choices(words, Kind::Person, known, provider, Joined::Or)]
        }
        Problem::WhichDepartment { known } => {
            args!["known" => choices(words, Kind::Department, known, calls::department, Joined::Or)]
        }
        Problem::NotOffered { provider: who, service: what } => {
            args!["provider" => provider(words, who), "service" => service_with_article(words, what)]
        }
        Problem::SlotUnavailable { start } => args!["time" => words.time(*start, Place::First)],
        Problem::NotOnGrid { start } => args!["time" => words.time(*start, Place::Within)],
        _ => FluentArgs::new(),
    }
}

/// With its year, because a wrong year is what most refused dates suffer from.
fn today(words: &Words<'_>) -> String {
    words.date_with_year(words.today)
}
