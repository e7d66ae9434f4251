//! `/api/v1/holds`, and the notes of an appointment.

use reqwest::Method;
use serde_json::json;

use crate::rest::{ask, get, post, refused};
use crate::support::Server;

/// After the demo's holds have run out.
const LATER: &str = "2026-06-02T14:20:00Z";

#[tokio::test]
async fn a_hold_is_kept_and_booked() {
    let server = Server::demo();
    let wanted = json!({"service": "consultation", "provider": "lee", "start": "2026-06-03T10:00"});
    let hold = post(&server, "/holds", wanted.clone()).await;
    assert_eq!((hold.status, hold.at("/status").as_str()), (201, "held"), "{}", hold.text);
    assert!(hold.at("/hold_expires_at").starts_with("2026-06-02T10:15"), "{}", hold.text);
    assert_eq!(hold.at("/confirmation_code"), "null");
    refused(&post(&server, "/holds", wanted).await, 409, "SLOT_UNAVAILABLE");
    let renewed = ask(&server, Method::POST, &format!("/holds/{}/renew", hold.at("/id")), &[], None).await;
    assert_eq!((renewed.status, renewed.at("/version").as_str()), (200, "2"), "{}", renewed.text);
    let booking = json!({"hold_id": hold.at("/id"), "contact": {"phone": "+15551234567"}});
    let booked = post(&server, "/appointments", booking).await;
    assert_eq!((booked.status, booked.at("/id")), (201, hold.at("/id")), "{}", booked.text);
    assert_eq!(booked.at("/hold_expires_at"), "null");
    let path = format!("/holds/{}", hold.at("/id"));
    refused(&get(&server, &path).await, 404, "NOT_FOUND");
    refused(&ask(&server, Method::DELETE, &path, &[], None).await, 404, "NOT_FOUND");
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn a_hold_is_given_back() {
    let server = Server::demo();
    let wanted = json!({"service": "consultation", "provider": "lee", "start": "2026-06-03T10:00"});
    let path = format!("/holds/{}", post(&server, "/holds", wanted.clone()).await.at("/id"));
    for _ in 0..2 {
        let reply = ask(&server, Method::DELETE, &path, &[], None).await;
        assert_eq!((reply.status, reply.text.as_str()), (204, ""));
    }
    assert_eq!(get(&server, &path).await.at("/status"), "cancelled");
    assert_eq!(post(&server, "/holds", wanted).await.status, 201);
}

#[tokio::test]
async fn a_hold_that_ran_out_is_none() {
    let server = Server::demo();
    let wanted = json!({"service": "consultation", "provider": "lee", "start": "2026-06-03T10:00"});
    let hold = post(&server, "/holds", wanted).await.at("/id");
    let server = server.restarted(LATER);
    assert_eq!(get(&server, &format!("/holds/{hold}")).await.at("/status"), "cancelled");
    assert_eq!(get(&server, "/appointments").await.at("/data"), "[]");
    let renew = ask(&server, Method::POST, &format!("/holds/{hold}/renew"), &[], None).await;
    refused(&renew, 409, "HOLD_EXPIRED");
    let booking = json!({"hold_id": hold, "contact": {"phone": "+15551234567"}});
    let booked = post(&server, "/appointments", booking).await;
    refused(&booked, 409, "HOLD_EXPIRED");
    assert_eq!(booked.at("/slots/1/start"), "2026-06-03T10:00:00-04:00", "{}", booked.text);
}

#[tokio::test]
async fn notes_are_changed_and_removed() {
    let server = Server::demo();
    let booking = json!({"service": "consultation", "start": "2026-06-03T10:00", "contact": {"phone": "+15551234567"}, "notes": "first"});
    let booked = post(&server, "/appointments", booking).await;
    let path = format!("/appointments/{}", booked.at("/id"));
    let patch = async |notes| ask(&server, Method::PATCH, &path, &[("If-Match", "*")], Some(&notes)).await;
    assert_eq!(patch(json!({"notes": "second"})).await.at("/notes"), "second");
    refused(&patch(json!({})).await, 400, "MALFORMED_REQUEST");
    let bare = patch(json!({"notes": null})).await;
    assert_eq!((bare.at("/notes").as_str(), bare.at("/version").as_str()), ("null", "3"), "{}", bare.text);
}
