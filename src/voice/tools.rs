//! The tools, once: what they are called, when a model should call them, what they take
//! (contract §4).

use ringbook_core::outcome::Purpose;
use serde_json::{Value, json};

use super::{descriptions, same_word};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    CheckAvailability,
    BookAppointment,
    HoldSlot,
    ReleaseHold,
    FindAppointments,
    RescheduleAppointment,
    CancelAppointment,
    JoinWaitlist,
    GetBusinessInfo,
    TakeMessage,
    TransferCall,
    EndCall,
}

impl Tool {
    pub const ALL: [Self; 12] = [
        Self::CheckAvailability,
        Self::BookAppointment,
        Self::HoldSlot,
        Self::ReleaseHold,
        Self::FindAppointments,
        Self::RescheduleAppointment,
        Self::CancelAppointment,
        Self::JoinWaitlist,
        Self::GetBusinessInfo,
        Self::TakeMessage,
        Self::TransferCall,
        Self::EndCall,
    ];

    /// The canonical name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CheckAvailability => "check_availability",
            Self::BookAppointment => "book_appointment",
            Self::HoldSlot => "hold_slot",
            Self::ReleaseHold => "release_hold",
            Self::FindAppointments => "find_appointments",
            Self::RescheduleAppointment => "reschedule_appointment",
            Self::CancelAppointment => "cancel_appointment",
            Self::JoinWaitlist => "join_waitlist",
            Self::GetBusinessInfo => "get_business_info",
            Self::TakeMessage => "take_message",
            Self::TransferCall => "transfer_call",
            Self::EndCall => "end_call",
        }
    }

    /// The canonical names, for refusals of an unknown one.
    pub fn names() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::name).collect()
    }

    /// What assistants that already exist call it.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::CheckAvailability => &["checkAvailability", "find_slots", "get_available_slots"],
            Self::BookAppointment => &["bookClinicAppointment", "bookAppointment"],
            Self::HoldSlot => &["reserve_slot", "reserve_atomic"],
            Self::FindAppointments => &["lookupCaller", "lookup_caller"],
            Self::ReleaseHold
            | Self::RescheduleAppointment
            | Self::CancelAppointment
            | Self::JoinWaitlist
            | Self::TakeMessage => &[],
            Self::GetBusinessInfo => &["queryKnowledgeBase", "getKnowledgeBase"],
            Self::TransferCall => &["transferCall"],
            Self::EndCall => &["endCall"],
        }
    }

    /// The tool meant by `name`, without regard to case, `_` and `-`, and also behind a prefix that
    /// a platform has put before it ("ngrokfree-book_appointment"). The longest known ending wins.
    pub fn called(name: &str) -> Option<Self> {
        // Vapi allows 64 characters, prefix included.
        let name = name.trim().get(..name.trim().len().min(256))?;
        let behind_prefixes = name.match_indices(['-', '_']).map(|(at, _)| &name[at + 1..]);
        std::iter::once(name).chain(behind_prefixes).find_map(Self::called_exactly)
    }

    fn called_exactly(name: &str) -> Option<Self> {
        let is =
            |tool: &Self| same_word(tool.name(), name) || tool.aliases().iter().any(|alias| same_word(alias, name));
        Self::ALL.into_iter().find(is)
    }

    /// Whether it may be asked with GET: it only reads, and its arguments may stand in an address,
    /// where a confirmation code must not.
    pub const fn is_lookup(self) -> bool {
        matches!(self, Self::CheckAvailability | Self::GetBusinessInfo)
    }

    /// What it is that a refusal refuses.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::CheckAvailability | Self::FindAppointments | Self::GetBusinessInfo => Purpose::Question,
            Self::BookAppointment | Self::HoldSlot | Self::JoinWaitlist => Purpose::Booking,
            Self::ReleaseHold | Self::RescheduleAppointment | Self::CancelAppointment => Purpose::Change,
            Self::TakeMessage | Self::TransferCall | Self::EndCall => Purpose::PassingOn,
        }
    }

    /// For the model: what it does and when to call it, 200 to 800 characters.
    pub const fn description(self) -> &'static str {
        match self {
            Self::CheckAvailability => descriptions::CHECK_AVAILABILITY,
            Self::BookAppointment => descriptions::BOOK_APPOINTMENT,
            Self::HoldSlot => descriptions::HOLD_SLOT,
            Self::ReleaseHold => descriptions::RELEASE_HOLD,
            Self::FindAppointments => descriptions::FIND_APPOINTMENTS,
            Self::RescheduleAppointment => descriptions::RESCHEDULE_APPOINTMENT,
            Self::CancelAppointment => descriptions::CANCEL_APPOINTMENT,
            Self::JoinWaitlist => descriptions::JOIN_WAITLIST,
            Self::GetBusinessInfo => descriptions::GET_BUSINESS_INFO,
            Self::TakeMessage => descriptions::TAKE_MESSAGE,
            Self::TransferCall => descriptions::TRANSFER_CALL,
            Self::EndCall => descriptions::END_CALL,
        }
    }

    /// The JSON Schema of its arguments, everything in place, nothing by reference.
    pub fn parameters(self) -> Value {
        match self {
            Self::CheckAvailability => availability_parameters(),
            Self::BookAppointment => booking_parameters(),
            Self::HoldSlot => object(time()),
            Self::ReleaseHold => object(json!({ "hold_id": text("The hold_id that hold_slot gave.") })),
            Self::FindAppointments => object(json!({ "confirmation_code": text(CODE) })),
            Self::RescheduleAppointment => object(joined(appointment(), time())),
            Self::CancelAppointment => object(joined(
                appointment(),
                json!({
                    "reason": text("Why the caller cancels, only if they said so."),
                    "scope": {
                        "type": "string", "enum": ["one", "series"],
                        "description": "series cancels every visit still to come that was booked together with it.",
                    },
                }),
            )),
            Self::JoinWaitlist => waitlist_parameters(),
            Self::GetBusinessInfo => object(json!({
                "query": text("The caller's question, in their own words."),
            })),
            Self::TakeMessage => message_parameters(),
            Self::TransferCall => object(json!({
                "department": text("Whom the caller asks for, in their own words. Leave it out if they named nobody."),
                "summary": text(SUMMARY),
            })),
            Self::EndCall => object(json!({
                "reason": text("Why the call ends: completed, time_limit, wrong_number or another in a word or two."),
                "summary": text(SUMMARY),
            })),
        }
    }
}

fn availability_parameters() -> Value {
    object(json!({
        "date": text("The day in the caller's own words ('tomorrow', 'next Friday', 'March 10th') or as YYYY-MM-DD."),
        "service": text("The service in the caller's words. Leave it out if they named none."),
        "provider": text("The person the caller asks for. Leave it out if they named nobody."),
        "part_of_day": {
            "type": "string", "enum": ["morning", "afternoon", "evening"],
            "description": "Only if the caller asked for a part of the day.",
        },
        "from": text("First day to look at, if the caller named a range."),
        "to": text("Last day to look at, if the caller named a range."),
    }))
}

fn booking_parameters() -> Value {
    let person = json!({
        "hold_id": text("The hold_id that hold_slot gave, to book the time that is held."),
        "name": text("The full name of the person the appointment is for."),
        "phone": text(PHONE),
        "email": text(EMAIL),
        "notes": text("Anything the caller wants the business to know beforehand."),
        "repeat": text("Only for recurring visits: how often and how many times, in the caller's own words, such as \
            'every second Tuesday, six times'. Date and time, or the slot_id, are those of the first visit."),
        "repeat_every": text("Instead of repeat, with repeat_count: 'day', 'week', '2 weeks', 'month'."),
        "repeat_count": text("With repeat or repeat_every: how many visits in all, 2 to 52."),
    });
    object(joined(time(), person))
}

fn message_parameters() -> Value {
    object(json!({
        "message": text("What the caller wants to be passed on, in one or two sentences."),
        "name": text("The caller's full name."),
        "phone": text("A phone number only if the caller gave another than the one they are calling from."),
        "urgent": { "type": "boolean", "description": "True only if the caller says that it cannot wait." },
    }))
}

const SUMMARY: &str = "What the call was about, in one sentence.";

fn waitlist_parameters() -> Value {
    object(json!({
        "service": text("The service in the caller's words. Leave it out if they named none."),
        "provider": text("The person the caller asks for. Leave it out if anybody would do."),
        "from": text("The first day that would do, in the caller's own words. Leave it out for today."),
        "to": text("The last day that would do, in the caller's own words. Leave it out if any day would do."),
        "name": text("The full name of the person who waits."),
        "phone": text(PHONE),
        "email": text(EMAIL),
    }))
}

const PHONE: &str = "A phone number only if the caller gave another than the one they are calling from.";
const EMAIL: &str = "An email address, only if the caller gave one.";
const CODE: &str = "The confirmation code as the caller says it, if they give one.";

/// Which time is meant.
fn time() -> Value {
    json!({
        "slot_id": text("The slot_id that check_availability gave for the chosen time. Better than date and time."),
        "date": text("Without a slot_id: the day in the caller's own words or as YYYY-MM-DD."),
        "time": text("Without a slot_id: the time in the caller's own words, such as '3 PM' or 'half past ten'."),
        "service": text("The service in the caller's words. Not needed with a slot_id."),
        "provider": text("The person the caller asks for. Not needed with a slot_id."),
    })
}

/// Which appointment is meant.
fn appointment() -> Value {
    json!({
        "appointment_id": text("The appointment_id that find_appointments gave."),
        "confirmation_code": text(CODE),
    })
}

fn joined(mut first: Value, second: Value) -> Value {
    if let (Value::Object(first), Value::Object(mut second)) = (&mut first, second) {
        first.append(&mut second);
    }
    first
}

fn object(properties: Value) -> Value {
    json!({ "type": "object", "properties": properties, "required": [] })
}

fn text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_and_alias_in_any_spelling() {
        for tool in Tool::ALL {
            for name in std::iter::once(&tool.name()).chain(tool.aliases()) {
                let spellings = [
                    (*name).to_owned(),
                    name.to_uppercase(),
                    name.replace('_', "-"),
                    name.replace('_', ""),
                    format!("ngrokfree-{name}"),
                    format!("riverside_dental_{name}"),
                ];
                for spelling in spellings {
                    assert_eq!(Tool::called(&spelling), Some(tool), "{spelling}");
                }
            }
        }
    }

    #[test]
    fn other_names_are_unknown() {
        let unknown = [
            "",
            "_",
            "-",
            "appointment",
            "bookings",
            "book_appointment_now",
            "xbook_appointment",
            "availability",
            "é_",
        ];
        for name in unknown {
            assert_eq!(Tool::called(name), None, "{name}");
        }
        assert_eq!(Tool::called(&"é".repeat(1_000)), None);
    }

    #[test]
    fn descriptions_fit_what_models_read_well() {
        for tool in Tool::ALL {
            let length = tool.description().len();
            assert!((200..=800).contains(&length), "{}: {length}", tool.name());
        }
    }
}
