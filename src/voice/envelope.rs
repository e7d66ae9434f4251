//! Vapi's envelope in all the variants that were seen or documented (contract §7). Only what is
//! needed is read; everything else, most of the bytes, is skipped.

use ringbook_core::call::CallStatus;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::arguments::{Arguments, Malformed};
use super::lenient::{List, Object, Text};
use super::signals::Signals;

/// More calls in one message than any model makes at once.
pub const MOST_CALLS: usize = 64;

/// A message, or a body that wraps one in `message`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Message<'a> {
    #[serde(borrow, rename = "type")]
    kind: Text<'a>,
    #[serde(borrow)]
    message: Object<Box<Message<'a>>>,
    #[serde(borrow)]
    tool_call_list: List<Call<'a>>,
    #[serde(borrow)]
    tool_calls: List<Call<'a>>,
    #[serde(borrow)]
    tool_with_tool_call_list: List<Call<'a>>,
    #[serde(borrow)]
    tool_call: Object<Call<'a>>,
    #[serde(borrow)]
    function_call: Object<Call<'a>>,
    #[serde(borrow)]
    call: Object<PhoneCall<'a>>,
    #[serde(borrow)]
    phone_number: Object<Line<'a>>,
    #[serde(borrow)]
    customer: Object<Line<'a>>,
}

/// One tool call: nested as it is sent, flat as it is documented, or inside the tool's own entry.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Call<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    function: Object<Function<'a>>,
    #[serde(borrow)]
    arguments: Option<&'a RawValue>,
    #[serde(borrow)]
    parameters: Option<&'a RawValue>,
    #[serde(borrow)]
    tool_call: Object<Box<Call<'a>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Function<'a> {
    #[serde(borrow)]
    name: Text<'a>,
    #[serde(borrow)]
    arguments: Option<&'a RawValue>,
    #[serde(borrow)]
    parameters: Option<&'a RawValue>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct PhoneCall<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    assistant_id: Text<'a>,
    #[serde(borrow)]
    customer: Object<Line<'a>>,
}

/// An end of the phone line.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Line<'a> {
    #[serde(borrow)]
    number: Text<'a>,
    #[serde(borrow)]
    assistant_id: Text<'a>,
}

/// What a message wants.
#[derive(Debug)]
pub enum Wanted<'m, 'a> {
    Tools(Vec<&'m Call<'a>>),
    /// The older form of one tool call, which has no id.
    Function(&'m Call<'a>),
    Assistant,
    TransferDestination,
    /// How a call goes or went, and the state that this kind of message alone tells.
    Report(Option<CallStatus>),
    /// News that needs no answer, or a type from the future.
    Nothing,
}

impl<'a> Message<'a> {
    /// # Errors
    /// When `json` is not a JSON object.
    pub fn parse(json: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    /// Whether this is an envelope rather than the bare arguments of a tool.
    pub fn is_envelope(&self) -> bool {
        self.message.0.is_some() || !self.listed().is_empty()
    }

    pub fn wanted(&self) -> Wanted<'_, 'a> {
        let message = self.inner();
        match message.kind.0.as_deref() {
            Some("assistant-request") => Wanted::Assistant,
            Some("transfer-destination-request") => Wanted::TransferDestination,
            Some("status-update") => Wanted::Report(None),
            Some("call.started") => Wanted::Report(Some(CallStatus::InProgress)),
            Some("end-of-call-report" | "call.ended") => Wanted::Report(Some(CallStatus::Ended)),
            Some("function-call") => message.function_call.0.as_ref().map_or(Wanted::Nothing, Wanted::Function),
            Some("tool-calls" | "tool-call") => Wanted::Tools(message.calls()),
            // Reports repeat the whole conversation: its tool calls were answered long ago.
            Some(_) => Wanted::Nothing,
            None => match message.calls() {
                calls if calls.is_empty() => Wanted::Nothing,
                calls => Wanted::Tools(calls),
            },
        }
    }

    /// What the platform says about the phone call itself.
    pub fn signals(&self) -> Signals {
        let both = || std::iter::once(self.inner()).chain(std::iter::once(self));
        let call = || both().filter_map(|message| message.call.0.as_ref());
        let caller = both().find_map(|message| message.customer.number());
        Signals {
            call_id: call().find_map(|call| call.id.to_text()),
            caller_number: caller.or_else(|| call().find_map(|call| call.customer.number())),
            called_number: both().find_map(|message| message.phone_number.number()),
        }
    }

    /// The assistant that the call or the dialled number already has.
    pub fn assistant_id(&self) -> Option<String> {
        let message = self.inner();
        let of_call = message.call.0.as_ref().and_then(|call| call.assistant_id.to_text());
        of_call.or_else(|| message.phone_number.0.as_ref().and_then(|line| line.assistant_id.to_text()))
    }

    fn inner(&self) -> &Self {
        self.message.0.as_deref().unwrap_or(self)
    }

    fn calls(&self) -> Vec<&Call<'a>> {
        match self.listed() {
            calls if calls.is_empty() => self.tool_call.0.iter().collect(),
            calls => calls,
        }
    }

    /// The first list that holds calls: the lists repeat one another, so they are never joined.
    fn listed(&self) -> Vec<&Call<'a>> {
        let lists = [&self.tool_call_list, &self.tool_calls, &self.tool_with_tool_call_list];
        let first = lists.into_iter().find(|List(calls)| !calls.is_empty());
        first.map(|List(calls)| calls.iter().collect()).unwrap_or_default()
    }
}

impl<'a> Call<'a> {
    /// The id as it came; empty when it has none.
    pub fn id(&self) -> &str {
        self.inner().id.0.as_deref().unwrap_or_default()
    }

    /// The name as it came; empty when it has none.
    pub fn name(&self) -> &str {
        self.inner().own_name().or_else(|| self.own_name()).unwrap_or_default()
    }

    /// The arguments; never the schema, which stands beside the call in `function.parameters`.
    ///
    /// # Errors
    /// What of them cannot be read.
    pub fn arguments(&self) -> Result<Arguments, Malformed> {
        Arguments::parse(self.inner().arguments_json().unwrap_or_default())
    }

    /// The arguments as they came.
    pub fn arguments_json(&self) -> Option<&'a str> {
        let of_function = self.function.0.as_ref().and_then(|function| function.arguments.or(function.parameters));
        of_function.or(self.arguments).or(self.parameters).map(RawValue::get)
    }

    fn own_name(&self) -> Option<&str> {
        let of_function = self.function.0.as_ref().and_then(|function| function.name.0.as_deref());
        of_function.or(self.name.0.as_deref())
    }

    fn inner(&self) -> &Self {
        self.tool_call.0.as_deref().unwrap_or(self)
    }
}

impl Object<Line<'_>> {
    fn number(&self) -> Option<String> {
        self.0.as_ref().and_then(|line| line.number.to_text())
    }
}

impl Text<'_> {
    pub(super) fn to_text(&self) -> Option<String> {
        self.0.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    }
}
