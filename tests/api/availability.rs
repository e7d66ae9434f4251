//! What is offered, and that it can be had.

use serde_json::{Value, json};

use crate::support::{Server, wish, with};

/// Open on Wednesdays only, and closed for the whole summer of 2026.
const RARELY_OPEN: &str = r#"
slug = "rare"
name = "Rare Clinic"
time_zone = "America/New_York"
country = "US"
[booking]
horizon = "30d"
[[services]]
id = "consultation"
name = "Consultation"
duration = "30m"
[[providers]]
id = "lee"
name = "Dr. Lee"
[providers.hours]
wed = ["09:00-17:00"]
[[closures]]
from = "2026-06-01"
to = "2026-09-30"
reason = "the summer break"
"#;

async fn fill(server: &Server, date: &str) {
    for index in 0..32 {
        let time = format!("{:02}:{:02}", 9 + index / 4, index / 2 % 2 * 30);
        let wish = with(wish(&format!("+155512345{index:02}"), &time), "date", date);
        server.book(wish).await.booked();
    }
}

#[tokio::test]
async fn case_61_a_free_day_offers_its_first_times() {
    let server = Server::demo();
    let reply = server.check(json!({"date": "2026-06-03", "service": "consultation", "provider": "lee"})).await;
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "AVAILABLE"), "{}", reply.text);
    assert_eq!(reply.starts()[..3], ["2026-06-03T09:00", "2026-06-03T09:30", "2026-06-03T10:00"]);
    assert_eq!(reply.at("/count"), "16", "every half hour from 9 to 5");
    assert_eq!(reply.at("/today"), "2026-06-02");
    for time in ["9 AM", "9 30 AM", "10 AM"] {
        assert!(reply.say().contains(time), "{}", reply.say());
    }
}

#[tokio::test]
async fn case_62_a_full_day_proposes_the_next_ones() {
    let server = Server::demo();
    fill(&server, "2026-06-03").await;
    let reply = server.check(json!({"date": "2026-06-03", "service": "consultation"})).await;
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "NONE_AVAILABLE"), "{}", reply.text);
    assert!(reply.starts()[0].starts_with("2026-06-04"), "{:?}", reply.starts());
    assert!(reply.say().contains("Thursday, June 4th"), "{}", reply.say());
}

#[tokio::test]
async fn a_time_that_is_taken_is_not_called_a_full_day() {
    let server = Server::demo();
    for phone in ["+15551234567", "+15551234568"] {
        server.book(wish(phone, "10:00")).await.booked();
    }
    // Both name ten o'clock in New York.
    for time in ["2026-06-03T10:00", "2026-06-03T14:00:00Z"] {
        let reply = server.check(json!({"date": time, "service": "consultation"})).await;
        assert_eq!(reply.at("/status"), "NONE_AVAILABLE", "{}", reply.text);
        assert!(reply.say().starts_with("There is nothing free then."), "{}", reply.say());
        assert_eq!(reply.starts(), ["2026-06-03T09:00", "2026-06-03T09:30", "2026-06-03T10:30"]);
    }
}

#[tokio::test]
async fn a_question_beyond_the_horizon_is_answered_with_the_first_openings() {
    let server = Server::demo();
    let reply = server.check(json!({"date": "2028-06-05", "service": "consultation"})).await;
    assert_eq!((reply.at("/status").as_str(), reply.at("/reason").as_str()), ("NONE_AVAILABLE", "BEYOND_HORIZON"));
    assert_eq!(reply.starts()[0], "2026-06-02T10:30");
}

#[tokio::test]
async fn case_63_when_nothing_is_left_a_person_is_offered() {
    let server = Server::of_organization(RARELY_OPEN, crate::support::NOW);
    let reply = server.check(json!({"date": "2026-06-03", "service": "consultation"})).await;
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "NONE_AVAILABLE"), "{}", reply.text);
    assert!(reply.starts().is_empty());
    assert!(reply.say().contains("message") || reply.say().contains("someone"), "{}", reply.say());
    let reply = server.book(wish("+15551234567", "10:00")).await;
    reply.refused(422, "CLOSED");
    assert!(reply.say().contains("the summer break"), "{}", reply.say());
}

#[tokio::test]
async fn what_is_listed_can_be_booked_and_the_rest_is_refused() {
    let server = Server::demo();
    server.book(with(wish("+15550000000", "11:00"), "service", "cleaning")).await.booked();
    let listed = api_slots(&server, "service=consultation&provider=ortiz&from=2026-06-03&to=2026-06-03").await;
    for minute in (0..24 * 60).step_by(30) {
        let time = format!("2026-06-03T{:02}:{:02}", minute / 60, minute % 60);
        let wish = json!({"start": time, "service": "consultation", "provider": "ortiz", "phone": format!("+1555123{minute:04}")});
        let booked = server.book(wish).await.status == 200;
        assert_eq!(booked, listed.contains(&time), "{time}");
    }
    server.assert_no_overlap();
}

#[tokio::test]
async fn a_slot_id_books_exactly_its_slot() {
    let server = Server::demo();
    let reply = server.check(json!({"date": "2026-06-03", "service": "cleaning", "provider": "ortiz"})).await;
    let (id, start) = (reply.at("/slots/1/id"), reply.at("/slots/1/start"));
    let booking = json!({"slot_id": id, "phone": "+15551234567"});
    assert_eq!(server.book(booking.clone()).await.booked().at("/appointment/start"), start);
    assert_eq!(server.column("SELECT service_id || ' ' || provider_id FROM appointments"), ["cleaning ortiz"]);
    let mistyped = with(booking, "slot_id", format!("{id}x"));
    server.book(mistyped).await.refused(400, "MALFORMED_REQUEST");
}

#[tokio::test]
async fn the_part_of_day_narrows_the_search() {
    let server = Server::demo();
    for (part, first) in [("morning", "09:00"), ("afternoon", "12:00")] {
        let question = json!({"date": "2026-06-03", "service": "consultation", "part_of_day": part});
        assert_eq!(server.check(question).await.starts()[0], format!("2026-06-03T{first}"), "{part}");
    }
    let evening = server.check(json!({"date": "2026-06-03", "part_of_day": "evening"})).await;
    assert_eq!(evening.at("/status"), "NONE_AVAILABLE", "{}", evening.text);
    let spoken = server.check(json!({"date": "Friday afternoon"})).await;
    assert_eq!(spoken.starts()[0], "2026-06-05T12:00");
}

#[tokio::test]
async fn taken_times_and_their_buffers_are_not_offered() {
    let server = Server::demo();
    let cleaning = with(with(wish("+15551234567", "10:00"), "service", "cleaning"), "provider", "lee");
    server.book(cleaning).await.booked();
    let starts = api_slots(&server, "service=consultation&provider=lee&from=2026-06-03&to=2026-06-03").await;
    assert_eq!(starts[..3], ["2026-06-03T09:00", "2026-06-03T09:30", "2026-06-03T11:00"]);
}

#[tokio::test]
async fn today_offers_nothing_that_has_gone_by() {
    let server = Server::demo();
    let starts = server.check(json!({"date": "today", "service": "consultation"})).await.starts();
    assert_eq!(starts[0], "2026-06-02T10:30");
    server.book(with(wish("+15551234567", "09:00"), "date", "today")).await.refused(422, "PAST_DATE");
}

/// Local starts that the programs' interface lists.
async fn api_slots(server: &Server, query: &str) -> Vec<String> {
    let request = server.request(reqwest::Method::GET, &format!("/api/v1/availability?{query}"));
    let reply: Value = request.bearer_auth("demo-key").send().await.unwrap().json().await.unwrap();
    let slots = reply["data"].as_array().unwrap_or_else(|| panic!("{reply}"));
    slots.iter().map(|slot| local(slot["start"].as_str().unwrap())).collect()
}

fn local(start: &str) -> String {
    let instant: jiff::Timestamp = start.parse().unwrap();
    instant.in_tz("America/New_York").unwrap().strftime("%Y-%m-%dT%H:%M").to_string()
}
