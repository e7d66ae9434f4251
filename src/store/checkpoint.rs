//! Moves pages from the write-ahead log into the database file, off the path of those who wait for
//! a commit.
//!
//! A thread of its own copies while the writer goes on. Under load it never catches up entirely,
//! and the log would grow for ever, because it starts again from its beginning only when nothing is
//! left in it; so the writer itself copies the last few pages between two batches.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::wal::CheckpointMode;

use super::StoreError;

/// Pages that are worth two flushes of the disk (4 MB); with fewer a restart has nothing to do.
const WORTHWHILE: i32 = 1_000;

/// Pages at which a checkpoint no longer waits for a calm moment (256 MB). Pages are written many
/// times over in that stretch and copied once: with 4,000 the same load commits a third less.
const URGENT: i32 = 64_000;

/// Pages that the writer may copy itself without anyone noticing.
const FEW: i32 = 1_000;

/// Rounds of the background copy: each leaves what was written during it, less every time.
const ROUNDS: usize = 3;

/// The writer reports when the log has grown by so many pages…
const STEP: i32 = 500;

/// …and it is calm when it takes longer than this.
const CALM: Duration = Duration::from_millis(250);

/// The writer's part.
pub(super) struct Checkpoints {
    leftover: Arc<AtomicBool>,
}

/// The thread; it ends when the writer's connection is closed.
pub(super) struct Checkpointer {
    thread: Option<JoinHandle<()>>,
}

/// Starts the thread on a connection of its `own` and watches the log that `writer` fills.
pub(super) fn start(own: Connection, writer: &mut Connection) -> Result<(Checkpoints, Checkpointer), StoreError> {
    let leftover = Arc::new(AtomicBool::new(false));
    let (grown, growth) = sync_channel(1);
    report_growth(writer, grown)?;
    let checkpoints = Checkpoints { leftover: Arc::clone(&leftover) };
    let thread = thread::Builder::new()
        .name("store-checkpoint".to_owned())
        .spawn(move || serve(&own, &growth, &leftover))
        .map_err(|error| StoreError::Internal(error.into()))?;
    Ok((checkpoints, Checkpointer { thread: Some(thread) }))
}

impl Checkpoints {
    /// Called between two batches: copies what the thread left, so that the log can start again.
    pub(super) fn finish(&self, connection: &Connection) {
        if self.leftover.swap(false, Ordering::Relaxed) {
            copy(connection, CheckpointMode::PASSIVE);
        }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn report_growth(writer: &mut Connection, grown: SyncSender<()>) -> Result<(), rusqlite::Error> {
    let mut reported = 0;
    writer.wal_hook(Some(move |_: &mut _, pages| {
        let restarted = pages < reported;
        if (restarted || pages >= reported + STEP) && grown.try_send(()).is_ok() {
            reported = pages;
        }
        Ok(())
    }))
}

fn serve(own: &Connection, growth: &Receiver<()>, leftover: &AtomicBool) {
    while await_work(own, growth) {
        let log = copy_nearly_all(own);
        if log.pages >= URGENT && log.left() > 0 {
            leftover.store(true, Ordering::Relaxed);
        }
    }
    copy(own, CheckpointMode::TRUNCATE);
}

/// Returns when a checkpoint is worth its cost; false when the writer is gone.
fn await_work(own: &Connection, growth: &Receiver<()>) -> bool {
    let mut grown = growth.recv().map_err(RecvTimeoutError::from);
    loop {
        let left = copy(own, CheckpointMode::NOOP).left();
        match grown {
            Ok(()) if left >= URGENT => return true,
            Ok(()) => grown = growth.recv_timeout(CALM),
            Err(RecvTimeoutError::Timeout) if left >= WORTHWHILE => return true,
            Err(RecvTimeoutError::Timeout) => grown = growth.recv().map_err(RecvTimeoutError::from),
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

fn copy_nearly_all(own: &Connection) -> Log {
    let mut log = copy(own, CheckpointMode::PASSIVE);
    for _ in 1..ROUNDS {
        if log.left() <= FEW {
            break;
        }
        log = copy(own, CheckpointMode::PASSIVE);
    }
    log
}

/// The write-ahead log: its pages, and how many of them the database file has, too.
#[derive(Clone, Copy)]
struct Log {
    pages: i32,
    copied: i32,
}

impl Log {
    const fn left(self) -> i32 {
        self.pages - self.copied
    }
}

fn copy(connection: &Connection, mode: CheckpointMode) -> Log {
    match connection.wal_checkpoint_v2(Some("main"), mode) {
        Ok((pages, copied)) => Log { pages, copied },
        Err(error) => {
            // Nothing is lost: the log keeps what was not copied, and the next growth tries again.
            tracing::warn!(code = ?error.sqlite_error_code(), "a checkpoint failed");
            Log { pages: 0, copied: 0 }
        }
    }
}
