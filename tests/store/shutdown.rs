//! Nothing acknowledged is lost when the store closes, and nothing queued is forgotten.

use ringbook::store::{Store, StoreError, Tx};

use crate::support::*;

#[tokio::test]
async fn a_reopened_file_has_everything() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ringbook.db");
    let store = Store::open(&file).unwrap();
    let saved: Result<i64, StoreError> =
        store.write(|tx| tx.save_organization(ORG, &"clinic".parse().unwrap(), "{}", &[], at(0))).await;
    saved.unwrap();
    drop(store);
    assert!(!folder.path().join("ringbook.db-wal").exists(), "the last checkpoint emptied the log");
    let store = Store::open(&file).unwrap();
    assert_eq!(
        store.read(|tx| tx.organization_version(ORG)).map_err(|error: StoreError| error.to_string()),
        Ok(Some(1))
    );
}

#[tokio::test]
async fn dropping_the_last_handle_finishes_what_waits() {
    let database = Database::new().await;
    let file = database.file();
    let mut callers = tokio::task::JoinSet::new();
    for number in 1..=50 {
        let start = i64::from(number) * 30;
        let store = database.store.clone();
        let book = move |tx: &mut Tx<'_>| tx.insert_appointment(ORG, &appointment(number, between(start, start + 30)));
        callers.spawn(async move { store.write(book).await });
    }
    // Every caller runs once, so every write is queued; then they all hang up.
    tokio::task::yield_now().await;
    callers.shutdown().await;
    let Database { store, folder: _folder } = database;
    drop(store);
    let plain = rusqlite::Connection::open(file).unwrap();
    let count: i64 = plain.query_row("SELECT count(*) FROM appointments", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 50);
}
