//! What a phone call is, whichever platform carried it.

use serde::{Deserialize, Serialize};

use crate::text::kept;
use crate::time::{Moment, Span};

/// How far a call is; the schema's CHECK is compared with it by a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallStatus {
    Ringing,
    InProgress,
    /// On its way to somebody else.
    Forwarding,
    Ended,
}

impl CallStatus {
    pub const ALL: [Self; 4] = [Self::Ringing, Self::InProgress, Self::Forwarding, Self::Ended];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ringing => "ringing",
            Self::InProgress => "in_progress",
            Self::Forwarding => "forwarding",
            Self::Ended => "ended",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

const LONGEST_TRANSCRIPT: usize = 200_000;
const LONGEST_SUMMARY: usize = 5_000;
const LONGEST_WORD: usize = 200;
const LONGEST_URL: usize = 2_000;

/// What a platform says about a call; what it leaves open is `None`. Names people, so that it has
/// no `{:?}`.
#[derive(Clone, Default, Serialize)]
pub struct CallReport {
    pub status: Option<CallStatus>,
    /// As the platform numbers it.
    pub assistant_id: Option<String>,
    pub started: Option<Moment>,
    pub ended: Option<Moment>,
    /// In the platform's words, of which there are hundreds.
    pub ended_reason: Option<String>,
    pub duration: Option<Span>,
    /// Millionths of a US dollar.
    pub cost_micros: Option<i64>,
    pub summary: Option<String>,
    pub transcript: Option<String>,
    pub recording_url: Option<String>,
}

impl CallReport {
    /// The same in a size that can be kept. Half an address leads nowhere, and one that is not of
    /// the web could do something when it is clicked on.
    pub fn bounded(self) -> Self {
        let bounded = |text: Option<String>, longest| text.and_then(|text| kept(&text, longest));
        let is_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        Self {
            assistant_id: bounded(self.assistant_id, LONGEST_WORD),
            ended_reason: bounded(self.ended_reason, LONGEST_WORD),
            summary: bounded(self.summary, LONGEST_SUMMARY),
            transcript: bounded(self.transcript, LONGEST_TRANSCRIPT),
            recording_url: self.recording_url.filter(|url| url.len() <= LONGEST_URL && is_web(url)),
            ..self
        }
    }
}
