//! Brings the schema up to date, forward only, and refuses a file that is not ours to change.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use refinery::error::Kind;
use refinery::{Migration, Runner};
use rusqlite::{Connection, ffi};

use super::StoreError;
use super::sqlite::{open_reader, open_writer, unusable, while_opening};

mod embedded {
    refinery::embed_migrations!("migrations/sqlite");
}

/// "Ring": what the first migration writes into the file's header.
const APPLICATION_ID: i64 = 0x5269_6e67;

/// The one table that an interrupted first run may leave behind.
const HISTORY: &str = "refinery_schema_history";

/// Brings the file's schema up to date, creating the file if there is none. Processes that start
/// at once wait for each other.
///
/// # Errors
/// [`StoreError::Unavailable`] with the file's name and what to do about it.
pub fn migrate(file: &Path) -> Result<(), StoreError> {
    let _until_done = lock(file).map_err(|error| {
        let advice = "check that its folder exists and that this user may write there";
        unusable(file, &format!("the file cannot be prepared ({error})"), advice)
    })?;
    let mut connection = open_writer(file).map_err(|error| while_opening(file, error))?;
    refuse_foreign(file, &connection)?;
    make_concurrent(&connection).map_err(|error| while_opening(file, error))?;
    runner().run(&mut connection).map_err(|error| refused(file, error))?;
    Ok(())
}

/// The names of the migrations that [`migrate`] would run.
///
/// # Errors
/// As [`migrate`].
pub fn pending(file: &Path) -> Result<Vec<String>, StoreError> {
    let applied = if file.exists() { applied(file)? } else { Vec::new() };
    let missing = |known: &&Migration| !applied.contains(&known.version());
    Ok(runner().get_migrations().iter().filter(missing).map(ToString::to_string).collect())
}

fn applied(file: &Path) -> Result<Vec<i32>, StoreError> {
    let mut connection = open_reader(file).map_err(|error| while_opening(file, error))?;
    refuse_foreign(file, &connection)?;
    if is_empty(&connection).map_err(|error| while_opening(file, error))? {
        return Ok(Vec::new());
    }
    let applied = runner().get_applied_migrations(&mut connection).map_err(|error| refused(file, error))?;
    Ok(applied.iter().map(Migration::version).collect())
}

fn runner() -> Runner {
    // One transaction for all: an interrupted run leaves nothing half done.
    embedded::migrations::runner().set_grouped(true)
}

/// Refinery takes no lock over its whole run, and the database's own would be in its way.
fn lock(file: &Path) -> io::Result<File> {
    let mut name = file.as_os_str().to_owned();
    name.push("-migrate.lock");
    let lock = OpenOptions::new().create(true).append(true).open(name)?;
    lock.lock()?;
    Ok(lock)
}

/// Switches to the write-ahead log: readers and the writer do not wait for each other.
fn make_concurrent(connection: &Connection) -> Result<(), rusqlite::Error> {
    if connection.is_readonly("main")? {
        // SQLite falls back to reading without a word; the first booking would be the first to hear.
        return Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_READONLY), None));
    }
    connection.pragma_update(None, "journal_mode", "WAL")
}

fn refuse_foreign(file: &Path, connection: &Connection) -> Result<(), StoreError> {
    if is_ours(connection).map_err(|error| while_opening(file, error))? {
        return Ok(());
    }
    Err(unusable(file, "the file belongs to another program", "name another one with --database"))
}

fn is_ours(connection: &Connection) -> Result<bool, rusqlite::Error> {
    let id: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    Ok(id == APPLICATION_ID || is_empty(connection)?)
}

fn is_empty(connection: &Connection) -> Result<bool, rusqlite::Error> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> $1)";
    connection.query_row(sql, [HISTORY], |row| row.get(0))
}

fn refused(file: &Path, error: refinery::Error) -> StoreError {
    let newest = runner().get_migrations().iter().map(Migration::version).max().unwrap_or_default();
    match error.kind() {
        Kind::MissingVersion(unknown) => {
            let reason = format!("the file has schema {}, this ringbook knows {newest}", unknown.version());
            unusable(file, &reason, "use a newer ringbook")
        }
        Kind::DivergentVersion(..) => {
            unusable(file, "the file was made by another build of ringbook", "use that build or start a new file")
        }
        _ => match sqlite_cause(&error) {
            Some(cause) => while_opening(file, cause),
            None => StoreError::Internal(anyhow::Error::new(error).context("a migration failed")),
        },
    }
}

/// The database's own error in one of refinery's.
fn sqlite_cause(error: &refinery::Error) -> Option<rusqlite::Error> {
    let source = std::error::Error::source(error)?.downcast_ref::<rusqlite::Error>()?;
    Some(rusqlite::Error::SqliteFailure(*source.sqlite_error()?, None))
}
