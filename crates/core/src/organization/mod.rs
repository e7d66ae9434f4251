//! The organization file (contract §3): one business, its hours, services and words.

mod canonical;
mod document;
mod error;
mod names;
mod nearest;
mod read;
mod transfer;
mod window;
mod zone;

pub use error::FileError;
pub use transfer::{InvalidSipAddress, Target, Transfer};
pub use window::{InvalidWindow, Window};
pub use zone::Zone;

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use crate::contact::{Country, E164};
use crate::id::{ClosureId, OrgSlug, ProviderId, ServiceId};
use crate::language::Language;
use crate::time::Span;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 1 << 20;
const MOST_SERVICES: usize = 200;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// One business, checked: every reference resolves, every id is unique.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Organization {
    pub slug: OrgSlug,
    pub name: String,
    #[serde(rename = "time_zone")]
    pub zone: Zone,
    /// Without one, a phone number is understood only with its `+`.
    pub country: Option<Country>,
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
    pub voice: Voice,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Booking {
    pub slot_interval: Span,
    pub slot_grid: Grid,
    pub min_notice: Span,
    /// Whole days in the provider's zone.
    #[serde(rename = "horizon", serialize_with = "canonical::days")]
    pub horizon_days: u16,
    pub hold: Span,
    pub change_notice: Span,
    /// Who has missed this many appointments is confirmed by staff before the next one stands;
    /// `None`: nobody is.
    pub require_confirmation_after: Option<u32>,
    /// How long a time that has come free is kept for who waited for it.
    pub waitlist_hold: Span,
}

impl Default for Booking {
    fn default() -> Self {
        Self {
            slot_interval: Span::from_minutes(30),
            slot_grid: Grid::Clock,
            min_notice: Span::ZERO,
            horizon_days: 60,
            hold: Span::from_minutes(5),
            change_notice: Span::ZERO,
            require_confirmation_after: None,
            waitlist_hold: Span::from_minutes(30),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grid {
    Clock,
    Opening,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
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

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Provider {
    pub id: ProviderId,
    pub name: String,
    /// Empty: all services.
    pub services: Vec<ServiceId>,
    /// Where it differs from the organization's.
    #[serde(rename = "time_zone")]
    pub zone: Option<Zone>,
    /// Monday first; each day's windows in order, without overlaps.
    #[serde(serialize_with = "canonical::week")]
    pub hours: [Vec<Window>; 7],
    pub overrides: Vec<Override>,
}

/// Replaces the weekly hours of one date; no windows: closed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Override {
    pub date: Date,
    pub hours: Vec<Window>,
}

/// Nobody is there, `[from, until)` on each provider's own clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    /// Its first day, unless the file gives it another name.
    pub id: ClosureId,
    pub from: DateTime,
    pub until: DateTime,
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub topic: String,
    pub text: String,
}

/// The agent that speaks for the organization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// As the voice platform numbers it; without one, the assistant that the dialled number has.
    pub assistant_id: Option<String>,
}

impl Organization {
    /// What its callers speak unless one of them is heard to speak something else.
    pub fn language(&self) -> Language {
        Language::parse(&self.locale).unwrap_or_default()
    }

    /// Reads the TOML form.
    ///
    /// # Errors
    /// The first mistake with its line, and what to write instead.
    pub fn from_toml(text: &str) -> Result<Self, FileError> {
        refuse_too_large(text)?;
        read::organization(&document::toml::read(text)?)
    }

    /// Reads the JSON form: the same keys.
    ///
    /// # Errors
    /// As for [`Organization::from_toml`].
    pub fn from_json(text: &str) -> Result<Self, FileError> {
        refuse_too_large(text)?;
        read::organization(&document::json::read(text)?)
    }

    /// The canonical JSON form, which [`Organization::from_json`] reads back to an equal value.
    pub fn to_json(&self) -> String {
        serde_json::json!(self).to_string()
    }

    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| &service.id == id)
    }

    pub fn provider(&self, id: &ProviderId) -> Option<&Provider> {
        self.providers.iter().find(|provider| &provider.id == id)
    }

    /// The services a caller can mean by `said`: by id, name or alias, without regard to case,
    /// accents, punctuation, articles and filler words; several when the words fit several.
    pub fn services_called(&self, said: &str) -> Vec<&Service> {
        names::meant(&self.services, said, |service| names::Called {
            id: service.id.as_str(),
            names: [&service.name].into_iter().chain(&service.aliases).map(String::as_str).collect(),
        })
    }

    /// The same for providers: "Dr. Lee", "doctor lee", "Amara".
    pub fn providers_called(&self, said: &str) -> Vec<&Provider> {
        names::meant(&self.providers, said, |provider| names::Called {
            id: provider.id.as_str(),
            names: vec![&provider.name],
        })
    }
}

fn refuse_too_large(text: &str) -> Result<(), FileError> {
    if text.len() <= LARGEST_FILE {
        return Ok(());
    }
    Err(FileError::at(0, format!("the file is larger than {LARGEST_FILE} bytes")))
}
