//! Short ways to hear what is said.

use jiff::civil::Date;
use ringbook_core::outcome::{Outcome, Problem, Purpose, Refused};

use crate::support::{now, openings, speaker};

pub fn day(date: &str) -> Date {
    date.parse().unwrap()
}

pub fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub fn say(outcome: &Outcome) -> String {
    speaker().say(outcome, now())
}

/// What is said when a booking is refused and nothing near it is free.
pub fn refuse(problem: Problem) -> String {
    say(&Outcome::Refused(problem.into()))
}

pub fn refuse_with(problem: Problem, starts: &[&str]) -> String {
    say(&Outcome::Refused(Refused { problem, openings: openings(starts), purpose: Purpose::Booking }))
}
