//! One file per verb. Voice, REST, MCP, the command line and the dashboard call the same function;
//! an action knows its verb and nothing of HTTP or SQL.

pub mod apply;
pub mod attendance;
pub mod availability;
pub mod book;
pub mod booking;
pub mod cancel;
pub mod find;
pub mod hold;
pub mod info;
pub mod offers;
pub mod once;
pub mod openings;
pub mod place;
pub mod record;
pub mod refusal;
pub mod reschedule;
pub mod rounds;
pub mod transact;
pub mod understand;
pub mod upsert;
pub mod waitlist;
pub mod wanted;
pub mod when;
pub mod whose;

use std::sync::Arc;

use ringbook_core::id::KeyId;
use ringbook_core::language::Language;
use ringbook_core::outcome::Outcome;
use ringbook_core::time::Moment;

use crate::business::Business;
use crate::reply::Reply;

/// Who asks, when, and how the answer is remembered. Built by an adapter from the credential and
/// the platform's signalling, never from what the model sent.
#[derive(Clone, Debug)]
pub struct Request {
    pub business: Arc<Business>,
    pub now: Moment,
    pub channel: Channel,
    /// The credential behind it; `None` on the command line and for the server's own work.
    pub key: Option<KeyId>,
    /// What the caller speaks.
    pub language: Language,
    /// The phone call as the voice platform numbers it.
    pub call_id: Option<String>,
    /// The caller's number from signalling, as it came.
    pub caller_number: Option<String>,
    /// Set when a repetition of this request must get the same reply.
    pub once: Option<Once>,
}

impl Request {
    /// What the server does by itself on the occasion of this request.
    pub fn of_server(&self) -> Self {
        Self { channel: Channel::Server, key: None, call_id: None, caller_number: None, once: None, ..self.clone() }
    }

    /// The reply to this request, in its language.
    pub fn reply(&self, outcome: &Outcome) -> Reply {
        Reply::of(&self.business, self.language, outcome, self.now)
    }
}

/// Identity of a request that may be sent again.
#[derive(Clone, Debug)]
pub struct Once {
    /// `call id` and `tool call id`, or an `Idempotency-Key`; scoped to the organization.
    pub key: String,
    /// SHA-256 over the tool and its arguments: the same key with another body is refused.
    pub fingerprint: [u8; 32],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Vapi,
    Tool,
    Api,
    CommandLine,
    /// The server's own work: waitlist offers and the like.
    Server,
}

impl Channel {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vapi => "vapi",
            Self::Tool => "tool",
            Self::Api => "api",
            Self::CommandLine => "command_line",
            Self::Server => "server",
        }
    }
}
