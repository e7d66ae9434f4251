//! What programs send about appointments.

use ringbook_core::id::{AppointmentId, ContactId, ProviderId, ServiceId};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

use super::APPOINTMENTS;
use crate::actions::book::{Repeat, Wish};
use crate::actions::overrides::Override;
use crate::actions::wanted::Wanted;
use crate::http::problem::ProblemDocument;
use crate::http::v1::failure::Failure;
use crate::http::v1::program::Program;
use crate::http::v1::resource::refusal;
use crate::http::v1::values::{Start, Text};
use crate::store::credentials::Scope;

/// An appointment to be booked: `service` and `start`, or `hold_id`; and for whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// Id of the service.
    #[schema(value_type = Option<String>, example = "consultation")]
    service: Option<ServiceId>,
    /// Id of the provider; whoever is free when it is left out.
    #[schema(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// When it begins: RFC 3339, or without an offset the organization's local time.
    #[schema(inline, example = "2026-06-03T15:00:00-04:00")]
    start: Option<Start>,
    /// Whom it is for, by phone or email.
    contact: Option<Person>,
    /// Whom it is for, when they are known already.
    #[schema(value_type = Option<Uuid>)]
    contact_id: Option<ContactId>,
    /// What the business shall know beforehand.
    #[schema(inline)]
    notes: Option<Text>,
    /// The hold that becomes the appointment.
    #[schema(value_type = Option<Uuid>)]
    hold_id: Option<AppointmentId>,
    /// Recurring visits, of which this is the first.
    repeat: Option<Recurring>,
    /// Sets rules aside on purpose; needs the scope manage.
    #[serde(rename = "override")]
    overriding: Option<Overriding>,
}

/// Every so often, so many times.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Recurring {
    /// What the visits are apart is counted in.
    unit: Unit,
    /// How many units they are apart.
    #[serde(default = "once", deserialize_with = "between::<_, 1, 99>")]
    #[schema(minimum = 1, maximum = 99, default = 1)]
    interval: u8,
    /// How many visits there are, the first one included.
    #[serde(deserialize_with = "between::<_, 2, 52>")]
    #[schema(minimum = 2, maximum = 52, example = 6)]
    count: u8,
}

/// A day, a week or a month.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Day,
    Week,
    Month,
}

fn between<'de, D: Deserializer<'de>, const LEAST: u8, const MOST: u8>(deserializer: D) -> Result<u8, D::Error> {
    let number = u8::deserialize(deserializer)?;
    let wrong = || D::Error::custom(format!("must be between {LEAST} and {MOST}"));
    (LEAST..=MOST).contains(&number).then_some(number).ok_or_else(wrong)
}

const fn once() -> u8 {
    1
}

impl Recurring {
    /// In the words that every language's reader understands.
    fn wish(self) -> Repeat {
        let unit = match self.unit {
            Unit::Day => "days",
            Unit::Week => "weeks",
            Unit::Month => "months",
        };
        let every = format!("{} {unit}", self.interval);
        Repeat { words: None, every: Some(every), count: Some(self.count.to_string()) }
    }
}

/// What staff set aside, and why; it is kept with the appointment, and audited.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Overriding {
    /// Why.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
    /// Opening hours, closures, notice, horizon and grid do not count.
    #[serde(default)]
    outside_hours: bool,
    /// What others have taken does not count; it is reported as a conflict.
    #[serde(default)]
    double_book: bool,
}

impl Overriding {
    fn allowed<S>(self, program: &Program<S>) -> Result<Override, Failure> {
        program.require(Scope::Manage)?;
        let overriding = Override::new(&self.reason, self.outside_hours, self.double_book);
        overriding.map_err(|problem| refusal(&program.request, &APPOINTMENTS, problem))
    }
}

/// A person, as the contact's rules read them: found by phone, else by email.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their name.
    #[schema(inline, example = "Ada Park")]
    pub name: Option<Text>,
    /// Their phone number; without + as it is dialled in the organization's country.
    #[schema(inline, example = "+12125550143")]
    pub phone: Option<Text>,
    /// Their email address.
    #[schema(inline, example = "ada@example.com")]
    pub email: Option<Text>,
}

impl NewAppointment {
    /// As every booking is wished for.
    pub fn wish<S>(self, program: &Program<S>) -> Result<Wish, Failure> {
        if self.hold_id.is_none() && self.service.is_none() {
            return Err(missing("service").into());
        }
        if self.hold_id.is_none() && self.start.is_none() {
            return Err(missing("start").into());
        }
        let person = match self.contact_id {
            Some(id) => known(program, id)?,
            None => self.contact.unwrap_or_default(),
        };
        Ok(Wish {
            wanted: Wanted {
                start: self.start.map(Start::text),
                service: self.service.map(String::from),
                provider: self.provider.map(String::from),
                ..Wanted::default()
            },
            hold_id: self.hold_id.map(|id| id.to_string()),
            name: person.name.map(|name| name.0),
            phone: person.phone.map(|phone| phone.0),
            email: person.email.map(|email| email.0),
            notes: self.notes.map(|notes| notes.0),
            repeat: self.repeat.map(Recurring::wish).unwrap_or_default(),
            overriding: self.overriding.map(|overriding| overriding.allowed(program)).transpose()?,
        })
    }
}

fn missing(field: &str) -> ProblemDocument {
    ProblemDocument::of_field(field, "is missing")
}

/// The person on record, who is found again by their phone or email.
fn known<S>(program: &Program<S>, id: ContactId) -> Result<Person, Failure> {
    let contact = program.read(|tx, request| tx.contact(request.business.id, id))?;
    let contact =
        contact.ok_or_else(|| Failure::from(ProblemDocument::new("NOT_FOUND", "There is no such contact.")))?;
    Ok(Person {
        name: None,
        phone: contact.phone.map(|phone| Text(phone.as_str().to_owned())),
        email: contact.email.map(|email| Text(email.as_str().to_owned())),
    })
}

/// What may be different about an appointment that stays where it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentChanges {
    /// What the business shall know beforehand; null removes it.
    #[serde(deserialize_with = "required")]
    #[schema(inline, required)]
    pub notes: Option<Text>,
}

/// Null is a value, to be left out is none.
fn required<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// Why an appointment is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancellation {
    /// Kept with the appointment.
    #[schema(inline)]
    pub reason: Option<Text>,
}

/// Where an appointment moves to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTime {
    /// The new beginning: RFC 3339, or without an offset the organization's local time.
    #[schema(value_type = String, example = "2026-06-04T15:00:00-04:00")]
    start: Start,
    /// Another provider; the same one, if free, when it is left out.
    #[schema(value_type = Option<String>, example = "ortiz")]
    provider: Option<ProviderId>,
    /// Sets rules aside on purpose; needs the scope manage.
    #[serde(rename = "override")]
    overriding: Option<Overriding>,
}

impl NewTime {
    pub fn overriding<S>(&mut self, program: &Program<S>) -> Result<Option<Override>, Failure> {
        self.overriding.take().map(|overriding| overriding.allowed(program)).transpose()
    }

    pub fn wanted(self) -> Wanted {
        Wanted { start: Some(self.start.text()), provider: self.provider.map(String::from), ..Wanted::default() }
    }
}
