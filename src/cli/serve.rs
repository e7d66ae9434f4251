use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::Args;
use jiff::Timestamp;
use ringbook_core::time::Moment;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::{demo, open_store, output, secret_key};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, Settings};
use crate::{http, jobs, telemetry};

const DEFAULT_LISTEN: &str = "127.0.0.1:3001";

/// Run the server
#[derive(Args, Debug)]
pub struct Serve {
    /// Address to listen on [default: 127.0.0.1:3001]
    #[arg(long, env = "RINGBOOK_LISTEN", value_name = "ADDRESS")]
    listen: Option<String>,

    /// Where platforms reach this server from outside
    #[arg(long, env = "RINGBOOK_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,

    /// Requests to /api/v1 that an organization may send in a minute; 0 for no limit [default: 60000]
    #[arg(long, env = "RINGBOOK_RATE_LIMIT", value_name = "REQUESTS")]
    rate_limit: Option<u32>,

    /// Load the demo clinic with its well-known credentials; on a loopback address only
    #[arg(long)]
    demo: bool,

    /// With --demo: start the clock at this RFC 3339 instant
    #[arg(long, value_name = "INSTANT", requires = "demo")]
    clock: Option<Timestamp>,
}

impl Serve {
    pub fn run(self, settings: Settings) -> anyhow::Result<()> {
        telemetry::init(settings.log.as_deref(), settings.log_format.unwrap_or_default())?;
        let address = self.address(&settings)?;
        let clock = self.clock.map_or_else(Clock::default, |start| Clock::starting_at(Moment::from(start)));
        let config = self.config(&settings);
        let store = open_store(&settings)?;
        let secret_key = secret_key(&settings)?;
        if self.demo {
            demo::load(&store, &secret_key, clock.now())?;
        }
        let app = Arc::new(App::new(config, store, clock, secret_key));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(listen(app, address, self.demo))
    }

    fn config(&self, settings: &Settings) -> Config {
        let default = Config::default();
        Config {
            public_url: self.public_url.clone().or(settings.public_url.clone()),
            rate_limit: self.rate_limit.or(settings.rate_limit).unwrap_or(default.rate_limit),
            ..default
        }
    }

    fn address(&self, settings: &Settings) -> anyhow::Result<SocketAddr> {
        let text = self.listen.as_deref().or(settings.listen.as_deref()).unwrap_or(DEFAULT_LISTEN);
        let text = text.replacen("localhost:", "127.0.0.1:", 1);
        let address: SocketAddr =
            text.parse().with_context(|| format!("{text} is not an address such as {DEFAULT_LISTEN}"))?;
        if self.demo && !address.ip().is_loopback() {
            bail!("--demo has well-known credentials and listens on a loopback address only, not on {address}");
        }
        Ok(address)
    }
}

async fn listen(app: Arc<App>, address: SocketAddr, demo: bool) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))?;
    let url = format!("http://{}", listener.local_addr()?);
    // Before the ready line: whoever waits for it may ask for the end at once.
    let shutdown = shutdown()?;
    output::line(&format!("Ringbook is ready on {url}"))?;
    if demo {
        output::line(&demo::invitation(&app, &url)?)?;
    }
    let tidying = tokio::spawn(jobs::tidy(Arc::clone(&app)));
    let sealing = tokio::spawn(jobs::seal::run(Arc::clone(&app)));
    let offering = tokio::spawn(jobs::offer(Arc::clone(&app)));
    let served = http::serve(app, listener, shutdown).await;
    tidying.abort();
    sealing.abort();
    offering.abort();
    served
}

/// Listens for the request to stop from now on; the future completes when it comes.
fn shutdown() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
