//! Every setting once. A flag wins over the environment, which wins over `ringbook.toml`, which
//! wins over the default.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use serde::Deserialize;

/// What the server itself needs to know while it runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where platforms reach this server from outside; `None` until it is known.
    pub public_url: Option<String>,
    /// Bodies larger than this are refused with 413.
    pub body_limit_bytes: usize,
    /// Requests of one organization in a minute, which may come at once; 0 means no limit.
    pub rate_limit: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self { public_url: None, body_limit_bytes: 10 * 1024 * 1024, rate_limit: 60_000 }
    }
}

/// The settings that every command takes.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where the data is: sqlite:FILE
    #[arg(long, global = true, env = "RINGBOOK_DATABASE", value_name = "URL")]
    pub database: Option<String>,

    /// Settings file [default: ringbook.toml, if there is one]
    #[arg(long, global = true, env = "RINGBOOK_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,

    /// Which log lines are written, for example info or ringbook=debug
    #[arg(long, global = true, env = "RINGBOOK_LOG", value_name = "FILTER")]
    pub log: Option<String>,

    /// How log lines are written
    #[arg(long, global = true, env = "RINGBOOK_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,

    /// 64 hexadecimal digits that seal stored signing secrets [default: made and kept beside the database]
    #[arg(long, global = true, env = "RINGBOOK_SECRET_KEY", value_name = "KEY", hide_env_values = true)]
    pub secret_key: Option<String>,

    /// Address to listen on [default: 127.0.0.1:3001]
    #[arg(skip)]
    pub listen: Option<String>,

    /// Where platforms reach this server from outside
    #[arg(skip)]
    pub public_url: Option<String>,

    /// Requests to /api/v1 that an organization may send in a minute
    #[arg(skip)]
    pub rate_limit: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl Settings {
    /// Fills what neither a flag nor the environment set from the settings file.
    pub fn with_file(self) -> anyhow::Result<Self> {
        let file = self.read_file()?;
        Ok(Self {
            database: self.database.or(file.database),
            config: self.config,
            log: self.log.or(file.log),
            log_format: self.log_format.or(file.log_format),
            secret_key: self.secret_key.or(file.secret_key),
            listen: self.listen.or(file.listen),
            public_url: self.public_url.or(file.public_url),
            rate_limit: self.rate_limit.or(file.rate_limit),
        })
    }

    fn read_file(&self) -> anyhow::Result<Self> {
        let default = Path::new("ringbook.toml");
        let path = match &self.config {
            Some(path) => path.as_path(),
            None if default.exists() => default,
            None => return Ok(Self::default()),
        };
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("{} has a wrong setting", path.display()))
    }

    /// The file of the embedded database.
    pub fn database_file(&self) -> anyhow::Result<PathBuf> {
        let url = self.database.as_deref().unwrap_or("sqlite:ringbook.db");
        match url.split_once(':') {
            Some(("sqlite", file)) if !file.trim_start_matches("//").is_empty() => {
                Ok(PathBuf::from(file.strip_prefix("//").unwrap_or(file)))
            }
            Some(("postgres" | "postgresql", _)) => bail!("PostgreSQL is not supported yet: use sqlite:FILE"),
            _ => bail!("the database is written sqlite:FILE, for example sqlite:ringbook.db"),
        }
    }
}
