//! What may overlap anything: blocks, and what staff put on top of others.

use proptest::prelude::*;
use ringbook::store::appointments::NewAppointment;
use ringbook::store::blocks::{Block, Which};
use ringbook::store::changes::{Overridden, Place};
use ringbook_core::id::{BlockId, ProviderId};
use ringbook_core::time::Interval;
use uuid::Uuid;

use crate::support::*;

fn lee() -> ProviderId {
    "lee".parse().unwrap()
}

fn block(number: u128, time: Interval) -> Block {
    Block { id: BlockId(Uuid::from_u128(number)), provider: lee(), time, reason: None, version: 1 }
}

async fn blocked(database: &Database, number: u128, time: Interval) {
    database.write(move |tx| tx.insert_block(ORG, &block(number, time), at(0))).await.unwrap();
}

fn double_booked(number: u32, time: Interval) -> NewAppointment {
    let overridden = Some(Overridden { reason: "an emergency".to_owned(), double_booked: true });
    NewAppointment { overridden, ..appointment(number, time) }
}

async fn insert(database: &Database, new: NewAppointment) {
    database.write(move |tx| tx.insert_appointment(ORG, &new)).await.unwrap();
}

fn taken(database: &Database, range: Interval) -> Vec<Interval> {
    let taken = database.read(|tx| tx.taken(ORG, &lee(), range, at(0)));
    let occupied = database.read(|tx| tx.occupied(ORG, &lee(), range, at(0)));
    assert_eq!(taken, occupied.into_iter().map(|row| row.occupied).collect::<Vec<_>>(), "both say the same");
    taken
}

#[tokio::test]
async fn blocks_and_what_is_double_booked_take_time_wherever_they_lie() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await;
    insert(&database, double_booked(2, between(70, 100))).await;
    blocked(&database, 1, between(0, 500)).await;
    blocked(&database, 2, between(80, 85)).await;
    let all = [between(0, 500), between(60, 90), between(70, 100), between(80, 85)];
    assert_eq!(taken(&database, between(0, 600)), all);
    assert_eq!(taken(&database, between(95, 96)), [between(0, 500), between(70, 100)]);
    assert_eq!(taken(&database, between(500, 600)), []);
}

#[tokio::test]
async fn blocks_are_of_one_provider_of_one_organization() {
    let database = Database::new().await;
    blocked(&database, 1, between(0, 60)).await;
    let ortiz = "ortiz".parse().unwrap();
    assert_eq!(database.read(|tx| tx.taken(ORG, &ortiz, between(0, 60), at(0))), []);
    assert_eq!(database.read(|tx| tx.taken(OTHER_ORG, &lee(), between(0, 60), at(0))), []);
    assert_eq!(database.read(|tx| tx.block(OTHER_ORG, BlockId(Uuid::from_u128(1)))), None);
}

#[tokio::test]
async fn blocks_come_in_pages_and_by_range() {
    let database = Database::new().await;
    for number in 1..=5 {
        blocked(&database, number, between(number as i64 * 10, number as i64 * 10 + 10)).await;
    }
    let which = |provider: Option<&str>, from, until| Which {
        provider: provider.map(|id| id.parse().unwrap()),
        range: between(from, until),
    };
    let page = |which: &Which, cursor: Option<u128>, limit| {
        let cursor = cursor.map(|number| BlockId(Uuid::from_u128(number)));
        let blocks = database.read(|tx| tx.blocks(ORG, which, cursor, limit));
        blocks.into_iter().map(|block| block.id.0.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(page(&which(None, 0, 100), None, 2), [1, 2]);
    assert_eq!(page(&which(None, 0, 100), Some(2), 9), [3, 4, 5]);
    assert_eq!(page(&which(Some("lee"), 20, 30), None, 9), [2], "touching is not overlapping");
    assert_eq!(page(&which(Some("ortiz"), 0, 100), None, 9), []);
}

#[tokio::test]
async fn a_block_is_changed_and_removed() {
    let database = Database::new().await;
    blocked(&database, 1, between(0, 60)).await;
    let changed = Block { reason: Some("a course".to_owned()), version: 2, ..block(1, between(30, 90)) };
    let update = changed.clone();
    database.write(move |tx| tx.update_block(ORG, &update, at(1))).await.unwrap();
    assert_eq!(database.read(|tx| tx.block(ORG, changed.id)), Some(changed.clone()));
    assert_eq!(taken(&database, between(0, 600)), [between(30, 90)]);
    database.write(move |tx| tx.delete_block(ORG, BlockId(Uuid::from_u128(1)))).await.unwrap();
    assert_eq!(taken(&database, between(0, 600)), []);
}

#[tokio::test]
async fn conflicts_name_what_is_double_booked_and_what_it_lies_on() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await;
    insert(&database, appointment(2, between(90, 120))).await;
    insert(&database, double_booked(3, between(80, 100))).await;
    insert(&database, double_booked(4, between(200, 230))).await;
    let ids = |numbers: &[u32]| numbers.iter().map(|number| appointment(*number, between(0, 1)).id).collect::<Vec<_>>();
    let conflicts = database.read(|tx| tx.conflicts(ORG, at(0), None, 10));
    let found: Vec<_> = conflicts.iter().map(|conflict| (conflict.appointment.id, conflict.overlaps.clone())).collect();
    assert_eq!(found, [(ids(&[3])[0], ids(&[1, 2])), (ids(&[4])[0], Vec::new())]);
    assert_eq!(conflicts[0].reason, "an emergency");
    let page = |now, cursor| database.read(|tx| tx.conflicts(ORG, now, cursor, 1)).len();
    assert_eq!((page(at(0), Some(ids(&[4])[0])), page(at(230), None)), (0, 0), "none is left, all are over");
}

#[tokio::test]
async fn a_move_to_a_free_place_ends_the_double_booking() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await;
    let double = double_booked(2, between(60, 90));
    let id = double.id;
    insert(&database, double).await;
    let time = between(200, 230);
    let place = Place {
        service: "consultation".parse().unwrap(),
        provider: lee(),
        time,
        occupied: time,
        capacity: 1,
        overridden: None,
    };
    database.write(move |tx| tx.move_appointment(ORG, id, &place, at(1))).await.unwrap();
    assert_eq!(database.read(|tx| tx.conflicts(ORG, at(0), None, 10)), []);
    let over_it = appointment(3, between(210, 240));
    assert!(database.write(move |tx| tx.insert_appointment(ORG, &over_it)).await.is_err(), "it excludes again");
}

#[tokio::test]
async fn a_hold_is_never_double_booked() {
    let database = Database::new().await;
    insert(&database, double_booked(1, between(60, 90))).await;
    let plain = database.plain();
    assert!(plain.execute("UPDATE appointments SET status = 'held', hold_expires_at = 0", []).is_err());
    assert!(plain.execute("UPDATE appointments SET override_reason = NULL", []).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Three indexes answer as one look at everything.
    #[test]
    fn busy_time_is_all_that_overlaps(wishes in prop::collection::vec((0_i64..200, 1_i64..60, 0..3), 1..30), ranges in prop::collection::vec((0_i64..250, 1_i64..40), 8)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let database = Database::new().await;
            let mut standing = Vec::new();
            for (number, (start, length, kind)) in (1_u32..).zip(wishes) {
                let time = between(start, start + length);
                let stands = match kind {
                    0 => {
                        let new = appointment(number, time);
                        database.write(move |tx| tx.insert_appointment(ORG, &new)).await.is_ok()
                    }
                    1 => { insert(&database, double_booked(number, time)).await; true }
                    _ => { blocked(&database, u128::from(number), time).await; true }
                };
                standing.extend(stands.then_some(time));
            }
            standing.sort_by_key(|time| (time.from, time.until));
            for (from, length) in ranges {
                let range = between(from, from + length);
                let mut found = taken(&database, range);
                found.sort_by_key(|time| (time.from, time.until));
                let expected: Vec<_> = standing.iter().copied().filter(|time| time.overlaps(range)).collect();
                assert_eq!(found, expected, "{range:?}");
            }
        });
    }
}
