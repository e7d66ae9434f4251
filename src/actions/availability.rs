//! Answers "when could I come?".

use jiff::ToSpan;
use jiff::civil::Date;
use ringbook_core::outcome::{Asked, Availability, Outcome, Problem, Refused};
use ringbook_core::phrase::{self, Day, When};
use ringbook_core::slots::Refusal;
use ringbook_core::time::Span;

use super::stretch::{self, Stretch};
use super::understand::{self, Target};
use super::when::{self, Words};
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
        .and_then(|target| Ok((target, asked(request, question)?)));
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
        reason: if slots.is_empty() { reason(request, &target, &stretch) } else { None },
    }))
}

/// Why a single day has nothing, when a rule and not a booking is the reason.
fn reason(request: &Request, target: &Target, stretch: &Stretch) -> Option<Problem> {
    let date = stretch.single()?;
    let rules = &request.business.rules;
    let (service, provider) = (target.service, *target.providers.first()?);
    let noon = openings::day(request, date).from + Span::from_seconds(12 * 3600);
    match rules.judge(service, provider, &[], request.now, noon) {
        Err(refusal @ (Refusal::BeyondHorizon { .. } | Refusal::Closed { .. })) => {
            Some(refusal::problem(request, service, provider, noon, refusal))
        }
        _ => None,
    }
}

fn asked(request: &Request, question: &Question) -> Result<Stretch, Problem> {
    let text = Option::as_deref;
    let said =
        when::read(request, Words { date: text(&question.date), time: text(&question.time), start: None }, None)?;
    let said = when::in_the_organizations_zone(request, said);
    let context = when::context(request, None);
    let part = question.part_of_day.as_deref().map(|part| phrase::read_time(part, &context));
    let part = part.transpose().map_err(|_| Problem::UnreadableTime)?.and_then(|part| part.clock);
    let clock = match (said.clock.clone(), part) {
        (Some(said), Some(part)) => Some(when::narrow(said, part)?),
        (said, part) => said.or(part),
    };
    match &said.day {
        Some(day) => Stretch::said(request, day, clock),
        None => {
            let (first, last) = bounds(request, question)?;
            // The earliest there is may be far ahead.
            let far = first.saturating_add((stretch::MAX_DAYS - 1).days());
            Ok(Stretch::from(request, first, last.or(said.earliest.then_some(far)), clock))
        }
    }
}

/// The days of `from` and `to`; today on where they are silent.
fn bounds(request: &Request, question: &Question) -> Result<(Date, Option<Date>), Problem> {
    let from = question.from.as_deref().map(|text| day_named(request, text)).transpose()?;
    let to = question.to.as_deref().map(|text| day_named(request, text)).transpose()?;
    let first = from.map_or_else(|| refusal::today(request), |(first, _)| first);
    let last = to.and_then(|(_, last)| last);
    match last {
        Some(last) if last < first => Err(Problem::UnreadableDate),
        Some(last) if last < refusal::today(request) => Err(refusal::past_date(last, refusal::today(request))),
        last => Ok((first, last)),
    }
}

fn day_named(request: &Request, text: &str) -> Result<(Date, Option<Date>), Problem> {
    let When { day, .. } = when::read(request, Words { date: Some(text), ..Words::default() }, None)?;
    match day {
        Some(Day::Dates(dates)) => match dates.as_slice() {
            [date] => Ok((*date, Some(*date))),
            _ => Err(Problem::WhichDate { candidates: dates }),
        },
        Some(Day::Between { first, last }) => Ok((first, last)),
        None => Err(Problem::UnreadableDate),
    }
}
