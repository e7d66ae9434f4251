//! The database. A transaction body is one function over [`Tx`]; statements live beside their
//! table in the files below and use `$1…` and portable types, so that a second engine needs no
//! second copy of them. The store knows SQL and no rules.

pub mod appointments;
pub mod contacts;
pub mod credentials;
pub mod organizations;
pub mod outbox;
pub mod replies;

use std::path::Path;

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

/// A handle to the database; cheap to clone.
#[derive(Clone)]
pub struct Store {}

/// One open transaction (or, for reads, one consistent snapshot).
pub struct Tx<'a> {
    _connection: std::marker::PhantomData<&'a mut ()>,
}

impl Store {
    /// Opens the database file, bringing its schema up to date.
    pub fn open(_file: &Path) -> Result<Self, StoreError> {
        todo!()
    }

    /// Runs `body` in a transaction of its own and returns after the commit is durable. An `Err`
    /// of the body undoes what it wrote. Waiting bodies share one commit.
    pub async fn write<T, E, F>(&self, _body: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        todo!()
    }

    /// Runs `body` on a snapshot; never waits for a writer.
    pub fn read<T, E, F>(&self, _body: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E>,
    {
        todo!()
    }

    /// One cheap statement that fails when the database is not usable; for `/api/ready`.
    pub async fn check(&self) -> Result<(), StoreError> {
        todo!()
    }
}
