//! Ringbook, the appointment backend for voice agents.
//!
//! The binary is a thin shell around this library so that tests and benchmarks can drive the same
//! code. See ARCHITECTURE.md for a map.

pub mod actions;
pub mod app;
pub mod business;
pub mod cli;
pub mod clock;
pub mod config;
pub mod http;
pub mod jobs;
pub mod limits;
pub mod reply;
pub mod rows;
pub mod secrets;
pub mod store;
pub mod telemetry;
pub mod voice;
