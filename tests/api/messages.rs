//! Messages that callers leave.

use reqwest::Method;
use serde_json::{Value, json};

use crate::lookups::{ANN, by};
use crate::rest::{ask, get, post, refused};
use crate::support::{Reply, Server, envelope, wish, with};

async fn leave(server: &Server, call: &str, arguments: Value) -> Reply {
    by(server, ANN, call, "take_message", arguments).await
}

fn kept(server: &Server) -> Vec<String> {
    server.column(
        "SELECT coalesce(name, '-') || '|' || coalesce(phone, '-') || '|' || body || '|' || urgent || '|' ||
         (contact_id IS NOT NULL) FROM messages ORDER BY id",
    )
}

#[tokio::test]
async fn a_message_is_kept_with_the_number_that_calls() {
    let server = Server::demo();
    let reply =
        leave(&server, "call-1", json!({"name": "ann bee", "message": " Please call  me back\n about my bill. "}))
            .await;
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "OK"), "{}", reply.text);
    assert_eq!(
        reply.say(),
        "I have passed that on to the team. They can call you back at the number you are calling from."
    );
    assert_eq!(kept(&server), [format!("Ann Bee|{ANN}|Please call  me back\n about my bill.|0|0")]);
    assert_eq!(server.column("SELECT lower(hex(id)) FROM messages"), [reply.at("/message_id").replace('-', "")]);
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn a_number_that_is_given_goes_before_the_callers_and_finds_the_contact() {
    let server = Server::demo();
    server.book(wish("+15552222222", "10:00")).await.booked();
    let message = json!({"message": "Call Ben", "phone": "(555) 222-2222", "urgent": true});
    let reply = leave(&server, "call-1", message).await;
    assert_eq!(
        reply.say(),
        "I have passed that on to the team and marked it as urgent. They can call you back at the number you gave me."
    );
    assert_eq!(kept(&server), ["-|+15552222222|Call Ben|1|1"]);
    server.assert_rows(1, 1);
    leave(&server, "call-2", json!({"message": "Call Ben", "phone": "12"})).await.refused(400, "INVALID_PHONE");
    assert_eq!(kept(&server).len(), 1);
}

#[tokio::test]
async fn without_any_number_it_is_kept_and_one_is_asked_for() {
    let server = Server::demo();
    let take = async |arguments: Value| by(&server, "anonymous", "call-1", "take_message", arguments).await;
    let reply = take(json!({"message": "The door was open."})).await;
    assert!(reply.say().ends_with("What number can they reach you at?"), "{}", reply.say());
    // Told again with a number, it is the same message, now with the number.
    let reply = take(json!({"message": "The door was open.", "phone": ANN, "name": "Ann"})).await;
    assert!(reply.say().contains("the number you gave me"), "{}", reply.say());
    take(json!({"message": "The door was open."})).await;
    assert_eq!(kept(&server), [format!("Ann|{ANN}|The door was open.|0|0")]);
}

#[tokio::test]
async fn an_empty_or_endless_message_is_asked_for() {
    let server = Server::demo();
    for empty in [
        json!({}),
        json!({"message": ""}),
        json!({"message": " \n\t"}),
        json!({"message": null}),
        json!({"message": "n/a"}),
    ] {
        let reply = leave(&server, "call-1", empty).await;
        assert_eq!(reply.refused(400, "MISSING_FIELD").at("/field"), "message");
        assert!(reply.say().contains("What should I pass on"), "{}", reply.say());
    }
    for wrong in [json!({"message": "x".repeat(2_001)}), json!({"message": [1]})] {
        let reply = leave(&server, "call-1", wrong).await;
        assert_eq!(reply.refused(400, "MALFORMED_REQUEST").at("/field"), "message");
    }
    assert_eq!(kept(&server), Vec::<String>::new());
    leave(&server, "call-1", json!({"message": "é".repeat(2_000)})).await;
    leave(&server, "call-1", json!({"message": "\u{0}\u{7}'); DROP TABLE messages; --\u{202e}"})).await;
    assert_eq!(server.number("SELECT count(*) FROM messages"), 2);
    assert_eq!(server.number("SELECT count(*) FROM messages WHERE instr(body, char(7)) > 0"), 0);
}

#[tokio::test]
async fn the_same_words_in_one_call_are_one_message_and_one_event() {
    let server = Server::demo();
    let told = json!({"message": "Please call back.", "name": "Ann Bee", "phone": ANN});
    for id in ["a", "b", "a", "c"] {
        let line = server.vapi(&envelope("call-1", id, "take_message", told.clone())).await.line();
        assert!(line.starts_with("OK. I have passed that on"), "{line}");
    }
    assert_eq!(kept(&server).len(), 1);
    server.vapi(&envelope("call-2", "a", "take_message", told.clone())).await.line();
    server.vapi(&envelope("call-1", "d", "take_message", with(told, "message", "And bring the bill."))).await.line();
    assert_eq!(kept(&server).len(), 3);
    assert_eq!(server.number("SELECT count(*) FROM events WHERE kind = 'message.taken'"), 3);
    assert_eq!(server.number("SELECT count(*) FROM outbox WHERE event = 'message.taken'"), 3);
    assert_eq!(server.number("SELECT count(*) FROM events WHERE kind = 'message.updated'"), 0);
    let told = server.column("SELECT coalesce(before, '') || after FROM events WHERE kind LIKE 'message.%'").join(" ");
    assert!(!told.contains("call") && !told.contains("555") && !told.contains("Ann"), "{told}");
}

#[tokio::test]
async fn sixty_four_repetitions_at_once_are_one_message() {
    let server = Server::demo();
    let told = json!({"message": "Please call back."});
    let replies = crate::races::at_once(64, |_| leave(&server, "call-1", told.clone())).await;
    let ids: std::collections::BTreeSet<String> = replies.iter().map(|reply| reply.at("/message_id")).collect();
    assert_eq!((ids.len(), kept(&server).len()), (1, 1));
}

#[tokio::test]
async fn nothing_of_a_message_is_logged() {
    let server = Server::demo();
    leave(&server, "call-1", json!({"message": "My tooth hurts.", "name": "Ann Bee", "phone": ANN})).await;
    let log = server.log_with("take_message");
    for secret in ["tooth", "Ann", "1111111"] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}

#[tokio::test]
async fn programs_leave_see_and_handle_messages() {
    let server = Server::demo();
    server.book(wish("+15552222222", "10:00")).await.booked();
    leave(&server, "call-1", json!({"message": "From a call."})).await;
    let sender = json!({"name": "ben cee", "phone": "(555) 222-2222"});
    let left = post(&server, "/messages", json!({"message": "From a form.", "contact": sender, "urgent": true})).await;
    assert_eq!(left.status, 201, "{}", left.text);
    assert_eq!(left.headers["location"].to_str().unwrap(), format!("/api/v1/messages/{}", left.at("/id")));
    let shown = |pointer: &str| left.at(pointer);
    assert_eq!(
        (shown("/name"), shown("/phone"), shown("/channel")),
        ("Ben Cee".into(), "+15552222222".into(), "api".into())
    );
    assert_eq!(vec![shown("/contact_id").replace('-', "")], server.column("SELECT lower(hex(id)) FROM contacts"));
    assert_eq!((shown("/urgent"), shown("/handled"), shown("/version")), ("true".into(), "false".into(), "1".into()));

    let path = format!("/messages/{}", left.at("/id"));
    assert_eq!(get(&server, &path).await.text, left.text);
    let handled = json!({"handled": true});
    refused(&ask(&server, Method::PATCH, &path, &[], Some(&handled)).await, 428, "PRECONDITION_REQUIRED");
    refused(
        &ask(&server, Method::PATCH, &path, &[("If-Match", "\"7\"")], Some(&handled)).await,
        412,
        "VERSION_MISMATCH",
    );
    let patched = ask(&server, Method::PATCH, &path, &[("If-Match", "\"1\"")], Some(&handled)).await;
    assert_eq!((patched.status, patched.at("/handled"), patched.at("/version")), (200, "true".into(), "2".into()));
    assert_eq!(
        patched.at("/handled_at"),
        "2026-06-02T10:10:00-04:00".replacen("10:10:00", &patched.at("/handled_at")[11..19], 1)
    );
    let again = ask(&server, Method::PATCH, &path, &[("If-Match", "\"2\"")], Some(&handled)).await;
    assert_eq!(again.at("/version"), "2", "nothing changed");
    let back = ask(&server, Method::PATCH, &path, &[("If-Match", "*")], Some(&json!({"handled": false}))).await;
    assert_eq!((back.at("/handled_at").as_str(), back.at("/version").as_str()), ("null", "3"));
    assert_eq!(server.number("SELECT count(*) FROM events WHERE kind = 'message.updated'"), 2);
}

#[tokio::test]
async fn messages_are_listed_newest_first_and_filtered() {
    let server = Server::demo();
    for (call, text) in [("call-1", "one"), ("call-2", "two"), ("call-1", "three")] {
        leave(&server, call, json!({"message": text, "urgent": text == "two"})).await;
    }
    let texts = async |query: &str| {
        let page = get(&server, &format!("/messages{query}")).await.json();
        let rows = page["data"].as_array().unwrap_or_else(|| panic!("{page}")).clone();
        rows.iter().map(|row| row["message"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(texts("").await, "three two one");
    assert_eq!(texts("?call=call-1").await, "three one");
    assert_eq!(texts("?urgent=true").await, "two");
    assert_eq!(texts("?handled=true").await, "");
    assert_eq!(texts("?handled=false&from=2026-06-02&to=2026-06-02").await, "three two one");
    assert_eq!(texts("?from=2026-06-03").await, "");
    let first = get(&server, "/messages?limit=2").await;
    assert_eq!(texts(&format!("?limit=2&cursor={}", first.at("/next_cursor"))).await, "one");
    refused(&get(&server, "/messages?urgent=maybe").await, 400, "MALFORMED_REQUEST");
    refused(&get(&server, "/messages/0190a5e0-0000-7000-8000-000000000000").await, 404, "NOT_FOUND");
}

#[tokio::test]
async fn what_is_wrong_with_a_programs_message_is_named() {
    let server = Server::demo();
    for (body, code) in [
        (json!({}), "MALFORMED_REQUEST"),
        (json!({"message": 7}), "MALFORMED_REQUEST"),
        (json!({"message": "x", "urgent": "very"}), "MALFORMED_REQUEST"),
        (json!({"message": "x".repeat(2_001)}), "MALFORMED_REQUEST"),
        (json!({"message": " \n "}), "MISSING_FIELD"),
        (json!({"message": "x", "contact": {"phone": "12"}}), "INVALID_PHONE"),
    ] {
        refused(&post(&server, "/messages", body).await, 400, code);
    }
    assert_eq!(kept(&server), Vec::<String>::new());
}
