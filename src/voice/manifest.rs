//! The tools as Vapi's API takes them (`CreateFunctionToolDto`), for `ringbook vapi manifest`.

use ringbook_core::organization::Organization;
use ringbook_core::speak::{Phrase, Speaker};
use serde_json::{Value, json};

use super::tools::Tool;

/// Vapi cuts a call off after this; ours take milliseconds.
const TIMEOUT_SECONDS: u32 = 10;

/// Models read long lists badly, and Vapi limits the description to 1,000 characters.
const SERVICES_NAMED: usize = 20;

/// One entry per tool, served at `public_url`.
pub fn vapi(organization: &Organization, public_url: &str) -> Value {
    let url = format!("{}/api/vapi", public_url.trim_end_matches('/'));
    Tool::ALL.into_iter().map(|tool| function_tool(tool, organization, &url)).collect()
}

fn function_tool(tool: Tool, organization: &Organization, url: &str) -> Value {
    json!({
        "type": "function",
        "async": false,
        "function": {
            "name": tool.name(),
            "description": tool.description(),
            "parameters": with_services(tool.parameters(), organization),
        },
        // Signalling, filled by Vapi itself: the model neither sees nor sets it.
        "parameters": [
            { "key": "call_id", "value": "{{ call.id }}" },
            { "key": "caller_number", "value": "{{ customer.number }}" },
            { "key": "called_number", "value": "{{ phoneNumber.number }}" },
        ],
        "server": {
            "url": url,
            "timeoutSeconds": TIMEOUT_SECONDS,
            // A repeated request gets the same reply, so that one retry is safe.
            "backoffPlan": {
                "type": "exponential", "maxRetries": 1, "baseDelaySeconds": 0.5,
                "excludedStatusCodes": [400, 401, 403, 404, 413, 415, 422],
            },
        },
        // No request-complete: it would be spoken instead of the reply.
        "messages": messages(tool, &Speaker::new(organization, organization.language())),
    })
}

/// Tells the model the services' names where it has to choose one.
fn with_services(mut parameters: Value, organization: &Organization) -> Value {
    if let Some(Value::String(text)) = parameters.pointer_mut("/properties/service/description") {
        let names: Vec<_> =
            organization.services.iter().take(SERVICES_NAMED).map(|service| service.name.as_str()).collect();
        text.push_str(&format!(" For example: {}.", names.join(", ")));
    }
    parameters
}

fn messages(tool: Tool, speaker: &Speaker) -> Value {
    let (start, failed) = match tool {
        Tool::CheckAvailability => {
            (Phrase::OneMomentToLook, "The times are not known. Say so and offer to take a message.")
        }
        Tool::BookAppointment => (Phrase::OneMomentToBook, "It was NOT confirmed. Say so and offer a call back."),
        Tool::HoldSlot => (Phrase::OneMoment, "It is NOT held. Say so and offer to book right away."),
        Tool::ReleaseHold => (Phrase::OneMoment, "It may still be held; it runs out by itself. Go on."),
        Tool::FindAppointments => {
            (Phrase::OneMomentToLook, "The appointments are not known. Say so and offer a call back.")
        }
        Tool::RescheduleAppointment => {
            (Phrase::OneMomentToMove, "It was NOT moved; the old time stands. Say so and offer a call back.")
        }
        Tool::CancelAppointment => (Phrase::OneMomentToCancel, "It was NOT cancelled. Say so and offer a call back."),
        Tool::JoinWaitlist => {
            (Phrase::OneMoment, "They are NOT on the waiting list. Say so and offer to take a message.")
        }
        Tool::GetBusinessInfo => (Phrase::LetMeCheck, "The answer is not known. Say so and do not guess."),
        Tool::TakeMessage => (Phrase::OneMoment, "It was NOT passed on. Say so and ask them to call again."),
        Tool::TransferCall => (Phrase::OneMoment, "Nobody could be reached. Say so and offer to take a message."),
        Tool::EndCall => (Phrase::OneMoment, "Say goodbye and end the call."),
    };
    json!([
        { "type": "request-start", "content": speaker.phrase(start), "blocking": false },
        {
            "type": "request-response-delayed",
            "content": speaker.phrase(Phrase::StillChecking),
            "timingMilliseconds": 3000,
        },
        { "type": "request-failed", "role": "system", "content": failed },
    ])
}
