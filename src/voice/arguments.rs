//! What a model sent for a tool, read once into texts by field: spellings, types and the many ways
//! of saying nothing end here (contract §4).

use std::borrow::Cow;
use std::fmt;

use ringbook_core::outcome::{Field, Problem};
use ringbook_core::phrase::is_absent;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::lenient::Text;
use super::same_word;

const LONGEST_VALUE: usize = 2_000;
const LONGEST_KEY: usize = 64;

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Field(Field),
    /// Signalling that a flat-JSON platform injects beside the model's arguments.
    CallId,
    CallerNumber,
    CalledNumber,
}

/// Where several spellings of a field have a value, the first one here counts.
const SPELLINGS: [(Meaning, &[&str]); 30] = [
    (
        Meaning::Field(Field::Date),
        &["appointmentDate", "date", "appointment_date", "preferredDate", "scheduledAt", "scheduled_at"],
    ),
    (Meaning::Field(Field::Time), &["appointmentTime", "time", "appointment_time", "preferredTime"]),
    (Meaning::Field(Field::Start), &["start", "startTime", "startsAt", "startDateTime", "dateTime"]),
    (Meaning::Field(Field::SlotId), &["slot_id", "slot"]),
    (
        Meaning::Field(Field::Service),
        &["serviceType", "service_type", "service", "procedureType", "serviceId", "serviceName"],
    ),
    (Meaning::Field(Field::Provider), &["provider", "provider_id", "providerName", "doctor"]),
    (
        Meaning::Field(Field::Name),
        &["patientName", "customerName", "customer_name", "name", "appointmentName", "full_name"],
    ),
    (
        Meaning::Field(Field::Phone),
        &[
            "patientPhone",
            "customerPhone",
            "customer_phone",
            "phone",
            "phoneNumber",
            "phone_number",
            "appointmentPhone",
        ],
    ),
    (Meaning::Field(Field::Email), &["patientEmail", "customerEmail", "email", "emailAddress", "appointmentEmail"]),
    (Meaning::Field(Field::Notes), &["patientNotes", "customerNotes", "notes", "note", "appointmentNotes", "comments"]),
    (Meaning::Field(Field::From), &["from", "fromDate"]),
    (Meaning::Field(Field::To), &["to", "toDate"]),
    (Meaning::Field(Field::PartOfDay), &["part_of_day", "timeOfDay"]),
    (Meaning::Field(Field::Topic), &["topic", "query", "question"]),
    (Meaning::Field(Field::HoldId), &["hold_id", "hold", "reservation_id"]),
    (Meaning::Field(Field::AppointmentId), &["appointment_id", "booking_id"]),
    (Meaning::Field(Field::ConfirmationCode), &["confirmation_code", "confirmationNumber", "code"]),
    (Meaning::Field(Field::Reason), &["reason", "cancellation_reason", "cancelReason", "endReason", "endedReason"]),
    (Meaning::Field(Field::Message), &["message", "messageText", "messageBody", "text"]),
    (Meaning::Field(Field::Urgent), &["urgent", "is_urgent", "urgency", "priority"]),
    (Meaning::Field(Field::Department), &["department", "team", "transferTo", "destination"]),
    (Meaning::Field(Field::Summary), &["summary", "callSummary", "conversationSummary"]),
    (Meaning::Field(Field::Language), &["language", "lang", "locale"]),
    (Meaning::Field(Field::Repeat), &["repeat", "recurrence", "recurring"]),
    (Meaning::Field(Field::RepeatEvery), &["repeat_every", "frequency", "interval"]),
    (Meaning::Field(Field::RepeatCount), &["repeat_count", "occurrences", "number_of_visits"]),
    (Meaning::Field(Field::Scope), &["scope"]),
    (Meaning::CallId, &["call_id", "conversation_id", "call_sid", "system__conversation_id", "system__call_sid"]),
    (Meaning::CallerNumber, &["caller_number", "caller_id", "system__caller_id"]),
    (Meaning::CalledNumber, &["called_number", "system__called_number"]),
];

/// The meaning of a key and the rank of its spelling.
fn meaning_of(key: &str) -> Option<(Meaning, usize)> {
    if key.len() > LONGEST_KEY {
        return None;
    }
    SPELLINGS.iter().find_map(|(meaning, spellings)| {
        let rank = spellings.iter().position(|spelling| same_word(spelling, key))?;
        Some((*meaning, rank))
    })
}

/// The texts that were given; what means "nothing" is not among them.
#[derive(Clone, Default)]
pub struct Arguments {
    given: Vec<Given>,
}

#[derive(Clone)]
struct Given {
    meaning: Meaning,
    rank: usize,
    text: String,
}

/// Why arguments cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// Not an object, or no JSON at all.
    Whole,
    /// A list or an object where a text belongs, or a text far too long.
    Field(Field),
}

impl From<Malformed> for Problem {
    fn from(malformed: Malformed) -> Self {
        match malformed {
            Malformed::Whole => Self::MalformedArguments,
            Malformed::Field(field) => Self::MalformedField(field),
        }
    }
}

impl Arguments {
    /// Reads an object, or the JSON text of one; `null` and `""` are an object without keys.
    ///
    /// # Errors
    /// Which field is of the wrong type, or that the whole cannot be read.
    pub fn parse(json: &str) -> Result<Self, Malformed> {
        match json.trim_start().bytes().next() {
            Some(b'"') => {
                let Text(text) = serde_json::from_str(json).map_err(|_| Malformed::Whole)?;
                Self::parse_object(text.as_deref().unwrap_or_default())
            }
            _ => Self::parse_object(json),
        }
    }

    fn parse_object(json: &str) -> Result<Self, Malformed> {
        if matches!(json.trim(), "" | "null") {
            return Ok(Self::default());
        }
        let mut parser = serde_json::Deserializer::from_str(json);
        let arguments = parser.deserialize_map(Members).map_err(|_| Malformed::Whole)?;
        parser.end().map_err(|_| Malformed::Whole)?;
        arguments
    }

    /// Reads the pairs of a query string.
    ///
    /// # Errors
    /// Which field is far too long.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Result<Self, Malformed> {
        let mut arguments = Self::default();
        for (key, value) in pairs {
            if let Some((meaning, rank)) = meaning_of(&key) {
                arguments.offer(meaning, rank, Text(Some(Cow::Owned(value))))?;
            }
        }
        Ok(arguments)
    }

    /// The text of a field; the next call gets nothing.
    pub fn take(&mut self, field: Field) -> Option<String> {
        self.take_meaning(Meaning::Field(field))
    }

    /// The same for what a platform injected.
    pub fn take_meaning(&mut self, meaning: Meaning) -> Option<String> {
        let at = self.given.iter().position(|given| given.meaning == meaning)?;
        Some(self.given.swap_remove(at).text)
    }

    pub fn has(&self, field: Field) -> bool {
        self.given.iter().any(|given| given.meaning == Meaning::Field(field))
    }

    /// Adds everything that was given to `hash`, the same for every spelling and order.
    pub fn hash_into(&self, hash: &mut Sha256) {
        for (meaning, _) in SPELLINGS {
            let text = self.given.iter().find(|given| given.meaning == meaning).map(|given| given.text.as_str());
            hash.update([u8::from(text.is_some())]);
            hash.update(text.map_or(0, str::len).to_le_bytes());
            hash.update(text.unwrap_or_default());
        }
    }

    fn offer_json(&mut self, meaning: Meaning, rank: usize, value: &RawValue) -> Result<(), Malformed> {
        match value.get().bytes().next() {
            Some(b'{' | b'[') => refuse(meaning),
            _ => self.offer(meaning, rank, serde_json::from_str(value.get()).unwrap_or_default()),
        }
    }

    fn offer(&mut self, meaning: Meaning, rank: usize, Text(value): Text<'_>) -> Result<(), Malformed> {
        let Some(text) = value.filter(|text| !is_absent(text)) else { return Ok(()) };
        if text.len() > LONGEST_VALUE && text.chars().count() > LONGEST_VALUE {
            return refuse(meaning);
        }
        let given = Given { meaning, rank, text: text.into_owned() };
        match self.given.iter_mut().find(|other| other.meaning == meaning) {
            None => self.given.push(given),
            Some(other) if rank <= other.rank => *other = given,
            Some(_) => {}
        }
        Ok(())
    }
}

/// What a platform injects and cannot be read is as good as not injected.
fn refuse(meaning: Meaning) -> Result<(), Malformed> {
    match meaning {
        Meaning::Field(field) => Err(Malformed::Field(field)),
        Meaning::CallId | Meaning::CallerNumber | Meaning::CalledNumber => Ok(()),
    }
}

/// Values are personal: a log line with `{:?}` must not show them.
impl fmt::Debug for Arguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.given.iter().map(|given| given.meaning)).finish()
    }
}

/// Reads the members of an object into arguments.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Result<Arguments, Malformed>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let (mut arguments, mut refused) = (Arguments::default(), None);
        while let Some(Text(key)) = object.next_key()? {
            let value: &RawValue = object.next_value()?;
            if let Some((meaning, rank)) = key.as_deref().and_then(meaning_of) {
                let offered = arguments.offer_json(meaning, rank, value);
                refused = refused.or(offered.err());
            }
        }
        Ok(refused.map_or(Ok(arguments), Err))
    }
}
