//! From words to one start. Words that allow several readings are settled by the opening hours or
//! asked back, never by a guess.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::AmbiguousOffset;
use ringbook_core::outcome::{Field, Problem};
use ringbook_core::phrase::{self, Clock, Context, DateOrder, Day, Misheard, When, Window};
use ringbook_core::slots::Refusal;
use ringbook_core::time::Moment;

use super::Request;
use super::understand::Target;

/// The words about time in one request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'a> {
    pub date: Option<&'a str>,
    pub time: Option<&'a str>,
    /// Date and time in one, usually ISO.
    pub start: Option<&'a str>,
}

/// Reads all words about time of a request as one statement; `standing` is the start of the
/// appointment that is to be moved.
pub fn read(request: &Request, words: Words<'_>, standing: Option<Moment>) -> Result<When, Problem> {
    let context = context(request, standing);
    let date = words.start.or(words.date).map(|text| phrase::read_date(text, &context).map_err(date_problem));
    let time = words.time.map(|text| {
        let read = phrase::read_time(text, &context)
            .or_else(|misheard| phrase::read_date(text, &context).map_err(|_| misheard));
        read.map_err(time_problem)
    });
    match (date.transpose()?, time.transpose()?) {
        (Some(date), Some(time)) => combine(date, time),
        (Some(when), None) | (None, Some(when)) => Ok(when),
        (None, None) => Ok(When::default()),
    }
}

pub fn context(request: &Request, standing: Option<Moment>) -> Context {
    let organization = &request.business.organization;
    let month_first = organization.country.as_ref().is_some_and(|country| country.writes_month_first());
    Context {
        now: request.now.in_zone(organization.zone.tz()).datetime(),
        order: if month_first { DateOrder::MonthFirst } else { DateOrder::DayFirst },
        language: request.language,
        appointment: standing.map(|start| local(request, start)),
    }
}

fn combine(date: When, time: When) -> Result<When, Problem> {
    let day = match (date.day, time.day) {
        (Some(Day::Dates(said)), Some(Day::Dates(again))) if said != again => {
            return Err(Problem::WhichDate { candidates: said.into_iter().chain(again).collect() });
        }
        (said, again) => said.or(again),
    };
    // Models write the midnight of a date beside the time they mean.
    let said = date.clock.filter(|clock| *clock != Clock::At(vec![Time::midnight()]));
    let clock = match (said, time.clock) {
        (Some(said), Some(again)) => Some(narrow(said, again)?),
        (said, again) => said.or(again),
    };
    Ok(When { day, clock, instant: None, earliest: date.earliest || time.earliest })
}

/// "Friday afternoon" and "3": the times that fit both.
pub fn narrow(said: Clock, again: Clock) -> Result<Clock, Problem> {
    let narrowed = match (said, again) {
        (Clock::At(times), other) | (other, Clock::At(times)) => {
            let fits: Vec<Time> = times.into_iter().filter(|time| other.contains(*time)).collect();
            (!fits.is_empty()).then_some(Clock::At(fits))
        }
        (Clock::Within(said), Clock::Within(again)) => {
            let both = said.iter().flat_map(|one| again.iter().filter_map(|other| one.narrow(*other)));
            let windows: Vec<Window> = both.collect();
            (!windows.is_empty()).then_some(Clock::Within(windows))
        }
    };
    narrowed.ok_or(Problem::UnreadableTime)
}

/// An instant with an offset, as day and time on the organization's own clock.
pub fn in_the_organizations_zone(request: &Request, said: When) -> When {
    let Some(instant) = said.instant else { return said };
    let local = local(request, instant);
    When { day: Some(Day::Dates(vec![local.date()])), clock: Some(Clock::At(vec![local.time()])), ..When::default() }
}

/// The one start that is meant, or what to ask the caller.
pub fn one_start(request: &Request, target: &Target, when: &When) -> Result<Moment, Problem> {
    if let Some(instant) = when.instant {
        return Ok(instant);
    }
    if when.earliest {
        // Not booked blindly: the caller hears which it is.
        return Err(Problem::MissingField(Field::Time));
    }
    let dates = match &when.day {
        None => return Err(Problem::MissingField(Field::Date)),
        Some(Day::Between { .. }) => return Err(Problem::MissingField(Field::Date)),
        Some(Day::Dates(dates)) => dates,
    };
    let Some(Clock::At(times)) = &when.clock else {
        return Err(match dates.as_slice() {
            [_] => Problem::MissingField(Field::Time),
            _ => Problem::WhichDate { candidates: dates.clone() },
        });
    };
    let starts = instants(request, dates, times);
    choose(request, target, &starts)
}

fn instants(request: &Request, dates: &[Date], times: &[Time]) -> Vec<Moment> {
    let local = dates.iter().flat_map(|date| times.iter().map(|time| date.to_datetime(*time)));
    local.flat_map(|local| readings(request, local)).collect()
}

/// The instants a local time names: none in the hour the clocks skip, two in the one they repeat.
fn readings(request: &Request, local: DateTime) -> Vec<Moment> {
    let ambiguous = request.business.organization.zone.tz().to_ambiguous_timestamp(local);
    let offsets = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { offset } => vec![offset],
        AmbiguousOffset::Gap { .. } => Vec::new(),
        AmbiguousOffset::Fold { before, after } => vec![before, after],
    };
    offsets.into_iter().filter_map(|offset| offset.to_timestamp(local).ok()).map(Moment::from).collect()
}

fn choose(request: &Request, target: &Target, starts: &[Moment]) -> Result<Moment, Problem> {
    let possible: Vec<Moment> =
        starts.iter().copied().filter(|start| somebody_is_there(request, target, *start)).collect();
    match (possible.as_slice(), starts) {
        (_, []) => Err(Problem::SkippedTime),
        (_, [start]) | ([start], _) => Ok(*start),
        // Nobody is there at any reading: the refusal speaks of the daytime one.
        ([], starts) => Ok(starts.iter().copied().find(|start| is_daytime(request, *start)).unwrap_or(starts[0])),
        (several, _) => Err(which(request, several)),
    }
}

fn somebody_is_there(request: &Request, target: &Target, start: Moment) -> bool {
    let rules = &request.business.rules;
    let judge = |provider| rules.judge(target.service, provider, &[], request.now, start);
    let refused = |refusal: &Refusal| matches!(refusal, Refusal::Past | Refusal::Closed { .. } | Refusal::OutsideHours);
    target.providers.iter().any(|provider| !judge(*provider).is_err_and(|refusal| refused(&refusal)))
}

fn is_daytime(request: &Request, start: Moment) -> bool {
    (7..19).contains(&local(request, start).hour())
}

fn which(request: &Request, starts: &[Moment]) -> Problem {
    let mut dates: Vec<Date> = starts.iter().map(|start| local(request, *start).date()).collect();
    dates.dedup();
    match dates.len() {
        1 => Problem::WhichTime { candidates: starts.to_vec() },
        _ => Problem::WhichDate { candidates: dates },
    }
}

fn local(request: &Request, moment: Moment) -> DateTime {
    moment.in_zone(request.business.organization.zone.tz()).datetime()
}

fn date_problem(misheard: Misheard) -> Problem {
    match misheard {
        Misheard::Unreadable => Problem::UnreadableDate,
        other => common_problem(other),
    }
}

fn time_problem(misheard: Misheard) -> Problem {
    match misheard {
        Misheard::Unreadable => Problem::UnreadableTime,
        other => common_problem(other),
    }
}

fn common_problem(misheard: Misheard) -> Problem {
    match misheard {
        Misheard::Unreadable => Problem::UnreadableDate,
        Misheard::NoSuchDate { nearest } => Problem::NoSuchDate { nearest },
        Misheard::WeekdayMismatch { said, date, nearest } => Problem::WeekdayMismatch { said, date, nearest },
        Misheard::NoSuchTime => Problem::NoSuchTime,
    }
}
