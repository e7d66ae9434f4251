//! The organization file (contract §3): one business, its hours, services and words.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::contact::{Country, E164};
use crate::id::{OrgSlug, ProviderId, ServiceId};
use crate::time::Span;

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
}

/// One business, checked: every reference resolves, every id is unique.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    pub slug: OrgSlug,
    pub name: String,
    pub zone: Zone,
    pub country: Country,
    pub locale: String,
    pub phone_numbers: Vec<E164>,
    pub address: Option<String>,
    pub booking: Booking,
    /// Never empty. The first is meant when a caller names none.
    pub services: Vec<Service>,
    pub providers: Vec<Provider>,
    pub closures: Vec<Closure>,
    pub answers: Vec<Answer>,
    pub transfer: Option<Transfer>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    pub slot_interval: Span,
    pub slot_grid: Grid,
    pub min_notice: Span,
    /// Whole days in the provider's zone.
    pub horizon_days: u16,
    pub hold: Span,
    pub change_notice: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    Clock,
    Opening,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    pub id: ServiceId,
    pub name: String,
    pub aliases: Vec<String>,
    pub duration: Span,
    pub buffer_before: Span,
    pub buffer_after: Span,
    /// Contacts per slot, at least 1.
    pub capacity: u32,
    pub slot_interval: Option<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Provider {
    pub id: ProviderId,
    pub name: String,
    /// Empty: all services.
    pub services: Vec<ServiceId>,
    pub zone: Option<Zone>,
    /// Monday first.
    pub hours: [Vec<Window>; 7],
    pub overrides: Vec<Override>,
}

/// One stretch of opening on a local day, in minutes after its midnight. `until` runs past
/// 1440 for a window that ends the next day: "22:00-02:00" is 1320..1560.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub from: u16,
    pub until: u16,
}

/// Replaces the weekly hours of one date; no windows: closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Override {
    pub date: Date,
    pub hours: Vec<Window>,
}

/// Nobody is there, `[from, until)` on each provider's own clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    pub from: DateTime,
    pub until: DateTime,
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub topic: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// A phone number or a SIP URI.
    pub default: Option<String>,
    pub departments: Vec<(String, String)>,
}

/// What is wrong with an organization file, where, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// 1-based; 0 when the format gives none.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.message),
            line => write!(f, "line {line}: {}", self.message),
        }
    }
}

impl std::error::Error for FileError {}

impl Organization {
    /// Reads the TOML form.
    pub fn from_toml(_text: &str) -> Result<Self, FileError> {
        todo!()
    }

    /// Reads the JSON form: the same keys.
    pub fn from_json(_text: &str) -> Result<Self, FileError> {
        todo!()
    }

    /// The canonical JSON form, which [`Organization::from_json`] reads back to an equal value.
    pub fn to_json(&self) -> String {
        todo!()
    }

    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| &service.id == id)
    }

    pub fn provider(&self, id: &ProviderId) -> Option<&Provider> {
        self.providers.iter().find(|provider| &provider.id == id)
    }

    /// The services a caller can mean by `said`: by id, name or alias, without regard to case,
    /// punctuation, articles and filler words; several when the words fit several.
    pub fn services_called(&self, _said: &str) -> Vec<&Service> {
        todo!()
    }

    /// The same for providers: "Dr. Lee", "doctor lee", "Amara".
    pub fn providers_called(&self, _said: &str) -> Vec<&Provider> {
        todo!()
    }
}
