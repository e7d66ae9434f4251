//! What the server does beside answering.

pub mod seal;

use std::sync::Arc;
use std::time::Duration;

use ringbook_core::time::Moment;
use tokio::time::{MissedTickBehavior, interval};
use tracing::{debug, warn};

use crate::app::App;
use crate::store::{StoreError, Tx};

const TIDY_EVERY: Duration = Duration::from_secs(60);

/// Few enough that no booking waits noticeably behind them.
const FORGOTTEN_AT_ONCE: usize = 500;

/// Forgets remembered replies and wrong codes when their 24 hours are over. Never ends.
pub async fn tidy(app: Arc<App>) {
    let mut ticks = interval(TIDY_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        while forget(&app, |tx, now| tx.forget_old_replies(now, FORGOTTEN_AT_ONCE)).await == FORGOTTEN_AT_ONCE {}
        forget(&app, |tx, now| tx.forget_wrong_codes(now)).await;
    }
}

async fn forget(app: &App, which: fn(&mut Tx<'_>, Moment) -> Result<usize, StoreError>) -> usize {
    let now = app.clock.now();
    match app.store.write(move |tx| which(tx, now)).await {
        Ok(count) => {
            debug!(count, "forgot what is over");
            count
        }
        Err(error) => {
            warn!(%error, "what is over was not forgotten");
            0
        }
    }
}
