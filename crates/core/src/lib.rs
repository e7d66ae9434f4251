//! The rules of Ringbook: pure functions over typed values.
//!
//! No I/O, no async, no clock, no SQL. The same input gives the same output, so everything here
//! can be tested without a server. The server crate parses at its edge into these types and hands
//! them down; nothing below the edge checks the same thing again.

pub mod appointment;
pub mod call;
pub mod contact;
pub mod event;
pub mod id;
pub mod language;
pub mod organization;
pub mod outcome;
pub mod phrase;
mod problem;
pub mod recurrence;
pub mod slots;
pub mod speak;
pub mod text;
pub mod time;
pub mod waitlist;
