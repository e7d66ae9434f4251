//! Availability (contract §5): worked examples, a slow and obvious reference, properties, and
//! every time zone on every day.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod examples;
mod judged;
mod properties;
mod random;
mod reference;
mod support;
mod zones;
