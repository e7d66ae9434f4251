//! How a repeated request is recognised (contract §9).

use std::fmt::Write;

use ringbook_core::outcome::Field;
use sha2::{Digest, Sha256};

use super::arguments::Arguments;
use super::tools::Tool;
use crate::actions::Once;

/// What is stored of a longer key is its hash.
const LONGEST_KEY: usize = 255;

/// What names one request, so that it is known when it comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// `Idempotency-Key`, and which call of the message it is.
    Key {
        key: String,
        position: usize,
    },
    /// The id that the model's provider gave the tool call: unique within a phone call only.
    ToolCall(String),
    Unknown,
}

impl Identity {
    /// The request's own key goes before the tool call's id.
    pub fn of(key: Option<&str>, position: usize, tool_call_id: &str) -> Self {
        match key {
            Some(key) => Self::Key { key: key.to_owned(), position },
            None if tool_call_id.is_empty() => Self::Unknown,
            None => Self::ToolCall(tool_call_id.to_owned()),
        }
    }

    /// The key under which the reply is remembered.
    ///
    /// Without a call id, tool call ids of four characters would soon meet: such an id counts only
    /// together with what was asked.
    pub fn once(&self, call_id: Option<&str>, fingerprint: [u8; 32]) -> Option<Once> {
        let key = match (self, call_id) {
            (Self::Key { key, position }, _) => format!("key:{position}:{key}"),
            (Self::ToolCall(id), Some(call)) => format!("call:{}:{call}:{id}", call.len()),
            (Self::ToolCall(id), None) => format!("tool:{}:{id}", hexadecimal(&fingerprint)),
            (Self::Unknown, _) => return None,
        };
        let key = if key.len() > LONGEST_KEY { hexadecimal(&Sha256::digest(key)) } else { key };
        Some(Once { key, fingerprint })
    }
}

/// What was asked, whatever the spelling of its keys: another fingerprint under the same key is
/// another request. The caller's number belongs to it because a booking without a phone uses it.
pub fn fingerprint(tool: Tool, arguments: &Arguments, caller_number: Option<&str>) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(tool.name());
    arguments.hash_into(&mut hash);
    if !arguments.has(Field::Phone) {
        hash.update(caller_number.unwrap_or_default());
    }
    hash.finalize().into()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
