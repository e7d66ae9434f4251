//! Whoever shares a commit must not notice the others.

use std::panic::resume_unwind;
use std::sync::mpsc;

use proptest::prelude::*;
use ringbook::store::replies::Remembered;
use ringbook::store::{Store, StoreError, Tx};
use ringbook_core::event::EventKind;
use ringbook_core::id::ContactId;
use uuid::Uuid;

use crate::support::*;

#[derive(Clone, Copy, Debug)]
enum Ending {
    Fine,
    Error,
    Panic,
}

#[derive(Clone, Copy, Debug)]
struct Wish {
    number: u32,
    caller: u8,
    start: i64,
    ending: Ending,
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let ending = prop_oneof![4 => Just(Ending::Fine), 1 => Just(Ending::Error), 1 => Just(Ending::Panic)];
    prop::collection::vec((0u8..4, 0i64..12, ending), 1..40).prop_map(|wishes| {
        let number = |(number, (caller, start, ending))| Wish { number, caller, start: start * 20, ending };
        (1..).zip(wishes).map(number).collect()
    })
}

/// A booking: several tables, and an ending after all of them.
fn book(tx: &mut Tx<'_>, wish: Wish) -> Result<ContactId, StoreError> {
    let Wish { number, caller, start, ending } = wish;
    let phone = format!("+1512555020{caller}");
    let caller = contact(ContactId(Uuid::from_u128(500 + u128::from(number))), Some(&phone), None);
    let mut new = appointment(number, between(start, start + 30));
    let contact = tx.insert_contact(ORG, &caller, at(0))?;
    new.contact = Some(contact);
    tx.enqueue(ORG, EventKind::AppointmentBooked, new.id.0, at(0))?;
    tx.remember(ORG, &format!("call:{start}"), &Remembered { fingerprint: [0; 32], reply: number.to_string() }, at(0))?;
    tx.insert_appointment(ORG, &new)?;
    match ending {
        Ending::Fine => Ok(contact),
        Ending::Error => Err(StoreError::SlotUnavailable),
        // Without the hook's message, which would fill the test's output.
        Ending::Panic => resume_unwind(Box::new("a fault in a body")),
    }
}

fn told(answer: Result<ContactId, StoreError>) -> String {
    answer.map_or_else(|error| error.to_string(), |contact| contact.to_string())
}

async fn one_by_one(store: &Store, wishes: &[Wish]) -> Vec<String> {
    let mut answers = Vec::new();
    for wish in wishes.iter().copied() {
        answers.push(told(store.write(move |tx| book(tx, wish)).await));
    }
    answers
}

/// Holds the writer until every wish waits, so that they share commits.
async fn at_once(store: &Store, wishes: &[Wish]) -> Vec<String> {
    let release = hold_writer(store).await;
    let tasks: Vec<_> = wishes.iter().copied().map(|wish| start(store, move |tx| book(tx, wish))).collect();
    tokio::task::yield_now().await;
    release.send(()).unwrap();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(told(task.await.unwrap()));
    }
    answers
}

fn start<T: Send + 'static>(
    store: &Store,
    body: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> tokio::task::JoinHandle<Result<T, StoreError>> {
    let store = store.clone();
    tokio::spawn(async move { store.write(body).await })
}

/// Returns once the writer waits inside a body, for the message that lets it go on.
async fn hold_writer(store: &Store) -> mpsc::Sender<()> {
    let (release, released) = mpsc::channel();
    let (held, holds) = tokio::sync::oneshot::channel();
    let mut held = Some(held);
    start(store, move |_| {
        held.take().map(|held| held.send(()));
        let _ = released.recv();
        Ok(())
    });
    holds.await.unwrap();
    release
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn group_commit_equals_one_by_one(wishes in wishes()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let (alone, together) = (Database::new().await, Database::new().await);
            let expected = one_by_one(&alone.store, &wishes).await;
            assert_eq!(at_once(&together.store, &wishes).await, expected);
            assert_eq!(together.dump(), alone.dump());
        });
    }
}

#[tokio::test]
async fn a_full_queue_refuses_at_once_and_serves_who_waits() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(&folder.path().join("ringbook.db"), 3).unwrap();
    let release = hold_writer(&store).await;
    let waiting: Vec<_> = (0..3).map(|_| start(&store, |_| Ok(()))).collect();
    tokio::task::yield_now().await;
    assert!(matches!(store.write(|_| Ok(())).await, Err(StoreError::Overloaded)));
    assert!(matches!(store.check().await, Err(StoreError::Overloaded)));
    release.send(()).unwrap();
    for task in waiting {
        task.await.unwrap().unwrap();
    }
    store.check().await.unwrap();
}

#[tokio::test]
async fn a_read_does_not_wait_for_the_writer_and_sees_no_half() {
    let database = Database::new().await;
    let (wrote, written) = tokio::sync::oneshot::channel();
    let (release, released) = mpsc::channel::<()>();
    let mut wrote = Some(wrote);
    let task = start(&database.store, move |tx| {
        tx.insert_appointment(ORG, &appointment(1, between(0, 30)))?;
        wrote.take().map(|wrote| wrote.send(()));
        let _ = released.recv();
        Ok(())
    });
    written.await.unwrap();
    assert!(!database.read(|tx| tx.code_taken(ORG, &code(1))));
    release.send(()).unwrap();
    task.await.unwrap().unwrap();
    assert!(database.read(|tx| tx.code_taken(ORG, &code(1))));
}

#[tokio::test]
async fn a_read_cannot_write() {
    let database = Database::new().await;
    let written = database.store.read(|tx| tx.insert_appointment(ORG, &appointment(1, between(0, 30))));
    assert!(matches!(written, Err(StoreError::Unavailable(_))));
    // The connection goes on.
    assert!(!database.read(|tx| tx.code_taken(ORG, &code(1))));
}

#[tokio::test]
async fn a_snapshot_stays_as_it_was() {
    let database = Database::new().await;
    let plain = database.plain();
    database.read(|tx| {
        let before = tx.organization_version(ORG)?;
        plain.execute("UPDATE organizations SET version = version + 1", []).unwrap();
        assert_eq!(tx.organization_version(ORG)?, before);
        Ok(())
    });
    assert_eq!(database.read(|tx| tx.organization_version(ORG)), Some(2));
}
