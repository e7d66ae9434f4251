//! What a platform reports about calls, and how it learns which assistant takes one.

use serde_json::{Value, json};

use crate::lookups::{ANN, by};
use crate::rest::{get, refused};
use crate::support::{NOW, Reply, SECRET, Server, add_organization, ringbook, run, wish, with};

const ASSISTANT: &str = "33333333-3333-4333-8333-333333333333";

fn message(kind: &str, more: Value) -> Value {
    let mut message =
        json!({"type": kind, "call": {"id": "call-1", "assistantId": ASSISTANT}, "customer": {"number": ANN}});
    message.as_object_mut().unwrap().append(&mut more.as_object().unwrap().clone());
    json!({ "message": message })
}

fn report() -> Value {
    serde_json::from_str(include_str!("../fixtures/vapi_end_of_call_report.json")).unwrap()
}

async fn tell(server: &Server, told: &Value) {
    let reply = server.vapi(told).await;
    assert_eq!((reply.status, reply.json()), (200, json!({})), "{}", reply.text);
}

fn call(server: &Server, columns: &str) -> String {
    let sql = format!("SELECT concat_ws('|', {columns}) FROM calls");
    let [row] = <[String; 1]>::try_from(server.column(&sql)).expect("one call");
    row
}

const EVERYTHING: &str = "call_id, channel, assistant_id, caller_number, called_number, status, started_at, ended_at, \
     ended_reason, duration_seconds, cost_micros, summary, transcript, recording_url";

#[tokio::test]
async fn an_end_of_call_report_is_kept_by_the_calls_id() {
    let server = Server::demo();
    server.book(wish("+15125550143", "10:00")).await.booked();
    tell(&server, &report()).await;
    assert_eq!(
        call(&server, EVERYTHING),
        "019f2a10-0000-7000-8000-000000000001|vapi|33333333-3333-4333-8333-333333333333|+15125550143|+15125550100|ended|\
         1780413001|1780413200|customer-ended-call|199|210000|Caller booked a cleaning.|AI: How can I help? User: ...|\
         https://example.invalid/m.wav"
    );
    assert_eq!(call(&server, "contact_id = (SELECT id FROM contacts)"), "1");
}

#[tokio::test]
async fn case_90_a_report_twice_is_one_call_and_one_event() {
    let server = Server::demo();
    for _ in 0..2 {
        tell(&server, &report()).await;
    }
    let told = report();
    crate::races::at_once(8, |_| server.vapi(&told)).await;
    let once = call(&server, EVERYTHING);
    let mut empty = report();
    empty["message"] = json!({"type": "end-of-call-report", "call": {"id": "019f2a10-0000-7000-8000-000000000001"}});
    tell(&server, &empty).await;
    assert_eq!(call(&server, EVERYTHING), once, "a later report empties nothing");
    assert_eq!(server.number("SELECT count(*) FROM events WHERE kind = 'call.ended'"), 1);
    assert_eq!(server.number("SELECT count(*) FROM outbox WHERE event = 'call.ended'"), 1);
}

#[tokio::test]
async fn case_91_the_start_then_the_end_of_one_call() {
    let server = Server::demo();
    tell(&server, &message("call.started", json!({}))).await;
    assert_eq!(call(&server, "status, started_at IS NULL"), "in_progress|1");
    tell(&server, &message("end-of-call-report", json!({"summary": "Booked.", "startedAt": 1_780_412_953_083_u64})))
        .await;
    assert_eq!(call(&server, "status, summary, started_at"), "ended|Booked.|1780412953");
}

#[tokio::test]
async fn status_updates_move_a_call_on_and_never_open_it_again() {
    let server = Server::demo();
    for (told, status) in [
        ("queued", "ringing"),
        ("in-progress", "in_progress"),
        ("forwarding", "forwarding"),
        ("of the future", "forwarding"),
        ("ended", "ended"),
        ("in-progress", "ended"),
        ("ringing", "ended"),
    ] {
        tell(&server, &message("status-update", json!({"status": told, "endedReason": "x"}))).await;
        assert_eq!(call(&server, "status"), status, "{told}");
    }
    tell(
        &server,
        &message(
            "end-of-call-report",
            json!({"summary": "Booked.", "cost": "0.5", "call": {"id": "call-1", "cost": 0}}),
        ),
    )
    .await;
    assert_eq!(call(&server, "status, summary, cost_micros"), "ended|Booked.|500000");
    assert_eq!(server.number("SELECT count(*) FROM events WHERE kind = 'call.ended'"), 1);
}

#[tokio::test]
async fn a_cost_that_is_not_known_yet_is_not_nothing() {
    let server = Server::demo();
    tell(&server, &message("status-update", json!({"status": "in-progress", "call": {"id": "call-1", "cost": 0}})))
        .await;
    assert_eq!(call(&server, "cost_micros IS NULL"), "1");
}

#[tokio::test]
async fn the_platforms_summary_replaces_the_agents() {
    let server = Server::demo();
    by(&server, ANN, "call-1", "transfer_call", json!({"summary": "The agent's."})).await;
    tell(&server, &message("end-of-call-report", json!({}))).await;
    assert_eq!(call(&server, "summary, transferred_to"), "The agent's.|+15125550177");
    tell(&server, &message("end-of-call-report", json!({"analysis": {"summary": "The platform's."}}))).await;
    assert_eq!(call(&server, "summary, transferred_to"), "The platform's.|+15125550177");
}

#[tokio::test]
async fn a_hostile_report_is_kept_as_far_as_it_can_be_read() {
    let server = Server::demo();
    let odd = [
        r#""endedReason":[1],"startedAt":{},"endedAt":"yesterday","cost":"much","durationSeconds":-5"#,
        r#""endedReason":null,"cost":1e999,"durationSeconds":1e308,"startedAt":1e300,"endedAt":-1"#,
        r#""analysis":null,"artifact":[],"summary":{"a":[null]},"transcript":7e500,"recordingUrl":"javascript:alert(1)""#,
        r#""analysis":{"summary":[]},"artifact":{"transcript":{},"recording":"x","recordingUrl":7},"phoneNumber":"x""#,
        r#""customer":{"number":1e999},"phoneNumber":{"number":{"a":1}},"status":7,"assistant":{"id":[]}"#,
        r#""timestamp":99999999999999999999999999,"costs":[1e999],"key":"\udfff","messages":[[[[]]]]"#,
    ];
    for more in odd {
        let body =
            format!(r#"{{"message":{{"type":"end-of-call-report","call":{{"id":"call-1","assistantId":7}},{more}}}}}"#);
        let request = server.request(reqwest::Method::POST, "/api/vapi").bearer_auth(SECRET);
        let reply =
            Reply::read(request.header("content-type", "application/json").body(body).send().await.unwrap()).await;
        assert_eq!(reply.status, 200, "{more}: {}", reply.text);
    }
    let nothing = "call_id, status, assistant_id, coalesce(started_at, ended_at, ended_reason, duration_seconds, \
         cost_micros, summary, transcript, recording_url, '-')";
    assert_eq!(call(&server, nothing), "call-1|ended|7|-");
    let half = r#"{"message":{"type":"end-of-call-report","call":{"id":"call-1"},"artifact":{"transcript":"AI: \ud83d \ud83d\ude00 hi\u0000"},"cost":"0.21"}}"#;
    let request = server.request(reqwest::Method::POST, "/api/vapi").bearer_auth(SECRET);
    assert_eq!(request.header("content-type", "application/json").body(half).send().await.unwrap().status(), 200);
    let transcript = call(&server, "transcript, cost_micros");
    assert!(transcript.starts_with("AI: ") && transcript.ends_with("😀 hi|210000"), "{transcript}");
}

#[tokio::test]
async fn an_endless_transcript_is_cut() {
    let server = Server::demo();
    let told =
        message("end-of-call-report", json!({"transcript": "é".repeat(1_000_000), "endedReason": "x".repeat(9_000)}));
    tell(&server, &told).await;
    assert_eq!(call(&server, "length(transcript), length(ended_reason)"), "200000|200");
}

#[tokio::test]
async fn a_report_without_a_call_id_is_acknowledged() {
    let server = Server::demo();
    for call in [json!({}), json!({"id": null}), json!({"id": ""}), json!(7)] {
        tell(&server, &message("end-of-call-report", json!({ "call": call }))).await;
    }
    assert_eq!(server.number("SELECT count(*) FROM calls"), 0);
}

#[tokio::test]
async fn what_cannot_be_stored_is_to_be_sent_again() {
    let server = Server::demo();
    server.database().execute_batch("DROP TABLE calls").unwrap();
    let reply = server.vapi(&report()).await;
    assert_eq!(reply.status, 500);
    reply.assert_no_internals();
}

/// A platform key of two organizations; the server and the key's secret.
fn agency() -> (Server, String) {
    let server = Server::demo();
    let folder = server.folder.path();
    let other = include_str!("../../organizations/riverside.toml").replace("+15125550100", "+15125550200");
    add_organization(folder, &other);
    let key = run(folder, &["key", "create", "--org", "demo", "--org", "riverside", "--kind", "platform", "--json"]);
    let key: Value = serde_json::from_str(&key).unwrap();
    let secret = key["secret"].as_str().unwrap().to_owned();
    (server, secret)
}

#[tokio::test]
async fn case_93_a_call_to_nobodys_number_is_kept_for_review() {
    let (server, secret) = agency();
    let told = |call: &str, number: &str, kind: &str| {
        let call = json!({"id": call});
        message(
            kind,
            json!({"call": call, "phoneNumber": {"number": number}, "summary": "Who?", "status": "in-progress"}),
        )
    };
    let send = async |told: Value| assert_eq!(server.post_as(&secret, "/api/vapi", &told).await.status, 200);
    send(told("lost-1", "+15125559999", "end-of-call-report")).await;
    send(with_transcript(told("lost-1", "+15125559999", "end-of-call-report"))).await;
    send(told("lost-1", "+15125559999", "status-update")).await;
    send(told("found-1", "+15125550200", "end-of-call-report")).await;
    assert_eq!(
        server
            .column("SELECT call_id FROM calls JOIN organizations o ON o.id = organization_id AND slug = 'riverside'"),
        ["found-1"]
    );
    assert_eq!(server.number("SELECT count(*) FROM calls"), 1);
    let listed: Value = serde_json::from_str(&run(server.folder.path(), &["calls", "--unrouted", "--json"])).unwrap();
    let lost = &listed["data"][0];
    assert_eq!((listed["data"].as_array().unwrap().len(), &lost["call_id"]), (1, &json!("lost-1")), "{listed}");
    assert_eq!((&lost["called_number"], &lost["report"]["summary"]), (&json!("+15125559999"), &json!("Who?")));
    let transcript = lost["report"]["transcript"].as_str().unwrap();
    assert!(transcript.len() <= 10_000, "bounded");
    assert!(run(server.folder.path(), &["calls", "--unrouted"]).contains("lost-1"));
    assert_eq!(ringbook(server.folder.path(), &["calls"]).status.code(), Some(2));
    let log = server.log_with("kept for review");
    assert!(log.contains("lost-1") && !log.contains("5559999") && !log.contains("Who?"), "{log}");
}

fn with_transcript(mut told: Value) -> Value {
    told["message"]["transcript"] = json!("word ".repeat(100_000));
    told
}

#[tokio::test]
async fn a_call_to_nobodys_number_gets_no_assistant() {
    let (server, secret) = agency();
    let request =
        message("assistant-request", json!({"phoneNumber": {"number": "+15125559999", "assistantId": ASSISTANT}}));
    let reply = server.post_as(&secret, "/api/vapi", &request).await;
    assert_eq!(reply.status, 200);
    assert!(reply.json()["error"].is_string() && reply.json().get("assistantId").is_none(), "{}", reply.text);
}

async fn asked(server: &Server, more: Value) -> Value {
    server.vapi(&message("assistant-request", more)).await.json()
}

#[tokio::test]
async fn an_assistant_request_gets_the_organizations_assistant_and_what_a_prompt_needs() {
    let file = include_str!("../../organizations/demo.toml");
    let server = Server::of_organization(&format!("{file}\n[voice]\nassistant_id = \"ours\"\n"), NOW);
    let answer = asked(&server, json!({})).await;
    assert_eq!(answer["assistantId"], "ours");
    assert_eq!(
        answer["assistantOverrides"]["variableValues"],
        json!({
            "businessId": "demo", "businessName": "Riverside Clinic", "timezone": "America/New_York",
            "todayLocal": "Tuesday, June 2nd, 2026 at 10 10 AM",
            "hoursToday": "On Tuesday, June 2nd we are open from 9 AM to 5 PM.",
            "knownCaller": false,
        })
    );
}

#[tokio::test]
async fn without_one_it_is_the_assistant_of_the_number_or_nobody() {
    let server = Server::demo();
    assert_eq!(asked(&server, json!({})).await["assistantId"], ASSISTANT);
    let nobody = asked(&server, json!({"call": {"id": "call-1"}})).await;
    assert_eq!(nobody, json!({"error": "Sorry, nobody can take this call right now. Please try again later."}));
}

#[tokio::test]
async fn a_known_caller_is_known_without_a_name() {
    let server = Server::demo();
    server.book(with(wish(ANN, "10:00"), "name", "Zebedee Quill")).await.booked();
    let answer = asked(&server, json!({})).await;
    assert_eq!(answer["assistantOverrides"]["variableValues"]["knownCaller"], true);
    assert!(!answer.to_string().contains("Zebedee"), "a caller's number can be forged: {answer}");
    for number in ["+15559990000", "anonymous"] {
        let answer = asked(&server, json!({"customer": {"number": number}})).await;
        assert_eq!(answer["assistantOverrides"]["variableValues"]["knownCaller"], false, "{number}");
    }
}

#[tokio::test]
async fn an_assistant_is_given_also_when_callers_cannot_be_looked_up() {
    let server = Server::demo();
    server.database().execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE contacts").unwrap();
    assert_eq!(asked(&server, json!({})).await["assistantId"], ASSISTANT);
}

#[tokio::test]
async fn appointments_know_the_call_that_made_them() {
    let server = Server::demo();
    by(&server, ANN, "call-1", "book_appointment", wish(ANN, "10:00")).await.booked();
    tell(&server, &message("end-of-call-report", json!({}))).await;
    let linked = "SELECT count(*) FROM appointments a JOIN calls c ON c.organization_id = a.organization_id AND c.call_id = a.call_id";
    assert_eq!(server.number(linked), 1);
}

#[tokio::test]
async fn programs_see_what_was_said_and_done_in_a_call() {
    let server = Server::demo();
    by(&server, ANN, "call-1", "book_appointment", wish(ANN, "10:00")).await.booked();
    by(&server, ANN, "call-1", "take_message", json!({"message": "Please call back."})).await;
    by(&server, ANN, "call-1", "transfer_call", json!({"department": "billing"})).await;
    let more =
        json!({"summary": "Booked.", "transcript": "AI: Hello.", "cost": 0.5, "endedReason": "customer-ended-call"});
    tell(&server, &message("end-of-call-report", more)).await;
    by(&server, ANN, "call-2", "take_message", json!({"message": "Another."})).await;
    let listed = get(&server, "/calls").await.json();
    let row = &listed["data"][0];
    assert_eq!((listed["data"].as_array().unwrap().len(), &row["call_id"]), (1, &json!("call-1")), "{listed}");
    assert_eq!(row.get("transcript"), None, "a list of them would have no end");
    let whole = get(&server, &format!("/calls/{}", row["id"].as_str().unwrap())).await;
    let at = |pointer: &str| whole.at(pointer);
    assert_eq!(
        (at("/status"), at("/summary"), at("/transcript")),
        ("ended".into(), "Booked.".into(), "AI: Hello.".into())
    );
    assert_eq!((at("/cost_micros"), at("/transferred_to")), ("500000".into(), "+15125550178".into()));
    assert_eq!(at("/contact_id"), at("/appointments/0/contact_id"));
    assert_eq!(
        (at("/appointments/0/status"), at("/messages/0/message")),
        ("confirmed".into(), "Please call back.".into())
    );
    let kinds: Vec<Value> =
        whole.json()["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
    assert_eq!(kinds, ["contact.created", "appointment.booked", "message.taken", "call.transferred", "call.ended"]);
    for wrong in ["call-1", "0190a5e0-0000-7000-8000-000000000000"] {
        refused(&get(&server, &format!("/calls/{wrong}")).await, 404, "NOT_FOUND");
    }
}

#[tokio::test]
async fn calls_are_listed_newest_first_and_filtered() {
    let server = Server::demo();
    for call in ["call-1", "call-2", "call-3"] {
        let started = json!({"call": {"id": call}, "startedAt": format!("2026-06-0{}T15:00:00Z", &call[5..])});
        tell(&server, &message("end-of-call-report", started)).await;
    }
    tell(&server, &message("status-update", json!({"call": {"id": "call-4"}, "status": "ringing"}))).await;
    let calls = async |query: &str| {
        let page = get(&server, &format!("/calls{query}")).await.json();
        let rows = page["data"].as_array().unwrap_or_else(|| panic!("{page}")).clone();
        rows.iter().map(|row| row["call_id"].as_str().unwrap()[5..].to_owned()).collect::<String>()
    };
    assert_eq!(calls("").await, "4321");
    assert_eq!(calls("?status=ended").await, "321");
    assert_eq!(calls("?call=call-2").await, "2");
    assert_eq!(calls("?from=2026-06-02T15:00:00Z&to=2026-06-03T15:00:00Z&status=ended").await, "2");
    let first = get(&server, "/calls?limit=3").await;
    assert_eq!(calls(&format!("?limit=3&cursor={}", first.at("/next_cursor"))).await, "1");
    refused(&get(&server, "/calls?status=lost").await, 400, "MALFORMED_REQUEST");
}
