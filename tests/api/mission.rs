//! The acceptance tests of the text that this project grew out of, as it words them.

use serde_json::json;

use crate::support::{Server, envelope};

#[tokio::test]
async fn test_1_the_same_phone_twice_is_one_contact_with_two_appointments() {
    let server = Server::demo();
    let first = json!({"appointmentDate": "2026-06-03", "appointmentTime": "10:00", "patientName": "Test One",
        "patientPhone": "+15551234567", "patientEmail": "test1@example.com"});
    let second = json!({"appointmentDate": "2026-06-03", "appointmentTime": "14:00", "patientName": "Test One",
        "patientPhone": "+15551234567", "patientEmail": "test2@example.com"});
    assert_eq!(server.book(first).await.booked().at("/contact/created"), "true");
    assert_eq!(server.book(second).await.booked().at("/contact/created"), "false");
    server.assert_rows(1, 2);
    assert_eq!(server.column("SELECT email FROM contacts"), ["test2@example.com"]);
}

#[tokio::test]
async fn test_2_an_email_alone_makes_a_contact_and_an_appointment() {
    let server = Server::demo();
    let wish = json!({"appointmentDate": "2026-06-03", "appointmentTime": "10:00", "patientName": "Email Only",
        "patientEmail": "only@example.com"});
    server.book(wish).await.booked();
    server.assert_rows(1, 1);
    assert_eq!(server.column("SELECT phone FROM contacts"), ["-"]);
    assert_eq!(server.column("SELECT email FROM contacts"), ["only@example.com"]);
}

#[tokio::test]
async fn test_3_neither_phone_nor_email_is_refused_and_writes_nothing() {
    let server = Server::demo();
    let wish = json!({"appointmentDate": "2026-06-03", "appointmentTime": "10:00", "patientName": "No Contact"});
    let reply = server.book(wish).await;
    assert_eq!(reply.refused(400, "MISSING_CONTACT_INFO").say(), "I need your email or phone to book the appointment.");
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn test_4_each_upsert_is_logged_by_id() {
    let server = Server::demo();
    server.book(json!({"date": "2026-06-03", "time": "10:00", "phone": "+15551234567"})).await.booked();
    let log = server.log_with("Upserted contact by phone");
    assert!(!log.contains("5551234567"), "{log}");
    server.book(json!({"date": "2026-06-03", "time": "11:00", "email": "only@example.com"})).await.booked();
    let log = server.log_with("Upserted contact by email");
    assert!(!log.contains("only@example.com"), "{log}");
}

#[tokio::test]
async fn test_5_a_whole_call_from_availability_to_confirmation() {
    let server = Server::demo();
    let question =
        envelope("call-1", "call_a", "check_availability", json!({"date": "tomorrow", "service": "cleaning"}));
    let answer = server.vapi(&question).await.line();
    assert!(answer.starts_with("AVAILABLE."), "{answer}");

    let offered = server.check(json!({"date": "tomorrow", "service": "cleaning"})).await.at("/slots/0/id");
    assert!(answer.contains(&offered), "the model needs the slot id {offered}: {answer}");
    let wish = json!({"slot_id": offered, "name": "Ann Bee", "phone": "+15125550143"});
    let confirmation = server.vapi(&envelope("call-1", "call_b", "book_appointment", wish)).await.line();
    assert!(confirmation.starts_with("BOOKED."), "{confirmation}");
    assert!(confirmation.contains("Wednesday, June 3rd"), "{confirmation}");

    let code = server.column("SELECT confirmation_code FROM appointments").remove(0);
    let spoken: Vec<String> = code.chars().map(String::from).collect();
    assert!(confirmation.contains(&spoken.join(" ")), "{code} is not spoken: {confirmation}");

    let report = json!({"message": {"type": "end-of-call-report", "endedReason": "assistant-ended-call",
        "call": {"id": "call-1"}, "artifact": {}, "analysis": {}}});
    assert_eq!((server.vapi(&report).await.status, server.vapi(&report).await.text), (200, "{}".to_owned()));
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn health_says_ok_and_nothing_else() {
    let reply = Server::demo().get("/api/health").await;
    assert_eq!((reply.status, reply.text.as_str()), (200, r#"{"status":"ok"}"#));
}
