//! `/api/v1/waitlist`, and what the business notes about appointments.

use reqwest::Method;
use serde_json::{Value, json};

use crate::lookups::{ANN, BEN, booked};
use crate::rest::{ask, get, post, refused};
use crate::support::{Server, wish, with};

/// Doctor Lee's Wednesday, fully booked; the id of the first appointment.
async fn full() -> (Server, String) {
    let server = Server::demo();
    let mut first = None;
    for half_hour in 0..16 {
        let time = format!("{:02}:{:02}", 9 + half_hour / 2, half_hour % 2 * 30);
        let reply = server.book(with(wish(&format!("+1555222{half_hour:04}"), &time), "provider", "lee")).await;
        first.get_or_insert(reply.booked().at("/appointment/id"));
    }
    (server, first.unwrap())
}

fn wanted(phone: &str) -> Value {
    json!({"service": "consultation", "provider": "lee", "from": "2026-06-03", "to": "2026-06-03",
        "contact": {"name": "Ann Bee", "phone": phone}})
}

async fn command(server: &Server, path: &str) -> crate::support::Reply {
    ask(server, Method::POST, path, &[], None).await
}

#[tokio::test]
async fn somebody_waits_is_offered_a_time_and_withdraws() {
    let (server, first) = full().await;
    let joined = post(&server, "/waitlist", wanted(ANN)).await;
    assert_eq!((joined.status, joined.at("/status").as_str()), (201, "waiting"), "{}", joined.text);
    assert_eq!(joined.at("/until"), "2026-06-04T00:00:00-04:00");
    let again = post(&server, "/waitlist", wanted(ANN)).await;
    assert_eq!((again.status, again.at("/id")), (200, joined.at("/id")), "{}", again.text);
    let next = post(&server, "/waitlist", wanted(BEN)).await.at("/id");

    command(&server, &format!("/appointments/{first}/cancel")).await;
    let path = format!("/waitlist/{}", joined.at("/id"));
    let offered = get(&server, &path).await;
    assert_eq!(offered.at("/status"), "offered", "{}", offered.text);
    assert!(offered.at("/offer_expires_at").starts_with("2026-06-02T10:4"), "{}", offered.text);
    let listed = get(&server, "/waitlist?status=waiting").await;
    assert_eq!(listed.at("/data/0/id"), next, "{}", listed.text);
    assert_eq!(listed.at("/data/1"), "", "{}", listed.text);

    let stale = ask(&server, Method::POST, &format!("{path}/withdraw"), &[("If-Match", "\"1\"")], None).await;
    refused(&stale, 412, "VERSION_MISMATCH");
    for _ in 0..2 {
        let withdrawn = command(&server, &format!("{path}/withdraw")).await;
        assert_eq!((withdrawn.status, withdrawn.at("/status").as_str()), (200, "withdrawn"), "{}", withdrawn.text);
    }
    let next = get(&server, &format!("/waitlist/{next}")).await;
    assert_eq!(next.at("/status"), "offered", "{}", next.text);
    let booking = json!({"hold_id": next.at("/hold_id"), "contact": {"phone": BEN}});
    assert_eq!(post(&server, "/appointments", booking).await.status, 201);
    assert_eq!(get(&server, &format!("/waitlist/{}", next.at("/id"))).await.at("/status"), "booked");
    server.assert_no_overlap();
}

#[tokio::test]
async fn nobody_joins_for_what_is_free_or_cannot_be() {
    let server = Server::demo();
    let free = post(&server, "/waitlist", wanted(ANN)).await;
    refused(&free, 409, "SLOT_AVAILABLE");
    assert_eq!(free.at("/slots/0/start"), "2026-06-03T09:00:00-04:00", "{}", free.text);
    let bad = post(&server, "/waitlist", with(wanted(ANN), "service", "alchemy")).await;
    refused(&bad, 404, "UNKNOWN_SERVICE");
    let bad = post(&server, "/waitlist", with(wanted(ANN), "to", "2026-06-01")).await;
    refused(&bad, 422, "PAST_DATE");
    let bad = post(&server, "/waitlist", with(wanted(ANN), "contact", json!({"name": "Ann"}))).await;
    refused(&bad, 400, "MISSING_CONTACT_INFO");
    refused(&get(&server, "/waitlist/01890000-0000-7000-8000-000000000000").await, 404, "NOT_FOUND");
    assert_eq!(server.number("SELECT count(*) FROM waitlist"), 0);
}

#[tokio::test]
async fn a_program_notes_who_came() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let path = format!("/appointments/{id}");
    refused(&command(&server, &format!("{path}/no-show")).await, 409, "NOT_YET_BEGUN");
    let server = server.restarted("2026-06-03T14:10:00Z");
    let missed = command(&server, &format!("{path}/no-show")).await;
    assert_eq!((missed.status, missed.at("/status").as_str()), (200, "no_show"), "{}", missed.text);
    assert_eq!(server.number("SELECT no_shows FROM contacts"), 1);
    let came = command(&server, &format!("{path}/complete")).await;
    assert_eq!((came.status, came.at("/status").as_str()), (200, "completed"), "{}", came.text);
    assert_eq!(server.number("SELECT no_shows FROM contacts"), 0);
    refused(&command(&server, &format!("{path}/confirm")).await, 409, "WRONG_STATUS");
}
