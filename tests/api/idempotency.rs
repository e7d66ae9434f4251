//! A request that comes twice is done once (contract §9).

use serde_json::{Value, json};

use crate::support::{NOW, Reply, SECRET, Server, envelope, wish, with};

/// The server's clock a little more than a day later.
const NEXT_DAY: &str = "2026-06-03T14:11:00Z";

async fn keyed(server: &Server, key: &str, arguments: &Value) -> Reply {
    let request = server.request(reqwest::Method::POST, "/api/vapi/tools/book_appointment").bearer_auth(SECRET);
    Reply::read(request.header("Idempotency-Key", key).json(arguments).send().await.unwrap()).await
}

#[tokio::test]
async fn case_50_the_same_tool_call_gets_the_same_confirmation() {
    let server = Server::demo();
    let call = envelope("call-1", "call_kwm0", "book_appointment", wish("+15551234567", "10:00"));
    let first = server.vapi(&call).await;
    assert!(first.line().starts_with("BOOKED."), "{}", first.text);
    assert_eq!(server.vapi(&call).await.text, first.text);
    server.assert_rows(1, 1);

    let server = server.restarted("2026-06-02T20:00:00Z");
    assert_eq!(server.vapi(&call).await.text, first.text);
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn a_tool_call_id_is_only_known_within_its_call() {
    let server = Server::demo();
    let first = envelope("call-1", "call_kwm0", "book_appointment", wish("+15551234567", "10:00"));
    let other = envelope("call-2", "call_kwm0", "book_appointment", wish("+15559999999", "11:00"));
    assert!(server.vapi(&first).await.line().contains("10 AM"));
    assert!(server.vapi(&other).await.line().contains("11 AM"));
    server.assert_rows(2, 2);
}

#[tokio::test]
async fn one_tenants_reply_is_not_anothers() {
    let server = Server::demo();
    let other = include_str!("../../organizations/demo.toml").replace("slug = \"demo\"", "slug = \"other\"");
    let secret = crate::support::add_organization(server.folder.path(), &other.replace("+15125550100", "+15125550199"));
    let call = envelope("call-1", "call_a", "book_appointment", wish("+15551234567", "10:00"));
    let ours = server.vapi(&call).await.line();
    let theirs = server.post_as(&secret, "/api/vapi", &call).await.line();
    assert!(theirs.starts_with("BOOKED."), "{theirs}");
    assert_ne!(ours, theirs);
    server.assert_rows(2, 2);
}

#[tokio::test]
async fn case_51_an_idempotency_key_lasts_a_day() {
    let server = Server::demo();
    let first = keyed(&server, "key-1", &wish("+15551234567", "10:00")).await;
    first.booked();
    assert_eq!(keyed(&server, "key-1", &wish("+15551234567", "10:00")).await.text, first.text);

    let later = with(wish("+15551234567", "11:00"), "date", "2026-06-04");
    let reused = keyed(&server, "key-1", &later).await;
    assert_eq!((reused.status, reused.at("/error").as_str()), (422, "IDEMPOTENCY_KEY_REUSED"), "{}", reused.text);
    server.assert_rows(1, 1);

    let server = server.restarted(NEXT_DAY);
    keyed(&server, "key-1", &later).await.booked();
    server.assert_rows(1, 2);
}

#[tokio::test]
async fn case_52_a_repeated_wish_under_a_new_id_is_the_same_appointment() {
    let server = Server::demo();
    let book = |id| envelope("call-1", id, "book_appointment", wish("+15551234567", "10:00"));
    let first = server.vapi(&book("call_a")).await.line();
    let second = server.vapi(&book("call_b")).await.line();
    assert!(second.starts_with("BOOKED."), "{second}");
    let code = server.column("SELECT confirmation_code FROM appointments").remove(0);
    assert!(first.contains(&code) && second.contains(&code), "{first}\n{second}");
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn case_69_one_appointment_leaves_one_notice_in_the_outbox() {
    let server = Server::demo();
    for id in ["call_a", "call_a", "call_b"] {
        server.vapi(&envelope("call-1", id, "book_appointment", wish("+15551234567", "10:00"))).await.line();
    }
    server.assert_rows(1, 1);
    assert_eq!(server.number("SELECT count(*) FROM outbox"), 1);
}

#[tokio::test]
async fn only_successes_are_remembered() {
    let server = Server::demo();
    let book = |phone| wish(phone, "10:00");
    for phone in ["+15551111111", "+15552222222"] {
        server.book(book(phone)).await.booked();
    }
    let call = envelope("call-1", "call_a", "book_appointment", book("+15553333333"));
    assert!(server.vapi(&call).await.line().starts_with("NOT BOOKED."));
    server.database().execute("UPDATE appointments SET status = 'cancelled'", []).unwrap();
    assert!(server.vapi(&call).await.line().starts_with("BOOKED."));
}

#[tokio::test]
async fn the_same_request_sixteen_times_at_once_gets_one_answer() {
    let server = Server::demo();
    let call = envelope("call-1", "call_a", "book_appointment", wish("+15551234567", "10:00"));
    let replies = crate::races::at_once(16, |_| server.vapi(&call)).await;
    let first = &replies[0].text;
    assert!(first.contains("BOOKED."), "{first}");
    assert!(replies.iter().all(|reply| reply.text == *first));
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn an_unprintable_or_endless_key_is_refused() {
    let server = Server::demo();
    let reply = keyed(&server, &"k".repeat(256), &wish("+15551234567", "10:00")).await;
    assert_eq!(reply.status, 400, "{}", reply.text);
    server.assert_rows(0, 0);
    assert_eq!(keyed(&server, &"k".repeat(255), &wish("+15551234567", "10:00")).await.status, 200);
}

#[tokio::test]
async fn a_reply_that_was_given_survives_sudden_death() {
    let server = Server::demo();
    let call = envelope("call-1", "call_a", "book_appointment", wish("+15551234567", "10:00"));
    let first = server.vapi(&call).await.text;
    server.kill();
    let server = Server::start(server.folder.clone(), NOW, SECRET);
    assert_eq!(server.vapi(&call).await.text, first);
    assert_eq!(json!(server.column("SELECT status FROM appointments")), json!(["confirmed"]));
}
