//! Seals the audit while the server runs.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};
use tracing::{debug, warn};

use crate::actions::seal::{GRACE, seal};
use crate::app::App;
use crate::clock::first_id_of_the_last;

const SEAL_EVERY: Duration = Duration::from_secs(30);

/// Never ends.
pub async fn run(app: Arc<App>) {
    let mut ticks = interval(SEAL_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match seal(&app.store, first_id_of_the_last(GRACE), app.clock.now()).await {
            Ok(count) => debug!(count, "sealed events"),
            Err(error) => warn!(%error, "the audit was not sealed"),
        }
    }
}
