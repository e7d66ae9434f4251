//! What every request shares.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use anyhow::anyhow;
use ringbook_core::id::OrgId;
use ringbook_core::organization::Organization;

use crate::business::Business;
use crate::clock::Clock;
use crate::config::Config;
use crate::limits::RateLimits;
use crate::secrets::SecretKey;
use crate::store::organizations::StoredOrganization;
use crate::store::{Store, StoreError};

pub struct App {
    pub config: Config,
    pub store: Store,
    pub clock: Clock,
    /// Seals the signing secrets in the database.
    pub secret_key: SecretKey,
    pub rate_limits: RateLimits,
    businesses: RwLock<HashMap<OrgId, Arc<Business>>>,
}

impl App {
    pub fn new(config: Config, store: Store, clock: Clock, secret_key: SecretKey) -> Self {
        let rate_limits = RateLimits::new(config.rate_limit);
        Self { config, store, clock, secret_key, rate_limits, businesses: RwLock::default() }
    }

    /// The organization in its current version, from memory when nothing changed.
    ///
    /// # Errors
    /// When the database cannot be read, or no longer holds the organization.
    pub fn business(&self, org: OrgId) -> Result<Arc<Business>, StoreError> {
        let version = self.store.read(|tx| tx.organization_version(org))?;
        if let Some(business) = self.cached(org).filter(|business| Some(business.version) == version) {
            return Ok(business);
        }
        let stored = self.store.read(|tx| tx.organization(org))?;
        let business = Arc::new(compile(stored.ok_or_else(|| anyhow!("no such organization"))?)?);
        self.businesses.write().unwrap_or_else(PoisonError::into_inner).insert(org, Arc::clone(&business));
        Ok(business)
    }

    fn cached(&self, org: OrgId) -> Option<Arc<Business>> {
        self.businesses.read().unwrap_or_else(PoisonError::into_inner).get(&org).cloned()
    }
}

/// A stored organization as it is worked with.
///
/// # Errors
/// When it cannot be read.
pub fn compile(stored: StoredOrganization) -> Result<Business, StoreError> {
    // It was checked when it was saved; a failure means that another version wrote it.
    let organization = Organization::from_json(&stored.document)
        .map_err(|error| anyhow!("the stored organization cannot be read: {error}"))?;
    Ok(Business::new(stored.id, stored.version, organization))
}
