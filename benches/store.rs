//! Durable bookings through the store alone, without HTTP: the writer's own limit.
//!
//! `cargo bench --bench store -- [seconds per row] [bookings beforehand]`

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use ringbook::store::appointments::NewAppointment;
use ringbook::store::replies::Remembered;
use ringbook::store::{Store, StoreError, Tx};
use ringbook_core::appointment::Status;
use ringbook_core::contact::{Contact, E164, Email, PersonName};
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId, ProviderId, ServiceId};
use ringbook_core::time::{Interval, Moment, Span};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

const ORG: OrgId = OrgId(Uuid::from_u128(1));
const HALF_HOUR: i64 = 1_800;

/// Providers of the one organization; each has its own calendar.
const PROVIDERS: u64 = 50;

/// More would be slower: see [`Store::write`].
const PER_TRANSACTION: usize = 100;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse().ok());
    let length = Duration::from_secs(numbers.next().unwrap_or(5));
    let beforehand = numbers.next().unwrap_or(0);
    let folder = tempfile::tempdir_in(".")?;
    let bench = Arc::new(Bench { store: Store::open(&folder.path().join("bench.db"))?, next: AtomicU64::new(0) });
    let save = |tx: &mut Tx<'_>| tx.save_organization(ORG, &"bench".parse().map_err(internal)?, "{}", &[], at(0));
    bench.store.write(save).await?;
    fill(&bench, beforehand).await?;
    println!("{:<18} {:>10} {:>8} {:>8} {:>8} {:>8}", "", "bookings/s", "p50 ms", "p99 ms", "p99.9", "max");
    for callers in [1, 16, 64] {
        report(&format!("{callers} callers"), length, closed_loop(&bench, callers, length).await?);
    }
    for rate in [500, 1_000, 2_000] {
        report(&format!("open at {rate}/s"), length, open_loop(&bench, rate, length).await?);
    }
    Ok(())
}

struct Bench {
    store: Store,
    next: AtomicU64,
}

impl Bench {
    async fn book(&self) -> Result<(), StoreError> {
        let wish = Wish::new(self.next.fetch_add(1, Ordering::Relaxed))?;
        self.store.write(move |tx| wish.book(tx)).await
    }
}

/// Many bookings per transaction, for a database with a history.
async fn fill(bench: &Bench, bookings: u64) -> Result<(), StoreError> {
    let first = bench.next.fetch_add(bookings, Ordering::Relaxed);
    for start in (first..first + bookings).step_by(PER_TRANSACTION) {
        let end = (start + PER_TRANSACTION as u64).min(first + bookings);
        bench.store.write(move |tx| (start..end).try_for_each(|number| Wish::new(number)?.book(tx))).await?;
    }
    Ok(())
}

async fn closed_loop(bench: &Arc<Bench>, callers: usize, length: Duration) -> anyhow::Result<Vec<Duration>> {
    let until = Instant::now() + length;
    let mut tasks = JoinSet::new();
    for _ in 0..callers {
        let bench = Arc::clone(bench);
        tasks.spawn(async move {
            let mut latencies = Vec::new();
            while Instant::now() < until {
                let start = Instant::now();
                bench.book().await?;
                latencies.push(start.elapsed());
            }
            Ok::<_, StoreError>(latencies)
        });
    }
    let latencies: Result<Vec<_>, _> = tasks.join_all().await.into_iter().collect();
    Ok(latencies?.concat())
}

/// Callers come whether or not the ones before are served; each counts from when it should have
/// come, so that a stall is counted for everyone it kept waiting.
async fn open_loop(bench: &Arc<Bench>, rate: u32, length: Duration) -> anyhow::Result<Vec<Duration>> {
    let mut ticks = interval(Duration::from_millis(5));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (start, gap) = (Instant::now(), Duration::from_secs(1) / rate);
    let mut tasks = JoinSet::new();
    for number in 0..rate * u32::try_from(length.as_secs())? {
        let due = start + gap * number;
        while Instant::now() < due {
            ticks.tick().await;
        }
        let bench = Arc::clone(bench);
        tasks.spawn(async move { bench.book().await.map(|()| due.elapsed()) });
    }
    Ok(tasks.join_all().await.into_iter().collect::<Result<_, _>>()?)
}

fn report(name: &str, length: Duration, mut latencies: Vec<Duration>) {
    latencies.sort_unstable();
    let at = |share: f64| {
        let index = (latencies.len() as f64 * share) as usize;
        latencies
            .get(index.min(latencies.len().saturating_sub(1)))
            .map_or(0.0, |latency| latency.as_secs_f64() * 1_000.0)
    };
    let rate = latencies.len() as f64 / length.as_secs_f64();
    println!("{name:<18} {rate:>10.0} {:>8.2} {:>8.2} {:>8.2} {:>8.2}", at(0.5), at(0.99), at(0.999), at(1.0));
}

/// A new caller's booking at a time that nobody else wants.
struct Wish {
    key: String,
    contact: Contact,
    appointment: NewAppointment,
}

impl Wish {
    fn new(number: u64) -> Result<Self, StoreError> {
        // A permutation of the numbers: neighbours in time land far apart in the indexes.
        let scattered = (number % (1 << 22)).wrapping_mul(2_654_435_761) % (1 << 22);
        let start = at(i64::try_from(scattered / PROVIDERS).map_err(internal)? * HALF_HOUR);
        let provider: ProviderId = format!("provider-{}", scattered % PROVIDERS).parse().map_err(internal)?;
        let service: ServiceId = "consultation".parse().map_err(internal)?;
        let time = Interval::new(start, start + Span::from_seconds(HALF_HOUR));
        let id = ContactId(Uuid::now_v7());
        let phone = Some(E164::from_stored(format!("+1512{scattered:07}")));
        let email = Some(Email::from_stored(format!("caller-{scattered}@example.com")));
        let appointment = NewAppointment {
            id: AppointmentId(Uuid::now_v7()),
            contact: Some(id),
            service,
            provider,
            time,
            occupied: time,
            capacity: 1,
            status: Status::Confirmed,
            hold_expires: None,
            code: ConfirmationCode::from_random(&[0, 4, 8, 12, 16, 20].map(|shift| (scattered >> shift) as u8 & 15)),
            call_id: Some(format!("call-{scattered:032x}")),
            channel: "vapi",
            notes: None,
            series: None,
            overridden: None,
            now: at(0),
        };
        let contact = Contact { id, name: Some(PersonName::from_stored("Sam Lee".to_owned())), phone, email };
        Ok(Self { key: format!("{scattered:032x}:{scattered:032x}"), contact, appointment })
    }

    /// What `book_appointment` asks of the store.
    fn book(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let Self { key, contact, appointment: new } = self;
        tx.remembered(ORG, key, new.now)?;
        tx.organization_version(ORG)?;
        if let Some(phone) = &contact.phone {
            tx.contact_by_phone(ORG, phone)?;
        }
        if let Some(email) = &contact.email {
            tx.contacts_by_email(ORG, email)?;
        }
        if let Some(call) = &new.call_id {
            tx.hold_of_call(ORG, call)?;
        }
        tx.insert_contact(ORG, contact, new.now)?;
        tx.same_appointment(ORG, contact.id, &new.service, new.time.from)?;
        tx.release_expired_holds(ORG, &new.provider, new.occupied, new.now)?;
        tx.occupied(ORG, &new.provider, new.occupied, new.now)?;
        tx.code_taken(ORG, &new.code)?;
        tx.insert_appointment(ORG, new)?;
        tx.enqueue(ORG, EventKind::AppointmentBooked, new.id.0, new.now)?;
        tx.remember(ORG, key, &Remembered { fingerprint: [7; 32], reply: "x".repeat(500) }, new.now)
    }
}

fn at(seconds: i64) -> Moment {
    Moment::from_unix(1_800_000_000 + seconds)
}

fn internal(error: impl Into<anyhow::Error>) -> StoreError {
    StoreError::Internal(error.into())
}
