//! Recurring visits: all are booked or none is.

use serde_json::{Value, json};

use crate::holds::in_call;
use crate::races::at_once;
use crate::support::{Reply, Server, with};

const PHONE: &str = "+15551234567";

fn wish(date: &str, repeat: &str) -> Value {
    json!({
        "date": date, "time": "15:00", "service": "consultation", "provider": "lee",
        "name": "Ann Bee", "phone": PHONE, "repeat": repeat,
    })
}

fn alternate_tuesdays() -> Value {
    wish("2026-06-09", "every second Tuesday, six times")
}

/// One member of each appointment in the reply.
#[track_caller]
fn each(reply: &Reply, list: &str, member: &str) -> Vec<String> {
    let rows = reply.json()[list].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| row[member].as_str().unwrap_or("-").to_owned()).collect()
}

async fn cancel(server: &Server, arguments: Value) -> Reply {
    server.post("/api/vapi/tools/cancel_appointment", &arguments).await
}

#[tokio::test]
async fn every_second_tuesday_six_times() {
    let server = Server::demo();
    let reply = server.book(alternate_tuesdays()).await;
    let days = ["06-09", "06-23", "07-07", "07-21", "08-04", "08-18"];
    let starts = days.map(|day| format!("2026-{day}T15:00:00-04:00"));
    assert_eq!(each(reply.booked(), "appointments", "start"), starts);
    assert_eq!(reply.at("/appointment"), with_say_removed(&reply.json()["appointments"][0]).to_string());
    let mut codes = each(&reply, "appointments", "confirmation_code");
    assert!(reply.say().contains(&codes[0].chars().map(String::from).collect::<Vec<_>>().join(" ")), "{}", reply.say());
    assert!(reply.say().contains("6 times, from Tuesday, June 9th at 3 PM to Tuesday, August 18th"), "{}", reply.say());
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 6, "each has its own code");
    server.assert_rows(1, 6);
    assert_eq!(server.number("SELECT count(DISTINCT series_id) FROM appointments WHERE series_id IS NOT NULL"), 1);
    assert_eq!(server.number("SELECT count(*) FROM events WHERE kind = 'appointment.booked'"), 6);
    assert_eq!(server.number("SELECT count(*) FROM outbox WHERE event = 'appointment.booked'"), 6);
}

fn with_say_removed(appointment: &Value) -> Value {
    let mut appointment = appointment.clone();
    appointment.as_object_mut().unwrap().remove("say");
    appointment
}

#[tokio::test]
async fn the_same_wish_is_the_same_series() {
    let server = Server::demo();
    let first = server.book(alternate_tuesdays()).await;
    let again = server.book(alternate_tuesdays()).await;
    assert_eq!(again.booked().at("/appointments"), first.booked().at("/appointments"));
    assert_eq!(again.at("/series_id"), first.at("/series_id"));
    let longer = server.book(wish("2026-06-09", "every second Tuesday, 8 times")).await;
    assert_eq!(longer.booked().at("/series_id"), first.at("/series_id"), "two more of the same");
    server.assert_rows(1, 8);
}

#[tokio::test]
async fn what_was_booked_alone_becomes_one_of_the_series() {
    let server = Server::demo();
    let alone = server.book(wish("2026-06-23", "once")).await;
    assert_eq!(alone.booked().at("/appointments"), "", "a single visit is no series");
    let reply = server.book(alternate_tuesdays()).await;
    assert!(each(reply.booked(), "appointments", "id").contains(&alone.at("/appointment/id")));
    assert_eq!(server.number("SELECT count(*) FROM appointments WHERE series_id IS NOT NULL"), 6);
}

#[tokio::test]
async fn one_taken_date_and_none_is_booked() {
    let server = Server::demo();
    let taken = json!({"date": "2026-07-07", "time": "15:00", "provider": "lee", "phone": "+15552222222"});
    server.book(taken).await.booked();
    let reply = server.book(alternate_tuesdays()).await;
    reply.refused(409, "SLOT_UNAVAILABLE");
    assert_eq!((reply.at("/status"), reply.at("/visits")), ("NOT_BOOKED".to_owned(), "6".to_owned()));
    assert_eq!(each(&reply, "clashes", "start"), ["2026-07-07T15:00:00-04:00"]);
    assert_eq!(each(&reply, "clashes", "error"), ["SLOT_UNAVAILABLE"]);
    let offered: Vec<&str> = vec!["2026-07-07T14:00", "2026-07-07T14:30", "2026-07-07T15:30"];
    assert_eq!(reply.starts(), offered, "the nearest of that day: {}", reply.text);
    let say = reply.say();
    assert!(say.starts_with("Of the 6 dates, Tuesday, July 7th is not available"), "{say}");
    assert!(say.contains("2 PM") && say.contains("none"), "{say}");
    server.assert_rows(1, 1);
    let repeated = server.book(alternate_tuesdays()).await;
    assert_eq!(repeated.at("/clashes"), reply.at("/clashes"), "a refusal is not remembered, it is the same again");
}

#[tokio::test]
async fn a_series_stays_with_one_provider() {
    let server = Server::demo();
    let taken = json!({"date": "2026-07-07", "time": "15:00", "provider": "lee", "phone": "+15552222222"});
    server.book(taken).await.booked();
    let mut anybody = alternate_tuesdays();
    anybody.as_object_mut().unwrap().remove("provider");
    let reply = server.book(anybody).await;
    assert_eq!(each(reply.booked(), "appointments", "provider"), ["ortiz"; 6]);
}

#[tokio::test]
async fn a_rule_that_refuses_every_clash_is_named() {
    let server = Server::demo();
    let reply = server.book(wish("2026-06-09", "every month, 24 times")).await;
    // Months whose 9th is at a weekend are closed, those after a year are beyond the horizon.
    reply.refused(409, "SLOT_UNAVAILABLE");
    let reply = server.book(wish("2027-05-25", "weekly, three times")).await;
    reply.refused(422, "BEYOND_HORIZON");
    assert_eq!(each(&reply, "clashes", "date"), ["2027-06-08"]);
    let reply = server.book(wish("2026-08-31", "every month, twice")).await;
    reply.refused(400, "INVALID_DATE");
    assert_eq!(
        (each(&reply, "clashes", "date"), each(&reply, "clashes", "start")),
        (vec!["2026-09-30".to_owned()], vec!["-".to_owned()])
    );
    assert!(reply.say().contains("a day after September 30th that does not exist"), "{}", reply.say());
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn three_oclock_stays_three_oclock() {
    let server = Server::demo();
    let reply = server.book(wish("2026-10-27", "weekly for two weeks")).await;
    assert_eq!(
        each(reply.booked(), "appointments", "start"),
        ["2026-10-27T15:00:00-04:00", "2026-11-03T15:00:00-05:00"]
    );
}

#[tokio::test]
async fn how_often_may_come_in_parts_and_in_other_languages() {
    let server = Server::demo();
    let mut parts = wish("2026-06-09", "");
    parts["repeat_every"] = json!("2 weeks");
    parts["repeat_count"] = json!(3);
    assert_eq!(each(server.book(parts).await.booked(), "appointments", "start").len(), 3);
    let german = with(wish("2026-06-10", "jeden zweiten Mittwoch dreimal"), "language", "de");
    let reply = server.book(german).await;
    assert_eq!(each(reply.booked(), "appointments", "start").len(), 3);
    assert!(reply.say().contains("Ihre 3 Termine sind gebucht"), "{}", reply.say());
}

#[tokio::test]
async fn what_is_not_understood_is_asked_for() {
    let server = Server::demo();
    let asked = [
        (json!("now and then"), "MALFORMED_REQUEST", "repeat"),
        (json!("every second Tuesday of the month, six times"), "MALFORMED_REQUEST", "repeat"),
        (json!({"every": "week"}), "MALFORMED_REQUEST", "repeat"),
        (json!("x".repeat(5_000)), "MALFORMED_REQUEST", "repeat"),
        (json!("every week"), "MISSING_FIELD", "repeat_count"),
        (json!("every week, 53 times"), "MISSING_FIELD", "repeat_count"),
        (json!("six times"), "MISSING_FIELD", "repeat_every"),
        (json!(7), "MALFORMED_REQUEST", "repeat"),
        (json!("every Friday, six times"), "INVALID_DATE", "date"),
    ];
    for (repeat, code, field) in asked {
        let mut wish = alternate_tuesdays();
        wish["repeat"] = repeat;
        let reply = server.book(wish).await;
        assert_eq!(reply.refused(400, code).at("/field"), field, "{}", reply.text);
    }
    for count in [json!(-1), json!(3.5), json!("∞"), json!(99_999)] {
        let mut wish = wish("2026-06-09", "every week");
        wish["repeat_count"] = count;
        let reply = server.book(wish).await;
        assert_eq!((reply.status, reply.at("/field").as_str()), (400, "repeat_count"), "{}", reply.text);
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn a_held_time_becomes_the_first_visit() {
    let server = Server::demo();
    let held = in_call(
        &server,
        "call-1",
        "hold_slot",
        json!({"date": "2026-06-09", "time": "15:00", "service": "consultation", "provider": "lee"}),
    )
    .await;
    let mut book = json!({"name": "Ann Bee", "phone": PHONE, "repeat": "weekly, three times"});
    book["hold_id"] = json!(held.at("/hold_id"));
    let reply = in_call(&server, "call-1", "book_appointment", book).await;
    assert_eq!(each(reply.booked(), "appointments", "id")[0], held.at("/hold_id"));
    assert_eq!(
        server.number("SELECT count(*) FROM appointments WHERE series_id IS NOT NULL AND status = 'confirmed'"),
        3
    );
}

#[tokio::test]
async fn two_who_want_the_same_series_do_not_share_it() {
    let server = Server::demo();
    let book = |index| server.book(with(alternate_tuesdays(), "phone", format!("+1555123{index:04}")));
    let replies = at_once(16, book).await;
    let booked = replies.iter().filter(|reply| reply.status == 200).count();
    assert_eq!((booked, server.number("SELECT count(*) FROM appointments")), (1, 6));
    server.assert_no_overlap();
}

#[tokio::test]
async fn one_visit_or_all_that_is_to_come_is_cancelled() {
    let server = Server::demo();
    let booked = server.book(alternate_tuesdays()).await;
    let codes = each(booked.booked(), "appointments", "confirmation_code");
    let one = cancel(&server, json!({"confirmation_code": codes[2]})).await;
    assert_eq!((one.at("/status").as_str(), one.at("/appointments").as_str()), ("CANCELLED", ""), "{}", one.text);
    let reply = cancel(&server, json!({"confirmation_code": codes[0], "scope": "sometimes"})).await;
    assert_eq!(reply.refused(400, "MALFORMED_REQUEST").at("/field"), "scope");
    let all = cancel(&server, json!({"confirmation_code": codes[0], "scope": "series", "reason": "moved away"})).await;
    assert_eq!((all.status, all.at("/status").as_str()), (200, "CANCELLED"), "{}", all.text);
    assert_eq!(each(&all, "appointments", "status"), ["cancelled"; 5]);
    assert!(all.say().contains("5 appointments"), "{}", all.say());
    assert_eq!(server.number("SELECT count(*) FROM appointments WHERE status <> 'cancelled'"), 0);
    assert_eq!(server.number("SELECT count(*) FROM appointments WHERE cancel_reason = 'moved away'"), 5);
    let again = cancel(&server, json!({"confirmation_code": codes[0], "scope": "series"})).await;
    assert_eq!((again.status, again.at("/status").as_str()), (200, "CANCELLED"), "{}", again.text);
    server.book(with(alternate_tuesdays(), "phone", "+15552222222")).await.booked();
}

const NOTICE: &str = r#"
slug = "notice"
name = "Notice Clinic"
time_zone = "America/New_York"
country = "US"
[booking]
change_notice = "48h"
horizon = "90d"
[[services]]
id = "consultation"
name = "Consultation"
duration = "30m"
[[providers]]
id = "lee"
name = "Dr. Amara Lee"
hours = { mon = ["09:00-17:00"], tue = ["09:00-17:00"], wed = ["09:00-17:00"], thu = ["09:00-17:00"], fri = ["09:00-17:00"] }
"#;

#[tokio::test]
async fn what_can_no_longer_be_changed_stays() {
    let server = Server::of_organization(NOTICE, "2026-06-02T14:10:00Z");
    let booked = server.book(wish("2026-06-03", "every week, three times")).await;
    let codes = each(booked.booked(), "appointments", "confirmation_code");
    let reply = cancel(&server, json!({"confirmation_code": codes[0], "scope": "series"})).await;
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "CANCELLED"), "{}", reply.text);
    assert_eq!(each(&reply, "kept", "confirmation_code"), [codes[0].clone()]);
    assert!(
        reply.say().contains("The one on Wednesday, June 3rd can no longer be changed and stays."),
        "{}",
        reply.say()
    );
    let left = cancel(&server, json!({"confirmation_code": codes[0], "scope": "series"})).await;
    left.refused(409, "TOO_LATE_TO_CHANGE");
    assert_eq!(server.number("SELECT count(*) FROM appointments WHERE status = 'confirmed'"), 1);
}
