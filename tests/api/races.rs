//! Many callers at the same moment.

use serde_json::json;

use crate::support::{Reply, Server, wish, with};

/// Sends `count` requests together and collects their replies in order.
pub async fn at_once<F: Future<Output = Reply>>(count: usize, request: impl Fn(usize) -> F) -> Vec<Reply> {
    futures_util::future::join_all((0..count).map(request)).await
}

fn phone(index: usize) -> String {
    format!("+1555{:07}", 1_000_000 + index)
}

/// `count` callers want one slot of one provider: one gets it, the others are refused properly.
async fn one_winner(count: usize) {
    let server = Server::demo();
    let book = |index| server.book(with(wish(&phone(index), "10:00"), "provider", "lee"));
    let replies = at_once(count, book).await;
    let (booked, refused): (Vec<_>, Vec<_>) = replies.into_iter().partition(|reply| reply.status == 200);
    assert_eq!(booked.len(), 1);
    booked[0].booked();
    refused.iter().for_each(|reply| {
        reply.refused(409, "SLOT_UNAVAILABLE");
    });
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn case_12_and_13_two_and_ten_callers_for_one_slot() {
    one_winner(2).await;
    one_winner(10).await;
}

#[tokio::test]
async fn case_14_sixty_four_callers_for_one_slot() {
    one_winner(64).await;
}

#[tokio::test]
async fn case_15_a_thousand_callers_for_one_slot() {
    one_winner(1_000).await;
}

#[tokio::test]
async fn case_16_callers_for_different_slots_all_get_theirs() {
    let server = Server::demo();
    let book = |index: usize| server.book(with(wish(&phone(index), &format!("{}:00", 10 + index)), "provider", "lee"));
    for reply in at_once(5, book).await {
        reply.booked();
    }
    server.assert_rows(5, 5);
}

#[tokio::test]
async fn case_19_overlapping_services_exclude_each_other() {
    for round in 0..8 {
        let server = Server::demo();
        let book = |index: usize| {
            let (service, time) =
                if index.is_multiple_of(2) { ("cleaning", "10:00") } else { ("consultation", "10:30") };
            server.book(with(with(wish(&phone(index), time), "service", service), "provider", "lee"))
        };
        let replies = at_once(16, book).await;
        assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1, "round {round}");
        server.assert_no_overlap();
        server.assert_rows(1, 1);
    }
}

#[tokio::test]
async fn case_08_first_bookings_of_one_new_phone_make_one_contact() {
    let server = Server::demo();
    let book = |index: usize| server.book(with(wish("+15551234567", &half_hour(index)), "provider", "lee"));
    for reply in at_once(16, book).await {
        reply.booked();
    }
    server.assert_rows(1, 16);
}

#[tokio::test]
async fn case_09_first_bookings_of_one_new_email_make_one_contact() {
    let server = Server::demo();
    let book = |index: usize| {
        server.book(json!({"date": "2026-06-03", "time": half_hour(index), "service": "consultation",
            "provider": "lee", "email": "new@example.com"}))
    };
    for reply in at_once(16, book).await {
        reply.booked();
    }
    server.assert_rows(1, 16);
}

fn half_hour(index: usize) -> String {
    format!("{:02}:{:02}", 9 + index / 2, index % 2 * 30)
}
