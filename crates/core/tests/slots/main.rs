//! Availability (contract §5): worked examples, a slow and obvious reference, properties, and
//! every time zone on every day.

mod examples;
mod judged;
mod properties;
mod random;
mod reference;
mod support;
mod zones;
