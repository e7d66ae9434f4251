//! Moving and cancelling.

use serde_json::{Value, json};

use crate::lookups::{ANN, BEN, booked, by};
use crate::races::at_once;
use crate::support::{Reply, Server, envelope, wish, with};

fn to(id: &str, time: &str) -> Value {
    json!({"appointment_id": id, "date": "2026-06-03", "time": time})
}

async fn reschedule(server: &Server, caller: &str, arguments: Value) -> Reply {
    by(server, caller, "call-1", "reschedule_appointment", arguments).await
}

async fn cancel(server: &Server, caller: &str, arguments: Value) -> Reply {
    by(server, caller, "call-1", "cancel_appointment", arguments).await
}

#[track_caller]
fn moved<'a>(reply: &'a Reply, start: &str) -> &'a Reply {
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "RESCHEDULED"), "{}", reply.text);
    assert_eq!(reply.at("/appointment/start"), format!("2026-06-03T{start}:00-04:00"));
    reply.say();
    reply
}

#[track_caller]
fn cancelled(reply: &Reply) -> String {
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "CANCELLED"), "{}", reply.text);
    assert_eq!(reply.at("/appointment/status"), "cancelled");
    reply.say()
}

/// All that a change could have touched.
fn rows(server: &Server) -> Vec<String> {
    server.column(
        "SELECT hex(id) || provider_id || starts_at || status || confirmation_code || version FROM appointments
         UNION ALL SELECT event FROM outbox ORDER BY 1",
    )
}

fn events(server: &Server) -> Vec<String> {
    server.column("SELECT event FROM outbox ORDER BY id")
}

#[tokio::test]
async fn case_85_a_moved_appointment_keeps_its_code_and_frees_its_time() {
    let server = Server::demo();
    let (id, code) = booked(&server, ANN, "10:00").await;
    let reply = reschedule(&server, ANN, to(&id, "3 PM")).await;
    moved(&reply, "15:00");
    assert_eq!((reply.at("/appointment/id"), reply.at("/appointment/confirmation_code")), (id, code.clone()));
    assert!(
        reply
            .say()
            .starts_with("You are now booked for a consultation with Doctor Lee on Wednesday, June 3rd at 3 PM.")
    );
    booked(&server, BEN, "10:00").await;
    let version = format!("SELECT version FROM appointments WHERE confirmation_code = '{code}'");
    assert_eq!(server.number(&version), 2);
    assert_eq!(events(&server), ["appointment.booked", "appointment.rescheduled", "appointment.booked"]);
    server.assert_no_overlap();
}

#[tokio::test]
async fn case_86_a_taken_time_leaves_everything_as_it_was() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    booked(&server, BEN, "11:00").await;
    let before = rows(&server);
    let reply = reschedule(&server, ANN, with(to(&id, "11:00"), "provider", "lee")).await;
    reply.refused(409, "SLOT_UNAVAILABLE");
    assert_eq!(reply.at("/status"), "NOT_CHANGED");
    assert!(reply.say().contains("stays as it was") && !reply.starts().is_empty(), "{}", reply.text);
    reschedule(&server, ANN, to(&id, "2 AM")).await.refused(422, "OUTSIDE_HOURS");
    reschedule(&server, ANN, with(to(&id, "11:00"), "date", "2026-06-01")).await.refused(422, "PAST_DATE");
    reschedule(&server, ANN, json!({"appointment_id": id})).await.refused(400, "MISSING_FIELD");
    assert_eq!(rows(&server), before);
}

#[tokio::test]
async fn an_appointment_is_not_in_its_own_way() {
    let server = Server::demo();
    let cleaning = with(with(wish(ANN, "10:00"), "provider", "lee"), "service", "cleaning");
    let id = server.book(cleaning).await.booked().at("/appointment/id");
    moved(&reschedule(&server, ANN, to(&id, "10:30")).await, "10:30");
    assert_eq!(server.column("SELECT service_id || ' with ' || provider_id FROM appointments"), ["cleaning with lee"]);
}

#[tokio::test]
async fn the_same_provider_is_preferred_and_another_serves() {
    let server = Server::demo();
    let with_ortiz = server.book(with(wish(ANN, "10:00"), "provider", "ortiz")).await;
    let id = with_ortiz.booked().at("/appointment/id");
    assert_eq!(moved(&reschedule(&server, ANN, to(&id, "11:00")).await, "11:00").at("/appointment/provider"), "ortiz");
    server.book(with(wish(BEN, "13:00"), "provider", "ortiz")).await.booked();
    assert_eq!(moved(&reschedule(&server, ANN, to(&id, "13:00")).await, "13:00").at("/appointment/provider"), "lee");
}

#[tokio::test]
async fn asking_again_for_the_same_time_changes_nothing() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    moved(&reschedule(&server, ANN, to(&id, "11:00")).await, "11:00");
    let before = rows(&server);
    moved(&reschedule(&server, ANN, to(&id, "11:00")).await, "11:00");
    assert_eq!(rows(&server), before);
}

#[tokio::test]
async fn a_time_that_the_call_holds_is_taken() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let held = json!({"date": "2026-06-03", "time": "11:00", "provider": "lee"});
    assert_eq!(by(&server, ANN, "call-1", "hold_slot", held).await.at("/status"), "HELD");
    let reply = reschedule(&server, ANN, with(to(&id, "11:00"), "provider", "lee")).await;
    moved(&reply, "11:00");
    server.assert_no_overlap();
}

#[tokio::test]
async fn strangers_change_nothing_and_learn_nothing() {
    let server = Server::demo();
    let (id, code) = booked(&server, ANN, "10:00").await;
    let before = rows(&server);
    let absent = "0197f0c0-0000-7000-8000-000000000000";
    let refused = reschedule(&server, BEN, to(absent, "11:00")).await;
    for caller in [BEN, "anonymous"] {
        assert_eq!(reschedule(&server, caller, to(&id, "11:00")).await.refused(404, "NOT_FOUND").text, refused.text);
        let claim = with(json!({"appointment_id": id}), "phone", ANN);
        assert_eq!(cancel(&server, caller, claim).await.refused(404, "NOT_FOUND").say(), refused.say());
    }
    let other_code = with(to(absent, "11:00"), "confirmation_code", code.as_str());
    reschedule(&server, BEN, other_code).await.refused(404, "NOT_FOUND");
    cancel(&server, ANN, json!({})).await.refused(400, "MISSING_FIELD");
    assert_eq!(rows(&server), before);

    let by_code = json!({"confirmation_code": code, "date": "2026-06-03", "time": "11:00"});
    moved(&reschedule(&server, BEN, by_code).await, "11:00");
    // Models put the code where the id belongs.
    cancelled(&cancel(&server, BEN, json!({"appointment_id": code})).await);
}

#[tokio::test]
async fn case_87_a_cancelled_time_is_free_at_once_and_the_reason_kept() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let first = cancel(&server, ANN, json!({"appointment_id": id, "reason": "feeling better"})).await;
    assert!(cancelled(&first).ends_with("is cancelled."), "{}", first.text);
    assert_eq!(server.column("SELECT cancel_reason FROM appointments"), ["feeling better"]);
    assert_eq!(events(&server), ["appointment.booked", "appointment.cancelled"]);

    let before = rows(&server);
    let again = cancel(&server, ANN, json!({"appointment_id": id, "reason": "other"})).await;
    assert!(cancelled(&again).ends_with("was cancelled already."), "{}", again.text);
    assert_eq!(rows(&server), before);
    reschedule(&server, ANN, to(&id, "11:00")).await.refused(404, "NOT_FOUND");
    booked(&server, BEN, "10:00").await;
}

#[tokio::test]
async fn the_notice_for_changes_is_kept_and_explained() {
    let file = include_str!("../../organizations/demo.toml")
        .replace("slug = \"demo\"", "slug = \"strict\"")
        .replace("+15125550100", "+15125550199")
        .replace("[booking]", "[booking]\nchange_notice = \"24h\"");
    let server = Server::of_organization(&file, crate::support::NOW);
    let secret_call = |tool: &'static str, arguments: Value| {
        let server = &server;
        async move { server.vapi(&from_ann(envelope("call-1", tool, tool, arguments))).await.line() }
    };
    let wish = with(with(wish(ANN, "10:00"), "provider", "lee"), "date", "2026-06-03");
    let line = secret_call("book_appointment", wish).await;
    let id = line.split("appointment_id ").nth(1).unwrap().trim_end_matches('.').to_owned();
    let before = rows(&server);
    for (tool, arguments) in
        [("reschedule_appointment", to(&id, "15:00")), ("cancel_appointment", json!({"appointment_id": id}))]
    {
        let line = secret_call(tool, arguments).await;
        assert!(line.starts_with("NOT CHANGED. ") && line.contains("1 day of notice"), "{line}");
    }
    assert_eq!(rows(&server), before);
}

fn from_ann(mut call: Value) -> Value {
    call["message"]["customer"] = json!({"number": ANN});
    call
}

#[tokio::test]
async fn what_has_begun_stays() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let server = server.restarted("2026-06-03T14:10:00Z");
    cancel(&server, ANN, json!({"appointment_id": id})).await.refused(409, "TOO_LATE_TO_CHANGE");
    reschedule(&server, ANN, to(&id, "15:00")).await.refused(409, "TOO_LATE_TO_CHANGE");
}

#[tokio::test]
async fn a_repeated_tool_call_gets_the_first_reply() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "10:00").await;
    let call = from_ann(envelope("call-1", "a", "cancel_appointment", json!({"appointment_id": id})));
    let first = server.vapi(&call).await;
    assert!(first.line().ends_with(&format!("appointment_id {id}.")), "{}", first.text);
    assert_eq!(server.vapi(&call).await.text, first.text);
}

#[tokio::test]
async fn of_a_move_and_a_booking_into_one_time_one_wins() {
    for _ in 0..4 {
        let server = Server::demo();
        let (id, _) = booked(&server, ANN, "9:00").await;
        let replies = at_once(16, |index| {
            let (server, to) = (&server, with(to(&id, "10:00"), "provider", "lee"));
            async move {
                match index % 2 {
                    0 => reschedule(server, ANN, to).await,
                    _ => server.book(with(wish(&format!("+1555222{index:04}"), "10:00"), "provider", "lee")).await,
                }
            }
        })
        .await;
        let booked = replies.iter().filter(|reply| reply.at("/status") == "BOOKED").count();
        let moved = replies.iter().filter(|reply| reply.at("/status") == "RESCHEDULED").count();
        // All eight moves are one wish.
        assert!((booked, moved) == (1, 0) || (booked, moved) == (0, 8), "{booked} booked, {moved} moved");
        replies.iter().filter(|reply| reply.status != 200).for_each(|reply| {
            reply.refused(409, "SLOT_UNAVAILABLE");
        });
        assert_eq!(server.number("SELECT count(*) FROM appointments"), 1 + i64::try_from(booked).unwrap());
        server.assert_no_overlap();
    }
}

#[tokio::test]
async fn of_a_move_and_a_cancellation_each_order_makes_sense() {
    for _ in 0..4 {
        let server = Server::demo();
        let (id, _) = booked(&server, ANN, "9:00").await;
        at_once(16, |index| {
            let (server, id) = (&server, id.clone());
            async move {
                match index % 2 {
                    0 => reschedule(server, ANN, to(&id, "10:00")).await,
                    _ => cancel(server, ANN, json!({"appointment_id": id})).await,
                }
            }
        })
        .await;
        assert_eq!(server.column("SELECT status FROM appointments"), ["cancelled"]);
        assert_eq!(events(&server).iter().filter(|event| *event == "appointment.cancelled").count(), 1);
    }
}
