//! The only place that asks what time it is and draws random bytes.

use jiff::Timestamp;
use ringbook_core::time::{Moment, Span};
use uuid::Uuid;

/// The server's clock; in a demonstration it may have been started at another instant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    ahead: Span,
}

impl Clock {
    /// A clock that shows `start` now and runs on from there.
    pub fn starting_at(start: Moment) -> Self {
        Self { ahead: start - Self::default().now() }
    }

    pub fn now(self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "this is the one place")]
        let now = Timestamp::now();
        Moment::from(now) + self.ahead
    }
}

/// A new row id: ordered by creation, so that rows append.
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

/// The lowest id that could have been made within that time up to now. Ids tell the machine's time,
/// also where the [`Clock`] of a demonstration shows another.
pub fn first_id_of_the_last(time: Span) -> Uuid {
    let now = Clock::default().now() - time;
    let seconds = u64::try_from(now.unix()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(seconds * 1_000, &[0; 10]).into_uuid()
}

pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Without the operating system's randomness no secret and no id is safe: stop.
    #[expect(clippy::expect_used, reason = "there is no safe way on")]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
