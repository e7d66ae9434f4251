//! The store on real files.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod blocks;
mod contacts;
mod credentials;
mod events;
mod exclusion;
mod group_commit;
mod opening;
mod organizations;
mod replies;
mod schema;
mod shutdown;
mod support;
mod wrong_codes;
