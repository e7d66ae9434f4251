//! A clinic in Chicago on Tuesday, June 2nd, 2026 at 4 10 PM.

use jiff::civil::DateTime;
use ringbook_core::appointment::Status;
use ringbook_core::contact::Country;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, SlotId};
use ringbook_core::language::Language;
use ringbook_core::organization::{Booking, Grid, Organization, Voice, Zone};
use ringbook_core::outcome::{AppointmentView, Booked, Opening};
use ringbook_core::speak::Speaker;
use ringbook_core::time::{Moment, Span};

pub fn organization(zone: &str) -> Organization {
    Organization {
        slug: "riverside".parse().unwrap(),
        name: "Riverside Dental".to_owned(),
        zone: Zone::named(zone).unwrap(),
        country: Country::parse("US").ok(),
        locale: "en-US".to_owned(),
        phone_numbers: Vec::new(),
        address: None,
        booking: Booking {
            slot_interval: Span::from_minutes(30),
            slot_grid: Grid::Clock,
            min_notice: Span::ZERO,
            horizon_days: 60,
            hold: Span::from_minutes(5),
            change_notice: Span::ZERO,
            require_confirmation_after: None,
            waitlist_hold: Span::from_minutes(30),
        },
        services: Vec::new(),
        providers: Vec::new(),
        closures: Vec::new(),
        answers: Vec::new(),
        transfer: None,
        voice: Voice::default(),
    }
}

pub fn speaker() -> Speaker {
    Speaker::new(&organization("America/Chicago"), Language::En)
}

pub fn now() -> Moment {
    at("2026-06-02T16:10")
}

pub fn at(local: &str) -> Moment {
    let local: DateTime = local.parse().unwrap();
    local.in_tz("America/Chicago").unwrap().timestamp().into()
}

pub fn opening_at(start: Moment, provider: &str) -> Opening {
    let slot = SlotId { service: "cleaning".parse().unwrap(), provider: provider.parse().unwrap(), start };
    Opening { slot, end: start + Span::from_minutes(45) }
}

pub fn openings(starts: &[&str]) -> Vec<Opening> {
    starts.iter().map(|start| opening_at(at(start), "lee")).collect()
}

pub fn booked(service: &str, provider: &str, start: Moment) -> Booked {
    Booked {
        appointment: AppointmentView {
            id: AppointmentId(uuid::Uuid::from_u128(1)),
            code: ConfirmationCode::parse("K7Q4").unwrap(),
            service: "cleaning".parse().unwrap(),
            service_name: service.to_owned(),
            provider: "lee".parse().unwrap(),
            provider_name: provider.to_owned(),
            start,
            end: start + Span::from_minutes(45),
            status: Status::Confirmed,
        },
        contact: ContactId(uuid::Uuid::from_u128(2)),
        contact_created: true,
        remarks: Vec::new(),
        conflicts: Vec::new(),
    }
}
