//! Random organizations with everything that could go wrong: changes of offset, nights, closures,
//! groups, odd intervals.

use jiff::ToSpan;
use jiff::civil::{Date, Time, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ringbook_core::organization::{Closure, Grid, Organization, Override, Provider, Service, Window, Zone};
use ringbook_core::slots::{Busy, ProviderIx, Rules, ServiceIx, Shared};
use ringbook_core::time::{Interval, Moment};

use super::support::{clinic, minutes, provider, service};

/// An organization with two services and two providers, what is busy around `begin`, and now.
#[derive(Clone, Debug)]
pub struct Case {
    pub organization: Organization,
    pub busy: Vec<Busy>,
    /// Midnight in UTC of the day the case is about.
    pub begin: Moment,
    pub now: Moment,
}

pub fn case() -> impl Strategy<Value = Case> {
    organization_and_day().prop_flat_map(|(organization, day)| {
        let begin = Moment::from(day.at(0, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp());
        (Just(organization), vec(busy(begin), 0..8), -5 * 1440..2 * 1440_i64).prop_map(
            move |(organization, mut busy, now)| {
                fit_groups(&organization, &mut busy);
                busy.sort_by_key(|busy| (busy.provider, busy.occupied.from));
                Case { organization, busy, begin, now: begin + minutes(now) }
            },
        )
    })
}

fn organization_and_day() -> impl Strategy<Value = (Organization, Date)> {
    (zone_and_day(), zone_and_day()).prop_flat_map(|((zone, day), (other_zone, _))| {
        let providers = (prop::option::of(Just(other_zone)), hours(), hours(), vec(special_day(day), 0..4), 0..3_u8);
        let rules = (select(vec![Grid::Clock, Grid::Opening]), interval(), 0..300_i64, 1..12_u16);
        (rules, random_service("visit"), random_service("class"), providers, vec(closure(day), 0..3)).prop_map(
            move |((grid, interval, notice, horizon), visit, class, providers, closures)| {
                let mut organization = clinic(zone);
                organization.booking.slot_grid = grid;
                organization.booking.slot_interval = minutes(interval);
                organization.booking.min_notice = minutes(notice);
                organization.booking.horizon_days = horizon;
                organization.services = vec![visit, class];
                organization.providers = two_providers(providers);
                organization.closures = closures;
                (organization, day)
            },
        )
    })
}

type Hours = [Vec<Window>; 7];

fn two_providers(
    (zone, hours, others, specials, offers): (Option<&str>, Hours, Hours, Vec<Override>, u8),
) -> Vec<Provider> {
    let (mut lee, mut ortiz) = (provider("lee"), provider("ortiz"));
    lee.hours = hours;
    lee.overrides = specials;
    lee.overrides.sort_by_key(|special| special.date);
    lee.overrides.dedup_by_key(|special| special.date);
    ortiz.hours = others;
    ortiz.zone = zone.and_then(Zone::named);
    if offers == 0 {
        ortiz.services = vec!["class".parse().unwrap()];
    }
    vec![lee, ortiz]
}

/// A zone, and often a day near one of its changes of offset.
fn zone_and_day() -> impl Strategy<Value = (&'static str, Date)> {
    let changes = vec![
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2027, 4, 4)),
        ("Australia/Lord_Howe", date(2027, 10, 3)),
        ("Pacific/Chatham", date(2028, 4, 2)),
        ("Pacific/Chatham", date(2028, 9, 24)),
        ("Asia/Beirut", date(2029, 3, 25)),
        ("Asia/Beirut", date(2029, 10, 28)),
        ("America/Havana", date(2030, 3, 10)),
        ("America/Havana", date(2030, 11, 3)),
        ("Africa/Casablanca", date(2026, 2, 15)),
        ("Antarctica/Troll", date(2031, 3, 30)),
        ("America/Santiago", date(2032, 9, 5)),
        ("Asia/Kathmandu", date(2033, 6, 1)),
        ("Pacific/Kiritimati", date(2034, 12, 31)),
        ("Europe/London", date(2052, 3, 31)),
    ];
    (select(changes), -2..3_i32).prop_map(|((zone, day), shift)| (zone, day + shift.days()))
}

fn interval() -> impl Strategy<Value = i64> {
    select(vec![5, 7, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120])
}

fn random_service(id: &'static str) -> impl Strategy<Value = Service> {
    let buffer = || select(vec![0, 0, 5, 15, 30, 50]);
    (1..30_i64, buffer(), buffer(), prop::option::of(interval()), 1..4_u32).prop_map(
        move |(fives, before, after, interval, capacity)| Service {
            buffer_before: minutes(before),
            buffer_after: minutes(after),
            slot_interval: interval.map(minutes),
            capacity,
            ..service(id, fives * 5)
        },
    )
}

fn hours() -> impl Strategy<Value = Hours> {
    let always = std::array::from_fn(|_| vec![Window { from: 0, until: 1440 }]);
    prop_oneof![
        4 => proptest::array::uniform7(windows()),
        1 => Just(always),
    ]
}

fn windows() -> impl Strategy<Value = Vec<Window>> {
    let window =
        (0..288_u16, 1..288_u16).prop_map(|(from, length)| Window { from: from * 5, until: (from + length) * 5 });
    let night = Just(Window { from: 1320, until: 1560 });
    let to_midnight = (0..20_u16).prop_map(|from| Window { from: from * 60, until: 1440 });
    let from_midnight = (1..20_u16).prop_map(|until| Window { from: 0, until: until * 60 });
    vec(prop_oneof![window, night, to_midnight, from_midnight], 0..3)
}

fn special_day(day: Date) -> impl Strategy<Value = Override> {
    (-3..4_i32, windows()).prop_map(move |(shift, hours)| Override { date: day + shift.days(), hours })
}

fn closure(day: Date) -> impl Strategy<Value = Closure> {
    (-2 * 288..3 * 288_i64, 1..400_i64).prop_map(move |(from, length)| {
        let from = day.to_datetime(Time::midnight()) + (from * 5).minutes();
        Closure { from, until: from + (length * 5).minutes(), reason: None, id: "away".parse().unwrap() }
    })
}

/// A block, or an appointment that others may join (of a length that [`fit_groups`] corrects).
fn busy(begin: Moment) -> impl Strategy<Value = Busy> {
    let shared = prop::option::of((0..2_u16, 1..4_u32));
    (0..2_u16, -3 * 288..4 * 288_i64, 0..60_i64, shared).prop_map(move |(provider, from, length, shared)| {
        let start = begin + minutes(from * 5);
        let shared = shared.map(|(service, taken)| Shared { service: ServiceIx(service), start, taken });
        Busy { provider: ProviderIx(provider), occupied: Interval::new(start, start + minutes(length * 5)), shared }
    })
}

fn fit_groups(organization: &Organization, busy: &mut [Busy]) {
    let rules = Rules::compile(organization);
    for one in busy {
        if let Some(shared) = one.shared {
            one.occupied = rules.occupied(shared.service, shared.start);
        }
    }
}
