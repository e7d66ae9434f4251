//! What every request shares.

use std::sync::Arc;

use ringbook_core::id::OrgId;

use crate::business::Business;
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{Store, StoreError};

pub struct App {
    pub config: Config,
    pub store: Store,
    pub clock: Clock,
}

impl App {
    /// The organization in its current version, from memory when nothing changed.
    pub fn business(&self, _org: OrgId) -> Result<Arc<Business>, StoreError> {
        todo!()
    }
}
