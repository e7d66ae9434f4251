//! One clinic, many callers at once: nobody can say in which order their wishes arrive, but what
//! they were told afterwards is what is stored.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::model::{Model, PROVIDERS, Place, SERVICES, State, Visit};
use crate::support::{Reply, add_organization, with};
use crate::wire::{Line, Wire, wanted};
use crate::{CLOCK, file, start};

const BURSTS: usize = 120;
const WIDE: usize = 64;

/// What one caller of a burst tries.
enum Wish {
    Book(Place),
    Move(Visit, Place),
    Cancel(Visit),
}

#[tokio::test]
async fn what_a_crowd_is_told_is_what_is_stored() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let secret = add_organization(folder.path(), &file("crowded"));
    let now: Timestamp = CLOCK.parse().unwrap();
    let server = start(Arc::clone(&folder), now);
    let wire = Wire::new(&server, &secret);
    let mut random = fastrand::Rng::with_seed(7);
    let (mut model, nothing) = (Model::default(), Model::default());
    for burst in 0..BURSTS {
        // Every other time nobody gives anything up: then a place that is refused is one that somebody has.
        let only_bookings = burst % 2 == 0;
        let wishes = wishes(&mut random, if only_bookings { &nothing } else { &model });
        let asked = wishes.iter().enumerate().map(|(number, wish)| ask(&wire, burst * WIDE + number, number, wish));
        let replies = join_all(asked).await;
        // Bookings first: who books what they have already is told of a visit that may be given up next.
        for is_booking in [true, false] {
            for (number, (wish, reply)) in wishes.iter().zip(&replies).enumerate() {
                if matches!(wish, Wish::Book(_)) == is_booking {
                    apply(&mut model, number, wish, reply);
                }
            }
        }
        let refused = wishes.iter().zip(&replies).filter(|(_, reply)| reply.at("/status") == "NOT_BOOKED");
        for (wish, reply) in refused.filter(|_| only_bookings) {
            assert!(
                matches!(wish, Wish::Book(place) if !model.is_free(*place, now, &[])),
                "burst {burst}: {}",
                reply.text
            );
        }
        assert_eq!(wire.rows(now), model.rows(), "burst {burst}");
        model.assert_possible();
    }
    assert!(model.visits.len() > 20, "the clinic stayed empty");
}

/// Each visit is touched by one caller at most, so that replies say all there is to know.
fn wishes(random: &mut fastrand::Rng, model: &Model) -> Vec<Wish> {
    let mut visits = model.visits.clone();
    random.shuffle(&mut visits);
    let wish = |_| match (random.u8(0..6), visits.pop()) {
        (0, Some(visit)) => Wish::Cancel(visit),
        (1 | 2, Some(visit)) => {
            let place = Place { service: visit.place.service, ..place(random) };
            Wish::Move(visit, place)
        }
        _ => Wish::Book(place(random)),
    };
    (0..WIDE).map(wish).collect()
}

fn place(random: &mut fastrand::Rng) -> Place {
    let midnight: Timestamp = "2026-06-02T00:00:00Z".parse().unwrap();
    let minutes = random.i64(0..2) * 1440 + random.i64(18..34) * 30;
    Place {
        start: midnight + SignedDuration::from_mins(minutes),
        service: random.usize(..SERVICES.len()),
        provider: random.usize(..PROVIDERS.len()),
    }
}

/// Every caller has a number of their own, and each wish its own call.
async fn ask(wire: &Wire, call: usize, number: usize, wish: &Wish) -> Reply {
    let line = |caller| Line { call: format!("crowd-{call}"), caller };
    match wish {
        Wish::Book(place) => wire.tool(&line(number), "book_appointment", &wanted(*place), None).await,
        Wish::Move(visit, place) => {
            let arguments = with(wanted(*place), "confirmation_code", visit.code.as_str());
            wire.tool(&line(number), "reschedule_appointment", &arguments, None).await
        }
        Wish::Cancel(visit) => {
            wire.tool(&line(number), "cancel_appointment", &json!({ "confirmation_code": visit.code }), None).await
        }
    }
}

fn apply(model: &mut Model, number: usize, wish: &Wish, reply: &Reply) {
    match (wish, reply.at("/status").as_str()) {
        (Wish::Book(place), "BOOKED") => {
            let id = reply.at("/appointment/id");
            if model.visits.iter().all(|visit| visit.id != id) {
                let code = reply.at("/appointment/confirmation_code");
                model.visits.push(Visit { id, code, place: *place, state: State::Booked { caller: number } });
            }
        }
        (Wish::Move(visit, place), "RESCHEDULED") => model.visit(&visit.id).place = *place,
        (Wish::Cancel(visit), "CANCELLED") => model.remove(&visit.id),
        (Wish::Book(_), "NOT_BOOKED") | (Wish::Move(..), "NOT_CHANGED") => {}
        _ => panic!("{} {}", reply.status, reply.text),
    }
}
