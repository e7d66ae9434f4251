//! Answers "when could I come?".

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use ringbook_core::outcome::{Asked, Availability, Opening, Outcome, Problem, Refused};
use ringbook_core::phrase::{self, Clock, Day, When};
use ringbook_core::slots::{Refusal, Slot};
use ringbook_core::time::Span;

use super::understand::{self, Target};
use super::when::{self, Words, in_clock};
use super::{Request, once, openings, refusal};
use crate::app::App;
use crate::reply::Reply;
use crate::store::StoreError;

/// A question as it was said. Absent fields are `None`.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub date: Option<String>,
    pub time: Option<String>,
    pub service: Option<String>,
    pub provider: Option<String>,
    /// morning, afternoon or evening, in the caller's words.
    pub part_of_day: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Without a date the next days are searched.
const DEFAULT_DAYS: i32 = 7;
/// The longest stretch one question may span.
const MAX_DAYS: i32 = 31;
/// How many openings a reply lists; it counts them all.
const LISTED: usize = 24;

pub async fn check(app: &App, request: &Request, question: Question) -> Reply {
    let outcome = match find(app, request, &question) {
        Ok(Ok(availability)) => Outcome::Availability(availability),
        Ok(Err(problem)) => Outcome::Refused(Refused::question(problem)),
        Err(error) => Outcome::Refused(Refused::question(once::failure(&error))),
    };
    request.reply(&outcome)
}

fn find(app: &App, request: &Request, question: &Question) -> Result<Result<Availability, Problem>, StoreError> {
    let understood = understand::target(&request.business, question.service.as_deref(), question.provider.as_deref())
        .and_then(|target| Ok((target, stretch(request, question)?)));
    let (target, stretch) = match understood {
        Ok(understood) => understood,
        Err(problem) => return Ok(Err(problem)),
    };
    let slots = stretch.search(app, request, &target)?;
    let next = match slots.is_empty() {
        true => stretch.instead(app, request, &target)?,
        false => Vec::new(),
    };
    let shown = &slots[..slots.len().min(LISTED)];
    Ok(Ok(Availability {
        asked: Asked { first: stretch.first(), last: stretch.last(), narrowed: stretch.clock.is_some() },
        service_name: request.business.service(target.service).name.clone(),
        openings: openings::openings(request, &target, shown),
        total: slots.len(),
        next,
        reason: if slots.is_empty() { stretch.reason(request, &target) } else { None },
    }))
}

/// The days and the part of the day that were asked about.
struct Stretch {
    /// Never empty, sorted; one entry per run of days.
    days: Vec<(Date, Date)>,
    clock: Option<Clock>,
}

impl Stretch {
    fn first(&self) -> Date {
        self.days[0].0
    }

    fn last(&self) -> Date {
        self.days[self.days.len() - 1].1
    }

    fn search(&self, app: &App, request: &Request, target: &Target) -> Result<Vec<Slot>, StoreError> {
        let mut slots = Vec::new();
        for (first, last) in &self.days {
            slots.extend(openings::list(app, request, target, openings::days(request, *first, *last))?);
        }
        if let Some(clock) = &self.clock {
            let zone = request.business.organization.zone.tz();
            slots.retain(|slot| in_clock(slot.start.in_zone(zone).time(), clock));
        }
        Ok(slots)
    }

    /// What to offer when there is nothing: another time of the day that was asked about, else the
    /// next openings.
    fn instead(&self, app: &App, request: &Request, target: &Target) -> Result<Vec<Opening>, StoreError> {
        let instead = match &self.clock {
            Some(clock) => {
                openings::near(app, request, target, openings::at(request, self.first(), wanted_time(clock)))?
            }
            None => openings::after(app, request, target, self.last())?,
        };
        match instead.is_empty() {
            // Nothing is open beyond the horizon: the first openings there are.
            true => openings::after(app, request, target, Date::MIN),
            false => Ok(instead),
        }
    }

    /// Why a single day has nothing, when a rule and not a booking is the reason.
    fn reason(&self, request: &Request, target: &Target) -> Option<Problem> {
        let [(date, last)] = self.days.as_slice() else { return None };
        if date != last {
            return None;
        }
        let rules = &request.business.rules;
        let (service, provider) = (target.service, *target.providers.first()?);
        let noon = openings::day(request, *date).from + Span::from_seconds(12 * 3600);
        match rules.judge(service, provider, &[], request.now, noon) {
            Err(refusal @ (Refusal::BeyondHorizon { .. } | Refusal::Closed { .. })) => {
                Some(refusal::problem(request, service, provider, noon, refusal))
            }
            _ => None,
        }
    }
}

/// The latest reading of a time: most appointments are in the afternoon.
fn wanted_time(clock: &Clock) -> Time {
    match clock {
        Clock::At(times) => times.last().copied().unwrap_or_default(),
        Clock::Between { from, .. } => *from,
    }
}

fn stretch(request: &Request, question: &Question) -> Result<Stretch, Problem> {
    let text = Option::as_deref;
    let said = when::read(request, Words { date: text(&question.date), time: text(&question.time), start: None })?;
    let said = when::in_the_organizations_zone(request, said);
    let context = when::context(request);
    let part = question.part_of_day.as_deref().map(|part| phrase::read_time(part, &context));
    let part = part.transpose().map_err(|_| Problem::UnreadableTime)?.and_then(|part| part.clock);
    let clock = match (said.clock.clone(), part) {
        (Some(said), Some(part)) => Some(when::narrow(said, part)?),
        (said, part) => said.or(part),
    };
    let days = match &said.day {
        Some(day) => days_said(day),
        None => vec![bounds(request, question)?],
    };
    check_days(request, &days)?;
    Ok(Stretch { days, clock })
}

fn days_said(day: &Day) -> Vec<(Date, Date)> {
    match day {
        Day::Dates(dates) => dates.iter().map(|date| (*date, *date)).collect(),
        Day::Between { first, last } => vec![(*first, *last)],
    }
}

fn bounds(request: &Request, question: &Question) -> Result<(Date, Date), Problem> {
    let from = question.from.as_deref().map(|text| day_named(request, text)).transpose()?;
    let to = question.to.as_deref().map(|text| day_named(request, text)).transpose()?;
    let first = from.map_or_else(|| refusal::today(request), |(first, _)| first);
    let default = first.saturating_add((DEFAULT_DAYS - 1).days());
    let last = to.map_or(default, |(_, last)| last);
    match last < first {
        true => Err(Problem::UnreadableDate),
        false => Ok((first, last.min(first.saturating_add((MAX_DAYS - 1).days())))),
    }
}

fn day_named(request: &Request, text: &str) -> Result<(Date, Date), Problem> {
    let When { day, .. } = when::read(request, Words { date: Some(text), ..Words::default() })?;
    match day {
        Some(Day::Dates(dates)) => match dates.as_slice() {
            [date] => Ok((*date, *date)),
            _ => Err(Problem::WhichDate { candidates: dates }),
        },
        Some(Day::Between { first, last }) => Ok((first, last)),
        None => Err(Problem::UnreadableDate),
    }
}

/// A date that has gone by is asked back, with the day it may have meant.
fn check_days(request: &Request, days: &[(Date, Date)]) -> Result<(), Problem> {
    let today = refusal::today(request);
    match days.iter().find(|(_, last)| *last < today) {
        Some((_, last)) => Err(refusal::past_date(*last, today)),
        None => Ok(()),
    }
}
