//! Which rule refuses a start, and in which order the rules are asked. 2026-06-01 is a Monday.

use insta::assert_snapshot;
use ringbook_core::organization::{Closure, Organization};
use ringbook_core::slots::Busy;

use super::support::{at, busy, clinic, every_day, group, minutes, refusal};

const NOW: &str = "2026-06-01T08:00";

/// Notice of two hours, a horizon of 10 days, an appointment on Tuesday, closed on Wednesday.
fn judged(start: &str) -> String {
    let mut clinic = clinic("America/New_York");
    clinic.booking.min_notice = minutes(120);
    clinic.booking.horizon_days = 10;
    clinic.closures = vec![Closure {
        id: "away".parse().unwrap(),
        from: "2026-06-03T00:00".parse().unwrap(),
        until: "2026-06-04T10:00".parse().unwrap(),
        reason: Some("Moving house".to_owned()),
    }];
    let visit = [busy(&clinic, "2026-06-02T10:00", "2026-06-02T10:20")];
    words(&clinic, &visit, start)
}

fn words(clinic: &Organization, busy: &[Busy], start: &str) -> String {
    refusal(clinic, busy, at(clinic, NOW), start).map_or_else(|| "ok".to_owned(), |refusal| refusal.to_string())
}

#[test]
fn each_rule_refuses_in_its_words() {
    assert_snapshot!(judged("2026-06-01T10:00"), @"ok");
    assert_snapshot!(judged("2026-06-01T07:59"), @"it is in the past");
    assert_snapshot!(judged("2026-06-01T09:30"), @"it is too soon: min_notice asks for 2h from now");
    assert_snapshot!(judged("2026-06-12T10:00"), @"it is beyond the horizon: 2026-06-11 is the last date that can be booked");
    assert_snapshot!(judged("2026-06-07T10:00"), @"closed on that date");
    assert_snapshot!(judged("2026-06-03T10:00"), @"closed on that date: Moving house");
    assert_snapshot!(judged("2026-06-04T09:30"), @"the appointment does not fit into the opening hours of that date");
    assert_snapshot!(judged("2026-06-01T11:45"), @"the appointment does not fit into the opening hours of that date");
    assert_snapshot!(judged("2026-06-02T10:00"), @"another appointment, hold or block is in the way");
    assert_snapshot!(judged("2026-06-02T10:45"), @"it is free, but appointments do not start at that time");
}

#[test]
fn the_last_bookable_date_is_still_bookable() {
    assert_snapshot!(judged("2026-06-11T11:30"), @"ok");
}

#[test]
fn a_service_that_the_provider_does_not_offer() {
    let mut clinic = clinic("America/New_York");
    clinic.providers[0].services = vec!["something-else".parse().unwrap()];
    assert_snapshot!(words(&clinic, &[], "2026-06-02T10:00"), @"this provider does not offer this service");
}

#[test]
fn a_full_group_is_taken() {
    let mut clinic = clinic("America/New_York");
    clinic.services[0].capacity = 2;
    let class = |taken| [group(&clinic, "2026-06-02T10:10", taken)];
    assert_snapshot!(words(&clinic, &class(1), "2026-06-02T10:10"), @"ok");
    assert_snapshot!(words(&clinic, &class(2), "2026-06-02T10:10"), @"another appointment, hold or block is in the way");
    assert_snapshot!(words(&clinic, &class(1), "2026-06-02T10:30"), @"another appointment, hold or block is in the way");
}

#[test]
fn a_repeated_hour_is_two_starts() {
    let mut clinic = clinic("America/New_York");
    clinic.providers[0].hours = every_day(&["01:00-02:00"]);
    let first = [busy(&clinic, "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z")];
    assert_snapshot!(words(&clinic, &first, "2026-11-01T05:30:00Z"), @"another appointment, hold or block is in the way");
    assert_snapshot!(words(&clinic, &first, "2026-11-01T06:30:00Z"), @"ok");
}
