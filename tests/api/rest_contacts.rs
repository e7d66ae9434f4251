//! `/api/v1/contacts`.

use reqwest::Method;
use serde_json::{Value, json};

use crate::rest::{about, ask, get, post, refused};
use crate::support::{Reply, Server, wish};

async fn recorded(server: &Server, person: Value) -> Reply {
    let reply = post(server, "/contacts", person).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    reply
}

async fn patch(server: &Server, path: &str, version: &str, body: Value) -> Reply {
    ask(server, Method::PATCH, path, &[("If-Match", version)], Some(&body)).await
}

#[tokio::test]
async fn a_person_is_put_on_record_once() {
    let server = Server::demo();
    let ann = json!({"name": "Ann Bee", "phone": "(555) 123-4567"});
    let first = recorded(&server, ann.clone()).await;
    assert_eq!(first.at("/phone"), "+15551234567");
    let again = post(&server, "/contacts", ann).await;
    assert_eq!((again.status, again.text.as_str()), (200, first.text.as_str()));
    let richer = post(&server, "/contacts", json!({"phone": "+15551234567", "email": "ann@example.com"})).await;
    assert_eq!((richer.status, richer.at("/version").as_str()), (200, "2"), "{}", richer.text);
    assert_eq!((richer.at("/name").as_str(), richer.at("/email").as_str()), ("Ann Bee", "ann@example.com"));
    let nobody = post(&server, "/contacts", json!({"name": "Ann Bee"})).await;
    refused(&nobody, 400, "MISSING_CONTACT_INFO");
    about(&nobody, "phone");
    server.assert_rows(1, 0);
}

#[tokio::test]
async fn a_contact_shows_what_it_has() {
    let server = Server::demo();
    server.book(wish("+15551234567", "10:00")).await.booked();
    let id = get(&server, "/contacts").await.at("/data/0/id");
    let contact = get(&server, &format!("/contacts/{id}")).await;
    assert_eq!((contact.at("/appointments/total"), contact.at("/appointments/upcoming")), ("1".into(), "1".into()));
    let history = contact.at("/appointments/url");
    let listed = get(&server, history.strip_prefix("/api/v1").unwrap()).await;
    assert_eq!(listed.at("/data/0/contact_id"), id);
}

#[tokio::test]
async fn a_change_needs_the_version_it_changes() {
    let server = Server::demo();
    let id = recorded(&server, json!({"name": "Ann Bee", "phone": "+15551234567"})).await.at("/id");
    let path = format!("/contacts/{id}");
    let name = json!({"name": "Ann Cee"});
    refused(&ask(&server, Method::PATCH, &path, &[], Some(&name)).await, 428, "PRECONDITION_REQUIRED");
    refused(&patch(&server, &path, "\"9\"", name.clone()).await, 412, "VERSION_MISMATCH");
    let changed = patch(&server, &path, "\"1\"", name.clone()).await;
    assert_eq!((changed.status, changed.at("/name").as_str()), (200, "Ann Cee"), "{}", changed.text);
    assert_eq!((changed.headers["etag"].to_str().unwrap(), changed.at("/phone").as_str()), ("\"2\"", "+15551234567"));
    refused(&patch(&server, &path, "\"1\"", name).await, 412, "VERSION_MISMATCH");
    let unreachable = patch(&server, &path, "*", json!({"phone": null})).await;
    refused(&unreachable, 400, "MISSING_CONTACT_INFO");
    let moved = patch(&server, &path, "*", json!({"phone": null, "email": "ann@example.com"})).await;
    assert_eq!((moved.status, moved.at("/phone").as_str()), (200, "null"), "{}", moved.text);
}

#[tokio::test]
async fn a_number_that_is_taken_leads_to_its_contact() {
    let server = Server::demo();
    let ann = recorded(&server, json!({"phone": "+15551234567"})).await.at("/id");
    let bob = recorded(&server, json!({"phone": "+15552222222", "email": "bob@example.com"})).await.at("/id");
    let reply = patch(&server, &format!("/contacts/{bob}"), "*", json!({"phone": "+15551234567"})).await;
    refused(&reply, 409, "CONTACT_EXISTS");
    assert_eq!(reply.at("/contact_id"), ann);
    let phoneless = recorded(&server, json!({"email": "bea@example.com"})).await.at("/id");
    let reply =
        patch(&server, &format!("/contacts/{bob}"), "*", json!({"phone": null, "email": "bea@example.com"})).await;
    refused(&reply, 409, "CONTACT_EXISTS");
    assert_eq!(reply.at("/contact_id"), phoneless);
}

#[tokio::test]
async fn merged_contacts_are_one_with_everything_of_both() {
    let server = Server::demo();
    for (phone, time) in [("+15551234567", "10:00"), ("+15552222222", "11:00")] {
        server.book(wish(phone, time)).await.booked();
    }
    let other = recorded(&server, json!({"email": "ann@example.com"})).await.at("/id");
    let list = get(&server, "/contacts").await;
    let (ann, bob) = (list.at("/data/0/id"), list.at("/data/1/id"));
    let merge = async |from: &str| post(&server, &format!("/contacts/{ann}/merge"), json!({"from": from})).await;
    for from in [&bob, &other] {
        let merged = merge(from).await;
        assert_eq!(merged.status, 200, "{}", merged.text);
    }
    let merged = get(&server, &format!("/contacts/{ann}")).await;
    assert_eq!((merged.at("/phone"), merged.at("/email")), ("+15551234567".into(), "ann@example.com".into()));
    assert_eq!(merged.at("/appointments/total"), "2");
    refused(&get(&server, &format!("/contacts/{bob}")).await, 404, "NOT_FOUND");
    refused(&merge(&bob).await, 404, "NOT_FOUND");
    refused(&merge(&ann).await, 404, "NOT_FOUND");
    server.assert_rows(1, 2);
}

#[tokio::test]
async fn a_search_takes_what_it_is_given_to_the_letter() {
    let server = Server::demo();
    for (name, phone) in [("Ann Bee", "+15551111111"), ("Anna %", "+15552222222"), ("Bea_Ann", "+15553333333")] {
        recorded(&server, json!({"name": name, "phone": phone, "email": "one@example.com"})).await;
    }
    let cases = [
        ("?name=an", 2),
        ("?name=ANN", 2),
        ("?name=Anna%20%25", 1),
        ("?name=%25", 0),
        ("?name=Bea_", 1),
        ("?name=Be__", 0),
        ("?phone=%28555%29%20111-1111", 1),
        ("?email=ONE%40example.com", 3),
        ("?email=one%40example.com&name=bea", 1),
        ("?phone=%2B15554444444", 0),
    ];
    for (query, rows) in cases {
        let reply = get(&server, &format!("/contacts{query}")).await;
        assert_eq!(reply.json()["data"].as_array().map(Vec::len), Some(rows), "{query}: {}", reply.text);
    }
    about(&get(&server, "/contacts?phone=12").await, "phone");
    about(&get(&server, "/contacts?email=x").await, "email");
    let first = get(&server, "/contacts?limit=2").await;
    let second = get(&server, &format!("/contacts?limit=2&cursor={}", first.at("/next_cursor"))).await;
    assert_eq!((second.at("/data/0/name").as_str(), second.at("/next_cursor").as_str()), ("Bea_Ann", "null"));
}
