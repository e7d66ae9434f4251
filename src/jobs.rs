//! What the server does beside answering.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};
use tracing::{debug, warn};

use crate::app::App;
use crate::store::StoreError;

const TIDY_EVERY: Duration = Duration::from_secs(60);

/// Few enough that no booking waits noticeably behind them.
const FORGOTTEN_AT_ONCE: usize = 500;

/// Forgets remembered replies when their 24 hours are over. Never ends.
pub async fn tidy(app: Arc<App>) {
    let mut ticks = interval(TIDY_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        while forget(&app).await == FORGOTTEN_AT_ONCE {}
    }
}

async fn forget(app: &App) -> usize {
    let now = app.clock.now();
    let forgotten = app.store.write::<_, StoreError, _>(move |tx| tx.forget_old_replies(now, FORGOTTEN_AT_ONCE)).await;
    match forgotten {
        Ok(count) => {
            debug!(count, "forgot old replies");
            count
        }
        Err(error) => {
            warn!(%error, "old replies were not forgotten");
            0
        }
    }
}
