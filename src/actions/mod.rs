//! One file per verb. Voice, REST, MCP, the command line and the dashboard call the same function;
//! an action knows its verb and nothing of HTTP or SQL.

pub mod apply;
pub mod attendance;
pub mod audit;
pub mod availability;
pub mod block;
pub mod book;
pub mod booking;
pub mod calls;
pub mod cancel;
pub mod contacts;
pub mod credential;
pub mod edit;
pub mod end;
pub mod erase;
pub mod export;
pub mod find;
pub mod hold;
pub mod import;
pub mod info;
pub mod message;
pub mod offers;
pub mod once;
pub mod openings;
pub mod overrides;
pub mod place;
pub mod record;
pub mod refusal;
pub mod reschedule;
pub mod rounds;
pub mod seal;
pub mod series;
pub mod stretch;
pub mod transact;
pub mod transfer;
pub mod understand;
pub mod update;
pub mod upsert;
pub mod waitlist;
pub mod wanted;
pub mod when;
pub mod whose;
pub mod window;

use std::sync::Arc;

use ringbook_core::id::KeyId;
use ringbook_core::language::Language;
use ringbook_core::outcome::{Outcome, Problem};
use ringbook_core::time::Moment;

use crate::business::Business;
use crate::reply::{Reply, Resource};
use crate::store::{StoreError, Tx};
use transact::Subject;

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
    /// Set for a program with a key of its own, which may see and change everything of its
    /// organization.
    pub program: Option<Program>,
}

/// What a program asks for beside the deed itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Program {
    /// What it believes to change; another version is refused.
    pub expected_version: Option<i64>,
    /// How it is shown what was changed.
    pub depict: Option<Depict>,
}

/// Reads one thing in the transaction that changed it and writes it as programs see it.
pub type Depict = fn(&mut Tx<'_>, &Request, Subject) -> Result<Resource, StoreError>;

impl Request {
    /// What the server does by itself on the occasion of this request.
    pub fn of_server(&self) -> Self {
        let channel = Channel::Server;
        Self { channel, key: None, call_id: None, caller_number: None, once: None, program: None, ..self.clone() }
    }

    /// Refuses to change what is no longer as the program saw it.
    pub fn check_version(&self, version: i64) -> Result<(), Problem> {
        match self.program.and_then(|program| program.expected_version) {
            Some(expected) if expected != version => Err(Problem::VersionMismatch),
            _ => Ok(()),
        }
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
