//! How many requests an organization may send in a minute.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use ringbook_core::id::OrgId;

type Limiter = RateLimiter<OrgId, HashMapStateStore<OrgId>, DefaultClock, StateInformationMiddleware>;

/// One count per organization; a minute's worth may come at once.
pub struct RateLimits {
    limiter: Option<Limiter>,
    clock: DefaultClock,
}

/// Where an organization stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub limit: u32,
    pub remaining: u32,
    /// Until nothing is counted any more; of a refused request, until the next one is let in.
    pub reset: Duration,
}

impl RateLimits {
    /// `per_minute` requests; 0 means no limit.
    pub fn new(per_minute: u32) -> Self {
        let quota = NonZeroU32::new(per_minute).map(Quota::per_minute);
        let limiter = quota.map(|quota| RateLimiter::hashmap(quota).with_middleware());
        Self { limiter, clock: DefaultClock::default() }
    }

    /// Counts one request; `None` when nothing is limited, `Err` when it is one too many.
    pub fn count(&self, org: OrgId) -> Option<Result<Standing, Standing>> {
        let counted = self.limiter.as_ref()?.check_key(&org);
        Some(counted.map(|state| standing(state.quota(), state.remaining_burst_capacity())).map_err(|refused| {
            let wait = refused.wait_time_from(self.clock.now());
            Standing { reset: wait, ..standing(refused.quota(), 0) }
        }))
    }
}

fn standing(quota: Quota, remaining: u32) -> Standing {
    let limit = quota.burst_size().get();
    Standing { limit, remaining, reset: quota.replenish_interval() * limit.saturating_sub(remaining) }
}
