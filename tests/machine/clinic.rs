//! One clinic: its callers do one thing after the other, and each time the reply is the one that
//! the model expects.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::model::{Model, PROVIDERS, Place, SERVICES, State, Visit, phone};
use crate::support::{Reply, with};
use crate::wire::{Line, Wire, wanted};

const CALLERS: usize = 12;
const CALLS: usize = 30;
const HISTORY: usize = 25;

pub struct Clinic {
    seed: u64,
    random: fastrand::Rng,
    model: Model,
    now: Timestamp,
    /// The last success that carried a key: sent again it must hear the same.
    remembered: Option<(Line, Value, String, String)>,
    keys: usize,
    changes: usize,
    /// What was done last, for whoever reads a failure.
    history: Vec<String>,
}

impl Clinic {
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            random: fastrand::Rng::with_seed(seed),
            model: Model::default(),
            now: Timestamp::UNIX_EPOCH,
            remembered: None,
            keys: 0,
            changes: 0,
            history: Vec::new(),
        }
    }

    /// How many operations changed something.
    pub const fn changes(&self) -> usize {
        self.changes
    }

    pub async fn run(&mut self, wire: Wire, now: Timestamp, steps: usize) {
        self.now = now;
        self.model.expire(now);
        // Replies are remembered for a day, and the next round may be later than that.
        self.remembered = None;
        for _ in 0..steps {
            self.step(&wire).await;
            let (stored, expected) = (wire.rows(self.now), self.model.rows());
            assert!(stored == expected, "{}\nstored: {stored:#?}\nexpected: {expected:#?}", self.told());
        }
    }

    async fn step(&mut self, wire: &Wire) {
        match self.random.u8(0..24) {
            0..=6 => self.book(wire).await,
            7..=8 => self.hold(wire).await,
            9..=10 => self.confirm(wire).await,
            11 => self.release(wire).await,
            12..=14 => self.reschedule(wire).await,
            15..=20 => self.cancel(wire).await,
            21 => self.find(wire).await,
            22 => self.repeat(wire).await,
            _ => self.list(wire).await,
        }
    }

    async fn book(&mut self, wire: &Wire) {
        let (line, place) = (self.line(), self.place());
        self.keys += 1;
        let (key, arguments) = (format!("key-{}-{}", self.seed, self.keys), with(wanted(place), "name", "Ann Bee"));
        let reply = self.ask(wire, &line, "book_appointment", &arguments, Some(&key)).await;
        if let Some(own) = self.model.own(line.caller, place).map(|own| own.id.clone()) {
            self.expect(&reply, "BOOKED");
            assert_eq!(reply.at("/appointment/id"), own, "{}", self.told());
        } else {
            let held = self.model.hold_in_the_way(&line.call, place);
            if !self.settle(&reply, place, held.as_slice(), "BOOKED", "NOT_BOOKED") {
                return;
            }
            held.iter().for_each(|held| self.model.remove(held));
            self.add(&reply, place, State::Booked { caller: line.caller });
        }
        self.remembered = Some((line, arguments, key, reply.text));
    }

    async fn hold(&mut self, wire: &Wire) {
        let (line, place) = (self.line(), self.place());
        let earlier = self.model.hold_of(&line.call).map(|hold| hold.id.clone());
        let reply = self.ask(wire, &line, "hold_slot", &wanted(place), None).await;
        if self.settle(&reply, place, earlier.as_slice(), "HELD", "NOT_BOOKED") {
            earlier.iter().for_each(|earlier| self.model.remove(earlier));
            let expires = self.now + SignedDuration::from_mins(5);
            self.add(&reply, place, State::Held { expires, call: line.call });
        }
    }

    /// A call takes what it holds; now and then one that holds nothing tries.
    async fn confirm(&mut self, wire: &Wire) {
        let Some(hold) = self.any(|visit| matches!(visit.state, State::Held { .. })) else { return };
        let line = self.line_for(&hold);
        let is_theirs = matches!(&hold.state, State::Held { call, .. } if *call == line.call);
        let arguments = json!({ "hold_id": hold.id, "name": "Ann Bee" });
        let reply = self.ask(wire, &line, "book_appointment", &arguments, None).await;
        if !is_theirs {
            self.expect(&reply, "NOT_FOUND");
        } else if let Some(own) = self.model.own(line.caller, hold.place) {
            assert_eq!(reply.at("/appointment/id"), own.id, "{}", self.told());
        } else {
            self.expect(&reply, "BOOKED");
            assert_eq!(reply.at("/appointment/id"), hold.id, "{}", self.told());
            let visit = self.model.visit(&hold.id);
            visit.state = State::Booked { caller: line.caller };
            visit.code = reply.at("/appointment/confirmation_code");
            self.changes += 1;
        }
    }

    async fn release(&mut self, wire: &Wire) {
        let Some(hold) = self.any(|visit| matches!(visit.state, State::Held { .. })) else { return };
        let line = self.line_for(&hold);
        let is_theirs = matches!(&hold.state, State::Held { call, .. } if *call == line.call);
        let reply = self.ask(wire, &line, "release_hold", &json!({ "hold_id": hold.id }), None).await;
        if is_theirs {
            self.expect(&reply, "RELEASED");
            self.model.remove(&hold.id);
            self.changes += 1;
        } else {
            self.expect(&reply, "NOT_FOUND");
        }
    }

    async fn reschedule(&mut self, wire: &Wire) {
        let Some(visit) = self.any(|visit| matches!(visit.state, State::Booked { .. })) else { return };
        let State::Booked { caller } = visit.state else { return };
        // Now and then somebody else tries.
        let line = if self.random.u8(0..8) == 0 { self.line() } else { Line { caller, ..self.line() } };
        let place = Place { service: visit.place.service, ..self.place() };
        let arguments = with(wanted(place), "appointment_id", visit.id.as_str());
        let reply = self.ask(wire, &line, "reschedule_appointment", &arguments, None).await;
        if line.caller != caller {
            self.expect(&reply, "NOT_FOUND");
        } else if visit.place.start < self.now {
            self.expect(&reply, "NOT_CHANGED");
        } else if visit.place == place {
            self.expect(&reply, "RESCHEDULED");
        } else {
            let held = self.model.hold_in_the_way(&line.call, place);
            let thought_away: Vec<String> = held.iter().cloned().chain([visit.id.clone()]).collect();
            if self.settle(&reply, place, &thought_away, "RESCHEDULED", "NOT_CHANGED") {
                held.iter().for_each(|held| self.model.remove(held));
                self.model.visit(&visit.id).place = place;
                assert_eq!(reply.at("/appointment/confirmation_code"), visit.code, "{}", self.told());
                self.changes += 1;
            }
        }
    }

    /// By the code from any phone, or by the id from the contact's own.
    async fn cancel(&mut self, wire: &Wire) {
        let Some(visit) = self.any(|visit| matches!(visit.state, State::Booked { .. })) else { return };
        let line = match visit.state {
            // Now and then somebody else tries.
            State::Booked { caller } if self.random.u8(0..6) > 0 => Line { caller, ..self.line() },
            _ => self.line(),
        };
        let by_code = self.random.bool();
        let named =
            if by_code { json!({ "confirmation_code": visit.code }) } else { json!({ "appointment_id": visit.id }) };
        let reply = self.ask(wire, &line, "cancel_appointment", &named, None).await;
        if !by_code && visit.state != (State::Booked { caller: line.caller }) {
            self.expect(&reply, "NOT_FOUND");
        } else if visit.place.start < self.now {
            self.expect(&reply, "NOT_CHANGED");
        } else {
            self.expect(&reply, "CANCELLED");
            self.model.remove(&visit.id);
            self.changes += 1;
        }
    }

    async fn find(&mut self, wire: &Wire) {
        let line = self.line();
        let reply = self.ask(wire, &line, "find_appointments", &json!({}), None).await;
        let mut theirs: Vec<&Visit> =
            self.model.visits.iter().filter(|visit| visit.state == State::Booked { caller: line.caller }).collect();
        theirs.retain(|visit| visit.place.start >= self.now);
        theirs.sort_by_key(|visit| (visit.place.start, visit.id.clone()));
        let expected: Vec<String> = theirs.iter().take(10).map(|visit| visit.id.clone()).collect();
        let found = reply.json()["appointments"].as_array().cloned().unwrap_or_default();
        let found: Vec<&str> = found.iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(found, expected, "{}", self.told());
    }

    async fn repeat(&mut self, wire: &Wire) {
        let Some((line, arguments, key, text)) = self.remembered.clone() else { return };
        let reply = self.ask(wire, &line, "book_appointment", &arguments, Some(&key)).await;
        assert_eq!(reply.text, text, "{}", self.told());
    }

    /// Everything that is listed is free, and everything free is listed.
    async fn list(&mut self, wire: &Wire) {
        let (line, place) = (self.line(), self.place());
        let date = place.start.to_string()[..10].to_owned();
        let arguments = json!({
            "date": date, "service": SERVICES[place.service].id, "provider": PROVIDERS[place.provider],
        });
        let reply = self.ask(wire, &line, "check_availability", &arguments, None).await;
        let day: Timestamp = format!("{date}T00:00:00Z").parse().unwrap();
        let starts = (0..48).map(|half| day + SignedDuration::from_mins(half * 30));
        let free = starts.filter(|start| self.model.is_free(Place { start: *start, ..place }, self.now, &[])).count();
        let counted = reply.json()["count"].as_u64();
        assert!(
            counted == Some(free as u64) || (free == 0 && reply.at("/status") != "AVAILABLE"),
            "{free} are free: {}\n{}",
            reply.text,
            self.told()
        );
    }

    async fn ask(&mut self, wire: &Wire, line: &Line, tool: &str, arguments: &Value, key: Option<&str>) -> Reply {
        let reply = wire.tool(line, tool, arguments, key).await;
        if self.history.len() == HISTORY {
            self.history.remove(0);
        }
        let (call, caller) = (&line.call, phone(line.caller));
        self.history
            .push(format!("{call} {caller} {tool} {arguments} {key:?}\n    -> {} {}", reply.status, reply.text));
        reply
    }

    /// Whether it was done, which it must be exactly when the place is free.
    fn settle(&self, reply: &Reply, place: Place, but: &[String], done: &str, refused: &str) -> bool {
        let but: Vec<&str> = but.iter().map(String::as_str).collect();
        let is_free = self.model.is_free(place, self.now, &but);
        self.expect(reply, if is_free { done } else { refused });
        is_free
    }

    fn expect(&self, reply: &Reply, status: &str) {
        assert_eq!(reply.at("/status"), status, "{}", self.told());
    }

    fn add(&mut self, reply: &Reply, place: Place, state: State) {
        let id = match state {
            State::Held { .. } => reply.at("/hold_id"),
            State::Booked { .. } => reply.at("/appointment/id"),
        };
        self.model.visits.push(Visit { id, code: reply.at("/appointment/confirmation_code"), place, state });
        self.changes += 1;
    }

    fn told(&self) -> String {
        format!("clinic {} at {}, after:\n{}", self.seed, self.now, self.history.join("\n"))
    }

    fn line(&mut self) -> Line {
        Line { call: format!("call-{}", self.random.usize(..CALLS)), caller: self.random.usize(..CALLERS) }
    }

    /// Mostly the call that holds it.
    fn line_for(&mut self, hold: &Visit) -> Line {
        match &hold.state {
            State::Held { call, .. } if self.random.u8(0..6) > 0 => Line { call: call.clone(), ..self.line() },
            _ => self.line(),
        }
    }

    fn any(&mut self, wanted: impl Fn(&Visit) -> bool) -> Option<Visit> {
        let fitting: Vec<&Visit> = self.model.visits.iter().filter(|visit| wanted(visit)).collect();
        self.random.choice(fitting).cloned()
    }

    /// One of the next ten days around opening hours, now and then off the grid: few enough places
    /// for callers to get in each other's way.
    fn place(&mut self) -> Place {
        let today: Timestamp = format!("{}T00:00:00Z", &self.now.to_string()[..10]).parse().unwrap();
        let minutes = self.random.i64(0..10) * 1440 + self.random.i64(17..35) * 30;
        let off = if self.random.u8(0..20) == 0 { 10 } else { 0 };
        Place {
            start: today + SignedDuration::from_mins(minutes + off),
            service: self.random.usize(..SERVICES.len()),
            provider: self.random.usize(..PROVIDERS.len()),
        }
    }
}
