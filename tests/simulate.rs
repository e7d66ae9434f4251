//! Seeded days at a clinic: callers who ask and book, who repeat themselves, who want the same
//! time at once; restarts, sudden deaths and a clock that jumps. After every step the database and
//! what callers were told agree.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]
#![expect(dead_code, unused_imports, reason = "the black-box tests use more of the support module")]

mod support;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};
use support::{NOW, SECRET, Server, envelope};

const STEPS: usize = 250;

/// Replies are remembered for a day; a little less, because the server's clock runs on meanwhile.
const REMEMBERED_HOURS: i64 = 23;

struct Simulation {
    server: Server,
    random: fastrand::Rng,
    clock: Timestamp,
    calls: usize,
    confirmed: Vec<Confirmed>,
}

struct Confirmed {
    call: Value,
    text: String,
    at: Timestamp,
}

impl Simulation {
    fn new(seed: u64) -> Self {
        let clock = NOW.parse().unwrap();
        Self { server: Server::demo(), random: fastrand::Rng::with_seed(seed), clock, calls: 0, confirmed: Vec::new() }
    }

    async fn step(&mut self) {
        match self.random.u8(0..10) {
            0..=3 => self.book_what_is_listed().await,
            4..=6 => self.book_at_random().await,
            7 => self.two_want_the_same().await,
            8 => self.repeat().await,
            _ => self.restart(),
        }
        self.server.assert_no_overlap();
        let booked = self.server.number("SELECT count(*) FROM appointments");
        assert_eq!(booked, i64::try_from(self.confirmed.len()).unwrap(), "what callers were told is what is stored");
    }

    async fn book_what_is_listed(&mut self) {
        let (service, provider, day) = (self.service(), self.provider(), self.day());
        let Some(start) = self.any_of(&self.listed(service, provider, day).await) else { return };
        let text = self.book(service, provider, &start).await;
        assert!(is_booked(&text), "{start} was listed for {service} with {provider}: {text}");
    }

    async fn book_at_random(&mut self) {
        let (service, provider, day) = (self.service(), self.provider(), self.day());
        let minute = self.random.i64(8 * 12..18 * 12) * 5;
        let start = day.at(0, 0, 0, 0) + minute.minutes();
        let start = start.in_tz("America/New_York").unwrap().timestamp().to_string();
        let listed = self.listed(service, provider, day).await.contains(&start);
        let text = self.book(service, provider, &start).await;
        assert_eq!(is_booked(&text), listed, "{start} for {service} with {provider}: {text}");
    }

    async fn two_want_the_same(&mut self) {
        let (service, provider, day) = (self.service(), self.provider(), self.day());
        let Some(start) = self.any_of(&self.listed(service, provider, day).await) else { return };
        let (one, other) = (self.call(service, provider, &start), self.call(service, provider, &start));
        let replies = tokio::join!(self.server.vapi(&one), self.server.vapi(&other));
        let booked = [(one, replies.0.text), (other, replies.1.text)].into_iter().filter(|(_, text)| is_booked(text));
        let winners: Vec<_> = booked.map(|(call, text)| Confirmed { call, text, at: self.clock }).collect();
        assert_eq!(winners.len(), 1, "{start} for {service} with {provider}");
        self.confirmed.extend(winners);
    }

    async fn repeat(&mut self) {
        let recent = |known: &&Confirmed| self.clock < known.at + REMEMBERED_HOURS.hours();
        let known: Vec<&Confirmed> = self.confirmed.iter().filter(recent).collect();
        if known.is_empty() {
            return;
        }
        let Confirmed { call, text, .. } = known[self.random.usize(..known.len())];
        assert_eq!(self.server.vapi(call).await.text, *text, "a repeated call hears the same");
    }

    fn restart(&mut self) {
        if self.random.bool() {
            self.server.kill();
        } else {
            assert_eq!(self.server.terminate(), Some(0));
        }
        self.clock += self.random.i64(0..30).hours();
        self.server = Server::start(self.server.folder.clone(), &self.clock.to_string(), SECRET);
    }

    async fn book(&mut self, service: &str, provider: &str, start: &str) -> String {
        let call = self.call(service, provider, start);
        let text = self.server.vapi(&call).await.text;
        if is_booked(&text) {
            self.confirmed.push(Confirmed { call, text: text.clone(), at: self.clock });
        }
        text
    }

    /// A new caller's wish.
    fn call(&mut self, service: &str, provider: &str, start: &str) -> Value {
        self.calls += 1;
        let phone = format!("+1555{:07}", self.calls);
        let wish = json!({"start": start, "service": service, "provider": provider, "phone": phone});
        envelope(&format!("call-{}", self.calls), "call_a", "book_appointment", wish)
    }

    /// The starts that are offered on a day, as UTC instants.
    async fn listed(&self, service: &str, provider: &str, day: Date) -> Vec<String> {
        let query = format!("/api/v1/availability?service={service}&provider={provider}&from={day}&to={day}");
        let reply = self.server.request(reqwest::Method::GET, &query).bearer_auth("demo-key").send().await.unwrap();
        let reply: Value = reply.json().await.unwrap();
        let slots = reply["data"].as_array().unwrap_or_else(|| panic!("{reply}"));
        let utc = |slot: &Value| slot["start"].as_str().unwrap().parse::<Timestamp>().unwrap().to_string();
        slots.iter().map(utc).collect()
    }

    fn any_of(&mut self, starts: &[String]) -> Option<String> {
        (!starts.is_empty()).then(|| starts[self.random.usize(..starts.len())].clone())
    }

    fn service(&mut self) -> &'static str {
        ["consultation", "cleaning"][self.random.usize(..2)]
    }

    fn provider(&mut self) -> &'static str {
        ["lee", "ortiz"][self.random.usize(..2)]
    }

    /// One of the next five days: few enough for callers to get in each other's way.
    fn day(&mut self) -> Date {
        self.clock.in_tz("America/New_York").unwrap().date() + self.random.i64(0..5).days()
    }
}

fn is_booked(text: &str) -> bool {
    text.contains("\"BOOKED.")
}

async fn simulate(seed: u64) {
    let mut simulation = Simulation::new(seed);
    for _ in 0..STEPS {
        simulation.step().await;
    }
    assert!(simulation.confirmed.len() > STEPS / 10, "seed {seed} hardly booked anything");
}

#[tokio::test]
async fn four_seeded_weeks() {
    for seed in [1, 2, 3, 4] {
        simulate(seed).await;
    }
}
