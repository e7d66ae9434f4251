//! Logs and metrics. Neither ever carries a name, a number, an address, a secret, a body or a
//! query string, and no metric has a label that grows with the organizations.

use std::sync::OnceLock;

use anyhow::Context;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;

/// Seconds: from what a lookup takes to where a voice platform gives up.
const DURATION_BUCKETS: [f64; 14] =
    [0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 20.0];

/// Writes log lines to standard error from now on; `filter` is `info` unless given.
///
/// # Errors
/// When the filter cannot be read, or logging was started before.
pub fn init(filter: Option<&str>, format: LogFormat) -> anyhow::Result<()> {
    let filter = filter.unwrap_or("info,refinery_core=warn");
    let filter = EnvFilter::try_new(filter).with_context(|| format!("{filter} is not a log filter such as info"))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => lines.with_ansi(false).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("logging was started twice: {error}"))
}

/// The process's metrics; recording begins with the first call.
pub fn metrics() -> &'static PrometheusHandle {
    static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();
    METRICS.get_or_init(|| {
        // Fails for an empty list only; without buckets durations would be summaries.
        let builder = PrometheusBuilder::new().set_buckets(&DURATION_BUCKETS);
        let recorder = builder.unwrap_or_else(|_| PrometheusBuilder::new()).build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("another recorder has the metrics: /metrics stays empty");
        }
        describe();
        handle
    })
}

pub const REQUESTS: &str = "ringbook_http_requests_total";
pub const REQUEST_SECONDS: &str = "ringbook_http_request_duration_seconds";
pub const TOOL_CALLS: &str = "ringbook_tool_calls_total";
pub const WAITING_WRITES: &str = "ringbook_waiting_writes";

fn describe() {
    metrics::describe_counter!(REQUESTS, "Requests by route template and status");
    metrics::describe_histogram!(REQUEST_SECONDS, metrics::Unit::Seconds, "Time from request to reply, by route");
    metrics::describe_gauge!(WAITING_WRITES, "Writes that wait for their transaction");
    metrics::describe_counter!(TOOL_CALLS, "Tool calls by tool and status word");
}
