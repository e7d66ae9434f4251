//! What operators see, and what they must not see.

use serde_json::{Value, json};

use crate::support::{Server, envelope, wish, with};

#[tokio::test]
async fn case_96_logs_metrics_and_errors_hold_no_personal_data() {
    let server = Server::demo();
    let arguments = with(
        with(with(wish("+15551234567", "10:00"), "name", "Zebedee Quill"), "email", "zebedee.quill@example.com"),
        "notes",
        "allergic to penicillin",
    );
    let mut call = envelope("call-77", "call_a", "book_appointment", arguments.clone());
    call["message"]["customer"] = json!({"number": "+15125550143"});
    server.vapi(&call).await.line();
    server.book(with(arguments.clone(), "phone", "+155512345678901")).await.refused(400, "INVALID_PHONE");
    server.book(with(arguments, "email", "zebedee.quill(at)example")).await;
    server.post_as("demo-wrong-secret", "/api/vapi", &call).await;
    server.get("/api/nothing?phone=+15551234567").await;
    server.get("/api/health").await;

    let log = server.log_with("Upserted contact by phone") + &server.get("/metrics").await.text;
    for personal in
        ["Zebedee", "Quill", "5551234567", "5125550143", "zebedee", "penicillin", "demo-secret", "demo-wrong"]
    {
        assert!(!log.contains(personal), "{personal} in the log:\n{log}");
    }
    assert!(log.contains("call-77"), "the call's id is logged:\n{log}");
}

#[tokio::test]
async fn every_answer_carries_a_request_id() {
    let server = Server::demo();
    let made = server.get("/api/health").await.headers["x-request-id"].to_str().unwrap().to_owned();
    assert!(!made.is_empty());
    let request = server.request(reqwest::Method::GET, "/api/health").header("x-request-id", "mine-1");
    assert_eq!(request.send().await.unwrap().headers()["x-request-id"], "mine-1");
    let request = server.request(reqwest::Method::GET, "/api/health").header("x-request-id", "no good \u{e9}");
    assert_ne!(request.send().await.unwrap().headers()["x-request-id"], "no good \u{e9}");
}

#[tokio::test]
async fn metrics_count_tools_by_outcome() {
    let server = Server::demo();
    server.book(wish("+15551234567", "10:00")).await.booked();
    server.book(with(wish("+15551234567", "10:00"), "date", "nonsense")).await.refused(400, "INVALID_DATE");
    let metrics = server.get("/metrics").await;
    assert_eq!(metrics.status, 200);
    for wanted in ["book_appointment", "BOOKED", "/api/vapi/tools/{tool}"] {
        assert!(metrics.text.contains(wanted), "{wanted} in\n{}", metrics.text);
    }
    assert!(!metrics.text.contains("bookClinicAppointment"), "labels are bounded:\n{}", metrics.text);
}

#[tokio::test]
async fn readiness_names_the_database() {
    let reply = Server::demo().get("/api/ready").await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert!(reply.text.contains("database"), "{}", reply.text);
}

#[tokio::test]
async fn log_lines_can_be_json() {
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    std::fs::write(folder.path().join("ringbook.toml"), "log_format = \"json\"\n").unwrap();
    let server = Server::start(folder, crate::support::NOW, crate::support::SECRET);
    server.book(wish("+15551234567", "10:00")).await.booked();
    let log = server.log_with("Upserted contact by phone");
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(lines.iter().any(|line| line.to_string().contains("Upserted contact by phone")), "{log}");
}
