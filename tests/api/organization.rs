//! Programs change the organization by the rules of its file.

use reqwest::Method;
use serde_json::{Value, json};

use crate::audit::events;
use crate::rest::{ask, get, post, refused};
use crate::support::{Reply, Server, wish, with};

const ANY: &[(&str, &str)] = &[("If-Match", "*")];

async fn patch(server: &Server, path: &str, body: Value) -> Reply {
    ask(server, Method::PATCH, path, ANY, Some(&body)).await
}

async fn delete(server: &Server, path: &str) -> Reply {
    ask(server, Method::DELETE, path, &[], None).await
}

#[tokio::test]
async fn a_service_is_added_changed_booked_and_removed() {
    let server = Server::demo();
    let whitening = json!({"id": "whitening", "name": "Whitening", "duration": "1h"});
    let created = post(&server, "/services", whitening.clone()).await;
    assert_eq!((created.status, created.headers["location"].to_str().unwrap()), (201, "/api/v1/services/whitening"));
    assert_eq!((created.at("/capacity").as_str(), &created.headers["etag"]), ("1", &"\"2\"".parse().unwrap()));
    let changed =
        ask(&server, Method::PATCH, "/services/whitening", &[("If-Match", "\"2\"")], Some(&json!({"duration": "30m"})))
            .await;
    assert_eq!((changed.status, changed.at("/duration").as_str()), (200, "30m"), "{}", changed.text);
    assert_eq!(get(&server, "/services/whitening").await.text, changed.text);
    server.book(with(wish("+15551234567", "10:00"), "service", "whitening")).await.booked();
    let listed = get(&server, "/services").await.json();
    let ids: Vec<_> = listed["data"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
    assert_eq!(ids, ["consultation", "cleaning", "whitening"]);

    let stranding = delete(&server, "/services/whitening").await;
    refused(&stranding, 409, "STRANDS_APPOINTMENTS");
    assert_eq!(stranding.at("/stranded/0/service"), "whitening");
    assert_eq!(delete(&server, "/services/whitening?force=true").await.status, 204);
    refused(&get(&server, "/services/whitening").await, 404, "NOT_FOUND");
    let audit = events(&server, &["--kind", "organization.changed"]);
    assert_eq!((audit.len(), &audit[3]["after"]["forced"]), (4, &true.into()));
    assert_eq!((&audit[3]["channel"], &audit[3]["after"]["changed"]), (&"api".into(), &json!(["services"])));
}

#[tokio::test]
async fn hours_and_closures_decide_what_is_offered_at_once() {
    let server = Server::demo();
    let hours = json!({"hours": {"wed": ["14:00-16:00"]}});
    for provider in ["lee", "ortiz"] {
        let changed = patch(&server, &format!("/providers/{provider}"), hours.clone()).await;
        assert_eq!((changed.status, changed.at("/hours/wed/0").as_str()), (200, "14:00-16:00"), "{}", changed.text);
        assert_eq!(changed.at("/hours/thu/0"), "09:00-17:00", "other days stay");
    }
    server.book(wish("+15551234567", "10:00")).await.refused(422, "OUTSIDE_HOURS");
    let closed =
        post(&server, "/closures", json!({"from": "2026-06-03", "to": "2026-06-03", "reason": "Training"})).await;
    assert_eq!((closed.status, closed.at("/id").as_str()), (201, "2026-06-03"), "{}", closed.text);
    server.book(wish("+15551234567", "14:00")).await.refused(422, "CLOSED");
    assert_eq!(delete(&server, "/closures/2026-06-03").await.status, 204);
    server.book(wish("+15551234567", "14:00")).await.booked();
}

#[tokio::test]
async fn what_is_wrong_is_named_and_changes_nothing() {
    let server = Server::demo();
    let before = get(&server, "/organization").await;
    let cases = [
        ("/organization", json!({"time_zone": "Mars/Base"}), "time_zone"),
        ("/organization", json!({"slug": "other"}), "slug"),
        ("/organization", json!({"booking": {"hold": "soon"}}), "hold"),
        ("/organization", json!({"services": []}), "services"),
        ("/organization", json!({"name": 7}), "name"),
        ("/organization", json!({"colour": "red"}), "colour"),
        ("/services/cleaning", json!({"duration": "45 minutes"}), "duration"),
        ("/services/cleaning", json!({"id": "x"}), "id"),
        ("/services/cleaning", json!({"force": "yes"}), "force"),
        ("/providers/lee", json!({"services": ["surgery"]}), "services"),
        ("/providers/lee", json!({"hours": {"mon": ["9-5"]}}), "mon"),
    ];
    for (path, body, field) in cases {
        let reply = patch(&server, path, body).await;
        refused(&reply, 400, "MALFORMED_REQUEST");
        assert_eq!(reply.at("/field"), field, "{}", reply.text);
    }
    for (list, body, field) in [
        ("/services", json!({"id": "cleaning", "name": "Again", "duration": "1h"}), "id"),
        ("/services", json!({"id": "x", "duration": "1h"}), "name"),
        ("/closures", json!({"from": "2026-06-04", "to": "2026-06-03"}), "to"),
    ] {
        let reply = post(&server, list, body).await;
        refused(&reply, 400, "MALFORMED_REQUEST");
        assert_eq!(reply.at("/field"), field, "{}", reply.text);
    }
    refused(&patch(&server, "/services/nothing", json!({"name": "x"})).await, 404, "NOT_FOUND");
    let stale =
        ask(&server, Method::PATCH, "/organization", &[("If-Match", "\"9\"")], Some(&json!({"name": "x"}))).await;
    refused(&stale, 412, "VERSION_MISMATCH");
    let blind = ask(&server, Method::PATCH, "/organization", &[], Some(&json!({"name": "x"}))).await;
    refused(&blind, 428, "PRECONDITION_REQUIRED");
    let after = get(&server, "/organization").await;
    assert_eq!((before.text, &before.headers["etag"]), (after.text, &after.headers["etag"]));
}

#[tokio::test]
async fn the_same_key_adds_once() {
    let server = Server::demo();
    let add = || ask(&server, Method::POST, "/closures", &[("Idempotency-Key", "one")], Some(&CLOSURE));
    static CLOSURE: std::sync::LazyLock<Value> =
        std::sync::LazyLock::new(|| json!({"id": "party", "from": "2026-07-01", "to": "2026-07-01"}));
    let (first, second) = (add().await, add().await);
    assert_eq!((first.status, &first.text), (201, &second.text), "{}", second.text);
    assert_eq!(get(&server, "/closures").await.json()["data"].as_array().unwrap().len(), 1);
}
