//! The tools, once: what they are called, when a model should call them, what they take
//! (contract §4).

use ringbook_core::outcome::Purpose;
use serde_json::{Value, json};

use super::same_word;

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
            Self::CheckAvailability => {
                "Find open appointment times. Call this before offering any time, and again whenever the caller \
                 asks for another day, service or person; never offer a time that did not come from it. Pass the \
                 caller's own words for the date, such as 'next Thursday' or 'tomorrow afternoon', instead of \
                 working out a date yourself. The reply holds a sentence to say and a slot_id for each time. Offer \
                 at most three times, then wait for the caller's choice."
            }
            Self::BookAppointment => {
                "Book one appointment. Call this only after the caller has said yes to one specific time. Pass the \
                 slot_id that check_availability gave for that time, the caller's name, and a phone number or an \
                 email address if the caller gave one; without either, the number they are calling from is used. It \
                 is booked only if the reply begins with BOOKED: then read the confirmation code to the caller. \
                 Otherwise say what the reply says and offer the times in it. For recurring visits pass repeat as well: \
                 all of them are booked or none is."
            }
            Self::HoldSlot => {
                "Keep one time for this caller for a few minutes while they decide or spell their details, so that \
                 nobody else can take it. Pass the slot_id that check_availability gave. It is not booked yet: book it \
                 with book_appointment and the hold_id of the reply before the hold runs out. Holding another time in \
                 the same call gives up the first one. If the reply begins with NOT BOOKED, offer the times in it."
            }
            Self::ReleaseHold => {
                "Give back a time that hold_slot kept in this call, when the caller does not want it after all. Pass \
                 the hold_id; without one, whatever this call holds is given back. Never use this for an appointment \
                 that is already booked: cancel_appointment does that. A hold that is not released runs out by itself."
            }
            Self::FindAppointments => {
                "Find the caller's own upcoming appointments. Call this when they ask when they are due, or before \
                 moving or cancelling an appointment. They are found by the number the caller is calling from, or by \
                 the confirmation_code if the caller gives one; a name or another number is not enough. If nothing is \
                 found, ask for the confirmation code once; never say whether somebody else has an appointment."
            }
            Self::RescheduleAppointment => {
                "Move an appointment to another time. Find it with find_appointments first, find a free time with \
                 check_availability, and call this only after the caller has said yes to one specific time. Pass the \
                 appointment_id or the confirmation_code, and the slot_id of the new time. The code stays the same. It \
                 is moved only if the reply begins with RESCHEDULED; otherwise the old time still stands: say what the \
                 reply says."
            }
            Self::CancelAppointment => {
                "Cancel an appointment. Find it with find_appointments first, say which one it is, and call this only \
                 after the caller has confirmed that it should be cancelled. Pass the appointment_id or the \
                 confirmation_code, and the reason if the caller gave one. It is cancelled only if the reply begins \
                 with CANCELLED; otherwise it still stands: say what the reply says."
            }
            Self::JoinWaitlist => {
                "Put the caller on the waiting list. Call this only when check_availability found nothing that suits \
                 them and they want to be told if a time comes free. Pass the service, the first and last day that \
                 would do in the caller's own words, and the person they ask for if they named one. They are on the \
                 list only if the reply begins with WAITLISTED. If it begins with AVAILABLE, something is free after \
                 all: offer those times. When a time comes free it is kept for them: find_appointments says so, and \
                 book_appointment with its hold_id books it."
            }
            Self::GetBusinessInfo => {
                "Answer a question about the business itself: opening hours, address, parking, insurance, payment, \
                 or which services there are and how long they take. Call this whenever the caller asks about the \
                 business; never answer from memory. Pass the caller's question in their own words as query. If the \
                 reply says that nothing is known about it, say so and do not guess."
            }
            Self::TakeMessage => {
                "Take a message for the people of the business. Call this when the caller wants something that no other \
                 tool can do, wants a call back, or cannot be connected to anybody. Pass what they want in one or two \
                 sentences of their own as message, their name, and a phone number only if it is another than the one \
                 they are calling from. It is passed on only if the reply begins with OK; otherwise ask for what the \
                 reply needs. Never promise when somebody will call back."
            }
            Self::TransferCall => {
                "Connect the caller with people of the business. Call this when the caller asks for a person or a \
                 department, or when you cannot help them. Pass the department in the caller's own words if they named \
                 one, and a summary of the call in one sentence. Say what the reply says. If the reply begins with OK, \
                 transfer the call to the number in it; if it begins with FAILED, nobody can be reached: offer to take \
                 a message with take_message."
            }
            Self::EndCall => {
                "End the call. Call this when the caller has said goodbye or needs nothing more, or when the call has to \
                 end because it has lasted too long. Pass the reason, completed, time_limit, wrong_number or another in \
                 a word or two, and a summary of the call in one sentence. The reply is the goodbye: say it as it is, \
                 say nothing after it, and hang up."
            }
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
