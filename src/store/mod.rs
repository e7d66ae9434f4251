//! The database. A transaction body is one function over [`Tx`]; statements live beside their
//! table in the files below and use `$1…` and portable types, so that a second engine needs no
//! second copy of them. The store knows SQL and no rules.

pub mod appointment_records;
pub mod appointments;
pub mod attendance;
pub mod blocks;
pub mod calls;
pub mod changes;
mod checkpoint;
pub mod conflicts;
pub mod contact_records;
pub mod contacts;
pub mod credentials;
pub mod erasure;
pub mod events;
pub mod holds;
pub mod messages;
pub mod migrate;
pub mod organizations;
pub mod outbox;
mod readers;
pub mod replies;
pub mod seals;
mod series;
mod sqlite;
pub mod transfers;
mod tx;
pub mod unrouted;
mod value;
pub mod waitlist;
mod writer;
mod wrong_codes;

use std::path::Path;
use std::sync::Arc;

use checkpoint::Checkpointer;
use readers::Readers;
pub use sqlite::NO_OVERLAP;
pub use tx::Tx;
use writer::Writer;

/// How many writes may wait; at the writer's pace this is a fraction of a second, and who comes
/// later is better told at once.
const WAITING_WRITES: usize = 1_024;

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database's own exclusion refused the interval.
    #[error("the interval is taken")]
    SlotUnavailable,
    /// The queue of waiting writes is full: nothing was written.
    #[error("too many writes are waiting")]
    Overloaded,
    /// The database cannot be written or read now (locked, read-only, full, corrupt, shut down).
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// A handle to the database; cheap to clone. Dropping the last one finishes what is queued.
#[derive(Clone)]
pub struct Store {
    engine: Arc<Engine>,
}

// Dropped in this order: the writer ends first, and its end is what ends the checkpoints.
struct Engine {
    writer: Writer,
    _checkpointer: Checkpointer,
    readers: Readers,
}

impl Store {
    /// Opens the database file, creating it or bringing its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] with the file's name and what to do about it.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::open_with(file, WAITING_WRITES)
    }

    /// As [`Store::open`]; at most `waiting_writes` wait before further ones are refused.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with(file: &Path, waiting_writes: usize) -> Result<Self, StoreError> {
        migrate::migrate(file)?;
        let open = || sqlite::open_writer(file).map_err(|error| sqlite::while_opening(file, error));
        let mut connection = open()?;
        let (checkpoints, checkpointer) = checkpoint::start(open()?, &mut connection)?;
        let writer = Writer::start(connection, checkpoints, waiting_writes)?;
        let readers = Readers::of(file.to_owned());
        Ok(Self { engine: Arc::new(Engine { writer, _checkpointer: checkpointer, readers }) })
    }

    /// Writes a copy of a database file, as it is at this moment, into a new one.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] with the file's name and what to do about it.
    pub fn copy(file: &Path, copy: &Path) -> Result<(), StoreError> {
        sqlite::copy(file, copy).map_err(|error| sqlite::while_opening(copy, error))
    }

    /// Runs `body` in a transaction of its own and returns after the commit is durable. An `Err`
    /// of the body undoes what it wrote. Waiting bodies share one commit.
    ///
    /// Keep a body to a few hundred rows: everyone waits for it, and SQLite walks the list of the
    /// pages it changed after each of its statements, so thousands of rows cost their square.
    ///
    /// # Errors
    /// What the body returned, or [`StoreError::Overloaded`] or [`StoreError::Unavailable`] when
    /// nothing was written.
    pub async fn write<T, E, F>(&self, body: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        self.engine.writer.write(body).await
    }

    /// Runs `body` on a snapshot; never waits for a writer.
    ///
    /// # Errors
    /// What the body returned, or [`StoreError::Unavailable`].
    pub fn read<T, E, F>(&self, body: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E>,
    {
        self.engine.readers.read(body)
    }

    /// One cheap statement that fails when the database is not usable; for `/api/ready`. It takes
    /// the way of a booking, through the writer and its lock.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn check(&self) -> Result<(), StoreError> {
        self.write(|tx| tx.find("SELECT 1 FROM organizations LIMIT 1", &[], |_| Ok(())).map(drop)).await
    }
}

#[cfg(test)]
mod tests;
