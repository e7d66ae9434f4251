//! What availability costs in process: 60 days, about 500 starts, with and without appointments.
//! The rules are compiled beforehand, as in the server.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ringbook_core::organization::Organization;
use ringbook_core::slots::{Busy, Rules};
use ringbook_core::time::{Interval, Moment};

use self::support::{LEE, VISIT, between, clinic, every_day, minutes};

#[path = "../tests/slots/support.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "written for the tests, which need more of it")]
mod support;

const DAY: i64 = 1440;

fn office() -> Organization {
    let mut office = clinic("America/New_York");
    office.providers[0].hours = every_day(&["09:00-12:00", "13:00-16:00"]);
    office.providers[0].hours[5..].fill(Vec::new());
    office
}

/// The first visit of each day is taken, and a longer one in the afternoon.
fn appointments(range: Interval) -> Vec<Busy> {
    let days = (0..60).map(|day| range.from + minutes(day * DAY));
    let times = days.flat_map(|midnight| [(midnight + minutes(540), 30), (midnight + minutes(840), 50)]);
    let busy = |(start, length): (Moment, i64)| Busy {
        provider: LEE,
        occupied: Interval::new(start, start + minutes(length)),
        shared: None,
    };
    times.map(busy).collect()
}

fn sixty_days(criterion: &mut Criterion) {
    let office = office();
    let rules = Rules::compile(&office);
    let range = between(&office, "2026-03-02T00:00", "2026-05-01T00:00");
    let appointments = appointments(range);
    for (name, busy) in [("60 days free", &[][..]), ("60 days with 120 appointments", &appointments)] {
        let count = rules.slots(VISIT, &[LEE], busy, range.from, range).count();
        criterion.bench_function(&format!("{name}, {count} starts"), |bench| {
            bench.iter(|| {
                rules
                    .slots(VISIT, &[LEE], black_box(busy), range.from, range)
                    .fold(0, |sum, slot| sum ^ slot.start.unix())
            });
        });
    }
    criterion.bench_function("judge one start", |bench| {
        let start = range.from + minutes(50 * DAY + 600);
        bench.iter(|| rules.judge(VISIT, LEE, black_box(&[]), range.from, black_box(start)));
    });
    criterion.bench_function("compile the rules", |bench| bench.iter(|| Rules::compile(black_box(&office))));
}

criterion_group!(benches, sixty_days);
criterion_main!(benches);
