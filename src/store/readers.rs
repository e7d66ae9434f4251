//! Connections that only read. A read runs on its caller's own thread, so it costs no hop and
//! waits for nobody: there are as many connections as there are reads at one moment.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use super::sqlite::{open_reader, run};
use super::{StoreError, Tx};

/// Connections kept for the next reads; a wider rush opens more and closes them again.
const KEPT: usize = 8;

pub(super) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) const fn of(file: PathBuf) -> Self {
        Self { file, idle: Mutex::new(Vec::new()) }
    }

    /// Runs `body` on one snapshot.
    pub(super) fn read<T, E, F>(&self, body: F) -> Result<T, E>
    where
        E: From<StoreError>,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E>,
    {
        let connection = self.take().map_err(StoreError::from)?;
        run(&connection, "BEGIN").map_err(StoreError::from)?;
        let answer = body(&mut Tx::on(&connection));
        // A connection that cannot end its snapshot is closed, not kept.
        if run(&connection, "COMMIT").is_ok() {
            self.keep(connection);
        }
        answer
    }

    fn take(&self) -> Result<Connection, rusqlite::Error> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| open_reader(&self.file), Ok)
    }

    fn keep(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        }
    }
}
