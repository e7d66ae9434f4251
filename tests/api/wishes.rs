//! Wishes that leave something open narrow the search; nothing is booked that was not chosen.
//! Today is Tuesday, June 2nd 2026, ten o'clock; the clinic is open from nine to five.

use serde_json::{Value, json};

use crate::lookups::{ANN, booked, by};
use crate::support::{Reply, Server, wish, with};

async fn book_in(server: &Server, date: &str, time: &str) -> Reply {
    server.book(with(wish("+15551234567", time), "date", date)).await
}

/// Asked back for what is missing, with real openings; nothing is written.
#[track_caller]
fn offers(server: &Server, reply: &Reply, expected: [&str; 3]) {
    reply.refused(400, "MISSING_FIELD");
    assert_eq!(reply.at("/status"), "NEED");
    assert_eq!(reply.starts()[..3], expected, "{}", reply.text);
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn the_earliest_is_offered_and_not_booked_blindly() {
    let server = Server::demo();
    let first = ["2026-06-02T10:30", "2026-06-02T11:00", "2026-06-02T11:30"];
    offers(&server, &book_in(&server, "as soon as possible", "").await, first);
    offers(&server, &book_in(&server, "", "the earliest").await, first);
    let on_friday = ["2026-06-05T09:00", "2026-06-05T09:30", "2026-06-05T10:00"];
    offers(&server, &book_in(&server, "Friday", "the earliest").await, on_friday);
    let found = server.check(json!({"date": "the earliest", "service": "consultation"})).await;
    assert_eq!((found.at("/status").as_str(), &found.starts()[..3]), ("AVAILABLE", &first.map(String::from)[..]));
}

#[tokio::test]
async fn a_part_of_the_day_narrows_what_is_offered() {
    let server = Server::demo();
    let after_four = ["2026-06-03T16:00", "2026-06-03T16:30"];
    let found = server.check(json!({"date": "tomorrow", "time": "something after four"})).await;
    assert_eq!(found.starts(), after_four, "after four in the afternoon: nobody is there at four in the night");
    let reply = book_in(&server, "tomorrow", "after four").await;
    assert_eq!(reply.refused(400, "MISSING_FIELD").starts(), after_four);
    let early = ["2026-06-03T09:00", "2026-06-03T09:30"];
    assert_eq!(server.check(json!({"date": "tomorrow", "time": "before ten"})).await.starts()[..], early);
    let between = server.check(json!({"date": "tomorrow", "time": "between two and three"})).await;
    assert_eq!(between.starts(), ["2026-06-03T14:00", "2026-06-03T14:30"]);
    let late = ["2026-06-04T15:00", "2026-06-04T15:30", "2026-06-04T16:00"];
    offers(&server, &book_in(&server, "Thursday late afternoon", "").await, late);
}

#[tokio::test]
async fn a_range_of_days_narrows_what_is_offered() {
    let server = Server::demo();
    let thursday = ["2026-06-04T09:00", "2026-06-04T09:30", "2026-06-04T10:00"];
    offers(&server, &book_in(&server, "not before Thursday", "").await, thursday);
    let ten = ["2026-06-08T10:00", "2026-06-09T10:00", "2026-06-10T10:00"];
    offers(&server, &book_in(&server, "next week", "10 AM").await, ten);
    let open = server.check(json!({"date": "after the 10th", "service": "consultation"})).await;
    assert_eq!((open.at("/status").as_str(), open.starts()[0].as_str()), ("AVAILABLE", "2026-06-11T09:00"));
    let two = server.check(json!({"date": "Thursday or Monday", "time": "9 AM"})).await;
    assert_eq!(two.starts(), ["2026-06-04T09:00", "2026-06-08T09:00"]);
    let end = server.check(json!({"date": "the end of the month"})).await;
    assert_eq!(end.starts()[0], "2026-06-22T09:00", "the 21st is a Sunday");
}

#[tokio::test]
async fn one_of_two_days_is_asked_back_within_the_part_of_day() {
    let server = Server::demo();
    let reply = book_in(&server, "Thursday or Friday afternoon", "").await;
    reply.refused(400, "INVALID_DATE");
    assert_eq!(reply.at("/status"), "NEED");
    assert!(reply.starts().iter().all(|start| &start[11..] >= "12:00"), "{:?}", reply.starts());
}

#[tokio::test]
async fn the_same_time_is_the_time_of_the_appointment_that_moves() {
    let server = Server::demo();
    let (id, _) = booked(&server, ANN, "14:30").await;
    let move_to = async |date: &str| {
        by(&server, ANN, "call-1", "reschedule_appointment", json!({"appointment_id": id, "date": date})).await
    };
    for (date, start) in [
        ("same time on Friday", "2026-06-05T14:30"),
        ("an hour later", "2026-06-05T15:30"),
        ("a week earlier", "NOT_CHANGED"),
        ("same time next week", "2026-06-12T15:30"),
    ] {
        let reply = move_to(date).await;
        let now = reply.at("/appointment/start");
        assert!(now.starts_with(start) || reply.at("/status") == start, "{date}: {}", reply.text);
    }
    let need = move_to("the end of the month").await;
    assert_eq!((need.at("/status").as_str(), need.starts()[0].as_str()), ("NEED", "2026-06-22T09:00"));
}

#[tokio::test]
async fn a_new_booking_has_no_same_time() {
    let server = Server::demo();
    let friday = ["2026-06-05T09:00", "2026-06-05T09:30", "2026-06-05T10:00"];
    offers(&server, &book_in(&server, "same time on Friday", "").await, friday);
}

#[tokio::test]
async fn a_range_that_has_gone_by_is_refused() {
    let server = Server::demo();
    let reply: Value = book_in(&server, "June 1st 2026", "in the afternoon").await.json();
    assert_eq!(reply["error"], "PAST_DATE", "{reply}");
}

#[tokio::test]
async fn the_callers_language_is_understood_and_english_beside_it() {
    let server = Server::demo();
    for (language, date, start) in [
        ("es", "pasado mañana por la tarde", "2026-06-04T12:00"),
        ("fr", "après-demain après 14 heures", "2026-06-04T14:00"),
        ("de", "übermorgen ab halb drei nachmittags", "2026-06-04T14:30"),
        ("pt", "depois de amanhã às três e meia da tarde", "2026-06-04T15:30"),
        ("de", "Thursday at 3 PM", "2026-06-04T15:00"),
    ] {
        let found = server.check(json!({"date": date, "language": language})).await;
        assert_eq!(found.starts().first().map(String::as_str), Some(start), "{date}: {}", found.text);
    }
    server.check(json!({"date": "übermorgen", "language": "fr"})).await.refused(400, "INVALID_DATE");
}

#[tokio::test]
async fn questions_are_recognized_in_the_callers_language() {
    let server = Server::demo();
    for (language, query) in [
        ("en", "Are you open on Saturday?"),
        ("es", "¿Abren el sábado por la mañana?"),
        ("fr", "Vous êtes ouverts samedi ?"),
        ("de", "Haben Sie am Samstag geöffnet?"),
        ("pt", "Vocês abrem no sábado?"),
    ] {
        let asked = json!({"query": query, "language": language});
        let reply = server.post("/api/tools/get_business_info", &asked).await;
        assert_eq!(reply.at("/status"), "OK", "{query}: {}", reply.text);
        assert!(reply.say().contains('6'), "June 6th is the Saturday: {}", reply.say());
    }
}
