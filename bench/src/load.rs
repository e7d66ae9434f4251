//! Closed loops (each connection waits for its answer) and open loops (requests come when they
//! come, whether or not the server keeps up).

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;
use tokio::task::LocalSet;

use crate::client::{Answer, Connection};

/// The `index`-th request, and whether an answer is the wanted one.
pub trait Requests {
    fn request(&self, index: usize) -> Vec<u8>;
    fn is_good(&self, answer: &Answer<'_>) -> bool;
}

pub struct Measured {
    pub per_second: f64,
    /// Microseconds.
    pub latency: Histogram<u64>,
    pub failed: u64,
}

/// When requests are sent.
#[derive(Clone, Copy)]
enum Pace {
    /// The next one when the last is answered.
    Closed,
    /// One every `gap` from the start on. Latency counts from the moment a request was due, so a
    /// server that stalls pays for everyone who would have waited (no coordinated omission).
    Open { gap: Duration },
}

struct Run<'a> {
    requests: &'a dyn Requests,
    address: &'a str,
    next: &'a Cell<usize>,
    first: usize,
    start: Instant,
    end: Instant,
    pace: Pace,
    latency: RefCell<Histogram<u64>>,
    failed: Cell<u64>,
}

pub async fn closed(
    requests: &dyn Requests,
    address: &str,
    next: &Cell<usize>,
    connections: usize,
    seconds: u64,
) -> anyhow::Result<Measured> {
    measure(requests, address, next, connections, seconds, Pace::Closed).await
}

pub async fn open(
    requests: &dyn Requests,
    address: &str,
    next: &Cell<usize>,
    rate: u32,
    seconds: u64,
) -> anyhow::Result<Measured> {
    // Enough connections that a stall of a tenth of a second never leaves one wanting.
    let connections = usize::try_from(rate)? / 10;
    measure(requests, address, next, connections, seconds, Pace::Open { gap: Duration::from_secs(1) / rate }).await
}

async fn measure(
    requests: &dyn Requests,
    address: &str,
    next: &Cell<usize>,
    connections: usize,
    seconds: u64,
    pace: Pace,
) -> anyhow::Result<Measured> {
    let start = Instant::now();
    let run = Run {
        requests,
        address,
        next,
        first: next.get(),
        start,
        end: start + Duration::from_secs(seconds),
        pace,
        latency: RefCell::new(Histogram::new(3)?),
        failed: Cell::new(0),
    };
    let callers = (0..connections).map(|_| run.caller());
    for caller in LocalSet::new().run_until(futures_util::future::join_all(callers)).await {
        caller?;
    }
    let elapsed = start.elapsed().as_secs_f64();
    let latency = run.latency.into_inner();
    Ok(Measured { per_second: latency.len() as f64 / elapsed, latency, failed: run.failed.get() })
}

impl Run<'_> {
    async fn caller(&self) -> anyhow::Result<()> {
        let mut connection = Connection::open(self.address).await?;
        loop {
            let index = self.next.replace(self.next.get() + 1);
            let due = self.due(index);
            if due.max(Instant::now()) >= self.end {
                return Ok(());
            }
            let request = self.requests.request(index);
            tokio::time::sleep_until(due.into()).await;
            let sent = if matches!(self.pace, Pace::Closed) { Instant::now() } else { due };
            let good = self.requests.is_good(&connection.send(&request).await?);
            self.latency.borrow_mut().record(u64::try_from(sent.elapsed().as_micros())?)?;
            self.failed.set(self.failed.get() + u64::from(!good));
        }
    }

    fn due(&self, index: usize) -> Instant {
        match self.pace {
            Pace::Closed => self.start,
            Pace::Open { gap } => self.start + gap * u32::try_from(index - self.first).unwrap_or(u32::MAX),
        }
    }
}
