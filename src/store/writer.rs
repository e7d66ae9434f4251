//! The one thread that writes. Whoever waits at the same moment shares one commit, and so one
//! flush of the disk; a savepoint of its own keeps each apart from the others.

use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};

use anyhow::anyhow;
use metrics::gauge;
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::checkpoint::Checkpoints;
use super::sqlite::{reason, run};
use super::{StoreError, Tx};
use crate::telemetry::WAITING_WRITES;

/// Bounds how long the first of a batch waits for the last.
const BATCH: usize = 256;

type Job = Box<dyn Pending>;

/// A body that waits for its turn, then for its commit.
trait Pending: Send {
    /// Runs the body; false when what it wrote must be undone.
    fn run(&mut self, tx: &mut Tx<'_>) -> bool;

    /// Tells the caller, once it is known whether the commit is durable.
    fn settle(self: Box<Self>, committed: Result<(), &str>);
}

pub(super) struct Writer {
    // `None` only while it is dropped.
    queue: Option<SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread; at most `capacity` bodies wait for it.
    pub(super) fn start(connection: Connection, checkpoints: Checkpoints, capacity: usize) -> Result<Self, StoreError> {
        let (queue, jobs) = sync_channel(capacity);
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || serve(&connection, &checkpoints, &jobs))
            .map_err(|error| StoreError::Internal(error.into()))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    pub(super) async fn write<T, E, F>(&self, body: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        self.enqueue(Box::new(Work { body, result: None, caller }))?;
        answer.await.unwrap_or_else(|_| Err(stopped().into()))
    }

    fn enqueue(&self, job: Job) -> Result<(), StoreError> {
        match self.queue.as_ref().map(|queue| queue.try_send(job)) {
            Some(Ok(())) => {
                gauge!(WAITING_WRITES).increment(1);
                Ok(())
            }
            Some(Err(TrySendError::Full(_))) => Err(StoreError::Overloaded),
            Some(Err(TrySendError::Disconnected(_))) | None => Err(stopped()),
        }
    }
}

impl Drop for Writer {
    /// Lets the thread finish what is queued.
    fn drop(&mut self) {
        self.queue = None;
        let Some(thread) = self.thread.take() else { return };
        // A body may have held the last handle: the thread cannot wait for itself.
        if thread.thread().id() != thread::current().id() {
            let _ = thread.join();
        }
    }
}

struct Work<T, E, F> {
    body: F,
    result: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Pending for Work<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> bool {
        let body = AssertUnwindSafe(|| (self.body)(tx));
        // One faulty body must not take down everyone's writer.
        let result =
            catch_unwind(body).unwrap_or_else(|_| Err(StoreError::Internal(anyhow!("a transaction panicked")).into()));
        self.result.insert(result).is_ok()
    }

    fn settle(self: Box<Self>, committed: Result<(), &str>) {
        let answer = match (committed, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(StoreError::Internal(anyhow!("a transaction was passed over")).into()),
            // A refusal, too, may rest on what another body of the lost batch wrote.
            (Err(reason), _) => Err(StoreError::Unavailable(reason.to_owned()).into()),
        };
        // The caller may have hung up; what is committed stays.
        let _ = self.caller.send(answer);
    }
}

fn serve(connection: &Connection, checkpoints: &Checkpoints, jobs: &Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let mut batch: Vec<Job> = iter::once(first).chain(jobs.try_iter()).take(BATCH).collect();
        gauge!(WAITING_WRITES).decrement(batch.len() as f64);
        let committed = commit(connection, &mut batch);
        if let Err(reason) = committed {
            tracing::error!(transactions = batch.len(), reason, "nothing of a batch was written");
        }
        for job in batch {
            job.settle(committed);
        }
        checkpoints.finish(connection);
    }
}

/// Commits what the bodies wrote, all of them or, with the reason, none.
fn commit(connection: &Connection, batch: &mut [Job]) -> Result<(), &'static str> {
    let committed = attempt(connection, batch);
    if committed.is_err() && !connection.is_autocommit() {
        // Where even this fails, the next batch fails to begin and tries it again.
        let _ = run(connection, "ROLLBACK");
    }
    committed.map_err(|error| reason(&error))
}

fn attempt(connection: &Connection, batch: &mut [Job]) -> Result<(), rusqlite::Error> {
    run(connection, "BEGIN IMMEDIATE")?;
    for job in batch {
        isolate(connection, job)?;
    }
    run(connection, "COMMIT")
}

fn isolate(connection: &Connection, job: &mut Job) -> Result<(), rusqlite::Error> {
    run(connection, "SAVEPOINT body")?;
    if !job.run(&mut Tx::on(connection)) {
        run(connection, "ROLLBACK TO body")?;
    }
    run(connection, "RELEASE body")
}

fn stopped() -> StoreError {
    StoreError::Unavailable("the store has stopped".to_owned())
}
