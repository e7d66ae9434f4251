//! Every setting once: flag, environment variable, `ringbook.toml`, default.

#[derive(Clone, Debug)]
pub struct Config {
    /// Where platforms reach this server from outside; `None` until it is known.
    pub public_url: Option<String>,
    /// Bodies larger than this are refused with 413.
    pub body_limit_bytes: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { public_url: None, body_limit_bytes: 10 * 1024 * 1024 }
    }
}
