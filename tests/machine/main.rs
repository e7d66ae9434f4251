//! A small model of a clinic beside the real server: random sequences of every operation by several
//! callers; after each, the reply, the model and the database agree. Eight clinics share one server
//! and one database, so that whatever one does happens among the others' work.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]
#![expect(dead_code, unused_imports, reason = "the black-box tests use more of the support module")]

mod clinic;
mod crowd;
mod model;
#[path = "../support/mod.rs"]
mod support;
mod wire;

use std::sync::Arc;

use clinic::Clinic;
use futures_util::future::join_all;
use support::{Server, add_organization};
use wire::Wire;

/// Ten past the hour: no start passes while a round runs.
const CLOCK: &str = "2026-06-01T08:10:00Z";

const CLINICS: usize = 8;
const ROUNDS: i64 = 8;
const STEPS: usize = 1_570;

fn file(slug: &str) -> String {
    include_str!("clinic.toml").replace("SLUG", slug)
}

fn start(folder: Arc<tempfile::TempDir>, clock: jiff::Timestamp) -> Arc<Server> {
    Arc::new(Server::start(folder, &clock.to_string(), support::SECRET))
}

/// 100,480 operations. Between rounds the server dies or is stopped, and hours go by: holds expire
/// and times become past.
#[tokio::test]
async fn a_hundred_thousand_operations_agree_with_the_model() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let secrets: Vec<String> =
        (0..CLINICS).map(|number| add_organization(folder.path(), &file(&format!("clinic-{number}")))).collect();
    let mut clock: jiff::Timestamp = CLOCK.parse().unwrap();
    let mut clinics: Vec<Clinic> = (0..CLINICS).map(|number| Clinic::new(number as u64)).collect();
    for round in 0..ROUNDS {
        let server = start(Arc::clone(&folder), clock);
        let wires = secrets.iter().map(|secret| Wire::new(&server, secret));
        let days = clinics.iter_mut().zip(wires).map(|(clinic, wire)| clinic.run(wire, clock, STEPS));
        join_all(days).await;
        if round % 2 == 0 {
            server.kill()
        } else {
            assert_eq!(server.terminate(), Some(0))
        }
        clock += jiff::SignedDuration::from_hours(5 + round);
    }
    let done: usize = clinics.iter().map(Clinic::changes).sum();
    assert!(done > 20_000, "only {done} operations changed anything");
}
