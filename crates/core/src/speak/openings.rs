//! Times on offer: at most three, grouped by day.

use jiff::civil::Date;

use super::lists::Joined;
use super::texts::{Text, args};
use super::words::{Place, Words};
use crate::outcome::Opening;
use crate::time::Moment;

/// How many times are read out in one breath.
const MOST_TIMES: usize = 3;

/// A day that the sentence has named before the times come.
#[derive(Clone, Copy)]
pub(super) enum Named {
    /// Times of that day need no day.
    Already(Date),
    /// Times of that day are "the same day".
    Before(Date),
    Nothing,
}

/// The first three different starts, by time. Two people free at nine are one time to a caller.
pub(super) fn offered(openings: &[Opening]) -> Vec<Moment> {
    let mut starts: Vec<Moment> = Vec::with_capacity(MOST_TIMES);
    for opening in openings {
        if !starts.contains(&opening.slot.start) {
            starts.push(opening.slot.start);
        }
        if starts.len() == MOST_TIMES {
            break;
        }
    }
    starts.sort_unstable();
    starts
}

/// "9 AM or 10 AM on Wednesday, June 3rd, or 2 PM on Thursday, June 4th".
pub(super) fn times(words: &Words<'_>, starts: &[Moment], named: Named, joined: Joined) -> String {
    let same_day = |a: &Moment, b: &Moment| words.date_of(*a) == words.date_of(*b);
    let days = starts.chunk_by(same_day).map(|day| times_of_day(words, day, named, joined)).collect();
    words.list_apart(days, joined)
}

fn times_of_day(words: &Words<'_>, starts: &[Moment], named: Named, joined: Joined) -> String {
    let times: Vec<String> = starts.iter().map(|start| words.time(*start, Place::Within)).collect();
    let times = words.list(&times, joined);
    let Some(date) = starts.first().map(|start| words.date_of(*start)) else {
        return times;
    };
    match named {
        Named::Already(day) if day == date => times,
        Named::Before(day) if day == date => words.with(Text::TimesSameDay, &args!["times" => times]),
        _ => {
            let mut values = words.day_values(date);
            values.set("times", times);
            words.with(Text::TimesOnDay, &values)
        }
    }
}
