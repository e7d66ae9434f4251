//! `/api/v1/blocks`: time that nobody can book, and `DELETE /api/v1/contacts/{id}`.

use reqwest::Method;
use serde_json::{Value, json};

use crate::rest::{about, ask, consultation, get, post, refused};
use crate::support::{Server, wish, with};

fn lunch() -> Value {
    json!({"provider": "lee", "start": "2026-06-03T12:00", "end": "2026-06-03T13:00:00-04:00", "reason": "Lunch"})
}

#[tokio::test]
async fn blocked_time_is_neither_listed_nor_booked_until_it_is_free_again() {
    let server = Server::demo();
    let block = post(&server, "/blocks", lunch()).await;
    assert_eq!(block.status, 201, "{}", block.text);
    assert_eq!(block.at("/start"), "2026-06-03T12:00:00-04:00");
    let at =
        async |phone, time| post(&server, "/appointments", with(consultation(phone, time), "provider", "lee")).await;
    let at_noon = async || at("+15551234567", "12:00").await;
    refused(&at_noon().await, 409, "SLOT_UNAVAILABLE");
    let listed = server.check(json!({"date": "2026-06-03", "provider": "lee"})).await.starts();
    assert!(!listed.contains(&"2026-06-03T12:30".to_owned()), "{listed:?}");

    let path = format!("/blocks/{}", block.at("/id"));
    let later = json!({"start": "2026-06-03T12:30"});
    refused(&ask(&server, Method::PATCH, &path, &[], Some(&later)).await, 428, "PRECONDITION_REQUIRED");
    refused(&ask(&server, Method::PATCH, &path, &[("If-Match", "\"7\"")], Some(&later)).await, 412, "VERSION_MISMATCH");
    let moved = ask(&server, Method::PATCH, &path, &[("If-Match", "\"1\"")], Some(&later)).await;
    assert_eq!((moved.status, moved.at("/version").as_str()), (200, "2"), "{}", moved.text);
    assert_eq!(at_noon().await.status, 201);
    assert_eq!(
        get(&server, "/blocks?provider=lee&from=2026-06-03&to=2026-06-03").await.at("/data/0/id"),
        block.at("/id")
    );
    assert_eq!(get(&server, "/blocks?provider=ortiz").await.at("/data"), "[]");
    assert_eq!(get(&server, "/blocks?to=2026-06-02").await.at("/data"), "[]");

    assert_eq!(ask(&server, Method::DELETE, &path, &[], None).await.status, 204);
    refused(&get(&server, &path).await, 404, "NOT_FOUND");
    assert_eq!(at("+15551234568", "12:30").await.status, 201);
}

#[tokio::test]
async fn a_block_throws_nobody_out_and_names_what_it_lies_on() {
    let server = Server::demo();
    let wanted = with(consultation("+15551234567", "12:00"), "provider", "lee");
    let booked = post(&server, "/appointments", wanted).await;
    let block = post(&server, "/blocks", lunch()).await;
    assert_eq!(block.at("/conflicts/0"), booked.at("/id"), "{}", block.text);
    assert_eq!(get(&server, &format!("/appointments/{}", booked.at("/id"))).await.at("/status"), "confirmed");
}

#[tokio::test]
async fn what_is_wrong_with_a_block_is_named() {
    let server = Server::demo();
    let wrong = [
        ("end", json!("2026-06-03T11:00"), "end"),
        ("start", json!("noon"), "start"),
        ("start", json!(12), "start"),
        ("colour", json!("red"), "colour"),
    ];
    for (member, value, field) in wrong {
        let mut block = lunch();
        block[member] = value;
        let reply = post(&server, "/blocks", block).await;
        refused(&reply, 400, "MALFORMED_REQUEST");
        about(&reply, field);
    }
    let mut block = lunch();
    block["provider"] = json!("nobody");
    refused(&post(&server, "/blocks", block).await, 404, "UNKNOWN_PROVIDER");
    assert_eq!(server.number("SELECT count(*) FROM blocks"), 0);
}

#[tokio::test]
async fn a_person_is_erased_and_the_appointments_keep_their_time() {
    let server = Server::demo();
    let booked = server.book(wish("+15551234567", "12:00")).await;
    let path = format!("/contacts/{}", booked.at("/contact/id"));
    refused(&ask(&server, Method::DELETE, &path, &[], None).await, 409, "UPCOMING_APPOINTMENTS");
    let all = format!("{path}?cancel_upcoming=true");
    for _ in 0..2 {
        assert_eq!(ask(&server, Method::DELETE, &all, &[], None).await.status, 204);
    }
    assert_eq!(server.column("SELECT coalesce(name, phone, email) FROM contacts"), ["-"]);
    assert_eq!(server.column("SELECT status FROM appointments"), ["cancelled"]);
    let unknown = "/contacts/00000000-0000-7000-8000-000000000000";
    refused(&ask(&server, Method::DELETE, unknown, &[], None).await, 404, "NOT_FOUND");
    assert_eq!(server.book(wish("+15551234567", "12:00")).await.booked().at("/contact/created"), "true");
}
