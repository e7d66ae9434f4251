//! Worked examples, one rule each. 2026-06-01 is a Monday.

use ringbook_core::organization::{Closure, Grid, Override, Window, Zone};
use ringbook_core::slots::{ProviderIx, Rules};

use super::support::{
    LEE, VISIT, at, between, busy, clinic, date, every_day, group, minutes, provider, starts, starts_at, window,
};

const ZONE: &str = "America/New_York";

#[test]
fn half_hours_of_a_plain_day() {
    assert_eq!(
        starts(&clinic(ZONE), &[], "2026-06-01T00:00", "2026-06-02T00:00"),
        "09:00 09:30 10:00 10:30 11:00 11:30"
    );
    assert_eq!(starts(&clinic(ZONE), &[], "2026-06-06T00:00", "2026-06-08T00:00"), "", "weekend");
}

#[test]
fn a_range_is_half_open() {
    assert_eq!(starts(&clinic(ZONE), &[], "2026-06-01T09:30", "2026-06-01T10:30"), "09:30 10:00");
    assert_eq!(starts(&clinic(ZONE), &[], "2026-06-01T10:30", "2026-06-01T09:30"), "");
}

#[test]
fn the_clock_grid_rounds_up_after_an_appointment_and_the_opening_grid_does_not() {
    let mut clinic = clinic(ZONE);
    let visit = [busy(&clinic, "2026-06-01T09:00", "2026-06-01T09:50")];
    assert_eq!(starts(&clinic, &visit, "2026-06-01T00:00", "2026-06-02T00:00"), "10:00 10:30 11:00 11:30");
    clinic.booking.slot_grid = Grid::Opening;
    assert_eq!(starts(&clinic, &visit, "2026-06-01T00:00", "2026-06-02T00:00"), "09:50 10:20 10:50 11:20");
}

#[test]
fn the_interval_decides_what_is_rounded_to() {
    let mut clinic = clinic(ZONE);
    clinic.providers[0].hours = every_day(&["09:07-12:00"]);
    let mut with_interval = |interval| {
        clinic.services[0].slot_interval = Some(minutes(interval));
        starts(&clinic, &[], "2026-06-01T00:00", "2026-06-01T11:00")
    };
    assert_eq!(with_interval(45), "09:15 10:00 10:45");
    assert_eq!(with_interval(40), "09:20 10:00 10:40");
    assert_eq!(with_interval(90), "09:30");
    assert_eq!(with_interval(120), "10:00");
    assert_eq!(with_interval(33), "09:07 09:40 10:13 10:46");
}

#[test]
fn buffers_keep_appointments_apart_but_may_stick_out_of_hours() {
    let mut clinic = clinic(ZONE);
    clinic.services[0].buffer_before = minutes(10);
    clinic.services[0].buffer_after = minutes(30);
    assert_eq!(starts(&clinic, &[], "2026-06-01T00:00", "2026-06-02T00:00"), "09:00 09:30 10:00 10:30 11:00 11:30");
    let block = [busy(&clinic, "2026-06-01T10:00", "2026-06-01T10:50")];
    assert_eq!(starts(&clinic, &block, "2026-06-01T00:00", "2026-06-02T00:00"), "09:00 11:00 11:30");
}

#[test]
fn notice_and_now_filter_without_moving_the_grid() {
    let mut clinic = clinic(ZONE);
    let now = at(&clinic, "2026-06-01T09:10");
    assert_eq!(starts_at(&clinic, &[], now, "2026-06-01T00:00", "2026-06-02T00:00"), "09:30 10:00 10:30 11:00 11:30");
    clinic.booking.min_notice = minutes(80);
    assert_eq!(starts_at(&clinic, &[], now, "2026-06-01T00:00", "2026-06-02T00:00"), "10:30 11:00 11:30");
}

#[test]
fn the_horizon_ends_with_a_whole_day() {
    let mut clinic = clinic(ZONE);
    clinic.booking.horizon_days = 1;
    let now = at(&clinic, "2026-06-01T23:30");
    assert_eq!(
        starts_at(&clinic, &[], now, "2026-06-01T00:00", "2026-06-09T00:00"),
        "09:00 09:30 10:00 10:30 11:00 11:30"
    );
}

#[test]
fn an_override_replaces_its_date_but_not_the_night_before() {
    let mut clinic = clinic(ZONE);
    clinic.providers[0].hours = every_day(&["22:00-02:00"]);
    clinic.booking.slot_interval = minutes(60);
    clinic.providers[0].overrides = vec![Override { date: date("2026-06-02"), hours: vec![window("12:00-13:00")] }];
    assert_eq!(starts(&clinic, &[], "2026-06-02T00:00", "2026-06-03T23:00"), "00:00 01:00 12:00 22:00");
}

#[test]
fn windows_that_touch_at_midnight_are_one_opening() {
    let mut clinic = clinic(ZONE);
    clinic.services[0].duration = minutes(120);
    clinic.services[0].slot_interval = Some(minutes(45));
    clinic.providers[0].hours[0] = vec![window("22:00-24:00")];
    clinic.providers[0].hours[1] = vec![window("00:00-02:00")];
    assert_eq!(starts(&clinic, &[], "2026-06-01T00:00", "2026-06-02T23:00"), "22:00 22:45 23:30");
    assert_eq!(starts(&clinic, &[], "2026-06-01T23:00", "2026-06-01T23:31"), "23:30");
}

#[test]
fn closures_are_cut_out_on_the_providers_own_clock() {
    let mut clinic = clinic(ZONE);
    clinic.closures = vec![Closure {
        id: "away".parse().unwrap(),
        from: "2026-06-01T10:00".parse().unwrap(),
        until: "2026-06-01T11:10".parse().unwrap(),
        reason: None,
    }];
    assert_eq!(starts(&clinic, &[], "2026-06-01T00:00", "2026-06-02T00:00"), "09:00 09:30 11:30");
    let mut far = provider("far");
    far.zone = Zone::named("America/Los_Angeles");
    clinic.providers[0] = far;
    assert_eq!(starts(&clinic, &[], "2026-06-01T00:00", "2026-06-02T00:00"), "12:00 12:30 14:30");
}

#[test]
fn an_opening_in_the_gap_moves_to_the_transition() {
    let mut clinic = clinic(ZONE);
    clinic.providers[0].hours = every_day(&["02:30-04:00"]);
    assert_eq!(starts(&clinic, &[], "2026-03-08T00:00", "2026-03-09T00:00"), "03:00 03:30");
}

#[test]
fn both_repeated_hours_are_offered() {
    let mut clinic = clinic(ZONE);
    clinic.providers[0].hours = every_day(&["01:00-02:00"]);
    let both = between(&clinic, "2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z");
    assert_eq!(Rules::compile(&clinic).opening(date("2026-11-01")), [both]);
    assert_eq!(starts(&clinic, &[], "2026-11-01T00:00", "2026-11-02T00:00"), "01:00 01:30 01:00 01:30");
}

#[test]
fn a_grid_keeps_its_steps_when_the_clock_moves_by_half_an_hour() {
    let mut clinic = clinic("Australia/Lord_Howe");
    clinic.booking.slot_interval = minutes(60);
    clinic.providers[0].hours = every_day(&["00:30-05:00"]);
    assert_eq!(starts(&clinic, &[], "2026-10-04T00:00", "2026-10-05T00:00"), "01:00 02:30 03:30 04:30");
}

#[test]
fn who_never_closes_counts_from_each_midnight() {
    let mut clinic = clinic(ZONE);
    clinic.providers[0].hours = every_day(&["00:00-24:00"]);
    clinic.services[0].slot_interval = Some(minutes(450));
    assert_eq!(
        starts(&clinic, &[], "2026-06-01T00:00", "2026-06-03T00:00"),
        "00:00 07:30 15:00 22:30 00:00 07:30 15:00 22:30"
    );
    let block = [busy(&clinic, "2026-06-01T10:00", "2026-06-01T11:00")];
    assert_eq!(
        starts(&clinic, &block, "2026-06-01T00:00", "2026-06-03T00:00"),
        "00:00 07:30 11:00 18:30 02:00 09:30 17:00"
    );
    assert_eq!(
        starts(&clinic, &block, "2026-06-08T00:00", "2026-06-10T00:00"),
        "00:30 08:00 15:30 23:00 00:00 07:30 15:00 22:30"
    );
}

#[test]
fn a_group_is_joined_at_its_own_start_until_it_is_full() {
    let mut clinic = clinic(ZONE);
    clinic.services[0].capacity = 3;
    clinic.services[0].buffer_after = minutes(15);
    let class = |taken| [group(&clinic, "2026-06-01T09:50", taken)];
    assert_eq!(starts(&clinic, &class(2), "2026-06-01T00:00", "2026-06-02T00:00"), "09:00 09:50 11:00 11:30");
    assert_eq!(starts(&clinic, &class(3), "2026-06-01T00:00", "2026-06-02T00:00"), "09:00 11:00 11:30");
    let blocked = [class(2)[0], busy(&clinic, "2026-06-01T10:00", "2026-06-01T10:05")];
    assert_eq!(starts(&clinic, &blocked, "2026-06-01T00:00", "2026-06-02T00:00"), "09:00 11:00 11:30");
}

#[test]
fn a_group_of_another_length_is_not_joined() {
    let mut clinic = clinic(ZONE);
    clinic.services[0].capacity = 3;
    let class = [group(&clinic, "2026-06-01T09:00", 1)];
    clinic.services[0].duration = minutes(60);
    assert_eq!(starts(&clinic, &class, "2026-06-01T00:00", "2026-06-02T00:00"), "09:30 10:00 10:30 11:00");
}

#[test]
fn several_providers_come_by_time_and_then_in_the_organizations_order() {
    let mut clinic = clinic(ZONE);
    let mut ortiz = provider("ortiz");
    ortiz.hours = every_day(&["09:30-10:30"]);
    let mut other = provider("other");
    other.services = vec!["something-else".parse().unwrap()];
    clinic.providers.extend([other, ortiz]);
    let rules = Rules::compile(&clinic);
    let range = between(&clinic, "2026-06-01T09:00", "2026-06-01T10:30");
    assert_eq!(rules.providers_of(VISIT), [LEE, ProviderIx(2)]);
    let everyone = [ProviderIx(2), ProviderIx(1), LEE];
    let slots = rules.slots(VISIT, &everyone, &[], range.from, range);
    assert_eq!(slots.map(|slot| slot.provider.0).collect::<Vec<_>>(), [0, 0, 2, 0, 2]);
}

#[test]
fn a_date_opens_when_any_provider_does() {
    let mut clinic = clinic(ZONE);
    let mut ortiz = provider("ortiz");
    ortiz.hours = every_day(&["11:00-15:00", "20:00-24:00"]);
    clinic.providers.push(ortiz);
    let rules = Rules::compile(&clinic);
    let evening = between(&clinic, "2026-06-01T20:00", "2026-06-02T00:00");
    assert_eq!(rules.opening(date("2026-06-01")), [between(&clinic, "2026-06-01T09:00", "2026-06-01T15:00"), evening]);
}

#[test]
fn years_without_a_table_follow_the_zone_all_the_same() {
    let mut clinic = clinic(ZONE);
    clinic.booking.horizon_days = u16::MAX;
    for year in [1999, 2019, 2049, 2050, 2075] {
        let (from, until) = (format!("{year}-07-01T00:00"), format!("{year}-07-08T00:00"));
        let now = at(&clinic, &from);
        let starts = starts_at(&clinic, &[], now, &from, &until);
        assert_eq!(starts, ["09:00 09:30 10:00 10:30 11:00 11:30"; 5].join(" "), "{year}");
    }
}

#[test]
fn an_overlong_range_ends_at_the_horizon() {
    let clinic = clinic(ZONE);
    let eternity = between(&clinic, "2026-06-01T00:00", "9999-12-29T00:00");
    let rules = Rules::compile(&clinic);
    let last = rules.slots(VISIT, &[LEE], &[], eternity.from, eternity).last().unwrap();
    assert_eq!(last.start, at(&clinic, "2053-10-17T11:30"));
}

#[test]
fn little_busy_time_is_needed_for_a_plain_day_and_about_a_week_at_most() {
    let mut clinic = clinic(ZONE);
    clinic.services[0].buffer_before = minutes(5);
    let needed = |clinic: &_| {
        let range = between(clinic, "2026-06-01T10:00", "2026-06-01T11:00");
        Rules::compile(clinic).busy_needed(VISIT, LEE, range)
    };
    // Every half hour of the clock is on the grid, whatever was booked before.
    assert_eq!(needed(&clinic), between(&clinic, "2026-06-01T09:55", "2026-06-01T11:30"));
    // Every 45 minutes count from where a free stretch begins.
    clinic.booking.slot_interval = minutes(45);
    assert_eq!(needed(&clinic), between(&clinic, "2026-06-01T08:55", "2026-06-01T11:30"));
    clinic.providers[0].hours = every_day(&["00:00-24:00"]);
    assert_eq!(needed(&clinic), between(&clinic, "2026-05-23T23:55", "2026-06-01T11:30"));
}

#[test]
fn a_window_may_end_at_the_next_midnight() {
    assert_eq!(window("22:00-24:00"), Window { from: 1320, until: 1440 });
}
