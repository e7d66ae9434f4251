//! What the black-box tests share: a running server, what it answers, and its database file.

mod reply;
mod server;

pub use reply::Reply;
use serde_json::{Value, json};
pub use server::{NOW, SECRET, Server, add_organization, ringbook, run};

/// The booking tool by the name that existing scripts call it.
pub const BOOK: &str = "bookClinicAppointment";

/// One tool call in Vapi's envelope, arguments as an object, as production sends it.
pub fn envelope(call: &str, id: &str, tool: &str, arguments: Value) -> Value {
    json!({"message": {
        "type": "tool-calls",
        "timestamp": 1_780_412_953_083_u64,
        "toolCallList": [{"id": id, "type": "function", "function": {"name": tool, "arguments": arguments}}],
        "call": {"id": call, "type": "inboundPhoneCall"},
    }})
}

/// A consultation for `phone` at that time of Wednesday, June 3rd 2026: tomorrow, for the tests.
pub fn wish(phone: &str, time: &str) -> Value {
    json!({"service": "consultation", "date": "2026-06-03", "time": time, "name": "Ann Bee", "phone": phone})
}

/// `wish` with one member set to something else, or removed with `Value::Null`.
pub fn with(mut base: Value, member: &str, value: impl Into<Value>) -> Value {
    let members = base.as_object_mut().expect("an object");
    match value.into() {
        Value::Null => members.remove(member),
        value => members.insert(member.to_owned(), value),
    };
    base
}
