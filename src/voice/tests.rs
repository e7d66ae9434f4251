//! The wires against what was really sent: fixtures, the plain forms A to L, and any JSON at all.

use proptest::prelude::*;
use ringbook_core::outcome::Field;
use serde_json::{Value, json};

use super::arguments::{Arguments, Malformed, Meaning};
use super::envelope::{Message, Wanted};
use super::forms::Form;
use super::repeat::{Identity, fingerprint};
use super::signals::Signals;
use super::tools::Tool;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../tests/fixtures/", $name, ".json"))
    };
}

const ENVELOPES: [(&str, &str); 5] = [
    ("call_Ab12Cd34", fixture!("vapi_tool_calls_1_observed")),
    ("call_Ab12Cd34", fixture!("vapi_tool_calls_2_string_arguments")),
    ("toolu_01", fixture!("vapi_tool_calls_3_flat_arguments")),
    ("abc123", fixture!("vapi_tool_calls_4_flat_parameters")),
    ("toolu_02", fixture!("vapi_tool_calls_5_only_withtoolcall_function_parameters")),
];

fn read(json: &Value) -> Result<Arguments, Malformed> {
    Arguments::parse(&json.to_string())
}

fn taken(mut arguments: Arguments, field: Field) -> Option<String> {
    arguments.take(field)
}

/// Wraps one tool call the way Vapi does.
fn envelope(call: Value) -> String {
    json!({ "message": { "type": "tool-calls", "toolCallList": [call] } }).to_string()
}

fn the_call<'m, 'a>(message: &'m Message<'a>) -> &'m super::envelope::Call<'a> {
    match message.wanted() {
        Wanted::Tools(calls) => calls.first().copied().unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_envelope_variant_is_the_same_call() {
    for (id, text) in ENVELOPES {
        let message = Message::parse(text).unwrap();
        assert!(message.is_envelope());
        let call = the_call(&message);
        assert_eq!((call.id(), call.name()), (id, "book_appointment"));
        let arguments = call.arguments().unwrap();
        assert_eq!(taken(arguments.clone(), Field::Service).as_deref(), Some("cleaning"));
        assert_eq!(taken(arguments.clone(), Field::Start).as_deref(), Some("2026-06-03T15:00:00"));
        assert_eq!(taken(arguments.clone(), Field::Name).as_deref(), Some("Sam Example"));
        assert_eq!(taken(arguments, Field::Email), None, "an empty text is absent");
        let Wanted::Tools(calls) = message.wanted() else { panic!() };
        assert_eq!(calls.len(), 1, "the lists repeat one another");
        assert_eq!(
            message.signals(),
            Signals {
                call_id: Some("019f2a10-0000-7000-8000-000000000001".to_owned()),
                caller_number: Some("+15125550143".to_owned()),
                called_number: Some("+15125550100".to_owned()),
            }
        );
    }
}

#[test]
fn the_legacy_function_call_and_other_messages() {
    let wanted = |text: &str| format!("{:?}", Message::parse(text).unwrap().wanted());
    assert!(wanted(fixture!("vapi_function_call_legacy")).starts_with("Function"));
    assert_eq!(wanted(fixture!("vapi_assistant_request")), "Assistant");
    assert_eq!(wanted(fixture!("vapi_end_of_call_report")), "Report(Some(Ended))");
    for kind in ["conversation-update", "hang", "from-the-future"] {
        assert_eq!(wanted(&json!({ "message": { "type": kind, "toolCalls": [{}] } }).to_string()), "Nothing");
    }
    assert_eq!(wanted(r#"{"message":{"type":"transfer-destination-request"}}"#), "TransferDestination");
    assert_eq!(wanted("{}"), "Nothing");
}

#[test]
fn envelopes_without_a_message_or_with_a_single_call() {
    let call = json!({ "id": "c1", "function": { "name": "bookAppointment", "arguments": "" } });
    for body in [
        json!({ "toolCallList": [call] }),
        json!({ "toolCalls": [call] }),
        json!({ "message": { "type": "tool-call", "toolCall": call } }),
        json!({ "message": { "toolCalls": [call] } }),
        json!({ "message": { "toolCallList": [], "toolCalls": [call] } }),
    ] {
        let text = body.to_string();
        let message = Message::parse(&text).unwrap();
        assert!(message.is_envelope(), "{text}");
        assert_eq!(the_call(&message).id(), "c1");
        assert!(the_call(&message).arguments().is_ok());
    }
}

#[test]
fn the_schema_beside_a_call_is_never_taken_for_its_arguments() {
    let text = json!({ "message": { "type": "tool-calls", "toolWithToolCallList": [{
        "function": { "name": "book_appointment", "parameters": { "type": "object", "name": "schema" } },
        "toolCall": { "id": "c1" },
    }]}})
    .to_string();
    let message = Message::parse(&text).unwrap();
    assert_eq!(the_call(&message).name(), "book_appointment");
    assert_eq!(taken(the_call(&message).arguments().unwrap(), Field::Name), None);
}

#[test]
fn wrong_types_beside_the_call_do_not_lose_it() {
    let text = json!({
        "message": {
            "type": "tool-calls", "call": "x", "customer": [1], "phoneNumber": 5, "toolCalls": "none",
            "toolCallList": [7, { "id": 12, "function": { "name": "check_availability", "arguments": null } }],
        },
    })
    .to_string();
    let message = Message::parse(&text).unwrap();
    assert_eq!(the_call(&message).id(), "12");
    assert_eq!(message.signals(), Signals::default());
}

#[test]
fn arguments_as_text_object_or_nothing() {
    let arguments = |value: Value| {
        let text = envelope(json!({ "id": "c", "function": { "name": "x", "arguments": value } }));
        the_call(&Message::parse(&text).unwrap()).arguments().map(|given| taken(given, Field::Phone))
    };
    let phone = Ok(Some("5125550143".to_owned()));
    assert_eq!(arguments(json!({ "phone": 5_125_550_143_u64 })), phone);
    assert_eq!(arguments(json!({ "phone": 5_125_550_143.0 })), phone);
    assert_eq!(arguments(json!("{\"phone\": \"5125550143\"}")), phone);
    for nothing in [json!(""), json!(" "), json!(null), json!({}), json!("null"), json!("{}")] {
        assert_eq!(arguments(nothing), Ok(None));
    }
    for broken in [json!("{\"phone\": "), json!("[]"), json!([]), json!(5), json!(true), json!("{} {}")] {
        assert_eq!(arguments(broken.clone()), Err(Malformed::Whole), "{broken}");
    }
}

#[test]
fn the_plain_forms_a_to_l() {
    let wish = json!({ "customerName": "Sam Example", "appointmentDate": "tomorrow", "org_id": "x" });
    let text = wish.to_string();
    for form in [
        json!({ "toolCall": { "name": "other", "arguments": wish }, "customer": { "metadata": {} } }),
        json!({ "toolCallId": "t1", "tool": { "arguments": wish } }),
        wish.clone(),
        json!({ "function": "other", "org_id": "x", "parameters": wish }),
        json!({ "tool": "other", "params": wish }),
        json!({ "tool_name": "other", "tool_input": wish }),
        json!({ "messageType": "tool-calls", "toolCall": { "function": { "name": "other", "arguments": text } } }),
        json!({ "toolCallId": "t1", "orgId": "x", "args": wish }),
        json!({ "arguments": text }),
        json!({ "name": "other", "arguments": wish }),
    ] {
        let body = form.to_string();
        assert!(!Message::parse(&body).unwrap().is_envelope(), "{body}");
        let form = Form::parse(&body).unwrap();
        let arguments = form.arguments(&body).unwrap();
        assert_eq!(taken(arguments.clone(), Field::Name).as_deref(), Some("Sam Example"), "{body}");
        assert_eq!(taken(arguments, Field::Date).as_deref(), Some("tomorrow"), "{body}");
        assert_eq!(form.tool_call_id(), if body.contains("t1") { "t1" } else { "" });
    }
}

#[test]
fn a_text_called_message_is_an_argument_not_an_envelope() {
    assert!(!Message::parse(r#"{"message":"call me back"}"#).unwrap().is_envelope());
}

#[test]
fn keys_of_every_spelling() {
    let spellings = [
        (Field::Date, "appointmentDate date appointment_date preferredDate scheduledAt scheduled_at"),
        (Field::Time, "appointmentTime time appointment_time preferredTime"),
        (Field::Name, "patientName customerName customer_name name appointmentName full_name FULLNAME patient-name"),
        (Field::Phone, "patientPhone customerPhone customer_phone phone phoneNumber phone_number appointmentPhone"),
        (Field::Email, "patientEmail customerEmail customer_email email patient_email"),
        (Field::Service, "serviceType service_type service procedureType"),
        (Field::SlotId, "slot_id slotId"),
        (Field::PartOfDay, "part_of_day partOfDay"),
        (Field::Topic, "topic query"),
    ];
    for (field, keys) in spellings {
        for key in keys.split(' ') {
            let arguments = read(&json!({ key: " x " })).unwrap();
            assert_eq!(taken(arguments, field).as_deref(), Some(" x "), "{key}");
        }
    }
}

#[test]
fn the_first_spelling_with_a_value_counts() {
    let phone = |value: Value| taken(read(&value).unwrap(), Field::Phone);
    assert_eq!(phone(json!({ "phone": "2", "patientPhone": "1" })).as_deref(), Some("1"));
    assert_eq!(phone(json!({ "patientPhone": "1", "phone": "2" })).as_deref(), Some("1"));
    for absent in [json!(""), json!("null"), json!("Unknown"), json!("none"), json!("N/A"), json!(null)] {
        assert_eq!(phone(json!({ "patientPhone": absent, "phone": "2" })).as_deref(), Some("2"));
    }
}

#[test]
fn a_field_of_the_wrong_type_or_length_is_named() {
    for value in [json!([]), json!({ "a": 1 }), json!("é".repeat(2_001))] {
        assert_eq!(read(&json!({ "customerPhone": value })).err(), Some(Malformed::Field(Field::Phone)));
    }
    assert!(read(&json!({ "notes": "é".repeat(2_000), "unheard_of": [[]] })).is_ok());
}

#[test]
fn signalling_that_a_flat_platform_injects() {
    for (call, caller) in [("call_id", "caller_number"), ("conversation_id", "system__caller_id")] {
        let mut arguments = read(&json!({ call: "c1", caller: "+15125550143", "name": "Sam" })).unwrap();
        let signals = Signals::injected(&mut arguments);
        assert_eq!(signals.call_id.as_deref(), Some("c1"));
        assert_eq!(signals.caller_number.as_deref(), Some("+15125550143"));
        assert_eq!(taken(arguments, Field::Phone), None, "the caller's number is not the model's word");
    }
    let headers = Signals { call_id: Some("h".to_owned()), ..Signals::default() };
    let other = Signals { call_id: Some("b".to_owned()), caller_number: Some("1".to_owned()), called_number: None };
    assert_eq!(headers.or(other).call_id.as_deref(), Some("h"));
}

#[test]
fn a_fingerprint_is_the_meaning_not_the_spelling() {
    let print = |value: Value| fingerprint(Tool::BookAppointment, &read(&value).unwrap(), Some("+1"));
    let one = print(json!({ "date": "tomorrow", "patientName": "Sam" }));
    assert_eq!(one, print(json!({ "name": "Sam", "appointment_date": "tomorrow", "email": "" })));
    assert_ne!(one, print(json!({ "name": "Sam", "time": "tomorrow" })));
    assert_ne!(one, print(json!({ "name": "Sam", "date": "today" })));
    let arguments = read(&json!({ "date": "tomorrow", "name": "Sam" })).unwrap();
    assert_ne!(one, fingerprint(Tool::BookAppointment, &arguments, Some("+2")), "the caller's number is the phone");
    assert_ne!(one, fingerprint(Tool::CheckAvailability, &arguments, Some("+1")));
}

#[test]
fn what_identifies_a_repeated_request() {
    let key = |identity: Identity, call: Option<&str>, print: u8| identity.once(call, [print; 32]).map(|once| once.key);
    let tool_call = |id: &str| Identity::of(None, 0, id);
    assert_eq!(key(tool_call("kwm0"), Some("c1"), 1), key(tool_call("kwm0"), Some("c1"), 2));
    assert_ne!(key(tool_call("kwm0"), Some("c1"), 1), key(tool_call("kwm0"), Some("c2"), 1));
    assert_ne!(key(tool_call("b:c"), Some("a"), 1), key(tool_call("c"), Some("a:b"), 1));
    assert_ne!(key(tool_call("kwm0"), None, 1), key(tool_call("kwm0"), None, 2), "a short id alone is no identity");
    assert_eq!(key(Identity::of(None, 0, ""), Some("c1"), 1), None);
    let header = |position| Identity::of(Some("k"), position, "t");
    assert_eq!(key(header(0), Some("c1"), 1), key(header(0), Some("c2"), 2));
    assert_ne!(key(header(0), None, 1), key(header(1), None, 1));
    let long = key(tool_call(&"x".repeat(5_000)), Some("c"), 1).unwrap();
    assert_eq!(long.len(), 64);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[{\\[\"].{0,12}".prop_map(Value::from),
    ];
    let key = prop_oneof![
        4 => proptest::sample::select(KEYS),
        1 => Just("anything"),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

const KEYS: &[&str] = &[
    "message",
    "type",
    "toolCallList",
    "toolCalls",
    "toolWithToolCallList",
    "toolCall",
    "functionCall",
    "function",
    "arguments",
    "parameters",
    "params",
    "args",
    "tool",
    "tool_input",
    "toolCallId",
    "id",
    "name",
    "call",
    "customer",
    "number",
    "phoneNumber",
    "assistantId",
    "date",
    "phone",
    "slot_id",
    "call_id",
    "caller_number",
];

proptest! {
    #[test]
    fn no_json_makes_a_parser_panic(body in any_json()) {
        let text = body.to_string();
        let _ = Arguments::parse(&text);
        if let Ok(message) = Message::parse(&text) {
            let _ = (message.signals(), message.assistant_id(), message.is_envelope());
            if let Wanted::Tools(calls) = message.wanted() {
                for call in calls {
                    let _ = (call.id(), Tool::called(call.name()), call.arguments());
                }
            }
        }
        if let Ok(form) = Form::parse(&text) {
            let _ = (form.arguments(&text), form.tool_call_id());
        }
    }

    /// A tool call comes through whatever stands beside it in the message.
    #[test]
    fn a_call_survives_what_stands_beside_it(beside in any_json(), key in proptest::sample::select(KEYS)) {
        let mut message = json!({
            "type": "tool-calls",
            "toolCallList": [{ "id": "c1", "function": { "name": "book_appointment", "arguments": { "name": "Sam" } } }],
        });
        if !["message", "type", "toolCallList"].contains(&key) {
            message[key] = beside;
        }
        let text = json!({ "message": message }).to_string();
        let message = Message::parse(&text).unwrap();
        let call = the_call(&message);
        prop_assert_eq!(call.id(), "c1");
        prop_assert_eq!(taken(call.arguments().unwrap(), Field::Name), Some("Sam".to_owned()));
    }

    #[test]
    fn any_text_is_no_panic(text in ".{0,200}") {
        let _ = (Arguments::parse(&text), Tool::called(&text));
        let _ = Arguments::from_pairs(vec![(text.clone(), text.clone()), ("date".to_owned(), text)]);
    }

    #[test]
    fn a_signal_is_never_a_field(key in proptest::sample::select(&["call_id", "caller_number", "called_number"][..])) {
        let mut arguments = read(&json!({ key: "x" })).unwrap();
        for meaning in [Field::Date, Field::Phone, Field::Name].map(Meaning::Field) {
            prop_assert_eq!(arguments.take_meaning(meaning), None);
        }
    }
}
