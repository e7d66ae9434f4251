//! Availability (contract §5): one pure answer to "when can this service start?", used for listing
//! and for judging one given time, so that what is offered and what is accepted cannot differ.
//!
//! ```text
//! hours    local windows of each date ─► openings as instants (offsets: the zone as arithmetic)
//! cut      openings without closures, without busy time ─► free stretches
//! grid     stretch ─► starts          group: starts that more contacts can join
//! listing  starts of each provider, merged       judge: one start, or why not
//! ```

mod cut;
mod grid;
mod group;
mod hours;
mod judge;
mod listing;
mod offsets;
mod refusal;
mod rules;

use jiff::civil::Date;

pub use self::judge::{Fit, Waived};
pub use self::refusal::Refusal;
use self::rules::{ProviderRules, ServiceRules};
use crate::id::{ProviderId, ServiceId};
use crate::organization::Organization;
use crate::time::{Interval, Moment, Span};

/// Position of a service in [`Organization::services`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceIx(pub u16);

/// Position of a provider in [`Organization::providers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProviderIx(pub u16);

/// An organization's rules, compiled once per change. A [`ServiceIx`] or [`ProviderIx`] is only
/// good for the rules that gave it out.
#[derive(Debug)]
pub struct Rules {
    min_notice: Span,
    horizon_days: i64,
    services: Vec<ServiceRules>,
    providers: Vec<ProviderRules>,
}

/// Time that a provider cannot give: an appointment with its buffers, or a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    pub provider: ProviderIx,
    pub occupied: Interval,
    /// Set when others may still join: an appointment of a group service.
    pub shared: Option<Shared>,
}

/// A group appointment: further contacts may take the same service at the same start while
/// `taken` is below the service's capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    pub service: ServiceIx,
    pub start: Moment,
    pub taken: u32,
}

/// One start that can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub start: Moment,
    pub provider: ProviderIx,
}

impl Rules {
    pub fn compile(organization: &Organization) -> Self {
        Self::of(organization)
    }

    pub fn service(&self, id: &ServiceId) -> Option<ServiceIx> {
        let numbered = (0..).map(ServiceIx).zip(&self.services);
        numbered.into_iter().find(|(_, service)| &service.id == id).map(|(index, _)| index)
    }

    pub fn provider(&self, id: &ProviderId) -> Option<ProviderIx> {
        let numbered = (0..).map(ProviderIx).zip(&self.providers);
        numbered.into_iter().find(|(_, provider)| &provider.id == id).map(|(index, _)| index)
    }

    /// Who offers the service, in the organization's order.
    pub fn providers_of(&self, service: ServiceIx) -> &[ProviderIx] {
        &self.service_rules(service).providers
    }

    /// What the service occupies when it starts at `start`: the appointment with its buffers.
    pub fn occupied(&self, service: ServiceIx, start: Moment) -> Interval {
        let service = self.service_rules(service);
        Interval::new(start - service.buffer_before, start + service.duration + service.buffer_after)
    }

    /// Which stretch of busy time must be known to answer for starts in `range`: everything that
    /// could touch the openings that reach into it. More does no harm and changes no answer.
    pub fn busy_needed(&self, service: ServiceIx, provider: ProviderIx, range: Interval) -> Interval {
        let (service, provider) = (self.service_rules(service), self.provider_rules(provider));
        let from = match service.pace.is_fixed_to(&provider.clock) {
            true => range.from,
            false => provider.reach_back(range.from),
        };
        Interval::new(from - service.buffer_before, range.until + service.duration + service.buffer_after)
    }

    /// Every start in `range`, by time, then by the organization's order of providers.
    /// `busy` is sorted by provider, then start of the occupied time, and holds at least what
    /// overlaps [`Rules::busy_needed`]. Who does not offer the service is passed over.
    pub fn slots<'a>(
        &'a self,
        service: ServiceIx,
        providers: &'a [ProviderIx],
        busy: &'a [Busy],
        now: Moment,
        range: Interval,
    ) -> impl Iterator<Item = Slot> + 'a {
        self.list(service, providers, busy, now, range)
    }

    /// Whether exactly this start is one that [`Rules::slots`] lists, or the first rule that
    /// refuses it.
    pub fn judge(
        &self,
        service: ServiceIx,
        provider: ProviderIx,
        busy: &[Busy],
        now: Moment,
        start: Moment,
    ) -> Result<(), Refusal> {
        self.check_date(provider, now, start)?;
        if !self.offers(service, provider) {
            return Err(Refusal::NotOffered);
        }
        if self.lists(service, provider, busy, start) {
            return Ok(());
        }
        Err(self.why_unlisted(service, provider, busy, start))
    }

    /// Opening hours of a local date (of all providers together), for "are you open today?": the
    /// windows that begin on it on each provider's clock, without closures. Sorted and merged;
    /// empty when closed.
    pub fn opening(&self, date: Date) -> Vec<Interval> {
        let day = offsets::day_number(date);
        let mut openings: Vec<_> = self.providers.iter().flat_map(|provider| provider.openings(day..=day)).collect();
        openings.sort_by_key(|opening| opening.from);
        cut::joined(openings.into_iter()).collect()
    }
}
