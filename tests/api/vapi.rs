//! What Vapi relies on beyond a booking: the caller's number, assistants, business questions.

use serde_json::{Value, json};

use crate::support::{Reply, Server, envelope, with};

fn with_caller(mut call: Value, number: &str) -> Value {
    call["message"]["customer"] = json!({"number": number});
    call
}

fn anonymous_wish() -> Value {
    json!({"date": "2026-06-03", "time": "10:00", "service": "consultation", "name": "Ann Bee"})
}

#[tokio::test]
async fn the_callers_number_is_the_phone_and_the_reply_says_so() {
    let server = Server::demo();
    let call = with_caller(envelope("call-1", "a", "book_appointment", anonymous_wish()), "+15125550143");
    let line = server.vapi(&call).await.line();
    assert!(line.starts_with("BOOKED.") && line.contains("number you are calling from"), "{line}");
    assert_eq!(server.column("SELECT phone FROM contacts"), ["+15125550143"]);
}

#[tokio::test]
async fn a_number_that_is_given_wins_over_the_callers() {
    let server = Server::demo();
    let wish = with(anonymous_wish(), "phone", "+15551234567");
    let line =
        server.vapi(&with_caller(envelope("call-1", "a", "book_appointment", wish), "+15125550143")).await.line();
    assert!(line.starts_with("BOOKED."), "{line}");
    assert_eq!(server.column("SELECT phone FROM contacts"), ["+15551234567"]);
}

#[tokio::test]
async fn a_caller_without_a_usable_number_is_asked_for_one() {
    let server = Server::demo();
    for number in ["anonymous", "", "sip:someone@example.com"] {
        let line = server
            .vapi(&with_caller(envelope("call-1", "a", "book_appointment", anonymous_wish()), number))
            .await
            .line();
        assert!(line.starts_with("NEED.") && line.contains("I need your email or phone"), "{number}: {line}");
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn a_refusal_is_a_200_that_says_what_to_ask() {
    let server = Server::demo();
    let empty = server.vapi(&envelope("call-1", "a", "book_appointment", json!({}))).await;
    assert!(empty.line().starts_with("NEED."), "{}", empty.line());
    let past = with(with(anonymous_wish(), "date", "2023-10-06"), "phone", "+15551234567");
    let line = server.vapi(&envelope("call-1", "b", "book_appointment", past)).await.line();
    assert!(line.starts_with("NOT BOOKED.") && line.contains("June 2nd"), "{line}");
}

#[tokio::test]
async fn an_assistant_request_gets_the_local_date_and_the_businesss_name() {
    let server = Server::demo();
    let request: Value = serde_json::from_str(include_str!("../fixtures/vapi_assistant_request.json")).unwrap();
    let reply = server.vapi(&request).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert!(reply.json().get("error").is_some() || reply.json().get("assistantOverrides").is_some(), "{}", reply.text);
    let mut named = request.clone();
    named["message"]["phoneNumber"]["assistantId"] = json!("33333333-3333-4333-8333-333333333333");
    let reply = server.vapi(&named).await;
    let values = &reply.json()["assistantOverrides"]["variableValues"];
    assert_eq!(values["businessName"], "Riverside Clinic", "{}", reply.text);
    assert_eq!(values["timezone"], "America/New_York");
    assert!(values["todayLocal"].as_str().is_some_and(|today| today.contains("June 2")), "{}", reply.text);
}

#[tokio::test]
async fn business_questions_are_answered_from_the_organization_file() {
    let server = Server::demo();
    let ask = async |topic: &str| -> Reply {
        server.post("/api/vapi/tools/get_business_info", &json!({"topic": topic})).await
    };
    for topic in ["parking", "hours", "address", "services"] {
        let reply = ask(topic).await;
        assert_eq!((reply.status, reply.at("/status").as_str()), (200, "OK"), "{topic}: {}", reply.text);
        reply.say();
    }
    assert!(ask("hours").await.say().contains("9 AM"), "{}", ask("hours").await.say());
    let related = ask("do you take dogs?").await;
    assert_eq!(related.at("/found"), "false", "{}", related.text);
    let unknown = ask("the meaning of life").await;
    assert_eq!(unknown.status, 200, "{}", unknown.text);
    assert_ne!(unknown.at("/success"), "", "the call goes on");
}
