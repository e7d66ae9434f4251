//! An organization's rules in the form that answers fastest.

use std::sync::Arc;

use super::grid::Pace;
use super::offsets::{Offsets, day_number, local_seconds};
use super::{ProviderIx, Rules, ServiceIx};
use crate::id::{ProviderId, ServiceId};
use crate::organization::{Closure, Organization, Override, Provider, Service, Window, Zone};
use crate::time::{Interval, Span};

#[derive(Debug)]
pub(super) struct ServiceRules {
    pub(super) id: ServiceId,
    pub(super) duration: Span,
    pub(super) buffer_before: Span,
    pub(super) buffer_after: Span,
    pub(super) capacity: u32,
    pub(super) pace: Pace,
    /// In the organization's order.
    pub(super) providers: Vec<ProviderIx>,
}

#[derive(Debug)]
pub(super) struct ProviderRules {
    pub(super) id: ProviderId,
    pub(super) clock: Arc<Offsets>,
    /// Monday first; each day sorted.
    pub(super) weekly: [Vec<Window>; 7],
    /// By local date, sorted.
    pub(super) overrides: Vec<(i64, Vec<Window>)>,
    /// On this provider's clock, sorted by beginning.
    pub(super) closures: Vec<ClosedTime>,
}

#[derive(Debug)]
pub(super) struct ClosedTime {
    pub(super) time: Interval,
    pub(super) reason: Option<String>,
}

impl Rules {
    pub(super) fn of(organization: &Organization) -> Self {
        let mut clocks = Vec::new();
        let provider_rules = |provider| {
            let clock = shared_clock(&mut clocks, zone_of(organization, provider));
            ProviderRules::new(provider, clock, &organization.closures)
        };
        Self {
            min_notice: organization.booking.min_notice,
            horizon_days: i64::from(organization.booking.horizon_days),
            services: organization.services.iter().map(|service| ServiceRules::new(organization, service)).collect(),
            providers: organization.providers.iter().map(provider_rules).collect(),
        }
    }

    pub(super) fn service_rules(&self, service: ServiceIx) -> &ServiceRules {
        &self.services[usize::from(service.0)]
    }

    pub(super) fn provider_rules(&self, provider: ProviderIx) -> &ProviderRules {
        &self.providers[usize::from(provider.0)]
    }
}

impl ServiceRules {
    fn new(organization: &Organization, service: &Service) -> Self {
        let interval = service.slot_interval.unwrap_or(organization.booking.slot_interval);
        Self {
            id: service.id.clone(),
            duration: service.duration,
            buffer_before: service.buffer_before,
            buffer_after: service.buffer_after,
            capacity: service.capacity,
            pace: Pace::new(organization.booking.slot_grid, interval.seconds()),
            providers: positions(&organization.providers, |provider| offers(provider, &service.id)),
        }
    }
}

fn offers(provider: &Provider, service: &ServiceId) -> bool {
    provider.services.is_empty() || provider.services.contains(service)
}

fn positions(providers: &[Provider], wanted: impl Fn(&Provider) -> bool) -> Vec<ProviderIx> {
    let numbered = (0..).map(ProviderIx).zip(providers);
    numbered.filter(|(_, provider)| wanted(provider)).map(|(index, _)| index).collect()
}

impl ProviderRules {
    fn new(provider: &Provider, clock: Arc<Offsets>, closures: &[Closure]) -> Self {
        Self {
            id: provider.id.clone(),
            weekly: provider.hours.each_ref().map(|windows| sorted(windows)),
            overrides: overrides(&provider.overrides),
            closures: closed_times(closures, &clock),
            clock,
        }
    }
}

fn zone_of<'a>(organization: &'a Organization, provider: &'a Provider) -> &'a Zone {
    provider.zone.as_ref().unwrap_or(&organization.zone)
}

/// Providers in one zone share its table.
fn shared_clock(clocks: &mut Vec<Arc<Offsets>>, zone: &Zone) -> Arc<Offsets> {
    if let Some(known) = clocks.iter().find(|clock| clock.is_of(zone.tz())) {
        return Arc::clone(known);
    }
    let clock = Arc::new(Offsets::of(zone.tz()));
    clocks.push(Arc::clone(&clock));
    clock
}

fn overrides(overrides: &[Override]) -> Vec<(i64, Vec<Window>)> {
    let by_day = |one: &Override| (day_number(one.date), sorted(&one.hours));
    let mut days: Vec<_> = overrides.iter().map(by_day).collect();
    days.sort_by_key(|(day, _)| *day);
    days
}

fn sorted(windows: &[Window]) -> Vec<Window> {
    let mut windows = windows.to_vec();
    windows.sort_by_key(|window| window.from);
    windows
}

/// Closures as wide as the clock allows: in a repeated hour from the first of the two instants, or
/// to the last.
fn closed_times(closures: &[Closure], clock: &Offsets) -> Vec<ClosedTime> {
    let closed = |closure: &Closure| ClosedTime {
        time: Interval::new(clock.first(local_seconds(closure.from)), clock.last(local_seconds(closure.until))),
        reason: closure.reason.clone(),
    };
    let mut times: Vec<_> = closures.iter().map(closed).filter(|closed| !closed.time.is_empty()).collect();
    times.sort_by_key(|closed| closed.time.from);
    times
}
