//! Arithmetic of dates. `None` where the calendar of jiff (years -9999 to 9999) ends.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::Misheard;

/// Leap days can be eight years apart (1896, 1904).
const YEARS_TO_LEAP_DAY: i16 = 8;

pub(super) fn days_after(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The first date on or after `from` that is a `weekday`.
pub(super) fn coming(from: Date, weekday: Weekday) -> Option<Date> {
    days_after(from, i32::from(from.weekday().until(weekday)))
}

/// Monday and Sunday of the week that holds `date`.
pub(super) fn week(date: Date) -> Option<(Date, Date)> {
    let monday = days_after(date, -i32::from(date.weekday().to_monday_zero_offset()))?;
    Some((monday, days_after(monday, 6)?))
}

pub(super) fn month(date: Date) -> (Date, Date) {
    (date.first_of_month(), date.last_of_month())
}

/// The same day so many months later, or the last day of that month.
pub(super) fn months_after(date: Date, months: i32) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The date nearest to `date` that is a `weekday`; not one that is already past when `date` is not.
pub(super) fn nearest(date: Date, weekday: Weekday, today: Date) -> Option<Date> {
    let ahead = i32::from(date.weekday().until(weekday));
    let nearest = days_after(date, if ahead > 3 { ahead - 7 } else { ahead })?;
    if nearest < today && date >= today { days_after(nearest, 7) } else { Some(nearest) }
}

/// # Errors
/// [`Misheard::NoSuchDate`]
pub(super) fn dated(year: u16, month: u16, day: u16) -> Result<Date, Misheard> {
    date(year, month, day).ok_or_else(|| Misheard::NoSuchDate { nearest: month_end(year, month, day) })
}

/// The next such date on or after today.
///
/// # Errors
/// [`Misheard::NoSuchDate`]
pub(super) fn next_dated(month: u16, day: u16, today: Date) -> Result<Date, Misheard> {
    let ahead = |read: fn(u16, u16, u16) -> Option<Date>| {
        let years = today.year()..=today.year().saturating_add(YEARS_TO_LEAP_DAY);
        let mut dates = years.filter_map(|year| read(u16::try_from(year).ok()?, month, day));
        dates.find(|date| *date >= today)
    };
    ahead(date).ok_or_else(|| Misheard::NoSuchDate { nearest: ahead(month_end) })
}

/// The next such day of a month on or after today.
///
/// # Errors
/// [`Misheard::NoSuchDate`]
pub(super) fn next_day_of_month(day: u16, today: Date) -> Result<Date, Misheard> {
    let months = std::iter::successors(Some(today.first_of_month()), |first| first.last_of_month().tomorrow().ok());
    // A 31st comes at least every other month, a 30th or 29th is skipped by February alone.
    let mut dates = months.take(3).filter_map(|first| on_day(first, day));
    dates.find(|date| *date >= today).ok_or(Misheard::NoSuchDate { nearest: None })
}

fn on_day(first: Date, day: u16) -> Option<Date> {
    Date::new(first.year(), first.month(), i8::try_from(day).ok()?).ok()
}

fn date(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The last date of a month, for a day that the month does not have but others do.
fn month_end(year: u16, month: u16, day: u16) -> Option<Date> {
    if !(1..=31).contains(&day) { None } else { date(year, month, 1).map(Date::last_of_month) }
}
