//! What pieces of a sentence say about the day, alone and together.

use jiff::civil::{Date, Weekday};

use super::calendar;
use super::{Day, Misheard};

/// What one piece of a sentence says. A weekday or a day of the month fits many dates until it is
/// [settled](settle) alone or [agrees](agree) with another piece.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    Dates(Vec<Date>),
    /// Both ends included.
    Stretch(Date, Date),
    /// From this date on.
    Open(Date),
    Weekday(Weekday),
    DayOfMonth(u16),
}

/// The days of a piece that stands alone.
pub(super) fn settle(said: Said, today: Date) -> Result<Day, Misheard> {
    match said {
        Said::Dates(dates) => candidates(dates),
        // What is left of this week.
        Said::Stretch(first, last) if last >= today => Ok(Day::Between { first: first.max(today), last: Some(last) }),
        Said::Stretch(first, last) => Ok(Day::Between { first, last: Some(last) }),
        Said::Open(first) => Ok(Day::Between { first: first.max(today), last: None }),
        Said::Weekday(weekday) => coming(weekday, today).ok_or(Misheard::Unreadable).and_then(candidates),
        Said::DayOfMonth(day) => candidates(vec![calendar::next_day_of_month(day, today)?]),
    }
}

/// The days of two pieces that stand together, or `None` if they make no sense together.
pub(super) fn agree(first: Said, second: Said, today: Date) -> Option<Result<Day, Misheard>> {
    match (first, second) {
        (Said::Weekday(weekday), Said::DayOfMonth(day)) | (Said::DayOfMonth(day), Said::Weekday(weekday)) => {
            let date = calendar::next_day_of_month(day, today);
            Some(date.and_then(|date| on_weekday(weekday, vec![date], today)))
        }
        (Said::Weekday(weekday), Said::Dates(dates)) | (Said::Dates(dates), Said::Weekday(weekday)) => {
            Some(on_weekday(weekday, dates, today))
        }
        (Said::Weekday(weekday), Said::Stretch(first, last)) | (Said::Stretch(first, last), Said::Weekday(weekday)) => {
            Some(within(first, last, |date| date.weekday() == weekday))
        }
        (Said::DayOfMonth(day), Said::Stretch(first, last)) | (Said::Stretch(first, last), Said::DayOfMonth(day)) => {
            Some(within(first, last, |date| u16::try_from(date.day()) == Ok(day)))
        }
        (Said::DayOfMonth(day), Said::Dates(dates)) | (Said::Dates(dates), Said::DayOfMonth(day)) => {
            let date = calendar::next_day_of_month(day, today);
            Some(date.and_then(|date| common(&dates, &[date])))
        }
        (Said::Dates(first), Said::Dates(second)) => Some(common(&first, &second)),
        (Said::Stretch(first, last), Said::Dates(dates)) | (Said::Dates(dates), Said::Stretch(first, last)) => {
            Some(within(first, last, |date| dates.contains(&date)))
        }
        (Said::Weekday(_), Said::Weekday(_))
        | (Said::DayOfMonth(_), Said::DayOfMonth(_))
        | (Said::Stretch(..), Said::Stretch(..))
        | (Said::Open(_), _)
        | (_, Said::Open(_)) => None,
    }
}

/// "Thursday": the coming one. Said on a Thursday it may be today or a week from now.
pub(super) fn coming(weekday: Weekday, today: Date) -> Option<Vec<Date>> {
    let date = calendar::coming(today, weekday)?;
    let in_a_week = calendar::days_after(date, 7)?;
    Some(if date == today { vec![today, in_a_week] } else { vec![date] })
}

fn candidates(mut dates: Vec<Date>) -> Result<Day, Misheard> {
    dates.sort_unstable();
    dates.dedup();
    if dates.is_empty() { Err(Misheard::Unreadable) } else { Ok(Day::Dates(dates)) }
}

fn on_weekday(said: Weekday, dates: Vec<Date>, today: Date) -> Result<Day, Misheard> {
    let (agreeing, other): (Vec<Date>, Vec<Date>) = dates.into_iter().partition(|date| date.weekday() == said);
    match other.first() {
        Some(&date) if agreeing.is_empty() => {
            let nearest = calendar::nearest(date, said, today).ok_or(Misheard::Unreadable)?;
            Err(Misheard::WeekdayMismatch { said, date, nearest })
        }
        _ => candidates(agreeing),
    }
}

fn within(first: Date, last: Date, fits: impl Fn(Date) -> bool) -> Result<Day, Misheard> {
    let dates: Vec<Date> =
        first.series(jiff::Span::new().days(1)).take_while(|date| *date <= last).filter(|date| fits(*date)).collect();
    if dates.is_empty() { Err(Misheard::NoSuchDate { nearest: None }) } else { candidates(dates) }
}

/// The dates that both name; "tomorrow, the 10th" on the 3rd leaves both for the caller to choose.
fn common(first: &[Date], second: &[Date]) -> Result<Day, Misheard> {
    let shared: Vec<Date> = first.iter().filter(|date| second.contains(date)).copied().collect();
    candidates(if shared.is_empty() { [first, second].concat() } else { shared })
}
