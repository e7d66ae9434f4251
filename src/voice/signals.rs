//! What a platform's signalling says about the phone call: never what its model sent.

use axum::http::HeaderMap;

use super::arguments::{Arguments, Meaning};

/// Longer than any platform's call id or SIP address.
const LONGEST: usize = 256;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// The phone call as the platform numbers it.
    pub call_id: Option<String>,
    /// As it came; not always E.164.
    pub caller_number: Option<String>,
    /// The organization's number that was dialled.
    pub called_number: Option<String>,
}

impl Signals {
    /// `X-Call-Id`, `X-Caller-Number`, `X-Called-Number`, for platforms that can set headers.
    pub fn from_headers(headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self {
            call_id: text("x-call-id"),
            caller_number: text("x-caller-number"),
            called_number: text("x-called-number"),
        }
    }

    /// The keys that a flat-JSON platform injects as constants beside the model's arguments. The
    /// platform must be configured so that its model does not fill them; where it can set headers,
    /// they win.
    pub fn injected(arguments: &mut Arguments) -> Self {
        Self {
            call_id: arguments.take_meaning(Meaning::CallId),
            caller_number: arguments.take_meaning(Meaning::CallerNumber),
            called_number: arguments.take_meaning(Meaning::CalledNumber),
        }
    }

    /// These, and what they leave open from `other`.
    pub fn or(self, other: Self) -> Self {
        Self {
            call_id: usable(self.call_id).or(usable(other.call_id)),
            caller_number: usable(self.caller_number).or(usable(other.caller_number)),
            called_number: usable(self.called_number).or(usable(other.called_number)),
        }
    }
}

fn usable(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty() && text.len() <= LONGEST)
}
