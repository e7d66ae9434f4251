//! The SQLite engine: how a connection is opened and what its errors mean.

use std::path::Path;
use std::time::Duration;

use anyhow::anyhow;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};

use super::StoreError;

/// How long a statement waits for another process that holds the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// Every statement of the store fits, so none is compiled twice.
const CACHED_STATEMENTS: usize = 64;

/// What the triggers raise; a test compares it with the schema.
pub const NO_OVERLAP: &str = "appointments_no_overlap";

/// The writer's cache keeps the upper levels of all trees in memory; readers drop theirs at every
/// commit and live on the operating system's cache.
const WRITER_PRAGMAS: &str = "
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32000;
    PRAGMA wal_autocheckpoint = 0;";

const READER_PRAGMAS: &str = "
    PRAGMA query_only = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -2000;
    PRAGMA wal_autocheckpoint = 0;";

pub(super) fn open_writer(file: &Path) -> Result<Connection, rusqlite::Error> {
    open(file, WRITER_PRAGMAS)
}

pub(super) fn open_reader(file: &Path) -> Result<Connection, rusqlite::Error> {
    open(file, READER_PRAGMAS)
}

fn open(file: &Path, pragmas: &str) -> Result<Connection, rusqlite::Error> {
    // Each connection stays with one thread at a time: SQLite's own mutexes would be paid for nothing.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    // Otherwise every new value has its statement compiled anew, for a plan that might suit it better.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(pragmas)?;
    Ok(connection)
}

/// Writes a copy of the database, as it is at this moment, into a new file; nobody waits for it.
pub(super) fn copy(file: &Path, copy: &Path) -> Result<(), rusqlite::Error> {
    let name = copy.to_str().ok_or(rusqlite::Error::InvalidPath(copy.to_owned()))?;
    open_writer(file)?.execute("VACUUM INTO $1", [name]).map(drop)
}

/// Runs a statement without values or answer, such as `COMMIT`.
pub(super) fn run(connection: &Connection, sql: &'static str) -> Result<(), rusqlite::Error> {
    connection.prepare_cached(sql)?.raw_execute().map(drop)
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        if is_overlap(&error) {
            return Self::SlotUnavailable;
        }
        match error.sqlite_error_code().and_then(outage) {
            Some(outage) => Self::Unavailable(outage.reason.to_owned()),
            None => Self::Internal(anyhow!("SQLite refused a statement: {}", named(&error))),
        }
    }
}

fn is_overlap(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(failure, Some(raised))
        if failure.extended_code == ffi::SQLITE_CONSTRAINT_TRIGGER && raised == NO_OVERLAP)
}

/// Why the whole database cannot serve, and what a person can do about it.
struct Outage {
    reason: &'static str,
    advice: &'static str,
}

/// An error while `file` was being opened, with its name and what to do: somebody sits before it.
pub(super) fn while_opening(file: &Path, error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code().and_then(outage) {
        Some(Outage { reason, advice }) => unusable(file, reason, advice),
        None => error.into(),
    }
}

pub(super) fn unusable(file: &Path, reason: &str, advice: &str) -> StoreError {
    StoreError::Unavailable(format!("{}: {reason}; {advice}", file.display()))
}

/// Why a whole batch came to nothing.
pub(super) fn reason(error: &rusqlite::Error) -> &'static str {
    error.sqlite_error_code().and_then(outage).map_or("a commit failed", |outage| outage.reason)
}

/// The outage behind an error; `None` when only the one statement is wrong.
const fn outage(code: ErrorCode) -> Option<Outage> {
    let (reason, advice) = match code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            ("the file is locked by another process", "end that process and try again")
        }
        ErrorCode::ReadOnly => ("the file is read-only", "give this user the right to write it and its folder"),
        ErrorCode::DiskFull => ("the disk is full", "make room and try again"),
        ErrorCode::DatabaseCorrupt => ("the file is damaged", "restore it from a backup"),
        ErrorCode::NotADatabase => ("the file is not a database", "name another one with --database"),
        ErrorCode::SystemIoFailure => ("the disk reports an error", "check the disk and its file system"),
        ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
            ("the file cannot be opened", "check that its folder exists and that this user may write there")
        }
        ErrorCode::OutOfMemory => ("out of memory", "give this process more"),
        _ => return None,
    };
    Some(Outage { reason, advice })
}

/// The error without SQL text, which the driver's own messages may carry.
fn named(error: &rusqlite::Error) -> String {
    match error {
        // Names columns, never values: "UNIQUE constraint failed: contacts.phone".
        rusqlite::Error::SqliteFailure(failure, Some(message)) if failure.code == ErrorCode::ConstraintViolation => {
            message.clone()
        }
        _ => match error.sqlite_error() {
            Some(failure) => format!("code {}", failure.extended_code),
            None => "misuse of the driver".to_owned(),
        },
    }
}
