//! A small clinic to change, and short ways to ask about it.

use jiff::Zoned;
use jiff::civil::Date;
use ringbook_core::organization::{Booking, Grid, Organization, Provider, Service, Voice, Window, Zone};
use ringbook_core::slots::{Busy, ProviderIx, Refusal, Rules, ServiceIx, Shared};
use ringbook_core::time::{Interval, Moment, Span};

pub const VISIT: ServiceIx = ServiceIx(0);
pub const LEE: ProviderIx = ProviderIx(0);

pub fn minutes(count: i64) -> Span {
    Span::from_minutes(count)
}

/// One service of 30 minutes, one provider, Monday to Friday 09:00-12:00, a start every half hour.
pub fn clinic(zone: &str) -> Organization {
    Organization {
        slug: "clinic".parse().unwrap(),
        name: "Clinic".to_owned(),
        zone: Zone::named(zone).unwrap(),
        country: None,
        locale: "en-US".to_owned(),
        phone_numbers: Vec::new(),
        address: None,
        booking: Booking {
            slot_interval: minutes(30),
            slot_grid: Grid::Clock,
            min_notice: Span::ZERO,
            horizon_days: 10_000,
            hold: minutes(5),
            change_notice: Span::ZERO,
            require_confirmation_after: None,
            waitlist_hold: Span::from_minutes(30),
        },
        services: vec![service("visit", 30)],
        providers: vec![provider("lee")],
        closures: Vec::new(),
        answers: Vec::new(),
        transfer: None,
        voice: Voice::default(),
    }
}

pub fn service(id: &str, duration: i64) -> Service {
    Service {
        id: id.parse().unwrap(),
        name: id.to_owned(),
        aliases: Vec::new(),
        duration: minutes(duration),
        buffer_before: Span::ZERO,
        buffer_after: Span::ZERO,
        capacity: 1,
        slot_interval: None,
    }
}

pub fn provider(id: &str) -> Provider {
    let weekday = || vec![window("09:00-12:00")];
    Provider {
        id: id.parse().unwrap(),
        name: id.to_owned(),
        services: Vec::new(),
        zone: None,
        hours: [weekday(), weekday(), weekday(), weekday(), weekday(), vec![], vec![]],
        overrides: Vec::new(),
    }
}

/// "09:00-17:00"; "22:00-02:00" runs past midnight.
pub fn window(text: &str) -> Window {
    let minute = |time: &str| time[..2].parse::<u16>().unwrap() * 60 + time[3..].parse::<u16>().unwrap();
    let (from, until) = text.split_once('-').map(|(from, until)| (minute(from), minute(until))).unwrap();
    Window { from, until: if until <= from { until + 1440 } else { until } }
}

pub fn every_day(hours: &[&str]) -> [Vec<Window>; 7] {
    std::array::from_fn(|_| hours.iter().map(|text| window(text)).collect())
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The first instant at which the clinic's clock shows `local`, "2026-06-03T09:00"; or any RFC 3339
/// instant with its offset.
pub fn at(organization: &Organization, local: &str) -> Moment {
    if let Ok(instant) = local.parse::<jiff::Timestamp>() {
        return instant.into();
    }
    let local: jiff::civil::DateTime = local.parse().unwrap();
    let zone = organization.zone.tz().clone();
    local.to_zoned(zone).as_ref().map(Zoned::timestamp).unwrap().into()
}

pub fn between(organization: &Organization, from: &str, until: &str) -> Interval {
    Interval::new(at(organization, from), at(organization, until))
}

pub fn busy(organization: &Organization, from: &str, until: &str) -> Busy {
    Busy { provider: LEE, occupied: between(organization, from, until), shared: None }
}

/// A group appointment of the first service.
pub fn group(organization: &Organization, start: &str, taken: u32) -> Busy {
    let start = at(organization, start);
    let occupied = Rules::compile(organization).occupied(VISIT, start);
    Busy { provider: LEE, occupied, shared: Some(Shared { service: VISIT, start, taken }) }
}

pub fn long_ago() -> Moment {
    "2024-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into()
}

/// The starts of the first service with the first provider on the local dates of `range`, in words
/// of the clinic's clock: "09:00 09:30", with "+" where a new date begins.
pub fn starts(organization: &Organization, busy: &[Busy], from: &str, until: &str) -> String {
    starts_at(organization, busy, long_ago(), from, until)
}

pub fn starts_at(organization: &Organization, busy: &[Busy], now: Moment, from: &str, until: &str) -> String {
    let rules = Rules::compile(organization);
    let range = between(organization, from, until);
    let slots = rules.slots(VISIT, &[LEE], busy, now, range);
    let local: Vec<_> =
        slots.map(|slot| slot.start.in_zone(organization.zone.tz()).strftime("%H:%M").to_string()).collect();
    local.join(" ")
}

pub fn refusal(organization: &Organization, busy: &[Busy], now: Moment, start: &str) -> Option<Refusal> {
    Rules::compile(organization).judge(VISIT, LEE, busy, now, at(organization, start)).err()
}
