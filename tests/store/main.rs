//! The store on real files.

mod contacts;
mod credentials;
mod exclusion;
mod group_commit;
mod opening;
mod organizations;
mod replies;
mod schema;
mod shutdown;
mod support;
