//! Who came, who did not, and what the business makes of it.

use ringbook::actions::{Channel, Request, attendance};
use ringbook::app::App;
use ringbook::clock::Clock;
use ringbook::config::Config;
use ringbook::secrets::SecretKey;
use ringbook::store::{Store, StoreError};
use ringbook_core::id::{AppointmentId, OrgSlug};
use serde_json::{Value, json};

use crate::holds::in_call;
use crate::lookups::{ANN, BEN, booked, by};
use crate::races::at_once;
use crate::support::{NOW, Reply, Server, wish, with};

/// Ten past ten on the day of the appointments that [`wish`] makes.
const THAT_DAY: &str = "2026-06-03T14:10:00Z";

/// The business's own verbs on a server's database. They have no tool.
struct Desk {
    app: App,
    slug: OrgSlug,
    now: &'static str,
}

impl Desk {
    fn of(server: &Server, slug: &str, now: &'static str) -> Self {
        let store = Store::open(&server.folder.path().join("ringbook.db")).unwrap();
        let app = App::new(Config::default(), store, Clock::default(), SecretKey::new([0; 32]));
        Self { app, slug: slug.parse().unwrap(), now }
    }

    fn request(&self) -> Request {
        let stored = self.app.store.read::<_, StoreError, _>(|tx| tx.organization_by_slug(&self.slug)).unwrap();
        let business = self.app.business(stored.unwrap().id).unwrap();
        Request {
            language: business.language(),
            business,
            now: self.now.parse::<jiff::Timestamp>().unwrap().into(),
            channel: Channel::Api,
            key: None,
            call_id: None,
            caller_number: None,
            once: None,
            program: None,
        }
    }

    async fn complete(&self, id: &str) -> Value {
        attendance::complete(&self.app, &self.request(), read(id)).await.body
    }

    async fn no_show(&self, id: &str) -> Value {
        attendance::no_show(&self.app, &self.request(), read(id)).await.body
    }

    async fn confirm(&self, id: &str) -> Value {
        attendance::confirm(&self.app, &self.request(), read(id)).await.body
    }
}

fn read(id: &str) -> AppointmentId {
    id.parse().unwrap()
}

fn no_shows(server: &Server) -> i64 {
    server.number("SELECT sum(no_shows) FROM contacts")
}

fn events(server: &Server) -> Vec<String> {
    server.column("SELECT event FROM outbox WHERE event LIKE 'appointment.%' ORDER BY id")
}

#[track_caller]
fn is(body: &Value, status: &str) {
    assert_eq!((&body["status"], &body["appointment"]["status"]), (&json!("OK"), &json!(status)), "{body}");
}

#[track_caller]
fn refused(body: &Value, code: &str) {
    assert_eq!((&body["success"], &body["error"]), (&json!(false), &json!(code)), "{body}");
}

#[tokio::test]
async fn a_missed_appointment_is_counted_once_and_the_count_is_corrected() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let desk = Desk::of(&server, "demo", THAT_DAY);
    is(&desk.no_show(&id).await, "no_show");
    is(&desk.no_show(&id).await, "no_show");
    assert_eq!(no_shows(&server), 1);
    is(&desk.complete(&id).await, "completed");
    is(&desk.complete(&id).await, "completed");
    assert_eq!(no_shows(&server), 0);
    is(&desk.no_show(&id).await, "no_show");
    assert_eq!(no_shows(&server), 1);
    assert_eq!(
        events(&server),
        ["appointment.booked", "appointment.no_show", "appointment.completed", "appointment.no_show"]
    );
    assert_eq!(server.number("SELECT version FROM appointments"), 4);
}

#[tokio::test]
async fn only_what_was_confirmed_and_has_begun_can_be_missed() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:30").await;
    let (cancelled, _) = booked(&server, BEN, "9:00").await;
    by(&server, BEN, "call-1", "cancel_appointment", json!({"appointment_id": cancelled})).await;
    let hold = in_call(&server, "call-1", "hold_slot", json!({"date": "2026-06-03", "time": "12:00"})).await;
    let desk = Desk::of(&server, "demo", THAT_DAY);
    for body in [desk.no_show(&id).await, desk.complete(&id).await] {
        refused(&body, "NOT_YET_BEGUN");
        assert!(body["say"].as_str().unwrap().contains("June 3rd at 10 30 AM"), "{body}");
    }
    for body in [desk.no_show(&cancelled).await, desk.complete(&cancelled).await, desk.confirm(&cancelled).await] {
        refused(&body, "WRONG_STATUS");
        assert_eq!(body["appointment_status"], "cancelled");
    }
    for id in [hold.at("/hold_id"), "01890000-0000-7000-8000-000000000000".to_owned()] {
        for body in [desk.no_show(&id).await, desk.complete(&id).await, desk.confirm(&id).await] {
            refused(&body, "NOT_FOUND");
        }
    }
    assert_eq!((no_shows(&server), events(&server).len()), (0, 3));
}

#[tokio::test]
async fn sixteen_notes_of_one_absence_count_once() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let desk = Desk::of(&server, "demo", THAT_DAY);
    let notes = (0..16).map(|_| desk.no_show(&id));
    for body in futures_util::future::join_all(notes).await {
        is(&body, "no_show");
    }
    assert_eq!(no_shows(&server), 1);
}

/// A clinic that confirms by hand who missed two appointments; Ann has.
async fn strict() -> (Server, Desk) {
    let file = include_str!("../../organizations/demo.toml")
        .replace("slug = \"demo\"", "slug = \"strict\"")
        .replace("+15125550100", "+15125550199")
        .replace("[booking]", "[booking]\nrequire_confirmation_after = 2");
    let server = Server::of_organization(&file, NOW);
    book(&server, ANN, "9:00").await.booked();
    server.database().execute("UPDATE contacts SET no_shows = 2", []).unwrap();
    let desk = Desk::of(&server, "strict", NOW);
    (server, desk)
}

async fn book(server: &Server, phone: &str, time: &str) -> Reply {
    server.book(with(wish(phone, time), "provider", "lee")).await
}

/// A tool for the caller with that number, at the strict clinic.
async fn call(server: &Server, caller: &str, tool: &str, arguments: Value) -> String {
    let mut envelope = crate::support::envelope("call-9", &format!("{tool}{arguments}"), tool, arguments);
    envelope["message"]["customer"] = json!({"number": caller});
    server.vapi(&envelope).await.line()
}

#[track_caller]
fn put_down(reply: &Reply) -> String {
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "HELD"), "{}", reply.text);
    assert_eq!(reply.at("/appointment/status"), "held");
    assert!(reply.say().contains("put you down") && reply.say().contains("will confirm it"), "{}", reply.say());
    reply.at("/appointment/id")
}

#[tokio::test]
async fn who_missed_too_many_is_put_down_until_staff_confirm() {
    let (server, desk) = strict().await;
    book(&server, BEN, "9:30").await.booked();
    let reply = book(&server, ANN, "10:00").await;
    let id = put_down(&reply);
    assert_eq!(put_down(&book(&server, ANN, "10:00").await), id, "the same wish is the same appointment");
    // It is theirs, and nobody else's.
    book(&server, BEN, "10:00").await.refused(409, "SLOT_UNAVAILABLE");
    assert!(call(&server, ANN, "find_appointments", json!({})).await.contains("10 AM, which is not confirmed yet"));
    refused(&desk.complete(&id).await, "WRONG_STATUS");

    let body = desk.confirm(&id).await;
    assert_eq!((&body["status"], &body["appointment"]["status"]), (&json!("BOOKED"), &json!("confirmed")), "{body}");
    assert_eq!(desk.confirm(&id).await["appointment"], body["appointment"]);
    book(&server, ANN, "10:00").await.booked();
    assert_eq!(
        events(&server),
        ["appointment.booked", "appointment.booked", "appointment.requested", "appointment.booked"]
    );
}

#[tokio::test]
async fn what_awaits_confirmation_is_moved_and_cancelled_by_its_person() {
    let (server, desk) = strict().await;
    let id = put_down(&book(&server, ANN, "10:00").await);
    let to = json!({"appointment_id": id, "date": "2026-06-03", "time": "3 PM"});
    assert!(call(&server, BEN, "reschedule_appointment", to.clone()).await.starts_with("NOT FOUND. "));
    let line = call(&server, ANN, "reschedule_appointment", to).await;
    assert!(line.starts_with("RESCHEDULED. I have put you down") && line.contains("3 PM. The front desk"), "{line}");
    let expires = "SELECT hold_expires_at - starts_at FROM appointments WHERE status = 'held'";
    assert_eq!(server.number(expires), 0, "it is kept until it starts");
    book(&server, BEN, "10:00").await.booked();
    let line = call(&server, ANN, "cancel_appointment", json!({"appointment_id": id})).await;
    assert!(line.starts_with("CANCELLED. "), "{line}");
    refused(&desk.confirm(&id).await, "WRONG_STATUS");
    book(&server, BEN, "15:00").await.booked();
}

#[tokio::test]
async fn a_hold_of_theirs_is_put_down_too_and_no_hold_any_more() {
    let (server, _) = strict().await;
    let hold = call(&server, ANN, "hold_slot", json!({"date": "2026-06-03", "time": "10:00"})).await;
    let id = hold.split("hold_id ").nth(1).unwrap().trim_end_matches('.').to_owned();
    let line = call(&server, ANN, "book_appointment", json!({"hold_id": id, "phone": ANN})).await;
    assert!(line.starts_with("HELD. I have put you down"), "{line}");
    for arguments in [json!({"hold_id": id}), json!({})] {
        assert!(call(&server, ANN, "release_hold", arguments).await.starts_with("NOT FOUND. "));
    }
    // The call can hold another time without giving this one up.
    let other = call(&server, ANN, "hold_slot", json!({"date": "2026-06-03", "time": "11:00"})).await;
    assert!(other.starts_with("HELD. ") && !other.contains(&id), "{other}");
    assert_eq!(server.number("SELECT count(*) FROM appointments WHERE status = 'held'"), 2);
}

#[tokio::test]
async fn of_a_confirmation_and_a_cancellation_each_order_makes_sense() {
    for _ in 0..4 {
        let (server, desk) = strict().await;
        let id = put_down(&book(&server, ANN, "10:00").await);
        let cancellations = at_once(8, |index| {
            let arguments = json!({"appointment_id": id});
            let mut cancel = crate::support::envelope("call-9", &index.to_string(), "cancel_appointment", arguments);
            cancel["message"]["customer"] = json!({"number": ANN});
            let server = &server;
            async move { server.vapi(&cancel).await }
        });
        let confirmations = futures_util::future::join_all((0..8).map(|_| desk.confirm(&id)));
        let (cancellations, confirmations) = futures_util::future::join(cancellations, confirmations).await;
        assert!(cancellations.iter().all(|reply| reply.line().starts_with("CANCELLED. ")));
        for body in &confirmations {
            assert!(body["status"] == "BOOKED" || body["error"] == "WRONG_STATUS", "{body}");
        }
        let booked = confirmations.iter().any(|body| body["status"] == "BOOKED");
        let told = events(&server).iter().filter(|event| *event == "appointment.booked").count();
        assert_eq!(told, 1 + usize::from(booked));
        assert_eq!(server.column("SELECT status FROM appointments ORDER BY id")[1], "cancelled");
    }
}
