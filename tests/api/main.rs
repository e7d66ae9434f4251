//! Black-box tests: the real binary, over HTTP, on a database file of its own. Names that begin
//! with `case_` are the numbered cases that a replacement of the studied backend is judged by.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod attendance;
mod audit;
mod auth;
mod availability;
mod blocks;
mod bookings;
mod calls;
mod changes;
mod cli;
mod contacts;
mod conversations;
mod crash;
mod dates;
mod documents;
mod erase;
mod files;
mod holds;
mod hostile;
mod idempotency;
mod limits;
mod lookups;
mod messages;
mod mission;
mod observability;
mod openapi;
mod organization;
mod races;
mod recurring;
mod rest;
mod rest_blocks;
mod rest_contacts;
mod rest_holds;
mod rest_waitlist;
mod shapes;
#[path = "../support/mod.rs"]
mod support;
mod transfer;
mod vapi;
mod waitlist;
mod wishes;
mod zones;
