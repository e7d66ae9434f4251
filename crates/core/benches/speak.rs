//! What it costs to put a reply into words; a booking waits for it.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ringbook_core::outcome::{Outcome, Problem, Purpose, Refused};

#[path = "../tests/speak/support.rs"]
mod support;

use support::{at, booked, now, openings, speaker};

fn say(criterion: &mut Criterion) {
    let (speaker, now) = (speaker(), now());
    let booking = Outcome::Booked(booked("Dental cleaning", "Dr. Amara Lee", at("2026-06-03T15:00")));
    criterion.bench_function("say/booked", |bencher| bencher.iter(|| speaker.say(black_box(&booking), now)));
    let taken = Outcome::Refused(Refused {
        problem: Problem::SlotUnavailable { start: at("2026-06-03T15:00") },
        openings: openings(&["2026-06-03T14:00", "2026-06-03T15:30", "2026-06-04T09:00"]),
        purpose: Purpose::Booking,
    });
    criterion.bench_function("say/taken", |bencher| bencher.iter(|| speaker.say(black_box(&taken), now)));
}

criterion_group!(benches, say);
criterion_main!(benches);
