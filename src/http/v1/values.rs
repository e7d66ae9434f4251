//! What several bodies and queries are made of, parsed once where it comes in. Errors name what is
//! expected and repeat nothing of what was sent.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use ringbook_core::time::Moment;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::failure::Failure;
use crate::actions::{Request, openings};
use crate::http::problem::ProblemDocument;

/// A text that is kept as it is, at most 2,000 characters.
#[derive(Clone, Debug)]
pub struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.chars().nth(2_000) {
            None => Ok(Self(text)),
            Some(_) => Err(D::Error::custom("must have at most 2000 characters")),
        }
    }
}

/// How a [`Start`] is written, for the documentation.
const START: &str = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$";

/// How an [`Edge`] is written.
const EDGE: &str = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$";

/// A start: RFC 3339, or without an offset the organization's local time (contract §5).
#[derive(Clone, Copy, Debug)]
pub enum Start {
    Instant(Timestamp),
    Local(DateTime),
}

impl Start {
    /// As the action reads it, exactly.
    pub fn text(self) -> String {
        match self {
            Self::Instant(instant) => instant.to_string(),
            Self::Local(local) => local.to_string(),
        }
    }
}

impl Start {
    /// The instant it names.
    ///
    /// # Errors
    /// A local time that the clocks skip, or that comes twice.
    pub fn moment(self, request: &Request) -> Result<Moment, Failure> {
        let local = match self {
            Self::Instant(instant) => return Ok(instant.into()),
            Self::Local(local) => local,
        };
        let zone = request.business.organization.zone.tz();
        let instant = zone.to_ambiguous_timestamp(local).unambiguous().map(Moment::from);
        let clocks_change = "The clocks change then: write the time with its offset.";
        instant.map_err(|_| ProblemDocument::new("INVALID_TIME", clocks_change).into())
    }
}

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let instant = || text.parse().map(Self::Instant).ok();
        // A date alone is no start.
        let local = || text.parse().map(Self::Local).ok().filter(|_| text.contains(['T', 't', ' ']));
        instant().or_else(local).ok_or_else(|| {
            D::Error::custom("expected a time such as 2026-06-03T15:00:00-05:00, or 2026-06-03T15:00 in local time")
        })
    }
}

/// An edge of a range: an instant, or a local date of the organization.
#[derive(Clone, Copy, Debug)]
pub enum Edge {
    Instant(Moment),
    Date(Date),
}

impl Edge {
    /// As an action reads it, exactly.
    pub fn text(self) -> String {
        match self {
            Self::Instant(instant) => instant.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }

    /// As the beginning of a range.
    pub fn from(self, request: &Request) -> Moment {
        match self {
            Self::Instant(instant) => instant,
            Self::Date(date) => openings::day(request, date).from,
        }
    }

    /// As its end; a date is included, an instant is not.
    pub fn to(self, request: &Request) -> Moment {
        match self {
            Self::Instant(instant) => instant,
            Self::Date(date) => openings::day(request, date).until,
        }
    }
}

impl<'de> Deserialize<'de> for Edge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let instant = || text.parse::<Timestamp>().map(|instant| Self::Instant(instant.into())).ok();
        let date = || text.parse().map(Self::Date).ok();
        instant().or_else(date).ok_or_else(|| D::Error::custom("expected a date or an RFC 3339 instant"))
    }
}

macro_rules! schema {
    ($($name:ident is $description:literal $with:expr),+ $(,)?) => {$(
        impl ToSchema for $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let text = ObjectBuilder::new().schema_type(Type::String).description(Some($description));
                let with: fn(ObjectBuilder) -> ObjectBuilder = $with;
                with(text).into()
            }
        }
    )+};
}

schema! {
    Text is "At most 2,000 characters." |text| text.max_length(Some(2_000)),
    Start is "RFC 3339, or without an offset the organization's local time." |text| text.pattern(Some(START)),
    Edge is "A local date, or an RFC 3339 instant." |text| text.pattern(Some(EDGE)),
}

/// A member that may be left out, set to null, or given: only in changes.
pub fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// RFC 3339 with the offset that holds at the organization then.
pub fn local(request: &Request, moment: Moment) -> String {
    let zone = request.business.organization.zone.tz();
    moment.in_zone(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
