//! The starts that would do for who waits: from words to one stretch of time.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use ringbook_core::outcome::Problem;
use ringbook_core::phrase::{Clock, Day, When};
use ringbook_core::time::{Interval, Moment, Span};

use super::waitlist::Join;
use super::when::{self, Words};
use super::{Request, openings, refusal};

/// The longest that somebody waits.
const LONGEST_DAYS: i32 = 366;
const SECOND: Span = Span::from_seconds(1);

/// The time that words name.
#[derive(Clone, Copy)]
struct Said {
    from: Moment,
    /// `None`: "from Thursday on".
    until: Option<Moment>,
    /// "Next week" has an end of its own; "Monday" as a beginning has none.
    is_several_days: bool,
}

/// # Errors
/// Which words cannot be read, or why nobody could be served then.
pub fn wanted(request: &Request, wish: &Join) -> Result<Interval, Problem> {
    let text = Option::as_deref;
    let day = match (&wish.date, &wish.time) {
        (None, None) => None,
        (date, time) => Some(read(request, Words { date: text(date), time: text(time), start: None })?),
    };
    let end = |said: &Option<String>| {
        let words = said.as_deref().map(|said| Words { date: Some(said), ..Words::default() });
        words.map(|words| read(request, words)).transpose()
    };
    let (from, to) = (end(&wish.from)?.or(day), end(&wish.to)?.or(day));
    let until = match (from, to) {
        (_, Some(to)) => to.until,
        (Some(from), None) if from.is_several_days => from.until,
        _ => None,
    };
    let horizon = horizon(request);
    within(request, Interval::new(from.map_or(request.now, |from| from.from), until.unwrap_or(horizon)), horizon)
}

fn within(request: &Request, wanted: Interval, horizon: Moment) -> Result<Interval, Problem> {
    let local = |moment: Moment| moment.in_zone(request.business.organization.zone.tz()).date();
    let (today, last) = (refusal::today(request), local(wanted.until - SECOND));
    if last < today {
        return Err(refusal::past_date(last, today));
    }
    if wanted.from >= horizon {
        return Err(Problem::BeyondHorizon { last: local(horizon - SECOND) });
    }
    let longest = request.now + Span::from_minutes(i64::from(LONGEST_DAYS) * 24 * 60);
    let wanted = Interval::new(wanted.from.max(request.now), wanted.until.min(horizon).min(longest));
    if wanted.is_empty() { Err(Problem::UnreadableDate) } else { Ok(wanted) }
}

fn horizon(request: &Request) -> Moment {
    let days = i64::from(request.business.organization.booking.horizon_days);
    openings::day(request, refusal::today(request).saturating_add(days.days())).until
}

fn read(request: &Request, words: Words<'_>) -> Result<Said, Problem> {
    let said = when::in_the_organizations_zone(request, when::read(request, words, None)?);
    let (first, last) = days(request, &said)?;
    let at = |date: Date, time: Time| openings::at(request, date, time);
    let end_of = |date: Date| openings::day(request, date).until;
    let (from, until) = match &said.clock {
        None => (at(first, Time::midnight()), last.map(end_of)),
        // Of several readings the widest: nothing is lost by waiting for more.
        Some(Clock::At(times)) => {
            let (earliest, latest) = (times.iter().min().copied(), times.iter().max().copied());
            (at(first, earliest.unwrap_or_default()), last.map(|last| at(last, latest.unwrap_or_default()) + SECOND))
        }
        Some(Clock::Within(windows)) => {
            let earliest = windows.iter().map(|window| window.from).min().unwrap_or_default();
            let latest = windows.iter().map(|window| window.until).collect::<Option<Vec<_>>>();
            let until = |last: Date| {
                latest.and_then(|times| times.into_iter().max()).map_or(end_of(last), |time| at(last, time))
            };
            (at(first, earliest), last.map(until))
        }
    };
    Ok(Said { from, until, is_several_days: last != Some(first) })
}

fn days(request: &Request, said: &When) -> Result<(Date, Option<Date>), Problem> {
    let today = refusal::today(request);
    match &said.day {
        Some(Day::Between { first, last }) => Ok((*first, *last)),
        Some(Day::Dates(dates)) => match dates.as_slice() {
            [date] => Ok((*date, Some(*date))),
            _ => Err(Problem::WhichDate { candidates: dates.clone() }),
        },
        None if said.clock.is_some() => Ok((today, Some(today))),
        None => Err(Problem::UnreadableDate),
    }
}
