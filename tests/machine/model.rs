//! What a clinic ought to hold. Written without a look at the real rules: a list of visits and the
//! shortest code that says when another one fits.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

pub const SERVICES: [Service; 3] = [
    Service { id: "consultation", minutes: 30, buffer_after: 0, capacity: 1 },
    Service { id: "cleaning", minutes: 45, buffer_after: 15, capacity: 1 },
    Service { id: "class", minutes: 60, buffer_after: 0, capacity: 3 },
];

pub const PROVIDERS: [&str; 2] = ["lee", "ortiz"];

pub struct Service {
    pub id: &'static str,
    pub minutes: i64,
    pub buffer_after: i64,
    pub capacity: usize,
}

/// A time somebody may want.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub start: Timestamp,
    pub service: usize,
    pub provider: usize,
}

impl Place {
    fn occupied(&self) -> (Timestamp, Timestamp) {
        let service = &SERVICES[self.service];
        (self.start, self.start + SignedDuration::from_mins(service.minutes + service.buffer_after))
    }

    fn overlaps(&self, other: &Self) -> bool {
        let ((from, until), (other_from, other_until)) = (self.occupied(), other.occupied());
        from < other_until && other_from < until
    }

    /// Whether somebody is there for all of it.
    fn is_open(&self) -> bool {
        let local = self.start.to_zoned(TimeZone::UTC);
        let from = i64::from(local.hour()) * 60 + i64::from(local.minute());
        let until = from + SERVICES[self.service].minutes;
        let windows: &[(i64, i64)] =
            if PROVIDERS[self.provider] == "lee" { &[(540, 1020)] } else { &[(540, 720), (780, 1020)] };
        !matches!(local.weekday(), Weekday::Saturday | Weekday::Sunday)
            && from % 30 == 0
            && windows.iter().any(|(open, close)| *open <= from && until <= *close)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Until then, for that call.
    Held { expires: Timestamp, call: String },
    /// For that caller.
    Booked { caller: usize },
}

#[derive(Clone, Debug)]
pub struct Visit {
    pub id: String,
    pub code: String,
    pub place: Place,
    pub state: State,
}

#[derive(Default)]
pub struct Model {
    pub visits: Vec<Visit>,
}

impl Model {
    /// Forgets holds that are over.
    pub fn expire(&mut self, now: Timestamp) {
        self.visits.retain(|visit| !matches!(visit.state, State::Held { expires, .. } if expires <= now));
    }

    /// Whether the place can be had when the visits `but` are thought away.
    pub fn is_free(&self, place: Place, now: Timestamp, but: &[&str]) -> bool {
        let others = self.visits.iter().filter(|visit| !but.contains(&visit.id.as_str()));
        let near: Vec<&Visit> =
            others.filter(|visit| visit.place.provider == place.provider && visit.place.overlaps(&place)).collect();
        let is_shared = near.iter().all(|visit| visit.place == place);
        place.start >= now && place.is_open() && is_shared && near.len() < SERVICES[place.service].capacity
    }

    /// Nobody is in two places at once, and no group is larger than it may be.
    pub fn assert_possible(&self) {
        for visit in &self.visits {
            let near =
                |other: &&Visit| other.place.provider == visit.place.provider && other.place.overlaps(&visit.place);
            let near: Vec<&Visit> = self.visits.iter().filter(near).collect();
            let is_shared = near.iter().all(|other| other.place == visit.place);
            assert!(is_shared && near.len() <= SERVICES[visit.place.service].capacity, "{near:#?}");
        }
    }

    pub fn hold_of(&self, call: &str) -> Option<&Visit> {
        self.visits.iter().find(|visit| matches!(&visit.state, State::Held { call: holder, .. } if holder == call))
    }

    /// The call's hold, if a booking at `place` takes its time: then it is not in the way.
    pub fn hold_in_the_way(&self, call: &str, place: Place) -> Option<String> {
        self.hold_of(call).filter(|hold| hold.place.overlaps(&place)).map(|hold| hold.id.clone())
    }

    /// What the caller has at that time for that service already.
    pub fn own(&self, caller: usize, place: Place) -> Option<&Visit> {
        self.visits.iter().find(|visit| {
            visit.state == State::Booked { caller }
                && (visit.place.start, visit.place.service) == (place.start, place.service)
        })
    }

    pub fn visit(&mut self, id: &str) -> &mut Visit {
        self.visits.iter_mut().find(|visit| visit.id == id).expect("a known visit")
    }

    pub fn remove(&mut self, id: &str) {
        self.visits.retain(|visit| visit.id != id);
    }

    /// As the database would list it.
    pub fn rows(&self) -> Vec<String> {
        let row = |visit: &Visit| {
            let Place { start, service, provider } = visit.place;
            let whose = match visit.state {
                State::Held { .. } => "held".to_owned(),
                State::Booked { caller } => format!("confirmed {}", phone(caller)),
            };
            let place = format!("{} {} {}", start.as_second(), SERVICES[service].id, PROVIDERS[provider]);
            format!("{} {place} {whose}", visit.id)
        };
        let mut rows: Vec<String> = self.visits.iter().map(row).collect();
        rows.sort();
        rows
    }
}

pub fn phone(caller: usize) -> String {
    format!("+1212555{:04}", 100 + caller)
}
