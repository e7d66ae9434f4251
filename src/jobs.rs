//! What the server does beside answering.

pub mod seal;

use std::sync::Arc;
use std::time::Duration;

use ringbook_core::time::Moment;
use tokio::time::{MissedTickBehavior, interval};
use tracing::{debug, warn};

use crate::actions::rounds::{self, Round};
use crate::app::App;
use crate::store::{StoreError, Tx};

const TIDY_EVERY: Duration = Duration::from_secs(60);
const OFFER_EVERY: Duration = Duration::from_secs(15);

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

/// Serves those who wait: hands on what was offered in vain, and looks for free time, a few entries
/// at a time. Never ends.
pub async fn offer(app: Arc<App>) {
    let mut ticks = interval(OFFER_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut round = Round::default();
    loop {
        ticks.tick().await;
        round = match offer_once(&app, round).await {
            Ok(round) => round,
            Err(error) => {
                warn!(%error, "those who wait were not served");
                Round::default()
            }
        };
    }
}

async fn offer_once(app: &App, round: Round) -> Result<Round, StoreError> {
    while rounds::hand_on(app).await? {}
    rounds::go_on(app, round).await
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
