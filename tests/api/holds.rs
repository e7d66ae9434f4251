//! Keeping a time for a caller who is still deciding.

use serde_json::{Value, json};

use crate::races::at_once;
use crate::support::{Reply, Server, with};

/// A tool in the plain form, as part of a phone call.
pub async fn in_call(server: &Server, call: &str, tool: &str, arguments: Value) -> Reply {
    let request =
        server.request(reqwest::Method::POST, &format!("/api/vapi/tools/{tool}")).bearer_auth(server.secret());
    Reply::read(request.header("X-Call-Id", call).json(&arguments).send().await.unwrap()).await
}

fn time(time: &str) -> Value {
    json!({"date": "2026-06-03", "time": time, "service": "consultation", "provider": "lee"})
}

fn person(phone: &str) -> Value {
    json!({"name": "Ann Bee", "phone": phone})
}

async fn hold(server: &Server, call: &str, at: &str) -> Reply {
    in_call(server, call, "hold_slot", time(at)).await
}

async fn confirm(server: &Server, call: &str, phone: &str, hold: &str) -> Reply {
    in_call(server, call, "book_appointment", with(person(phone), "hold_id", hold)).await
}

#[track_caller]
fn held(reply: &Reply) -> String {
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "HELD"), "{}", reply.text);
    reply.say();
    reply.at("/hold_id")
}

#[track_caller]
fn released(reply: &Reply) {
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "RELEASED"), "{}", reply.text);
    reply.say();
}

#[tokio::test]
async fn case_53_and_55_a_held_or_booked_time_is_nobody_elses() {
    let server = Server::demo();
    let reply = hold(&server, "call-1", "10:00").await;
    let id = held(&reply);
    assert!(reply.at("/expires_at").starts_with("2026-06-02T10:15:"), "five minutes: {}", reply.text);
    assert_eq!(reply.at("/appointment/status"), "held");
    assert_eq!(reply.at("/appointment/confirmation_code"), "", "not yet booked: {}", reply.text);
    assert!(reply.say().contains("5 minutes") && reply.say().contains("10 AM"), "{}", reply.say());

    hold(&server, "call-2", "10:00").await.refused(409, "SLOT_UNAVAILABLE");
    server.book(with(time("10:00"), "phone", "+15552222222")).await.refused(409, "SLOT_UNAVAILABLE");
    let listed = server.check(json!({"date": "2026-06-03", "provider": "lee"})).await.starts();
    assert!(!listed.contains(&"2026-06-03T10:00".to_owned()), "{listed:?}");

    confirm(&server, "call-1", "+15551111111", &id).await.booked();
    hold(&server, "call-2", "10:00").await.refused(409, "SLOT_UNAVAILABLE");
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn a_hold_becomes_the_appointment_exactly_once() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    let first = confirm(&server, "call-1", "+15551111111", &id).await;
    first.booked();
    assert_eq!(
        (first.at("/appointment/id"), first.at("/appointment/start")),
        (id.clone(), "2026-06-03T10:00:00-04:00".to_owned())
    );
    let again = confirm(&server, "call-1", "+15551111111", &id).await;
    assert_eq!(again.booked().at("/appointment"), first.at("/appointment"));
    confirm(&server, "call-1", "+15559999999", &id).await.refused(409, "HOLD_EXPIRED");
    server.assert_rows(1, 1);
    assert_eq!(server.column("SELECT event FROM outbox"), ["appointment.booked"]);
}

#[tokio::test]
async fn another_calls_hold_is_not_found() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    for reply in [
        confirm(&server, "call-2", "+15552222222", &id).await,
        confirm(&server, "call-1", "+15552222222", "no-such-hold").await,
        in_call(&server, "call-2", "release_hold", json!({"hold_id": id})).await,
        in_call(&server, "call-2", "release_hold", json!({})).await,
    ] {
        reply.refused(404, "NOT_FOUND");
    }
    confirm(&server, "call-1", "+15551111111", &id).await.booked();
}

#[tokio::test]
async fn a_call_renews_and_moves_its_own_hold() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    assert_eq!(held(&hold(&server, "call-1", "10:00").await), id);
    // It overlaps only with itself.
    let cleaning = with(time("10:00"), "service", "cleaning");
    assert_eq!(held(&in_call(&server, "call-1", "hold_slot", cleaning).await), id);
    assert_eq!(held(&hold(&server, "call-1", "11:00").await), id);
    held(&hold(&server, "call-2", "10:00").await);
    // What cannot be had leaves what is held.
    hold(&server, "call-1", "10:00").await.refused(409, "SLOT_UNAVAILABLE");
    let reply = confirm(&server, "call-1", "+15551111111", &id).await;
    assert_eq!(reply.booked().at("/appointment/start"), "2026-06-03T11:00:00-04:00");
    server.assert_rows(1, 2);
    server.assert_no_overlap();
}

#[tokio::test]
async fn the_calls_own_hold_is_not_in_its_way() {
    let server = Server::demo();
    held(&hold(&server, "call-1", "10:00").await);
    let wish = with(time("10:00"), "phone", "+15551111111");
    in_call(&server, "call-1", "book_appointment", wish).await.booked();
    assert_eq!(server.column("SELECT status FROM appointments ORDER BY id"), ["cancelled", "confirmed"]);
}

#[tokio::test]
async fn a_hold_and_words_that_contradict_it_are_asked_about() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    let other = with(with(time("11:00"), "phone", "+15551111111"), "hold_id", id);
    in_call(&server, "call-1", "book_appointment", other).await.refused(400, "INVALID_TIME");
    server.assert_rows(0, 1);
}

#[tokio::test]
async fn case_56_an_expired_hold_never_blocks_and_cannot_be_confirmed() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    let server = server.restarted("2026-06-02T14:16:00Z");
    let reply = confirm(&server, "call-1", "+15551111111", &id).await;
    reply.refused(409, "HOLD_EXPIRED");
    assert_eq!(reply.at("/status"), "NOT_BOOKED");
    assert!(reply.starts().contains(&"2026-06-03T10:00".to_owned()), "it is free: {}", reply.text);

    server.book(with(time("10:00"), "phone", "+15552222222")).await.booked();
    let reply = confirm(&server, "call-1", "+15551111111", &id).await;
    reply.refused(409, "HOLD_EXPIRED");
    assert!(!reply.starts().contains(&"2026-06-03T10:00".to_owned()), "{}", reply.text);
    server.assert_no_overlap();
}

#[tokio::test]
async fn an_expired_hold_is_renewed_while_nobody_wants_it() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    let server = server.restarted("2026-06-02T14:16:00Z");
    assert_eq!(held(&hold(&server, "call-1", "10:00").await), id);
    confirm(&server, "call-1", "+15551111111", &id).await.booked();
}

#[tokio::test]
async fn a_released_time_is_free_at_once() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    released(&in_call(&server, "call-1", "release_hold", json!({"hold_id": id})).await);
    released(&in_call(&server, "call-1", "release_hold", json!({"hold_id": id})).await);
    let other = held(&hold(&server, "call-2", "10:00").await);
    confirm(&server, "call-1", "+15551111111", &id).await.refused(409, "HOLD_EXPIRED");

    released(&in_call(&server, "call-2", "release_hold", json!({})).await);
    held(&hold(&server, "call-2", "10:00").await);
    confirm(&server, "call-2", "+15552222222", &other).await.refused(409, "HOLD_EXPIRED");
}

#[tokio::test]
async fn releasing_does_not_cancel_what_was_booked() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    confirm(&server, "call-1", "+15551111111", &id).await.booked();
    in_call(&server, "call-1", "release_hold", json!({"hold_id": id})).await.refused(404, "NOT_FOUND");
    assert_eq!(server.column("SELECT status FROM appointments"), ["confirmed"]);
}

#[tokio::test]
async fn the_line_for_a_model_names_the_hold() {
    let server = Server::demo();
    let call = crate::support::envelope("call-1", "a", "hold_slot", time("10:00"));
    let first = server.vapi(&call).await;
    let line = first.line();
    assert!(line.starts_with("HELD. ") && line.contains("hold_id ") && !line.contains("onfirmation code"), "{line}");
    assert_eq!(server.vapi(&call).await.text, first.text);
    let id = line.split("hold_id ").nth(1).unwrap().trim_end_matches('.').to_owned();
    let book = crate::support::envelope("call-1", "b", "book_appointment", with(person("+15551111111"), "hold_id", id));
    let line = server.vapi(&book).await.line();
    assert!(line.starts_with("BOOKED. ") && line.contains("Confirmation code"), "{line}");
    let release = crate::support::envelope("call-1", "c", "release_hold", json!({}));
    assert!(server.vapi(&release).await.line().starts_with("NOT FOUND. "));
}

#[tokio::test]
async fn case_54_of_many_holds_of_one_time_one_is_given() {
    let server = Server::demo();
    let replies = at_once(16, |index| {
        let server = &server;
        async move { hold(server, &format!("call-{index}"), "10:00").await }
    })
    .await;
    let (won, lost): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == 200);
    assert_eq!((won.len(), lost.len()), (1, 15));
    lost.iter().for_each(|reply| {
        reply.refused(409, "SLOT_UNAVAILABLE");
    });
    server.assert_rows(0, 1);
}

#[tokio::test]
async fn case_60_two_confirmations_of_one_hold_make_one_appointment() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    let replies = at_once(16, |_| confirm(&server, "call-1", "+15551111111", &id)).await;
    for reply in &replies {
        assert_eq!(reply.booked().at("/appointment"), replies[0].at("/appointment"));
    }
    server.assert_rows(1, 1);
    assert_eq!(server.column("SELECT event FROM outbox"), ["appointment.booked"]);
}

#[tokio::test]
async fn one_hold_is_confirmed_for_one_of_many_people() {
    let server = Server::demo();
    let id = held(&hold(&server, "call-1", "10:00").await);
    let replies = at_once(16, |index| {
        let (server, id) = (&server, &id);
        async move { confirm(server, "call-1", &format!("+1555111{index:04}"), id).await }
    })
    .await;
    let (won, lost): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == 200);
    assert_eq!((won.len(), lost.len()), (1, 15));
    lost.iter().for_each(|reply| {
        reply.refused(409, "HOLD_EXPIRED");
    });
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn of_a_hold_and_a_booking_one_wins() {
    for _ in 0..4 {
        let server = Server::demo();
        let replies = at_once(16, |index| {
            let server = &server;
            async move {
                match index % 2 {
                    0 => hold(server, &format!("call-{index}"), "10:00").await,
                    _ => server.book(with(time("10:00"), "phone", format!("+1555111{index:04}"))).await,
                }
            }
        })
        .await;
        let lost: Vec<_> = replies.iter().filter(|reply| reply.status != 200).collect();
        assert_eq!(lost.len(), 15);
        lost.iter().for_each(|reply| {
            reply.refused(409, "SLOT_UNAVAILABLE");
        });
        assert_eq!(server.number("SELECT count(*) FROM appointments"), 1);
    }
}
