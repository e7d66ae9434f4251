//! Every shape in which existing assistants and scripts send a booking.

use serde_json::{Value, json};

use crate::support::{Server, wish};

const FIXTURES: [(&str, &str); 6] = [
    ("vapi_tool_calls_1_observed", include_str!("../fixtures/vapi_tool_calls_1_observed.json")),
    ("vapi_tool_calls_2_string_arguments", include_str!("../fixtures/vapi_tool_calls_2_string_arguments.json")),
    ("vapi_tool_calls_3_flat_arguments", include_str!("../fixtures/vapi_tool_calls_3_flat_arguments.json")),
    ("vapi_tool_calls_4_flat_parameters", include_str!("../fixtures/vapi_tool_calls_4_flat_parameters.json")),
    (
        "vapi_tool_calls_5_only_withtoolcall_function_parameters",
        include_str!("../fixtures/vapi_tool_calls_5_only_withtoolcall_function_parameters.json"),
    ),
    ("vapi_function_call_legacy", include_str!("../fixtures/vapi_function_call_legacy.json")),
];

/// Wednesday at ten, with the key names of the studied scripts.
fn arguments() -> Value {
    json!({"patientName": "Ann Bee", "patientPhone": "+15551234567", "patientEmail": "ann@example.com",
        "appointmentDate": "2026-06-03", "appointmentTime": "10:00", "serviceType": "consultation"})
}

/// One appointment at ten on Wednesday for Ann, whatever the shape was.
#[track_caller]
fn assert_anns_appointment(server: &Server, shape: &str) {
    let rows = server.column("SELECT name || ' ' || phone || ' ' || email FROM contacts");
    assert_eq!(rows, ["Ann Bee +15551234567 ann@example.com"], "{shape}");
    let ten_in_new_york = 1_780_495_200;
    assert_eq!(server.number("SELECT starts_at FROM appointments"), ten_in_new_york, "{shape}");
    assert_eq!(server.column("SELECT service_id FROM appointments"), ["consultation"], "{shape}");
}

#[tokio::test]
async fn case_47_every_recorded_envelope_books() {
    for (name, fixture) in FIXTURES {
        let server = Server::demo();
        let reply = server.vapi(&serde_json::from_str(fixture).unwrap()).await;
        assert_eq!(reply.status, 200, "{name}: {}", reply.text);
        let line = if name.ends_with("legacy") { reply.at("/result") } else { reply.line() };
        assert!(line.starts_with("BOOKED."), "{name}: {line}");
        server.assert_rows(1, 1);
        assert_eq!(server.column("SELECT phone FROM contacts"), ["+15125550143"], "{name}: the caller's own number");
        assert_eq!(server.column("SELECT name FROM contacts"), ["Sam Example"], "{name}");
    }
}

#[tokio::test]
async fn case_47_the_reply_echoes_ids_and_names_in_order() {
    let server = Server::demo();
    let call = |id: &str, name: &str, time: &str| json!({"id": id, "type": "function", "function": {"name": name, "arguments": wish("+15551234567", time)}});
    let calls = json!([
        call("b", "book_appointment", "10:00"),
        call("a", "bookClinicAppointment", "11:00"),
        call("c", "frobnicate", "12:00")
    ]);
    let envelope = json!({"message": {"type": "tool-calls", "toolCallList": calls, "call": {"id": "call-1"}}});
    let reply = server.vapi(&envelope).await;
    let echoed: Vec<(String, String)> = (0..3)
        .map(|at| (reply.at(&format!("/results/{at}/toolCallId")), reply.at(&format!("/results/{at}/name"))))
        .collect();
    let expected = [("b", "book_appointment"), ("a", "bookClinicAppointment"), ("c", "frobnicate")];
    assert_eq!(echoed, expected.map(|(id, name)| (id.to_owned(), name.to_owned())));
    let lines = reply.results();
    assert!(lines[0].starts_with("BOOKED.") && lines[1].starts_with("BOOKED."), "{lines:?}");
    assert!(
        lines[2].contains("check_availability") && lines[2].contains("book_appointment"),
        "the known tools: {}",
        lines[2]
    );
    server.assert_rows(1, 2);
}

#[tokio::test]
async fn case_46_arguments_as_a_string_and_as_an_object() {
    for arguments in [arguments(), Value::String(arguments().to_string())] {
        let server = Server::demo();
        let call = json!({"message": {"type": "tool-calls", "call": {"id": "c"},
            "toolCalls": [{"id": "x", "type": "function", "function": {"name": "bookClinicAppointment", "arguments": arguments}}]}});
        assert!(server.vapi(&call).await.line().starts_with("BOOKED."));
        assert_anns_appointment(&server, "toolCalls");
    }
}

#[tokio::test]
async fn case_46_arguments_that_are_no_json_are_asked_again() {
    let server = Server::demo();
    for arguments in [json!("{not json"), json!([1, 2]), json!(7)] {
        let call = json!({"message": {"type": "tool-calls", "call": {"id": "c"},
            "toolCallList": [{"id": "x", "function": {"name": "book_appointment", "arguments": arguments}}]}});
        let line = server.vapi(&call).await.line();
        assert!(line.starts_with("NEED."), "{line}");
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn forms_a_to_c_are_envelopes() {
    let text = arguments().to_string();
    let metadata = json!({"metadata": {"org_id": "another"}});
    let a = json!({"message": {"type": "tool-calls", "toolCallList": [{"id": "t1", "type": "function",
        "function": {"name": "bookClinicAppointment", "arguments": text}}],
        "call": {"id": "c1", "assistantId": "x", "metadata": {"org_id": "another"}}}, "customer": metadata});
    let b = json!({"message": {"toolCalls": [{"function": {"name": "bookClinicAppointment", "arguments": text}}],
        "call": {"id": "c1", "metadata": {"org_id": "another"}, "customer": {"number": "+15550001111"}}}, "customer": metadata});
    let c = json!({"message": {"type": "tool-call", "toolCall": {"id": "t1", "type": "function",
        "function": {"name": "bookClinicAppointment", "arguments": text}}}});
    for (shape, body) in [("A", a), ("B", b), ("C", c)] {
        for path in ["/api/vapi", "/api/vapi/tools/bookClinicAppointment"] {
            let server = Server::demo();
            let line = server.post(path, &body).await.line();
            assert!(line.starts_with("BOOKED."), "{shape} to {path}: {line}");
            assert_anns_appointment(&server, shape);
        }
    }
}

#[tokio::test]
async fn forms_d_to_l_are_plain() {
    let own = arguments();
    let mut flat = own.clone();
    flat["tenantId"] = json!("another");
    for (shape, body) in [
        (
            "D",
            json!({"toolCall": {"name": "bookClinicAppointment", "arguments": own}, "customer": {"metadata": {"org_id": "another"}}}),
        ),
        ("E", json!({"toolCallId": "t1", "tool": {"arguments": own}})),
        ("F", flat),
        ("G", json!({"function": "bookClinicAppointment", "org_id": "another", "parameters": own})),
        (
            "H",
            json!({"tool": "book_appointment", "params": {"clinic_id": "another", "patient_name": "Ann Bee",
            "patient_email": "ann@example.com", "patient_phone": "+15551234567", "appointment_date": "2026-06-03",
            "appointment_time": "10:00", "service_type": "consultation", "duration_minutes": 30}}),
        ),
        ("I", json!({"tool_name": "book_appointment", "tool_input": own})),
        (
            "J",
            json!({"messageType": "tool-calls", "toolCall": {"function": {"name": "bookClinicAppointment", "arguments": own}}, "assistantId": "x"}),
        ),
        ("L", json!({"toolCallId": "t1", "orgId": "another", "args": own})),
        ("arguments", json!({"arguments": own.to_string()})),
    ] {
        let server = Server::demo();
        let reply = server.book(body).await;
        assert_eq!((reply.status, reply.at("/status").as_str()), (200, "BOOKED"), "{shape}: {}", reply.text);
        assert_anns_appointment(&server, shape);
    }
}

#[tokio::test]
async fn form_k_and_other_messages_are_acknowledged() {
    let server = Server::demo();
    let report: Value = serde_json::from_str(include_str!("../fixtures/vapi_end_of_call_report.json")).unwrap();
    let mut messages = vec![report];
    for kind in ["status-update", "conversation-update", "hang", "speech-update", "user-interrupted", "something-new"] {
        messages.push(json!({"message": {"type": kind, "call": {"id": "c1"}}}));
    }
    for message in messages {
        let reply = server.vapi(&message).await;
        assert_eq!((reply.status, reply.text.as_str()), (200, "{}"), "{message}");
    }
}

#[tokio::test]
async fn flat_json_platforms_get_200_also_for_refusals() {
    let server = Server::demo();
    for fixture in [
        include_str!("../fixtures/vapi_apirequest_body.json"),
        include_str!("../fixtures/elevenlabs_server_tool_body.json"),
    ] {
        let server = Server::demo();
        let body: Value = serde_json::from_str(fixture).unwrap();
        server.post("/api/tools/book_appointment", &body).await.booked();
        assert_eq!(server.column("SELECT phone FROM contacts"), ["+15125550143"]);
    }
    let refused = server.post("/api/tools/book_appointment", &json!({"date": "2026-06-03", "time": "10:00"})).await;
    refused.refused(200, "MISSING_CONTACT_INFO");
    let unknown = server.post("/api/tools/frobnicate", &json!({})).await;
    assert_eq!(unknown.at("/error"), "UNKNOWN_TOOL", "{}", unknown.text);
}

#[tokio::test]
async fn every_spelling_of_an_argument_is_read() {
    let dates = ["appointmentDate", "date", "appointment_date", "preferredDate", "scheduledAt", "scheduled_at"];
    let times = ["appointmentTime", "time", "appointment_time", "preferredTime"];
    let names = ["patientName", "customerName", "customer_name", "name", "appointmentName", "full_name"];
    let phones =
        ["patientPhone", "customerPhone", "customer_phone", "phone", "phoneNumber", "phone_number", "appointmentPhone"];
    let emails = ["patientEmail", "customerEmail", "customer_email", "email", "appointmentEmail"];
    let services = ["serviceType", "service_type", "service", "procedureType"];
    for turn in 0..phones.len() {
        let server = Server::demo();
        let pick = |keys: &[&str]| keys[turn % keys.len()].to_owned();
        let body = json!({pick(&dates): "2026-06-03", pick(&times): "10:00", pick(&names): "Ann Bee",
            pick(&phones): "+15551234567", pick(&emails): "ann@example.com", pick(&services): "consultation"});
        let reply = server.book(body.clone()).await;
        assert_eq!(reply.status, 200, "{body}: {}", reply.text);
        assert_anns_appointment(&server, &body.to_string());
    }
}

#[tokio::test]
async fn tool_names_match_however_they_are_written() {
    for name in [
        "book_appointment",
        "bookAppointment",
        "BOOK-APPOINTMENT",
        "bookClinicAppointment",
        "ngrokfree-book_appointment",
        "riverside_bookAppointment",
    ] {
        let server = Server::demo();
        let reply = server.post(&format!("/api/vapi/tools/{name}"), &arguments()).await;
        assert_eq!(reply.status, 200, "{name}: {}", reply.text);
        assert_anns_appointment(&server, name);
    }
    Server::demo().post("/api/vapi/tools/frobnicate", &arguments()).await.refused(404, "UNKNOWN_TOOL");
}
