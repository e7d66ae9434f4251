//! The grid: which starts of a free stretch are offered.

use std::iter::successors;

use super::offsets::{DAY, Offsets};
use super::rules::ServiceRules;
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

/// The largest handy part of an hour that divides the interval, else one minute.
fn clock_unit(interval: i64) -> i64 {
    let handy = ROUND_MINUTES.into_iter().map(|minutes| minutes * MINUTE);
    handy.into_iter().find(|unit| interval % unit == 0).unwrap_or(MINUTE)
}

/// The starts on the grid of `stretch` that lie in `asked`. `stretch` is where the appointment
/// itself may lie.
pub(super) fn starts(
    service: &ServiceRules,
    clock: &Offsets,
    stretch: Interval,
    asked: Interval,
) -> impl Iterator<Item = Moment> {
    let latest = (stretch.until - service.duration).min(asked.until - Span::from_seconds(1));
    sections(clock, stretch).take_while(move |section| section.from <= latest).flat_map(move |section| {
        let first = rounded_up(clock, section.from, service.pace.round);
        let next = skip_to(asked.from.unix(), first.unix(), service.pace.interval);
        let end = (latest.unix() + 1).min(section.until.unix());
        let count_up = successors(Some(next), move |start| Some(start + service.pace.interval));
        count_up.take_while(move |start| *start < end).map(Moment::from_unix)
    })
}

/// The parts of a stretch that are counted each from its own beginning.
fn sections(clock: &Offsets, stretch: Interval) -> impl Iterator<Item = Interval> {
    let section = move |from: Moment, days: i64| {
        let midnight = clock.midnight(clock.day(from) + days);
        Interval::new(from, midnight.min(stretch.until))
    };
    let short = (stretch.until - stretch.from).seconds() <= SURELY_COUNTED_ON;
    let first = if short { stretch } else { section(stretch.from, DAYS_COUNTED_ON) };
    successors(Some(first), move |before| (before.until < stretch.until).then(|| section(before.until, 1)))
}

/// The first moment from `from` on at which the local clock shows a multiple of `unit` seconds.
fn rounded_up(clock: &Offsets, from: Moment, unit: i64) -> Moment {
    let up = |at: Moment| {
        let local = clock.local(at);
        Moment::from_unix(at.unix() + (unit - local.rem_euclid(unit)) % unit)
    };
    // A change of offset on the way can move the clock off the multiple.
    up(up(from))
}

/// The first of `first`, `first + interval`, … that is not before `from`.
fn skip_to(from: i64, first: i64, interval: i64) -> i64 {
    let missing = (from - first).max(0);
    first + (missing + interval - 1) / interval * interval
}
