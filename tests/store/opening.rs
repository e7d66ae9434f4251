//! A file is brought up to date once, or refused with its name and what to do.

use std::fs::{OpenOptions, Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use ringbook::store::{Store, StoreError, migrate};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::support::*;

fn new_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ringbook.db");
    (folder, file)
}

/// What the person who started the program reads; the folder is different every time.
fn refusal(file: &Path) -> String {
    let error = Store::open(file).err().unwrap();
    error.to_string().replace(&file.parent().unwrap().display().to_string(), "FOLDER")
}

#[test]
fn migrations_run_once() {
    let (_folder, file) = new_file();
    assert!(!migrate::pending(&file).unwrap().is_empty());
    assert!(!file.exists(), "a question creates nothing");
    migrate::migrate(&file).unwrap();
    migrate::migrate(&file).unwrap();
    assert_eq!(migrate::pending(&file).unwrap(), Vec::<String>::new());
}

#[test]
fn processes_that_start_at_once_wait_for_each_other() {
    let (_folder, file) = new_file();
    let open = || Store::open(&file).map(drop).map_err(|error| error.to_string());
    let opened: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(opened, vec![Ok(()); 8]);
}

#[test]
fn an_interrupted_first_start_is_taken_up_again() {
    let (_folder, file) = new_file();
    let plain = Connection::open(&file).unwrap();
    plain.execute_batch("CREATE TABLE refinery_schema_history (version INTEGER PRIMARY KEY, name VARCHAR(255), applied_on VARCHAR(255), checksum VARCHAR(255))").unwrap();
    assert!(!migrate::pending(&file).unwrap().is_empty());
    Store::open(&file).unwrap();
}

#[test]
fn a_newer_schema_is_refused() {
    let (_folder, file) = new_file();
    migrate::migrate(&file).unwrap();
    let newer =
        "INSERT INTO refinery_schema_history SELECT 999, 'later', applied_on, checksum FROM refinery_schema_history";
    Connection::open(&file).unwrap().execute(&format!("{newer} LIMIT 1"), []).unwrap();
    insta::assert_snapshot!(refusal(&file), @"the database is unavailable: FOLDER/ringbook.db: the file has schema 999, this ringbook knows 5; use a newer ringbook");
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let (_folder, file) = new_file();
    std::fs::write(&file, "Dear diary, ".repeat(1_000)).unwrap();
    insta::assert_snapshot!(refusal(&file), @"the database is unavailable: FOLDER/ringbook.db: the file is not a database; name another one with --database");
}

#[test]
fn a_database_of_another_program_is_refused_and_left_alone() {
    let (_folder, file) = new_file();
    let plain = Connection::open(&file).unwrap();
    plain.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    insta::assert_snapshot!(refusal(&file), @"the database is unavailable: FOLDER/ringbook.db: the file belongs to another program; name another one with --database");
    let mode: String = plain.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
}

#[test]
fn a_file_that_another_process_holds_is_refused() {
    let (_folder, file) = new_file();
    let plain = Connection::open(&file).unwrap();
    plain.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    insta::assert_snapshot!(refusal(&file), @"the database is unavailable: FOLDER/ringbook.db: the file is locked by another process; end that process and try again");
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    let (folder, _) = new_file();
    insta::assert_snapshot!(refusal(&folder.path().join("missing/ringbook.db")), @"the database is unavailable: FOLDER/ringbook.db: the file cannot be prepared (No such file or directory (os error 2)); check that its folder exists and that this user may write there");
}

#[test]
fn a_read_only_file_is_refused() {
    let (_folder, file) = new_file();
    migrate::migrate(&file).unwrap();
    set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
    // The administrator may write every file; there is nothing to refuse then.
    if OpenOptions::new().append(true).open(&file).is_err() {
        insta::assert_snapshot!(refusal(&file), @"the database is unavailable: FOLDER/ringbook.db: the file is read-only; give this user the right to write it and its folder");
    }
}

#[test]
fn a_damaged_file_is_refused() {
    let (_folder, file) = new_file();
    migrate::migrate(&file).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    // The first page keeps its header and loses the tree of the schema.
    bytes[100..4_096].fill(0xff);
    std::fs::write(&file, bytes).unwrap();
    insta::assert_snapshot!(refusal(&file), @"the database is unavailable: FOLDER/ringbook.db: the file is damaged; restore it from a backup");
}

#[tokio::test]
async fn a_lock_held_elsewhere_fails_the_write_and_not_the_next() {
    let database = Database::new().await;
    let plain = database.plain();
    plain.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = database.write(|tx| tx.insert_appointment(ORG, &appointment(1, between(0, 30)))).await;
    insta::assert_snapshot!(refused.unwrap_err(), @"the database is unavailable: the file is locked by another process");
    assert_eq!(database.read(|tx| tx.organization_version(ORG)), Some(1), "reads go on");
    plain.execute_batch("ROLLBACK").unwrap();
    database.write(|tx| tx.insert_appointment(ORG, &appointment(1, between(0, 30)))).await.unwrap();
}

#[test]
fn errors_carry_no_text_of_statements() {
    let error = StoreError::from(rusqlite::Error::QueryReturnedNoRows);
    assert_eq!(error.to_string(), "SQLite refused a statement: misuse of the driver");
}
