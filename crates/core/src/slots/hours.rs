//! Opening hours on a provider's own clock, as instants.

use std::ops::RangeInclusive;

use super::cut::{joined, without};
use super::grid::DAYS_COUNTED_ON;
use super::offsets::DAY;
use super::rules::ProviderRules;
use crate::organization::Window;
use crate::time::{Interval, Moment};

/// How many local dates before the first asked one openings are looked at: enough to see whether a
/// stretch began within the days it is counted on, and the window of the day before that.
pub(super) const DAYS_SEARCHED: i64 = DAYS_COUNTED_ON + 1;

impl ProviderRules {
    /// When the provider is open, by windows that begin on the local dates `days`: joined where
    /// they touch, closures taken out, sorted.
    pub(super) fn openings(&self, days: RangeInclusive<i64>) -> impl Iterator<Item = Interval> {
        let windows = days.flat_map(|day| self.windows(day));
        without(joined(windows), self.closures.iter().map(|closed| closed.time))
    }

    /// Whether all of `time` lies in one opening.
    pub(super) fn open_throughout(&self, time: Interval) -> bool {
        // A window that begins on the day before can reach into this one.
        let days = self.clock.day(time.from) - 1..=self.clock.day(time.until);
        self.openings(days).any(|opening| opening.from <= time.from && time.until <= opening.until)
    }

    /// Whether there is any opening on a local date, be it the end of the night before.
    pub(super) fn opens_on(&self, day: i64) -> bool {
        let date = self.date(day);
        self.openings(day - 1..=day).any(|opening| opening.overlaps(date))
    }

    /// The earliest busy time that can decide about a start at `from` or later: the beginning of
    /// the opening that `from` lies in, if it is near enough for the grid to be counted from it.
    pub(super) fn reach_back(&self, from: Moment) -> Moment {
        let day = self.clock.day(from);
        let opening = self.openings(day - DAYS_SEARCHED..=day).find(|opening| from < opening.until);
        let begin = opening.map_or(from, |opening| opening.from.min(from));
        begin.max(self.clock.midnight(day - DAYS_COUNTED_ON))
    }

    /// A local date as instants.
    pub(super) fn date(&self, day: i64) -> Interval {
        Interval::new(self.clock.midnight(day), self.clock.last((day + 1) * DAY))
    }

    fn windows(&self, day: i64) -> impl Iterator<Item = Interval> {
        let instants = move |window: &Window| self.instants(day, window);
        self.windows_of(day).iter().map(instants).filter(|window| !window.is_empty())
    }

    fn windows_of(&self, day: i64) -> &[Window] {
        match self.overrides.binary_search_by_key(&day, |(date, _)| *date) {
            Ok(index) => &self.overrides[index].1,
            Err(_) => &self.weekly[weekday(day)],
        }
    }

    /// Through the zone once for each end, never for each slot.
    fn instants(&self, day: i64, window: &Window) -> Interval {
        let local = |minutes: u16| day * DAY + i64::from(minutes) * 60;
        Interval::new(self.clock.first(local(window.from)), self.clock.last(local(window.until)))
    }
}

/// Monday is 0; day 0, 1970-01-01, was a Thursday.
fn weekday(day: i64) -> usize {
    usize::try_from((day + 3).rem_euclid(7)).unwrap_or_default()
}
