//! When: nothing is guessed, and every refusal helps the caller on. Today is Tuesday, June 2nd 2026.

use serde_json::json;

use crate::support::{Reply, Server, wish, with};

async fn book_on(server: &Server, date: &str) -> Reply {
    server.book(with(wish("+15551234567", "10 AM"), "date", date)).await
}

/// Refused with what a caller needs to go on: today's date, and real openings.
#[track_caller]
fn assert_helpful(reply: &Reply, status: u16, code: &str) {
    reply.refused(status, code);
    assert_eq!(reply.at("/today"), "2026-06-02", "{}", reply.text);
    assert!(!reply.starts().is_empty(), "no openings: {}", reply.text);
}

#[tokio::test]
async fn case_31_a_date_that_this_countrys_order_does_not_have() {
    let server = Server::demo();
    let reply = book_on(&server, "15/08/2026").await;
    reply.refused(400, "INVALID_DATE");
    assert!(reply.say().contains("August 15th"), "the nearest candidate: {}", reply.say());
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_32_a_time_that_no_clock_shows() {
    let server = Server::demo();
    for time in ["25:00", "10:75", "13 PM", "gibberish"] {
        server.book(wish("+15551234567", time)).await.refused(400, "INVALID_TIME");
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_33_to_35_and_42_a_past_date_is_asked_back_and_never_moved() {
    let server = Server::demo();
    for (date, candidate) in [
        ("2020-01-01", "January 1st"),
        ("2024-06-03", "June 3rd"),
        ("2025-12-25", "December 25th"),
        ("2024-02-03", "February 3rd"),
    ] {
        let reply = book_on(&server, date).await;
        assert_helpful(&reply, 422, "PAST_DATE");
        assert!(reply.say().contains(candidate), "{date}: {}", reply.say());
        assert!(reply.say().contains("June 2nd"), "today is named: {}", reply.say());
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_36_a_past_date_with_slashes_is_past_too() {
    let server = Server::demo();
    assert_helpful(&book_on(&server, "02/03/2024").await, 422, "PAST_DATE");
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_37_a_year_far_ahead_is_beyond_the_horizon() {
    let server = Server::demo();
    assert_helpful(&book_on(&server, "2041-06-03").await, 422, "BEYOND_HORIZON");
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_38_a_date_next_year_stays_as_it_is() {
    let server = Server::demo();
    assert_eq!(book_on(&server, "2027-03-03").await.booked().at("/appointment/start"), "2027-03-03T10:00:00-05:00");
}

#[tokio::test]
async fn case_39_iso_times_with_and_without_offset() {
    for start in ["2026-06-04T10:00", "2026-06-04T10:00:00", "2026-06-04T16:00:00+02:00", "2026-06-04T14:00:00Z"] {
        let server = Server::demo();
        let wish = json!({"start": start, "service": "consultation", "phone": "+15551234567"});
        let reply = server.book(wish).await;
        assert_eq!(reply.booked().at("/appointment/start"), "2026-06-04T10:00:00-04:00", "{start}");
    }
}

#[tokio::test]
async fn case_40_numeric_dates_are_read_in_the_countrys_order() {
    for date in ["06/04/2026", "6/4/26", "06/04/26"] {
        let server = Server::demo();
        assert_eq!(
            book_on(&server, date).await.booked().at("/appointment/start"),
            "2026-06-04T10:00:00-04:00",
            "{date}"
        );
    }
}

#[tokio::test]
async fn case_41_yesterday_today_and_tomorrow_are_the_organizations() {
    // In New York it is still the evening of June 2nd while the server's own date is June 3rd.
    let server = Server::demo_at("2026-06-03T01:30:00Z");
    book_on(&server, "yesterday").await.refused(422, "PAST_DATE");
    server.check(json!({"date": "today"})).await.at("/status");
    assert_eq!(book_on(&server, "tomorrow").await.booked().at("/appointment/start"), "2026-06-03T10:00:00-04:00");
}

#[tokio::test]
async fn case_43_a_leap_day_never_becomes_another_date() {
    let server = Server::demo();
    assert_helpful(&book_on(&server, "2024-02-29").await, 422, "PAST_DATE");
    book_on(&server, "2027-02-29").await.refused(400, "INVALID_DATE");
    book_on(&server, "February 30th").await.refused(400, "INVALID_DATE");
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_44_a_hallucinated_year_is_named_together_with_the_real_one() {
    let server = Server::demo();
    let reply = server.book(json!({"start": "2024-06-03T15:00:00", "phone": "+15551234567"})).await;
    assert_helpful(&reply, 422, "PAST_DATE");
    for year in ["2024", "2026"] {
        assert!(reply.say().contains(year), "{}", reply.say());
    }
}

#[tokio::test]
async fn case_45_gibberish_books_nothing() {
    let server = Server::demo();
    for date in ["not-a-date", "soonish", "tomorrow or so maybe", "the 40th", "2026-13-01"] {
        book_on(&server, date).await.refused(400, "INVALID_DATE");
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn what_callers_say_is_understood() {
    for (date, time, start) in [
        ("tomorrow", "half past ten in the morning", "2026-06-03T10:30"),
        ("the 10th", "noon", "2026-06-10T12:00"),
        ("June 12th", "2:30 in the afternoon", "2026-06-12T14:30"),
        ("this Friday", "10am", "2026-06-05T10:00"),
        ("Wednesday, June 3rd", "4 PM", "2026-06-03T16:00"),
    ] {
        let server = Server::demo();
        let reply = server.book(with(wish("+15551234567", time), "date", date)).await;
        assert_eq!(reply.booked().at("/appointment/start")[..16], *start, "{date}, {time}");
    }
}

#[tokio::test]
async fn an_hour_without_am_or_pm_is_the_one_that_is_open() {
    // At "3" only 3 PM lies within the opening hours, so there is nothing to guess.
    let server = Server::demo();
    assert_eq!(
        server.book(wish("+15551234567", "3 o'clock")).await.booked().at("/appointment/start"),
        "2026-06-03T15:00:00-04:00"
    );
}

#[tokio::test]
async fn a_weekday_that_contradicts_its_date_is_asked_back() {
    let server = Server::demo();
    let reply = book_on(&server, "Tuesday, June 3rd").await;
    assert_helpful(&reply, 400, "INVALID_DATE");
    assert!(reply.say().contains("Wednesday, June 3rd"), "{}", reply.say());
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn words_that_fit_two_days_are_asked_back() {
    let server = Server::demo();
    let reply = book_on(&server, "next Thursday").await;
    reply.refused(400, "INVALID_DATE");
    for candidate in ["June 4th", "June 11th"] {
        assert!(reply.say().contains(candidate), "{}", reply.say());
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn closed_days_and_closed_hours_are_told_apart() {
    let server = Server::demo();
    assert_helpful(&book_on(&server, "2026-06-06").await, 422, "CLOSED");
    assert_helpful(&server.book(wish("+15551234567", "8 PM")).await, 422, "OUTSIDE_HOURS");
    assert_helpful(&server.book(wish("+15551234567", "4:45 PM")).await, 422, "OUTSIDE_HOURS");
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn a_missing_date_or_time_is_named() {
    let server = Server::demo();
    for (absent, field) in [("date", "date"), ("time", "time")] {
        let reply = server.book(with(wish("+15551234567", "10:00"), absent, "")).await;
        reply.refused(400, "MISSING_FIELD");
        assert_eq!(reply.at("/field"), field, "{}", reply.text);
        assert_eq!(reply.at("/status"), "NEED", "{}", reply.text);
    }
    server.assert_rows(0, 0);
}
