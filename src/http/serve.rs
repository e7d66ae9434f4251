//! Connections: accepting them, their limits, and the end of the server.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};
use tracing::{debug, info, warn};

use super::router;
use crate::app::App;
use crate::telemetry;

type Service = TowerToHyperService<axum::Router>;

/// Also how long an idle connection is kept: voice platforms pause between the turns of a call.
const HEADERS_WITHIN: Duration = Duration::from_secs(75);

/// How long requests in progress may take after the server was asked to stop.
const DRAIN_WITHIN: Duration = Duration::from_secs(20);

/// Out of file descriptors, usually: waiting lets some connections end.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(50);

/// Durations are gathered raw until they are folded into their buckets.
const METRICS_UPKEEP_EVERY: Duration = Duration::from_secs(5);

/// Serves until `shutdown` completes, then lets the requests in progress end.
///
/// # Errors
/// None so far: a failing connection is that connection's end only.
pub async fn serve(app: Arc<App>, listener: TcpListener, shutdown: impl Future<Output = ()>) -> anyhow::Result<()> {
    let service = TowerToHyperService::new(router(app));
    let upkeep = tokio::spawn(keep_metrics());
    let connections = GracefulShutdown::new();
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(tokio::spawn(converse(stream, service.clone(), connections.watcher()))),
                Err(error) => {
                    warn!(%error, "a connection could not be accepted");
                    sleep(ACCEPT_AGAIN_AFTER).await;
                }
            },
            () = &mut shutdown => break,
        }
    }
    drop(listener);
    info!("stopping: no new connections");
    if timeout(DRAIN_WITHIN, connections.shutdown()).await.is_err() {
        warn!("some requests were still in progress and were cut off");
    }
    upkeep.abort();
    Ok(())
}

async fn converse(stream: TcpStream, service: Service, watcher: Watcher) {
    // A reply is one small write: waiting to send more with it would only delay the caller.
    if let Err(error) = stream.set_nodelay(true) {
        debug!(%error, "no TCP_NODELAY");
    }
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = watcher.watch(connection).await {
        debug!(%error, "a connection broke");
    }
}

async fn keep_metrics() {
    let mut ticks = interval(METRICS_UPKEEP_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        telemetry::metrics().run_upkeep();
    }
}
