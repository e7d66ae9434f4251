//! Who sees which appointments.

use serde_json::{Value, json};

use crate::support::{Reply, Server, envelope, wish, with};

pub const ANN: &str = "+15551111111";
pub const BEN: &str = "+15552222222";

/// A tool in the plain form, called by somebody with that number.
pub async fn by(server: &Server, caller: &str, call: &str, tool: &str, arguments: Value) -> Reply {
    let request =
        server.request(reqwest::Method::POST, &format!("/api/vapi/tools/{tool}")).bearer_auth(server.secret());
    let request = request.header("X-Call-Id", call).header("X-Caller-Number", caller);
    Reply::read(request.json(&arguments).send().await.unwrap()).await
}

async fn find(server: &Server, caller: &str, arguments: Value) -> Reply {
    by(server, caller, "call-1", "find_appointments", arguments).await
}

/// A consultation with Doctor Lee; its id and code.
pub async fn booked(server: &Server, phone: &str, time: &str) -> (String, String) {
    let reply = server.book(with(wish(phone, time), "provider", "lee")).await;
    (reply.booked().at("/appointment/id"), reply.at("/appointment/confirmation_code"))
}

fn ids(reply: &Reply) -> Vec<String> {
    let found = reply.json()["appointments"].as_array().cloned().unwrap_or_default();
    found.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn case_77_callers_find_their_own_by_the_number_they_call_from() {
    let server = Server::demo();
    let (ten, _) = booked(&server, ANN, "10:00").await;
    booked(&server, BEN, "11:00").await;
    let reply = find(&server, ANN, json!({})).await;
    assert_eq!((reply.status, reply.at("/status").as_str(), ids(&reply)), (200, "FOUND", vec![ten.clone()]));
    assert_eq!(reply.say(), "You have a consultation with Doctor Lee on Wednesday, June 3rd at 10 AM.");
    assert_eq!(reply.at("/appointment/id"), ten);
    assert_eq!(ids(&find(&server, ANN, json!({"phone": "(555) 111-1111"})).await), [ten]);
}

#[tokio::test]
async fn what_a_model_says_about_a_person_finds_nothing() {
    let server = Server::demo();
    booked(&server, ANN, "10:00").await;
    let anonymous = json!({"phone": ANN, "name": "Ann Bee", "email": "ann@example.com", "caller_number": "x"});
    let refused = find(&server, "anonymous", anonymous).await;
    refused.refused(404, "NOT_FOUND");
    for arguments in [json!({"phone": ANN}), json!({"name": "Ann Bee"}), json!({"phone": "%"}), json!({"name": "_"})] {
        let reply = find(&server, BEN, arguments).await;
        assert_eq!(reply.refused(404, "NOT_FOUND").say(), refused.say());
    }
    // Nor does it show the caller's own as another's.
    find(&server, ANN, json!({"phone": BEN})).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_code_shows_its_appointment_whoever_calls() {
    let server = Server::demo();
    let (id, code) = booked(&server, ANN, "10:00").await;
    let spelled: String = code.chars().flat_map(|letter| [letter.to_ascii_lowercase(), ' ']).collect();
    assert_eq!(ids(&find(&server, BEN, json!({"confirmation_code": spelled})).await), [id]);
}

#[tokio::test]
async fn only_what_is_to_come_and_three_at_most_are_told() {
    let server = Server::demo();
    for time in ["9:00", "10:00", "11:00", "13:00"] {
        booked(&server, ANN, time).await;
    }
    let reply = find(&server, ANN, json!({})).await;
    assert_eq!(ids(&reply).len(), 4);
    assert_eq!(reply.say().matches("Wednesday").count(), 3, "{}", reply.say());
    assert!(reply.say().starts_with("You have 4 appointments: "), "{}", reply.say());

    server
        .database()
        .execute("UPDATE appointments SET status = 'cancelled' WHERE starts_at % 86400 = 46800", [])
        .unwrap();
    let server = server.restarted("2026-06-03T14:30:00Z");
    assert_eq!(ids(&find(&server, ANN, json!({})).await).len(), 2);
    let server = server.restarted("2026-06-04T14:30:00Z");
    find(&server, ANN, json!({})).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn a_hold_is_no_appointment_to_be_found() {
    let server = Server::demo();
    let time = json!({"date": "2026-06-03", "time": "10:00"});
    by(&server, ANN, "call-1", "hold_slot", time).await;
    let code = server.column("SELECT confirmation_code FROM appointments").remove(0);
    find(&server, ANN, json!({})).await.refused(404, "NOT_FOUND");
    find(&server, ANN, json!({"confirmation_code": code})).await.refused(404, "NOT_FOUND");
}

#[tokio::test]
async fn five_wrong_codes_end_a_calls_attempts() {
    let server = Server::demo();
    let (_, code) = booked(&server, ANN, "10:00").await;
    let guess = |call: &'static str, code: String| {
        let server = &server;
        async move { by(server, BEN, call, "find_appointments", json!({"confirmation_code": code})).await }
    };
    let wrong = if code == "BBBB" { "CCCC" } else { "BBBB" };
    for _ in 0..4 {
        guess("call-1", wrong.to_owned()).await.refused(404, "NOT_FOUND");
    }
    assert_eq!(guess("call-1", code.clone()).await.status, 200);
    let refused = guess("call-1", wrong.to_owned()).await;
    // Not even the right one, in the same words, and whatever it is tried for.
    assert_eq!(guess("call-1", code.clone()).await.refused(404, "NOT_FOUND").text, refused.text);
    by(&server, BEN, "call-1", "cancel_appointment", json!({"confirmation_code": code}))
        .await
        .refused(404, "NOT_FOUND");
    let server = server.restarted("2026-06-02T15:00:00Z");
    let again = json!({"confirmation_code": code});
    by(&server, BEN, "call-1", "find_appointments", again.clone()).await.refused(404, "NOT_FOUND");
    assert_eq!(by(&server, BEN, "call-2", "find_appointments", again).await.status, 200);
    assert_eq!(by(&server, ANN, "call-1", "find_appointments", json!({})).await.status, 200, "her own number");
}

#[tokio::test]
async fn guesses_at_the_same_moment_are_counted_one_by_one() {
    let server = Server::demo();
    crate::races::at_once(16, |_| {
        by(&server, BEN, "call-1", "cancel_appointment", json!({"confirmation_code": "BBBB"}))
    })
    .await;
    assert_eq!(server.number("SELECT count FROM wrong_codes"), 5);
}

#[tokio::test]
async fn the_callers_number_of_an_envelope_counts_and_an_argument_does_not() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let mut call = envelope("call-1", "a", "lookupCaller", json!({"caller_number": ANN, "phone": ANN}));
    assert!(server.vapi(&call).await.line().starts_with("NOT FOUND. "));
    call["message"]["customer"] = json!({"number": ANN});
    let line = server.vapi(&call).await.line();
    assert!(line.starts_with("FOUND. ") && line.contains(&format!("appointment_id {id}.")), "{line}");
}

#[tokio::test]
async fn a_code_is_never_asked_for_in_an_address() {
    let server = Server::demo();
    let request = server.request(reqwest::Method::GET, "/api/tools/find_appointments?confirmation_code=BBBB");
    assert_eq!(request.bearer_auth(server.secret()).send().await.unwrap().status(), 405);
}
