//! Handing a call over, and ending it.

use serde_json::{Value, json};

use crate::lookups::{ANN, by};
use crate::support::{NOW, Reply, Server, envelope, wish, with};

const RIVERSIDE: &str = include_str!("../../organizations/demo.toml");
const FRONT_DESK: &str = "+15125550177";
const BILLING: &str = "+15125550178";

/// The demo clinic with another `[transfer]`.
fn clinic(transfer: &str) -> Server {
    let (before, _) = RIVERSIDE.split_once("[transfer]").unwrap();
    Server::of_organization(&format!("{before}{transfer}"), NOW)
}

async fn transfer(server: &Server, arguments: Value) -> Reply {
    let mut call = envelope("call-1", "a", "transfer_call", arguments);
    call["message"]["customer"] = json!({"number": ANN});
    server.post("/api/vapi/tools/transfer_call", &call["message"]["toolCallList"][0]["function"]).await
}

async fn asks(server: &Server, call: &str, caller: &str) -> Value {
    let customer = json!({"number": caller});
    let call = json!({"message": {"type": "transfer-destination-request", "call": {"id": call}, "customer": customer}});
    let reply = server.vapi(&call).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    reply.json()
}

#[tokio::test]
async fn case_73_a_department_has_its_number() {
    let server = Server::demo();
    for said in ["billing", "the BILLING people", "somebody in billing please"] {
        let reply = transfer(&server, json!({"department": said})).await;
        assert_eq!((reply.status, reply.at("/status").as_str()), (200, "OK"), "{}", reply.text);
        assert_eq!(reply.json()["destination"], json!({"type": "number", "number": BILLING}));
        assert_eq!(reply.say(), "I am connecting you with billing now.");
    }
    let line = server.vapi(&envelope("call-1", "z", "transferCall", json!({"department": "billing"}))).await.line();
    assert_eq!(line, format!("OK. I am connecting you with billing now. Transfer to {BILLING}"));
}

#[tokio::test]
async fn case_74_without_a_department_or_with_an_unknown_one_it_is_the_default() {
    let server = Server::demo();
    let reply = transfer(&server, json!({})).await;
    assert_eq!(reply.json()["destination"]["number"], FRONT_DESK);
    assert_eq!(reply.say(), "I am connecting you now.");
    let reply = transfer(&server, json!({"department": "the spaceship"})).await;
    assert_eq!(reply.json()["destination"]["number"], FRONT_DESK);
    assert!(reply.say().starts_with("I do not know that department"), "{}", reply.say());
}

#[tokio::test]
async fn the_call_remembers_where_it_went_and_why() {
    let server = Server::demo();
    let summary = json!({"department": "billing", "summary": "Wants to pay."});
    for _ in 0..2 {
        by(&server, ANN, "call-1", "transfer_call", summary.clone()).await;
    }
    assert_eq!(
        server.column("SELECT call_id || '|' || transferred_to || '|' || summary || '|' || status || '|' || caller_number FROM calls"),
        [format!("call-1|{BILLING}|Wants to pay.|in_progress|{ANN}")]
    );
    let events = "SELECT after FROM events WHERE kind = 'call.transferred'";
    assert_eq!(server.column(events), [format!(r#"{{"department":"billing","to":"{BILLING}"}}"#)]);
    by(&server, ANN, "call-1", "transfer_call", json!({})).await;
    assert_eq!(server.column(events).len(), 2);
    assert_eq!(server.number("SELECT count(*) FROM outbox WHERE event = 'call.transferred'"), 2);
}

#[tokio::test]
async fn case_75_nobody_to_transfer_to() {
    for file in ["", "[transfer]\n"] {
        let server = clinic(file);
        let reply = transfer(&server, json!({"department": "billing"})).await;
        reply.refused(422, "TRANSFER_NOT_CONFIGURED");
        assert_eq!(reply.at("/destination"), "");
        assert_eq!(reply.at("/status"), "FAILED");
        assert!(reply.say().ends_with("May I take a message instead?"), "{}", reply.say());
        assert!(asks(&server, "call-1", ANN).await["error"].is_string());
    }
}

#[tokio::test]
async fn without_a_default_the_departments_are_offered() {
    let server =
        clinic("[transfer]\ndepartments = { billing = \"+15125550178\", \"front desk\" = \"sip:desk@example.com\" }\n");
    for department in [json!({}), json!({"department": "the spaceship"})] {
        let reply = transfer(&server, department).await;
        reply.refused(404, "UNKNOWN_DEPARTMENT");
        assert_eq!(reply.say(), "I can connect you with billing or front desk. Who would you like to speak to?");
        assert_eq!((reply.at("/status").as_str(), reply.at("/field").as_str()), ("NEED", "department"));
    }
    let reply = transfer(&server, json!({"department": "the front desk"})).await;
    assert_eq!(reply.json()["destination"], json!({"type": "sip", "sipUri": "sip:desk@example.com"}));
}

#[tokio::test]
async fn case_76_a_call_is_never_sent_back_to_where_it_comes_from() {
    let server = Server::demo();
    let folder = server.folder.path();
    for own in ["+15125550100", "(512) 555-0100", "sip:15125550100@carrier.example"] {
        let (before, _) = RIVERSIDE.split_once("[transfer]").unwrap();
        std::fs::write(folder.join("loop.toml"), format!("{before}[transfer]\ndefault = \"{own}\"\n")).unwrap();
        let refused = crate::support::ringbook(folder, &["apply", "loop.toml"]);
        let message = String::from_utf8_lossy(&refused.stderr).into_owned();
        let line = before.lines().count() + 2;
        assert_eq!(refused.status.code(), Some(1), "{own}");
        assert!(message.contains(&format!("line {line}")) && message.contains("come back"), "{message}");
    }
    // The caller's own number, and the one that was dialled although the file does not have it.
    by(&server, BILLING, "call-1", "transfer_call", json!({"department": "billing"}))
        .await
        .refused(422, "TRANSFER_LOOP");
    let mut call = envelope("call-2", "a", "transfer_call", json!({"department": "billing"}));
    call["message"]["phoneNumber"] = json!({"number": "1 512 555 0178"});
    let line = server.vapi(&call).await.line();
    assert!(line.starts_with("FAILED. There is nobody to transfer the call to"), "{line}");
    assert_eq!(server.number("SELECT count(*) FROM calls WHERE transferred_to IS NOT NULL"), 0);
    assert!(asks(&server, "call-3", FRONT_DESK).await["error"].is_string());
    let mut dialled = json!({"message": {"type": "transfer-destination-request", "call": {"id": "call-4"}}});
    dialled["message"]["phoneNumber"] = json!({"number": FRONT_DESK});
    assert!(server.vapi(&dialled).await.json()["error"].is_string());
}

#[tokio::test]
async fn the_platform_is_told_where_the_last_transfer_goes() {
    let server = Server::demo();
    assert_eq!(asks(&server, "call-1", ANN).await["destination"]["number"], FRONT_DESK);
    by(&server, ANN, "call-1", "transfer_call", json!({"department": "billing"})).await;
    assert_eq!(asks(&server, "call-1", ANN).await, json!({"destination": {"type": "number", "number": BILLING}}));
    assert_eq!(asks(&server, "call-2", ANN).await["destination"]["number"], FRONT_DESK, "another call");
    // What was chosen for one caller would bring this one back.
    assert!(asks(&server, "call-1", BILLING).await["error"].is_string());
    by(&server, ANN, "call-1", "transfer_call", json!({})).await;
    assert_eq!(asks(&server, "call-1", ANN).await["destination"]["number"], FRONT_DESK);
}

async fn end(server: &Server, call: &str, arguments: Value) -> Reply {
    by(server, ANN, call, "end_call", arguments).await
}

#[tokio::test]
async fn case_79_the_goodbye_fits_what_happened() {
    let server = Server::demo();
    let reply = end(&server, "call-1", json!({"reason": "completed", "summary": "Asked the hours."})).await;
    assert_eq!((reply.status, reply.at("/status"), reply.at("/end_call")), (200, "OK".to_owned(), "true".to_owned()));
    assert_eq!(reply.say(), "Thank you for calling. Goodbye.");
    assert_eq!(server.column("SELECT outcome || '|' || summary FROM calls"), ["completed|Asked the hours."]);

    by(&server, ANN, "call-2", "book_appointment", with(wish(ANN, "3 PM"), "phone", Value::Null)).await.booked();
    let booked = end(&server, "call-2", json!({})).await;
    assert_eq!(booked.say(), "We will see you on Wednesday, June 3rd at 3 PM. Thank you for calling. Goodbye.");
    by(&server, ANN, "call-3", "hold_slot", wish(ANN, "4 PM")).await;
    by(&server, ANN, "call-3", "take_message", json!({"message": "Call me."})).await;
    for reason in ["time_limit", "Time limit reached"] {
        let reply = end(&server, "call-3", json!({"reason": reason})).await;
        assert_eq!(
            reply.say(),
            "I am sorry, I have to end this call now. Please call again if there is anything else. \
             The team has your message. Thank you for calling. Goodbye."
        );
    }
}

#[tokio::test]
async fn vapi_is_told_to_hang_up_after_the_goodbye() {
    let server = Server::demo();
    let reply = server.vapi(&envelope("call-1", "a", "endCall", json!({"reason": "completed"}))).await;
    assert_eq!(reply.line(), "OK. Thank you for calling. Goodbye.");
    assert_eq!(
        reply.json()["results"][0]["message"],
        json!({
            "type": "request-complete", "role": "assistant", "content": "Thank you for calling. Goodbye.",
            "endCallAfterSpokenEnabled": true,
        })
    );
    let other = server.vapi(&envelope("call-1", "b", "get_business_info", json!({}))).await;
    assert_eq!(other.json()["results"][0].get("message"), None);
}

#[tokio::test]
async fn arguments_that_cannot_be_read_keep_nobody() {
    let server = Server::demo();
    for arguments in [json!("{not json"), json!({"reason": {"a": 1}}), json!({"summary": "x".repeat(3_000)}), json!([])]
    {
        let reply = server.vapi(&envelope("call-1", "a", "end_call", arguments.clone())).await;
        assert!(reply.line().starts_with("OK. "), "{arguments}: {}", reply.text);
    }
}

#[tokio::test]
async fn a_database_that_fails_keeps_nobody_on_the_line() {
    let server = Server::demo();
    server.database().execute_batch("DROP TABLE calls").unwrap();
    let reply = end(&server, "call-1", json!({"reason": "time_limit"})).await;
    assert_eq!((reply.status, reply.at("/end_call").as_str()), (200, "true"), "{}", reply.text);
    assert!(reply.say().ends_with("Goodbye."), "{}", reply.say());
    let reply = by(&server, ANN, "call-1", "transfer_call", json!({"department": "billing"})).await;
    assert_eq!(reply.json()["destination"]["number"], BILLING, "{}", reply.text);
    assert_eq!(asks(&server, "call-1", ANN).await["destination"]["number"], FRONT_DESK);
    server.database().execute_batch("DROP TABLE messages").unwrap();
    let refused = by(&server, ANN, "call-1", "take_message", json!({"message": "Call me."})).await;
    refused.refused(500, "INTERNAL");
    assert!(refused.say().contains("It was not passed on."), "{}", refused.say());
}
