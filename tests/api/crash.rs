//! `kill -9` under load: what was acknowledged is there, and can be asked for again.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use serde_json::{Value, json};

use crate::support::{NOW, SECRET, Server, envelope};

const ROUNDS: usize = 50;
const CALLERS: usize = 8;
const SLOTS_A_DAY: usize = 32;

/// One booking each: its own caller, and one of the 32 slots of a working day of its own.
struct Wishes {
    days: Vec<Date>,
}

impl Wishes {
    fn new() -> Self {
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let days = (0..350).map(|after| date(2026, 6, 3) + after.days()).filter(|day| !weekend(day)).collect();
        Self { days }
    }

    fn call(&self, index: usize) -> Value {
        let (day, slot) = (self.days[index / SLOTS_A_DAY], index % SLOTS_A_DAY);
        let provider = if slot.is_multiple_of(2) { "lee" } else { "ortiz" };
        let minute = 9 * 60 + slot / 2 * 30;
        let start = format!("{day}T{:02}:{:02}", minute / 60, minute % 60);
        let wish = json!({"start": start, "service": "consultation", "provider": provider, "phone": format!("+1555{index:07}")});
        envelope(&format!("call-{index}"), "call_a", "book_appointment", wish)
    }
}

/// What callers were told, by the index of their wish.
#[derive(Default)]
struct Told {
    next: Cell<usize>,
    confirmations: RefCell<Vec<(usize, String)>>,
    unanswered: RefCell<Vec<usize>>,
}

impl Told {
    fn confirm(&self, index: usize, text: String) {
        assert!(text.contains("BOOKED.") && !text.contains("NOT BOOKED."), "{text}");
        self.confirmations.borrow_mut().push((index, text));
    }

    /// Books one wish after another until the server is dead; kills it at `deadly` confirmations.
    async fn caller(&self, server: &Server, wishes: &Wishes, deadly: usize) {
        loop {
            let index = self.next.replace(self.next.get() + 1);
            match server.try_vapi(&wishes.call(index)).await {
                Some(reply) => self.confirm(index, reply.text),
                None => return self.unanswered.borrow_mut().push(index),
            }
            if self.confirmations.borrow().len() == deadly {
                server.kill();
            }
        }
    }
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_in_fifty_sudden_deaths() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let mut random = fastrand::Rng::with_seed(0x5EED);
    let (wishes, told) = (Wishes::new(), Told::default());
    for round in 0..ROUNDS {
        let server = Server::start(Arc::clone(&folder), NOW, SECRET);
        recover(&server, &wishes, &told).await;
        let deadly = told.confirmations.borrow().len() + random.usize(1..60);
        let callers = (0..CALLERS).map(|_| told.caller(&server, &wishes, deadly));
        futures_util::future::join_all(callers).await;
        assert!(!told.unanswered.borrow().is_empty(), "round {round} was not killed under load");
    }
    let server = Server::start(folder, NOW, SECRET);
    recover(&server, &wishes, &told).await;
    assert_all_there(&server, &told);
}

/// After a crash every caller asks again: the confirmed ones hear the same, the others are booked.
async fn recover(server: &Server, wishes: &Wishes, told: &Told) {
    let recent: Vec<(usize, String)> = told.confirmations.borrow().iter().rev().take(2 * CALLERS).cloned().collect();
    for (index, text) in recent {
        assert_eq!(server.vapi(&wishes.call(index)).await.text, text);
    }
    for index in told.unanswered.take() {
        let first = server.vapi(&wishes.call(index)).await.text;
        assert_eq!(server.vapi(&wishes.call(index)).await.text, first);
        told.confirm(index, first);
    }
}

fn assert_all_there(server: &Server, told: &Told) {
    server.assert_no_overlap();
    let confirmations = told.confirmations.borrow();
    let codes = server.column("SELECT confirmation_code FROM appointments WHERE status = 'confirmed'");
    assert_eq!(codes.len(), confirmations.len(), "one appointment for each confirmation");
    for (index, text) in confirmations.iter() {
        assert!(codes.iter().any(|code| text.contains(code)), "the appointment of {index} is gone: {text}");
    }
    assert_eq!(server.number("SELECT count(*) FROM outbox"), i64::try_from(codes.len()).unwrap());
}
