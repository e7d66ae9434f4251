//! No two active appointments of a provider overlap, whoever writes them.

use proptest::prelude::*;
use ringbook::store::appointments::{NewAppointment, Occupied};
use ringbook::store::{NO_OVERLAP, StoreError};
use ringbook_core::appointment::Status;
use ringbook_core::id::ContactId;
use uuid::Uuid;

use crate::support::*;

async fn insert(database: &Database, new: NewAppointment) -> Result<(), StoreError> {
    database.write(move |tx| tx.insert_appointment(ORG, &new)).await
}

fn taken(result: &Result<(), StoreError>) -> bool {
    matches!(result, Err(StoreError::SlotUnavailable))
}

#[tokio::test]
async fn an_overlap_is_refused_and_touching_is_not() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    for overlap in [between(60, 90), between(30, 61), between(89, 120), between(70, 80), between(0, 300)] {
        assert!(taken(&insert(&database, appointment(2, overlap)).await), "{overlap:?}");
    }
    insert(&database, appointment(3, between(90, 120))).await.unwrap();
    insert(&database, appointment(4, between(30, 60))).await.unwrap();
}

#[tokio::test]
async fn buffers_are_in_the_way_too() {
    let database = Database::new().await;
    insert(&database, NewAppointment { occupied: between(50, 105), ..appointment(1, between(60, 90)) }).await.unwrap();
    assert!(taken(&insert(&database, appointment(2, between(100, 130))).await));
    assert!(taken(&insert(&database, appointment(2, between(30, 51))).await));
}

#[tokio::test]
async fn providers_and_organizations_do_not_disturb_each_other() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    insert(&database, NewAppointment { provider: "ortiz".parse().unwrap(), ..appointment(2, between(60, 90)) })
        .await
        .unwrap();
    database
        .write(|tx| {
            tx.insert_contact(OTHER_ORG, &sam(), at(0))?;
            tx.insert_appointment(OTHER_ORG, &appointment(1, between(60, 90)))
        })
        .await
        .unwrap();
}

/// What another program does: copies Lee's appointment to overlap itself.
const COPY: &str = "
    INTO appointments
    SELECT organization_id, zeroblob(16), contact_id, service_id, provider_id, starts_at + 60, ends_at + 60,
        occupied_from + 60, occupied_until + 60, capacity, status, hold_expires_at, 'OTHER', call_id, channel,
        notes, cancel_reason, series_id, override_reason, double_booked, version, created_at, updated_at
    FROM appointments WHERE confirmation_code <> 'LATER'";

fn refused_by_trigger(result: rusqlite::Result<usize>) -> bool {
    matches!(result, Err(rusqlite::Error::SqliteFailure(failure, Some(message)))
        if message == NO_OVERLAP && failure.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER)
}

#[tokio::test]
async fn a_row_behind_our_back_is_refused() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    let plain = database.plain();
    for verb in ["INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE"] {
        assert!(refused_by_trigger(plain.execute(&format!("{verb} {COPY}"), [])), "{verb}");
    }
}

#[tokio::test]
async fn a_row_moved_or_revived_behind_our_back_is_refused() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    insert(&database, appointment(2, between(90, 120))).await.unwrap();
    insert(&database, NewAppointment { status: Status::Cancelled, ..appointment(3, between(60, 90)) }).await.unwrap();
    let plain = database.plain();
    let earlier = "UPDATE appointments SET starts_at = starts_at - 60, occupied_from = occupied_from - 60
        WHERE confirmation_code = $1";
    assert!(refused_by_trigger(plain.execute(earlier, [code(2).as_str()])));
    let revive = "UPDATE appointments SET status = 'confirmed' WHERE confirmation_code = $1";
    assert!(refused_by_trigger(plain.execute(revive, [code(3).as_str()])));
    // In nobody's way, its own old place included.
    assert_eq!(plain.execute(earlier, [code(1).as_str()]), Ok(1));
}

#[tokio::test]
async fn a_group_shares_its_slot_up_to_its_capacity() {
    let database = Database::new().await;
    let seat = |number| NewAppointment { capacity: 3, ..appointment(number, between(60, 90)) };
    for number in 1..=3 {
        insert(&database, seat(number)).await.unwrap();
    }
    assert!(taken(&insert(&database, seat(4)).await));
    let other = NewAppointment { service: "yoga".parse().unwrap(), ..seat(5) };
    assert!(taken(&insert(&database, other).await), "another service");
    assert!(
        taken(&insert(&database, NewAppointment { capacity: 9, ..appointment(6, between(60, 75)) }).await),
        "shorter"
    );
    let occupied = database.read(|tx| tx.occupied(ORG, &"lee".parse().unwrap(), between(0, 600), at(0)));
    let service = "consultation".parse().unwrap();
    assert_eq!(occupied, [Occupied { occupied: between(60, 90), service, start: at(60), taken: 3 }]);
}

fn hold(number: u32, expires: i64) -> NewAppointment {
    NewAppointment { status: Status::Held, hold_expires: Some(at(expires)), ..appointment(number, between(60, 90)) }
}

#[tokio::test]
async fn an_expired_hold_blocks_until_it_is_released() {
    let database = Database::new().await;
    insert(&database, hold(1, 10)).await.unwrap();
    let lee = || "lee".parse().unwrap();
    let seen = |now| database.read(|tx| tx.occupied(ORG, &lee(), between(0, 600), at(now))).len();
    assert_eq!((seen(9), seen(10)), (1, 0));
    let release = |now| database.write(move |tx| tx.release_expired_holds(ORG, &lee(), between(80, 81), at(now)));
    release(9).await.unwrap();
    assert!(taken(&insert(&database, appointment(2, between(60, 90))).await));
    release(10).await.unwrap();
    insert(&database, appointment(2, between(60, 90))).await.unwrap();
}

#[tokio::test]
async fn occupied_time_is_what_touches_the_range() {
    let database = Database::new().await;
    for (number, time) in (1..).zip([between(0, 30), between(60, 90), between(90, 120), between(200, 230)]) {
        insert(&database, appointment(number, time)).await.unwrap();
    }
    let within = |from, until| {
        let occupied = database.read(|tx| tx.occupied(ORG, &"lee".parse().unwrap(), between(from, until), at(0)));
        occupied.into_iter().map(|row| row.occupied).collect::<Vec<_>>()
    };
    assert_eq!(within(30, 60), []);
    assert_eq!(within(29, 61), [between(0, 30), between(60, 90)]);
    assert_eq!(within(100, 200), [between(90, 120)]);
    assert_eq!(within(-50, 1), [between(0, 30)]);
    assert_eq!(within(300, 400), []);
}

#[tokio::test]
async fn the_same_appointment_is_found_until_it_is_cancelled() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    let same = |start, service: &str| {
        database.read(|tx| tx.same_appointment(ORG, SAM, &service.parse().unwrap(), at(start))).map(|found| found.code)
    };
    assert_eq!(same(60, "consultation"), Some(code(1)));
    assert_eq!((same(61, "consultation"), same(60, "yoga")), (None, None));
    database.plain().execute("UPDATE appointments SET status = 'cancelled'", []).unwrap();
    assert_eq!(same(60, "consultation"), None);
}

#[tokio::test]
async fn a_code_stands_for_one_appointment_of_an_organization() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    assert!(database.read(|tx| tx.code_taken(ORG, &code(1))));
    assert!(!database.read(|tx| tx.code_taken(OTHER_ORG, &code(1))));
    assert!(!database.read(|tx| tx.code_taken(ORG, &code(2))));
    let twin = NewAppointment { code: code(1), ..appointment(2, between(100, 130)) };
    assert!(matches!(insert(&database, twin).await, Err(StoreError::Internal(_))));
}

#[tokio::test]
async fn upcoming_appointments_are_active_and_in_order() {
    let database = Database::new().await;
    for (number, status) in (1..).zip([Status::Confirmed, Status::Cancelled, Status::Completed, Status::Confirmed]) {
        let start = 300 - i64::from(number) * 30;
        insert(&database, NewAppointment { status, ..appointment(number, between(start, start + 30)) }).await.unwrap();
    }
    let upcoming = database.read(|tx| tx.upcoming_appointments(ORG, at(181)));
    assert_eq!(upcoming.iter().map(|found| found.code.clone()).collect::<Vec<_>>(), [code(3), code(1)]);
    let id = upcoming[0].id;
    assert_eq!(database.read(|tx| tx.appointment(ORG, id)).as_ref(), upcoming.first());
    assert_eq!(database.read(|tx| tx.appointment(OTHER_ORG, id)), None);
}

#[tokio::test]
async fn a_contact_with_appointments_stays() {
    let database = Database::new().await;
    insert(&database, appointment(1, between(60, 90))).await.unwrap();
    let plain = database.plain();
    plain.execute_batch("PRAGMA foreign_keys = ON").unwrap();
    assert!(plain.execute("DELETE FROM contacts", []).is_err());
    let stranger = NewAppointment { contact: Some(ContactId(Uuid::from_u128(7))), ..appointment(2, between(100, 130)) };
    assert!(matches!(insert(&database, stranger).await, Err(StoreError::Internal(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The trigger looks at one row; a model looks at all of them.
    #[test]
    fn the_nearest_row_decides_like_all_rows(wishes in prop::collection::vec((0i64..60, 1i64..20, 0i64..4, 1u32..3), 1..60)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let database = Database::new().await;
            let mut standing: Vec<NewAppointment> = Vec::new();
            for (number, (start, length, buffer, capacity)) in (1..).zip(wishes) {
                let time = between(start, start + length);
                let occupied = between(start - buffer, start + length);
                let new = NewAppointment { occupied, capacity, ..appointment(number, time) };
                let in_the_way = |old: &&NewAppointment| old.occupied.overlaps(new.occupied);
                let shared = |old: &NewAppointment| (old.time, old.occupied) == (new.time, new.occupied);
                let others: Vec<_> = standing.iter().filter(in_the_way).collect();
                let fits = others.iter().all(|old| shared(old)) && others.len() < new.capacity as usize;
                assert_eq!(taken(&insert(&database, new.clone()).await), !fits, "{new:?} among {others:?}");
                if fits {
                    standing.push(new);
                }
            }
        });
    }
}
