//! The grid: which starts of a free stretch are offered.

use std::iter::successors;

use super::offsets::{DAY, Offsets};
use crate::organization::Grid;
use crate::time::{Interval, Moment, Span};

/// A grid is counted from the beginning of its stretch on that local date and the seven that
/// follow, then anew from every local midnight. Only an opening of more than a week is touched by
/// this: without it, a start at a provider who never closes would depend on a beginning that may
/// lie years back. No answer needs to look further back than this.
pub(super) const DAYS_COUNTED_ON: i64 = 8;

/// No stretch that is shorter can reach the date on which counting starts anew.
const SURELY_COUNTED_ON: i64 = (DAYS_COUNTED_ON - 2) * DAY;

const MINUTE: i64 = 60;
const ROUND_MINUTES: [i64; 6] = [60, 30, 20, 15, 10, 5];

/// How starts follow one another. In seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    interval: i64,
    /// A stretch's first start is moved up to a multiple of this on the local clock; 1: it stays.
    round: i64,
}

impl Pace {
    pub(super) fn new(grid: Grid, interval: i64) -> Self {
        let interval = interval.max(1);
        match grid {
            Grid::Opening => Self { interval, round: 1 },
            Grid::Clock => Self { interval, round: clock_unit(interval) },
        }
    }
}

impl Pace {
    /// Whether the same clock times are on the grid wherever a stretch begins: then what lies
    /// before a start cannot move it.
    pub(super) fn is_fixed_to(self, clock: &Offsets) -> bool {
        self.round == self.interval && clock.changes_by_multiples_of(self.interval)
    }
}

/// The largest handy part of an hour that divides the interval, else one minute.
fn clock_unit(interval: i64) -> i64 {
    let handy = ROUND_MINUTES.into_iter().map(|minutes| minutes * MINUTE);
    handy.into_iter().find(|unit| interval % unit == 0).unwrap_or(MINUTE)
}

/// Starts that are counted from one point, in UTC seconds: `next`, `next + step`, … before `end`.
pub(super) struct Run {
    next: i64,
    end: i64,
    step: i64,
}

impl Iterator for Run {
    type Item = Moment;

    #[inline]
    fn next(&mut self) -> Option<Moment> {
        let start = self.next;
        self.next += self.step;
        (start < self.end).then(|| Moment::from_unix(start))
    }
}

/// The starts that are counted from the beginning of `section` and lie in `asked`.
pub(super) fn run(pace: Pace, clock: &Offsets, section: Interval, asked: Interval) -> Run {
    let first = rounded_up(clock, section.from, pace.round).unix();
    let missed = asked.from.unix() - first;
    let next = if missed <= 0 { first } else { first + (missed + pace.interval - 1) / pace.interval * pace.interval };
    Run { next, end: section.until.min(asked.until).unix(), step: pace.interval }
}

/// The parts of a stretch in which starts are counted each from its own beginning. A part ends
/// with the last moment at which the service can still start.
pub(super) fn sections(duration: Span, clock: &Offsets, stretch: Interval) -> impl Iterator<Item = Interval> {
    let end = stretch.until - duration + Span::from_seconds(1);
    let section = move |from: Moment, days: i64| {
        let midnight = clock.midnight(clock.day(from) + days);
        Interval::new(from, midnight.min(end))
    };
    let short = (stretch.until - stretch.from).seconds() <= SURELY_COUNTED_ON;
    let first = if short { Interval::new(stretch.from, end) } else { section(stretch.from, DAYS_COUNTED_ON) };
    successors(Some(first), move |before| (before.until < end).then(|| section(before.until, 1)))
}

/// The first moment from `from` on at which the local clock shows a multiple of `unit` seconds.
fn rounded_up(clock: &Offsets, from: Moment, unit: i64) -> Moment {
    let up = |at: Moment| {
        let past = clock.local(at).rem_euclid(unit);
        if past == 0 { at } else { at + Span::from_seconds(unit - past) }
    };
    // A change of offset on the way can move the clock off the multiple.
    up(up(from))
}
