//! The rules once more, minute by minute, slow and obvious: what the engine is compared with.
//! Shares no code with it. Everything must lie on whole minutes.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use ringbook_core::organization::{Grid, Organization, Provider, Service, Window};
use ringbook_core::slots::{Busy, ProviderIx, ServiceIx};
use ringbook_core::time::Moment;

/// One provider's minutes. Index 0 is the minute `begin`.
pub struct Reference<'a> {
    organization: &'a Organization,
    service: &'a Service,
    provider: &'a Provider,
    begin: Moment,
    /// What the provider's clock shows in each minute.
    clock: Vec<DateTime>,
    open: Vec<bool>,
    /// Open and not so near to busy time that a buffer would touch it.
    free: Vec<bool>,
    busy: Vec<&'a Busy>,
    service_index: ServiceIx,
}

impl<'a> Reference<'a> {
    pub fn new(
        organization: &'a Organization,
        service_index: ServiceIx,
        provider_index: ProviderIx,
        busy: &'a [Busy],
        begin: Moment,
        length: usize,
    ) -> Self {
        let service = &organization.services[usize::from(service_index.0)];
        let provider = &organization.providers[usize::from(provider_index.0)];
        let zone = provider.zone.as_ref().unwrap_or(&organization.zone).tz();
        let clock = clock(zone, begin, length);
        let open = open_minutes(organization, provider, &clock);
        let busy: Vec<_> = busy.iter().filter(|busy| busy.provider == provider_index).collect();
        let free = (0..length).map(|index| open[index] && !near_busy(service, &busy, minute(begin, index))).collect();
        Self { organization, service, provider, begin, clock, open, free, busy, service_index }
    }

    pub fn lists(&self, now: Moment, start: Moment) -> bool {
        let index = self.index(start);
        self.in_time(now, start)
            && (self.provider.services.is_empty() || self.provider.services.contains(&self.service.id))
            && (self.joinable(start) || (self.covers(&self.free, index) && self.on_grid(index)))
    }

    fn in_time(&self, now: Moment, start: Moment) -> bool {
        let zone = self.provider.zone.as_ref().unwrap_or(&self.organization.zone).tz();
        let today = now.in_zone(zone).date();
        let last = today + i32::from(self.organization.booking.horizon_days).days();
        start >= now && start >= now + self.organization.booking.min_notice && start.in_zone(zone).date() <= last
    }

    fn index(&self, at: Moment) -> usize {
        usize::try_from((at - self.begin).seconds() / 60).unwrap()
    }

    fn covers(&self, minutes: &[bool], index: usize) -> bool {
        let length = usize::try_from(self.service.duration.seconds() / 60).unwrap();
        minutes[index..index + length].iter().all(|minute| *minute)
    }

    fn joinable(&self, start: Moment) -> bool {
        let occupied = (start - self.service.buffer_before, start + self.service.duration + self.service.buffer_after);
        let touching: Vec<_> = self
            .busy
            .iter()
            .filter(|busy| busy.occupied.from < occupied.1 && occupied.0 < busy.occupied.until)
            .collect();
        let same_group = |busy: &&&Busy| {
            (busy.occupied.from, busy.occupied.until) == occupied
                && busy.shared.is_some_and(|shared| {
                    shared.service == self.service_index
                        && shared.start == start
                        && shared.taken < self.service.capacity
                })
        };
        !touching.is_empty() && touching.iter().all(same_group) && self.covers(&self.open, self.index(start))
    }

    fn on_grid(&self, index: usize) -> bool {
        let step = self.service.slot_interval.unwrap_or(self.organization.booking.slot_interval).seconds() / 60;
        let mut origin = self.counted_from(index);
        if self.organization.booking.slot_grid == Grid::Clock {
            let unit = [60, 30, 20, 15, 10, 5].into_iter().find(|unit| step % unit == 0).unwrap_or(1);
            let unit = i8::try_from(unit).unwrap();
            while self.clock[origin].minute() % unit != 0 {
                origin += 1;
            }
        }
        index >= origin && (index - origin).is_multiple_of(usize::try_from(step).unwrap())
    }

    /// The beginning of the free stretch, or of the date when that was eight dates ago or more.
    fn counted_from(&self, index: usize) -> usize {
        let mut origin = index;
        while origin > 0 && self.free[origin - 1] {
            origin -= 1;
        }
        let today = self.clock[index].date();
        let days = (today - self.clock[origin].date()).get_days();
        if days < 8 { origin } else { first_showing(&self.clock, today.to_datetime(Time::midnight())) }
    }
}

fn minute(begin: Moment, index: usize) -> Moment {
    Moment::from_unix(begin.unix() + i64::try_from(index).unwrap() * 60)
}

fn clock(zone: &TimeZone, begin: Moment, length: usize) -> Vec<DateTime> {
    (0..length).map(|index| zone.to_datetime(minute(begin, index).timestamp())).collect()
}

fn near_busy(service: &Service, busy: &[&Busy], minute: Moment) -> bool {
    busy.iter().filter(|busy| busy.occupied.from < busy.occupied.until).any(|busy| {
        busy.occupied.from - service.buffer_after <= minute && minute < busy.occupied.until + service.buffer_before
    })
}

fn open_minutes(organization: &Organization, provider: &Provider, clock: &[DateTime]) -> Vec<bool> {
    let mut open = vec![false; clock.len()];
    let (mut day, last) = (clock[0].date(), clock[clock.len() - 1].date());
    while day <= last {
        for window in windows(provider, day) {
            let midnight = day.to_datetime(Time::midnight());
            let from = midnight + i64::from(window.from).minutes();
            fill(&mut open, clock, from, midnight + i64::from(window.until).minutes(), true);
        }
        day = day.tomorrow().unwrap();
    }
    for closure in &organization.closures {
        fill(&mut open, clock, closure.from, closure.until, false);
    }
    open
}

fn windows(provider: &Provider, day: Date) -> &[Window] {
    let weekly = &provider.hours[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap()];
    provider.overrides.iter().find(|special| special.date == day).map_or(weekly, |special| &special.hours)
}

/// From the first minute that shows `from` or later to the last that shows less than `until`.
fn fill(minutes: &mut [bool], clock: &[DateTime], from: DateTime, until: DateTime, value: bool) {
    let first = first_showing(clock, from);
    let end = clock.iter().rposition(|local| *local < until).map_or(0, |last| last + 1);
    if first < end {
        minutes[first..end].fill(value);
    }
}

fn first_showing(clock: &[DateTime], local: DateTime) -> usize {
    clock.iter().position(|shown| *shown >= local).unwrap_or(clock.len())
}
