//! Waiting for a time that is not free yet.

use serde_json::{Value, json};

use crate::holds::in_call;
use crate::lookups::{ANN, BEN, by};
use crate::races::at_once;
use crate::support::{NOW, Reply, Server, envelope, wish, with};

const CAT: &str = "+15553333333";
const DAN: &str = "+15554444444";

/// One doctor, open for two hours on the day of the tests: four consultations.
const SMALL: &str = r#"
slug = "small"
name = "Small Clinic"
time_zone = "America/New_York"
country = "US"
phone_numbers = ["+15125550111"]
[booking]
horizon = "30d"
[[services]]
id = "consultation"
name = "Consultation"
duration = "30m"
[[services]]
id = "surgery"
name = "Surgery"
duration = "60m"
[[providers]]
id = "lee"
name = "Dr. Lee"
[[providers.overrides]]
date = "2026-06-03"
hours = ["09:00-11:00"]
"#;

const TIMES: [&str; 4] = ["9:00", "9:30", "10:00", "10:30"];

/// The clinic on the day before, fully booked by Ben; the ids of his appointments.
async fn full() -> (Server, Vec<String>) {
    fully_booked(SMALL, BEN).await
}

async fn fully_booked(file: &str, phone: &str) -> (Server, Vec<String>) {
    let server = Server::of_organization(file, NOW);
    let mut ids = Vec::new();
    for time in TIMES {
        ids.push(server.book(wish(phone, time)).await.booked().at("/appointment/id"));
    }
    (server, ids)
}

/// A tool for the caller with that number, in a call of their own.
async fn call(server: &Server, caller: &str, tool: &str, arguments: Value) -> Reply {
    by(server, caller, &format!("call of {caller}"), tool, arguments).await
}

async fn join(server: &Server, caller: &str, arguments: Value) -> Reply {
    call(server, caller, "join_waitlist", arguments).await
}

async fn cancel(server: &Server, caller: &str, id: &str) -> Reply {
    call(server, caller, "cancel_appointment", json!({"appointment_id": id})).await
}

#[track_caller]
fn waitlisted(reply: &Reply) -> String {
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "WAITLISTED"), "{}", reply.text);
    reply.say();
    reply.at("/waitlist/id")
}

/// What is kept for the caller: the hold and when it starts.
async fn offered(server: &Server, caller: &str) -> Option<(String, String)> {
    let reply = call(server, caller, "find_appointments", json!({})).await;
    let hold = reply.at("/hold_id");
    (!hold.is_empty()).then(|| (hold, reply.at("/offers/0/appointment/start")[11..16].to_owned()))
}

fn statuses(server: &Server) -> Vec<String> {
    server.column("SELECT status FROM waitlist ORDER BY id")
}

fn offers(server: &Server) -> i64 {
    server.number("SELECT count(*) FROM outbox WHERE event = 'waitlist.offered'")
}

#[tokio::test]
async fn the_first_who_fits_gets_what_comes_free_and_books_it() {
    let (server, ids) = full().await;
    let reply = join(&server, ANN, json!({"service": "consultation"})).await;
    let entry = waitlisted(&reply);
    assert!(reply.say().starts_with("You are on the waiting list for a consultation from Tuesday, June 2nd"));
    assert_eq!(reply.at("/waitlist/until"), "2026-07-03T00:00:00-04:00", "to the horizon: {}", reply.text);
    waitlisted(&join(&server, CAT, json!({"service": "consultation"})).await);
    assert_eq!(offered(&server, ANN).await, None);

    cancel(&server, BEN, &ids[1]).await;
    assert_eq!((statuses(&server), offers(&server)), (vec!["offered".to_owned(), "waiting".to_owned()], 1));
    assert_eq!(server.column("SELECT hex(subject_id) FROM outbox WHERE event = 'waitlist.offered'"), [hex(&entry)]);
    server.book(wish(DAN, "9:30")).await.refused(409, "SLOT_UNAVAILABLE");

    let found = call(&server, ANN, "find_appointments", json!({})).await;
    assert_eq!(
        found.say(),
        "A time has come free for you: a consultation with Doctor Lee on Wednesday, June 3rd at 9 30 AM. It is yours for 30 minutes. Shall I book it?"
    );
    let hold = found.at("/hold_id");
    let reply = call(&server, ANN, "book_appointment", json!({"hold_id": hold, "name": "Ann Bee"})).await;
    assert_eq!(reply.booked().at("/appointment/start"), "2026-06-03T09:30:00-04:00");
    assert_eq!(statuses(&server), ["booked", "waiting"]);
    assert_eq!(offered(&server, ANN).await, None);
    server.assert_no_overlap();
}

fn hex(id: &str) -> String {
    id.replace('-', "").to_uppercase()
}

#[tokio::test]
async fn a_free_time_is_offered_instead() {
    let server = Server::of_organization(SMALL, NOW);
    let reply = join(&server, ANN, json!({"service": "consultation"})).await;
    assert_eq!((reply.status, reply.at("/status").as_str()), (200, "AVAILABLE"), "{}", reply.text);
    assert_eq!(reply.starts()[0], "2026-06-03T09:00");
    assert_eq!(server.number("SELECT count(*) FROM waitlist"), 0);
    server.assert_rows(0, 0);
    // Nothing is free on the days they want.
    waitlisted(&join(&server, ANN, json!({"from": "June 4th", "to": "June 5th"})).await);
}

#[tokio::test]
async fn asking_again_is_the_same_entry_with_the_days_said_last() {
    let (server, ids) = full().await;
    let first = waitlisted(&join(&server, ANN, json!({"service": "consultation", "to": "June 5th"})).await);
    let again = join(&server, ANN, json!({"service": "consultation", "from": "June 4th"})).await;
    assert_eq!(waitlisted(&again), first);
    assert_eq!(again.at("/waitlist/from"), "2026-06-04T00:00:00-04:00");
    assert_ne!(waitlisted(&join(&server, ANN, json!({"service": "surgery"})).await), first);
    assert_ne!(waitlisted(&join(&server, ANN, json!({"service": "consultation", "provider": "lee"})).await), first);
    assert_eq!(server.number("SELECT count(*) FROM waitlist"), 3);
    assert_eq!(server.number("SELECT count(*) FROM outbox WHERE event = 'waitlist.joined'"), 3);
    // The first no longer wants that day, surgery takes longer.
    cancel(&server, BEN, &ids[0]).await;
    assert_eq!(statuses(&server), ["waiting", "waiting", "offered"]);
    // And with an offer, the offer is what there is to say.
    let reply = join(&server, ANN, json!({"service": "consultation", "provider": "lee"})).await;
    waitlisted(&reply);
    assert!(
        reply.say().contains("has come free") && reply.at("/offer/hold_id") == reply.at("/hold_id"),
        "{}",
        reply.text
    );
}

#[tokio::test]
async fn only_who_fits_is_offered_it() {
    let (server, ids) = full().await;
    waitlisted(&join(&server, ANN, json!({"service": "surgery"})).await);
    waitlisted(&join(&server, CAT, json!({"from": "June 3rd 10 AM"})).await);
    waitlisted(&join(&server, DAN, json!({"service": "consultation", "to": "June 3rd 10 AM"})).await);
    cancel(&server, BEN, &ids[1]).await;
    assert_eq!(statuses(&server), ["waiting", "waiting", "offered"]);
    assert_eq!(offered(&server, DAN).await.map(|(_, start)| start).as_deref(), Some("09:30"));
    // Together with its neighbour it is long enough.
    let (hold, _) = offered(&server, DAN).await.unwrap();
    cancel(&server, BEN, &ids[0]).await;
    assert_eq!(statuses(&server), ["waiting", "waiting", "offered"]);
    call(&server, DAN, "release_hold", json!({"hold_id": hold})).await;
    assert_eq!(statuses(&server), ["offered", "waiting", "withdrawn"]);
    assert_eq!(offered(&server, ANN).await.map(|(_, start)| start).as_deref(), Some("09:00"));
    server.assert_no_overlap();
}

#[tokio::test]
async fn a_long_time_serves_as_many_as_fit() {
    let server = Server::of_organization(SMALL, NOW);
    let surgery = with(with(wish(BEN, "9:00"), "service", "surgery"), "provider", "lee");
    let id = server.book(surgery).await.booked().at("/appointment/id");
    server.book(wish(BEN, "10:00")).await.booked();
    server.book(wish(BEN, "10:30")).await.booked();
    for caller in [ANN, CAT, DAN] {
        waitlisted(&join(&server, caller, json!({"service": "consultation"})).await);
    }
    cancel(&server, BEN, &id).await;
    assert_eq!(statuses(&server), ["offered", "offered", "waiting"]);
    assert_eq!(offered(&server, ANN).await.map(|(_, start)| start).as_deref(), Some("09:00"));
    assert_eq!(offered(&server, CAT).await.map(|(_, start)| start).as_deref(), Some("09:30"));
    server.assert_no_overlap();
}

#[tokio::test]
async fn whatever_gives_time_back_offers_it() {
    let server = Server::of_organization(SMALL, NOW);
    let id = server.book(wish(BEN, "9:00")).await.booked().at("/appointment/id");
    server.book(wish(BEN, "10:30")).await.booked();
    let time = |time: &str| json!({"date": "2026-06-03", "time": time, "service": "consultation"});
    let hold = in_call(&server, "call-1", "hold_slot", time("9:30")).await.at("/hold_id");
    let other = in_call(&server, "call-2", "hold_slot", time("10:00")).await.at("/hold_id");
    assert!(!hold.is_empty() && !other.is_empty());
    for caller in [ANN, CAT, DAN] {
        waitlisted(&join(&server, caller, json!({"service": "consultation"})).await);
    }
    // A hold that is released, one that moves there, an appointment that moves away.
    in_call(&server, "call-1", "release_hold", json!({"hold_id": hold})).await;
    assert_eq!(offered(&server, ANN).await.map(|(_, start)| start).as_deref(), Some("09:30"));
    let reply = call(&server, ANN, "book_appointment", time("9:30")).await;
    reply.booked();
    cancel(&server, ANN, &reply.at("/appointment/id")).await;
    assert_eq!(offered(&server, CAT).await.map(|(_, start)| start).as_deref(), Some("09:30"));
    let (declined, _) = offered(&server, CAT).await.unwrap();
    call(&server, CAT, "release_hold", json!({"hold_id": declined})).await;
    let (declined, start) = offered(&server, DAN).await.unwrap();
    assert_eq!(start, "09:30");
    call(&server, DAN, "release_hold", json!({"hold_id": declined})).await;
    assert_eq!(statuses(&server), ["booked", "withdrawn", "withdrawn"]);
    let moved = with(time("9:30"), "appointment_id", id);
    waitlisted(&join(&server, DAN, json!({"from": "June 3rd 9 AM", "to": "June 3rd 9 15 AM"})).await);
    call(&server, BEN, "reschedule_appointment", moved).await;
    assert_eq!(offered(&server, DAN).await.map(|(_, start)| start).as_deref(), Some("09:00"));
    server.assert_no_overlap();
}

#[tokio::test]
async fn an_offer_is_nobody_elses() {
    let (server, ids) = full().await;
    waitlisted(&join(&server, ANN, json!({})).await);
    cancel(&server, BEN, &ids[0]).await;
    let (hold, _) = offered(&server, ANN).await.unwrap();
    let take = json!({"hold_id": hold, "name": "Ann Bee", "phone": ANN});
    for caller in [BEN, DAN, "anonymous"] {
        call(&server, caller, "book_appointment", take.clone()).await.refused(404, "NOT_FOUND");
        call(&server, caller, "release_hold", json!({"hold_id": hold})).await.refused(404, "NOT_FOUND");
        assert_eq!(offered(&server, caller).await, None);
    }
    server.book(take.clone()).await.refused(404, "NOT_FOUND");
    assert_eq!(statuses(&server), ["offered"]);
    // The call in which they asked is as good as their number.
    by(&server, "anonymous", &format!("call of {ANN}"), "book_appointment", take).await.booked();
    assert_eq!(statuses(&server), ["booked"]);
}

#[tokio::test]
async fn who_simply_books_that_time_takes_the_offer() {
    let (server, ids) = full().await;
    waitlisted(&join(&server, ANN, json!({})).await);
    cancel(&server, BEN, &ids[0]).await;
    assert_eq!(statuses(&server), ["offered"]);
    server.book(wish(CAT, "9:00")).await.refused(409, "SLOT_UNAVAILABLE");
    // What they cannot have leaves the offer.
    server.book(with(wish(ANN, "9:00"), "service", "surgery")).await.refused(409, "SLOT_UNAVAILABLE");
    assert_eq!(statuses(&server), ["offered"]);
    server.book(wish(ANN, "9:00")).await.booked();
    assert_eq!(statuses(&server), ["booked"]);
    assert_eq!(server.number("SELECT count(*) FROM appointments WHERE status = 'held'"), 0);
    server.assert_no_overlap();
}

#[tokio::test]
async fn an_offer_that_runs_out_goes_to_the_next() {
    let (server, ids) = full().await;
    waitlisted(&join(&server, ANN, json!({})).await);
    waitlisted(&join(&server, CAT, json!({})).await);
    cancel(&server, BEN, &ids[0]).await;
    let (hold, _) = offered(&server, ANN).await.unwrap();
    let server = server.restarted("2026-06-02T14:41:00Z");
    server.log_with("an offer ran out");
    assert_eq!(statuses(&server), ["expired", "offered"]);
    let late = call(&server, ANN, "book_appointment", json!({"hold_id": hold})).await;
    late.refused(409, "HOLD_EXPIRED");
    let (hold, start) = offered(&server, CAT).await.unwrap();
    assert_eq!(start, "09:00");
    call(&server, CAT, "book_appointment", json!({"hold_id": hold})).await.booked();
    // Who let it run out can ask again.
    waitlisted(&join(&server, ANN, json!({})).await);
    server.assert_no_overlap();
}

#[tokio::test]
async fn an_offer_ends_when_its_time_begins() {
    let (server, ids) = full().await;
    let server = server.restarted("2026-06-03T12:50:00Z");
    waitlisted(&join(&server, ANN, json!({})).await);
    cancel(&server, BEN, &ids[0]).await;
    let left = server.number("SELECT hold_expires_at - starts_at FROM appointments WHERE status = 'held'");
    assert_eq!(left, 0);
}

#[tokio::test]
async fn what_is_too_near_is_not_offered() {
    let file = SMALL.replace("[booking]", "[booking]\nmin_notice = \"2h\"");
    let (server, ids) = fully_booked(&file, BEN).await;
    let server = server.restarted("2026-06-03T11:10:00Z");
    waitlisted(&join(&server, ANN, json!({})).await);
    cancel(&server, BEN, &ids[0]).await;
    assert_eq!(statuses(&server), ["waiting"]);
    cancel(&server, BEN, &ids[1]).await;
    assert_eq!(offered(&server, ANN).await.map(|(_, start)| start).as_deref(), Some("09:30"));
}

#[tokio::test]
async fn time_that_came_free_by_itself_is_found() {
    let server = Server::of_organization(SMALL, NOW);
    for time in &TIMES[1..] {
        server.book(wish(BEN, time)).await.booked();
    }
    let held = json!({"date": "2026-06-03", "time": "9:00", "service": "consultation"});
    in_call(&server, "call-1", "hold_slot", held).await;
    waitlisted(&join(&server, ANN, json!({"service": "consultation"})).await);
    waitlisted(&join(&server, CAT, json!({"service": "consultation", "to": "today"})).await);
    let server = server.restarted("2026-06-03T04:10:00Z");
    server.log_with("a free time was found");
    assert_eq!(statuses(&server), ["offered", "expired"]);
    server.assert_no_overlap();
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_and_unreadable_ones_asked_again() {
    let (server, _) = full().await;
    for (arguments, status, code) in [
        (json!({"from": "yesterday", "to": "yesterday"}), 422, "PAST_DATE"),
        (json!({"from": "August 20th"}), 422, "BEYOND_HORIZON"),
        (json!({"from": "June 5th", "to": "June 4th"}), 400, "INVALID_DATE"),
        (json!({"from": "whenever the moon is blue"}), 400, "INVALID_DATE"),
        (json!({"to": "February 30th"}), 400, "INVALID_DATE"),
        (json!({"from": ["x"]}), 400, "MALFORMED_REQUEST"),
        (json!({"service": "alchemy"}), 404, "UNKNOWN_SERVICE"),
        (json!({"provider": "Dr. No"}), 404, "UNKNOWN_PROVIDER"),
        (json!({"phone": "12"}), 400, "INVALID_PHONE"),
    ] {
        join(&server, ANN, arguments).await.refused(status, code);
    }
    join(&server, "anonymous", json!({})).await.refused(400, "MISSING_CONTACT_INFO");
    assert_eq!(server.number("SELECT count(*) FROM waitlist"), 0);
}

#[tokio::test]
async fn ranges_in_the_callers_words_are_windows() {
    let (server, _) = full().await;
    let window = |reply: &Reply| (reply.at("/waitlist/from"), reply.at("/waitlist/until"));
    let days = |from: &str, until: &str| (format!("2026-06-{from}:00-04:00"), format!("2026-06-{until}:00-04:00"));
    let reply = join(&server, ANN, json!({"date": "tomorrow"})).await;
    assert_eq!(window(&reply), days("03T00:00", "04T00:00"), "{}", reply.text);
    let reply = join(&server, ANN, json!({"from": "next week"})).await;
    assert_eq!(window(&reply), days("08T00:00", "15T00:00"), "{}", reply.text);
    let reply = join(&server, ANN, json!({"from": "tomorrow", "to": "Friday"})).await;
    assert_eq!(window(&reply), days("03T00:00", "06T00:00"), "{}", reply.text);
    let reply = join(&server, ANN, json!({"date": "tomorrow", "time": "in the afternoon"})).await;
    assert_eq!(window(&reply).0, days("03T12:00", "").0, "{}", reply.text);
    assert_eq!(server.number("SELECT count(*) FROM waitlist"), 1);
}

#[tokio::test]
async fn the_line_for_a_model_names_the_offer_and_a_repetition_is_the_same() {
    let (server, ids) = full().await;
    let mut ask = envelope("call-7", "a", "join_waitlist", json!({"service": "consultation"}));
    ask["message"]["customer"] = json!({"number": ANN});
    let first = server.vapi(&ask).await;
    assert!(first.line().starts_with("WAITLISTED. You are on the waiting list"), "{}", first.line());
    assert_eq!(server.vapi(&ask).await.text, first.text);
    cancel(&server, BEN, &ids[0]).await;
    let mut find = envelope("call-8", "b", "find_appointments", json!({}));
    find["message"]["customer"] = json!({"number": ANN});
    let line = server.vapi(&find).await.line();
    assert!(line.starts_with("FOUND. A time has come free") && line.contains("hold_id "), "{line}");
}

#[tokio::test]
async fn two_cancellations_at_once_serve_two_once() {
    for _ in 0..4 {
        let (server, ids) = full().await;
        for caller in [ANN, CAT, DAN] {
            waitlisted(&join(&server, caller, json!({})).await);
        }
        // Each is asked for eight times.
        at_once(16, |index| {
            let (server, id) = (&server, ids[2 * (index % 2)].clone());
            async move { cancel(server, BEN, &id).await }
        })
        .await;
        assert_eq!(
            (statuses(&server), offers(&server)),
            (["offered", "offered", "waiting"].map(str::to_owned).to_vec(), 2)
        );
        server.assert_no_overlap();
    }
}

#[tokio::test]
async fn of_an_offer_and_sixty_four_bookings_who_waited_wins() {
    let (server, ids) = full().await;
    waitlisted(&join(&server, ANN, json!({})).await);
    let replies = at_once(64, |index| {
        let (server, id) = (&server, ids[0].clone());
        async move {
            match index {
                32 => cancel(server, BEN, &id).await,
                _ => server.book(wish(&format!("+1555222{index:04}"), "9:00")).await,
            }
        }
    })
    .await;
    assert_eq!(replies.iter().filter(|reply| reply.at("/status") == "BOOKED").count(), 0);
    assert_eq!(statuses(&server), ["offered"]);
    server.assert_no_overlap();
}

#[tokio::test]
async fn an_offer_is_taken_once_or_declined() {
    for _ in 0..4 {
        let (server, ids) = full().await;
        waitlisted(&join(&server, ANN, json!({})).await);
        waitlisted(&join(&server, CAT, json!({})).await);
        cancel(&server, BEN, &ids[0]).await;
        let (hold, _) = offered(&server, ANN).await.unwrap();
        let replies = at_once(16, |index| {
            let (server, hold) = (&server, json!({"hold_id": hold}));
            async move {
                match index % 2 {
                    0 => call(server, ANN, "book_appointment", hold).await,
                    _ => call(server, ANN, "release_hold", hold).await,
                }
            }
        })
        .await;
        let booked = replies.iter().filter(|reply| reply.at("/status") == "BOOKED").count();
        let released = replies.iter().filter(|reply| reply.at("/status") == "RELEASED").count();
        match (booked, released) {
            (8, 0) => assert_eq!(statuses(&server), ["booked", "waiting"]),
            (0, 8) => assert_eq!(statuses(&server), ["withdrawn", "offered"]),
            both => panic!("{both:?} booked and released"),
        }
        server.assert_no_overlap();
    }
}

#[tokio::test]
async fn nobody_waits_for_what_is_free() {
    for _ in 0..4 {
        let (server, ids) = full().await;
        let replies = at_once(16, |index| {
            let (server, ids) = (&server, &ids);
            async move {
                match index % 4 {
                    0 => cancel(server, BEN, &ids[index / 4]).await,
                    _ => join(server, &format!("+1555222{index:04}"), json!({})).await,
                }
            }
        })
        .await;
        let told_to_wait = replies.iter().filter(|reply| reply.at("/status") == "WAITLISTED").count();
        let told_what_is_free = replies.iter().filter(|reply| reply.at("/status") == "AVAILABLE").count();
        assert_eq!(told_to_wait + told_what_is_free, 12);
        let offered = offers(&server);
        // Who was told to wait has what came free after that.
        assert!(usize::try_from(offered).unwrap() <= told_to_wait);
        let waiting = server.number("SELECT count(*) FROM waitlist WHERE status = 'waiting'");
        assert!(waiting == 0 || offered == 4, "{waiting} wait and only {offered} of 4 times were offered");
        server.assert_no_overlap();
    }
}

#[tokio::test]
async fn a_first_wish_of_many_at_once_is_one_entry() {
    let (server, _) = full().await;
    let replies = at_once(16, |index| {
        let server = &server;
        async move { by(server, ANN, &format!("call-{index}"), "join_waitlist", json!({})).await }
    })
    .await;
    let first = waitlisted(&replies[0]);
    assert!(replies.iter().all(|reply| waitlisted(reply) == first));
    assert_eq!(server.number("SELECT count(*) FROM waitlist"), 1);
}
