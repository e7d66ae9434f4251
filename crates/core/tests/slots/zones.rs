//! Every zone of the IANA data, every day from 2024 to 2035.

use jiff::civil::{Date, DateTime, Time, date};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use ringbook_core::organization::{Organization, Zone};
use ringbook_core::slots::Rules;
use ringbook_core::time::{Interval, Moment};

use super::support::{LEE, VISIT, clinic, every_day, minutes};

const FIRST: Date = date(2024, 1, 1);
const END: Date = date(2036, 1, 1);
/// The hours in which clocks are changed.
const NIGHT: &str = "00:30-03:30";

fn every_zone() -> impl Iterator<Item = Organization> {
    let names: Vec<_> = TimeZoneDatabase::bundled().available().map(|name| name.as_str().to_owned()).collect();
    names.into_iter().filter(|name| Zone::named(name).is_some()).map(|name| {
        let mut organization = clinic(&name);
        organization.providers[0].hours = every_day(&[NIGHT]);
        organization
    })
}

fn every_date() -> impl Iterator<Item = Date> {
    FIRST.series(1.day()).take_while(|day| *day < END)
}

/// What the clock's owner would say, by jiff: the transition when the time is skipped.
fn instant(zone: &TimeZone, local: DateTime, first: bool) -> Moment {
    let ambiguous = zone.to_ambiguous_timestamp(local);
    let instant: Timestamp = match (ambiguous.offset(), first) {
        (AmbiguousOffset::Gap { .. }, _) => zone.following(ambiguous.earlier().unwrap()).next().unwrap().timestamp(),
        (_, true) => ambiguous.earlier().unwrap(),
        (_, false) => ambiguous.later().unwrap(),
    };
    instant.into()
}

fn night(zone: &TimeZone, day: Date) -> Interval {
    Interval::new(instant(zone, day.at(0, 30, 0, 0), true), instant(zone, day.at(3, 30, 0, 0), false))
}

#[test]
fn opens_and_closes_as_the_local_clock_says() {
    for organization in every_zone() {
        let rules = Rules::compile(&organization);
        for day in every_date() {
            assert_eq!(rules.opening(day), [night(organization.zone.tz(), day)], "{} {day}", organization.zone.name());
        }
    }
}

/// Two visits an hour for as long as the clock is between the two times: fewer when an hour is
/// skipped, more when it is repeated.
#[test]
fn lists_every_half_hour_of_the_night_and_no_other_time() {
    for organization in every_zone() {
        let zone = organization.zone.tz();
        let rules = Rules::compile(&organization);
        let midnight = |day: Date| instant(zone, day.to_datetime(Time::midnight()), true);
        let range = Interval::new(midnight(FIRST), midnight(END));
        let mut slots = rules.slots(VISIT, &[LEE], &[], range.from, range).map(|slot| slot.start);
        for night in every_date().map(|day| night(zone, day)) {
            let first = round_up(zone, night.from);
            for start in (first.unix()..night.until.unix() - 1799).step_by(1800).map(Moment::from_unix) {
                assert_eq!(slots.next(), Some(start), "{}", organization.zone.name());
            }
        }
        assert_eq!(slots.next(), None, "{}", organization.zone.name());
    }
}

fn round_up(zone: &TimeZone, at: Moment) -> Moment {
    let past_half_hour = i64::from(zone.to_datetime(at.timestamp()).minute()) % 30;
    if past_half_hour == 0 { at } else { at + minutes(30 - past_half_hour) }
}
