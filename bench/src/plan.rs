//! What is measured, in order.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::client::{Answer, Connection, get, post};
use crate::load::{self, Measured, Requests};
use crate::server::{Server, apply};
use crate::{Options, clinic, fill};

const RECORDED: &str = include_str!("../../tests/fixtures/vapi_tool_calls_1_observed.json");
const HISTORY: usize = 20_000;

/// One line of the report.
pub struct Line {
    pub what: String,
    pub load: String,
    pub measured: Measured,
}

pub struct Results {
    pub bookings: Vec<Line>,
    pub availability: Vec<Line>,
    /// Facts that are one number, already in words.
    pub facts: Vec<(String, String)>,
}

struct Bookings {
    envelopes: clinic::Envelopes,
    secret: String,
}

impl Requests for Bookings {
    fn request(&self, index: usize) -> Vec<u8> {
        post("/api/vapi", &self.secret, &self.envelopes.body(index))
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        answer.status == 200 && answer.body.windows(8).any(|window| window == b"\"BOOKED.")
    }
}

/// The same question again and again.
struct Question(Vec<u8>);

impl Requests for Question {
    fn request(&self, _index: usize) -> Vec<u8> {
        self.0.clone()
    }

    fn is_good(&self, answer: &Answer<'_>) -> bool {
        answer.status == 200
    }
}

pub async fn run(options: &Options) -> anyhow::Result<Results> {
    let seconds = if options.quick { 2 } else { options.seconds };
    let million = if options.quick { 50_000 } else { 1_000_000 };
    let mut results = Results { bookings: Vec::new(), availability: Vec::new(), facts: Vec::new() };
    for filled in [0, million] {
        bookings(&mut results, filled, seconds).await?;
    }
    for filled in [0, HISTORY] {
        availability(&mut results, filled, seconds).await?;
    }
    Ok(results)
}

async fn bookings(results: &mut Results, filled: usize, seconds: u64) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let database = database(folder.path());
    let (secret, _) = apply(&database, "busy", &clinic::busy_clinic())?;
    fill::busy(&database, filled)?;
    results.facts.push((format!("start to first 200, {filled} appointments"), first_answer(&database).await?));

    let requests = Bookings { envelopes: clinic::Envelopes::recorded(RECORDED)?, secret };
    let server = Server::start(&database)?;
    results.facts.push((format!("memory when idle, {filled} appointments"), format!("{:.1} MB", server.memory()?)));
    let next = Cell::new(0);
    load::closed(&requests, &server.address, &next, 4, 1).await?;
    for connections in [1, 16, 64] {
        let measured = load::closed(&requests, &server.address, &next, connections, seconds).await?;
        results.add_booking(filled, format!("closed, {connections} connections"), measured);
    }
    for rate in [500, 1_000, 2_000] {
        let measured = load::open(&requests, &server.address, &next, rate, seconds).await?;
        results.add_booking(filled, format!("open, {rate}/s"), measured);
    }
    results
        .facts
        .push((format!("memory after the load, {filled} appointments"), format!("{:.1} MB", server.memory()?)));
    Ok(())
}

async fn availability(results: &mut Results, filled: usize, seconds: u64) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let database = database(folder.path());
    let (tool, api) = apply(&database, "small", &clinic::small_clinic())?;
    fill::small(&database, filled)?;
    let server = Server::start(&database)?;
    let first = clinic::now()?.in_tz(clinic::ZONE)?.date();
    for days in [1, 31, 90] {
        let last = first + jiff::ToSpan::days(days - 1);
        let path = format!("/api/v1/availability?service=visit&provider=p0&from={first}&to={last}");
        let body = format!("{{\"service\":\"visit\",\"from\":\"{first}\",\"to\":\"{last}\"}}");
        for (what, request) in [
            ("GET /api/v1/availability", get(&path, &api)),
            ("check_availability", post("/api/tools/check_availability", &tool, &body)),
        ] {
            let measured = load::closed(&Question(request), &server.address, &Cell::new(0), 32, seconds).await?;
            let what = format!("{what}, {days} days");
            results.availability.push(Line { what, load: format!("{filled} appointments"), measured });
        }
    }
    Ok(())
}

impl Results {
    fn add_booking(&mut self, filled: usize, load: String, measured: Measured) {
        let what = format!("booking, {filled} appointments before");
        eprintln!("{what}: {load}: {:.0}/s", measured.per_second);
        self.bookings.push(Line { what, load, measured });
    }
}

/// The median of some starts, from the process to the first answer, in words.
async fn first_answer(database: &Path) -> anyhow::Result<String> {
    let mut times = Vec::new();
    for _ in 0..9 {
        let start = Instant::now();
        let server = Server::start(database)?;
        Connection::open(&server.address).await?.send(&get("/api/health", "")).await?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(format!("{:.0} ms", times[times.len() / 2].as_secs_f64() * 1000.0))
}

fn database(folder: &Path) -> PathBuf {
    folder.join("bench.db")
}
