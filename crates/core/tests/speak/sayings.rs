//! Short ways to hear what is said.

use jiff::civil::Date;
use ringbook_core::id::{ContactId, WaitlistId};
use ringbook_core::outcome::{Outcome, Problem, Purpose, Refused};
use ringbook_core::time::Interval;
use ringbook_core::waitlist::{Entry, EntryStatus};

use crate::support::{at, now, openings, speaker};

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

/// Somebody who waits for any time of this week.
pub fn entry() -> Entry {
    Entry {
        id: WaitlistId(uuid::Uuid::from_u128(3)),
        contact: ContactId(uuid::Uuid::from_u128(2)),
        service: "cleaning".parse().unwrap(),
        provider: None,
        wanted: Interval::new(now(), at("2026-06-06T00:00")),
        status: EntryStatus::Waiting,
        offer: None,
        call_id: None,
    }
}
