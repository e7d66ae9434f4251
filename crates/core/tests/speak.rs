//! What a caller hears, sentence by sentence, and what every sentence keeps to.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

#[path = "speak/calls.rs"]
mod calls;
#[path = "speak/languages.rs"]
mod languages;
#[path = "speak/outcomes.rs"]
mod outcomes;
#[path = "speak/properties.rs"]
mod properties;
#[path = "speak/refusals.rs"]
mod refusals;
#[path = "speak/sayings.rs"]
mod sayings;
#[path = "speak/support.rs"]
mod support;
