use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

use super::nearest;

/// An IANA time zone that exists, with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

impl Zone {
    pub fn named(name: &str) -> Option<Self> {
        // Only IANA names: a fixed offset would be an hour off for half the year.
        let zone = TimeZone::get(name).ok()?;
        let name = zone.iana_name()?.to_owned();
        Some(Self { name, zone })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn tz(&self) -> &TimeZone {
        &self.zone
    }

    /// The existing name that was probably meant by one that does not exist.
    pub(super) fn nearest_name(name: &str) -> Option<String> {
        let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        nearest::of(name, names.iter().map(String::as_str)).map(str::to_owned)
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}
