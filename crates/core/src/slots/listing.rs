//! Listing: the starts of each provider, merged by time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cut::without;
use super::grid;
use super::group::joinable;
use super::hours::DAYS_SEARCHED;
use super::offsets::DAY;
use super::rules::ServiceRules;
use super::{Busy, ProviderIx, Rules, ServiceIx, Slot};
use crate::time::{Interval, Moment, Span};

impl Rules {
    /// Every start in `range` of all `providers`, merged.
    pub(super) fn list<'a>(
        &'a self,
        service: ServiceIx,
        providers: &'a [ProviderIx],
        busy: &'a [Busy],
        now: Moment,
        range: Interval,
    ) -> impl Iterator<Item = Slot> + 'a {
        let offered = providers.iter().copied().filter(move |provider| self.offers(service, *provider));
        merged(offered.flat_map(move |provider| {
            let asked = self.bookable(provider, now, range);
            let busy = busy_of(busy, provider);
            let at = move |start| Slot { start, provider };
            let fresh = self.fresh_starts(service, provider, busy, asked).map(at);
            let shared = self.shared_starts(service, provider, busy, asked).map(at);
            [Source::Fresh(fresh), Source::Shared(shared)]
        }))
    }

    /// Whether `start` is one that is listed, but for notice and horizon.
    pub(super) fn lists(&self, service: ServiceIx, provider: ProviderIx, busy: &[Busy], start: Moment) -> bool {
        let asked = only(start);
        let busy = busy_of(busy, provider);
        self.fresh_starts(service, provider, busy, asked).next().is_some()
            || self.shared_starts(service, provider, busy, asked).next().is_some()
    }

    pub(super) fn offers(&self, service: ServiceIx, provider: ProviderIx) -> bool {
        self.providers_of(service).binary_search(&provider).is_ok()
    }

    /// When `provider` can be booked at all: after the notice, up to the horizon.
    fn bookable(&self, provider: ProviderIx, now: Moment, range: Interval) -> Interval {
        let begin = now.max(now + self.min_notice);
        Interval::new(range.from.max(begin), range.until.min(self.horizon_end(provider, now)))
    }

    /// The last local date that can be booked.
    pub(super) fn last_day(&self, provider: ProviderIx, now: Moment) -> i64 {
        self.provider_rules(provider).clock.day(now) + self.horizon_days
    }

    pub(super) fn horizon_end(&self, provider: ProviderIx, now: Moment) -> Moment {
        self.provider_rules(provider).clock.last((self.last_day(provider, now) + 1) * DAY)
    }

    /// Starts on the grid of what is free.
    fn fresh_starts<'a>(
        &'a self,
        service: ServiceIx,
        provider: ProviderIx,
        busy: &'a [Busy],
        asked: Interval,
    ) -> impl Iterator<Item = Moment> + 'a {
        let (service, provider) = (self.service_rules(service), self.provider_rules(provider));
        let days = provider.clock.day(asked.from) - DAYS_SEARCHED..=provider.clock.day(asked.until + service.duration);
        let openings = provider.openings(days);
        let blocked = busy.iter().map(|busy| busy.occupied).filter(|occupied| !occupied.is_empty());
        without(openings, blocked.map(|occupied| widened(occupied, service)))
            .skip_while(move |stretch| stretch.until <= asked.from)
            .flat_map(move |stretch| grid::sections(service.duration, &provider.clock, stretch))
            .flat_map(move |section| grid::run(service.pace, &provider.clock, section, asked))
    }

    /// Starts of group appointments that more contacts can join.
    fn shared_starts<'a>(
        &'a self,
        service: ServiceIx,
        provider: ProviderIx,
        busy: &'a [Busy],
        asked: Interval,
    ) -> impl Iterator<Item = Moment> + 'a {
        let (duration, hours) = (self.service_rules(service).duration, self.provider_rules(provider));
        joinable(self, service, busy)
            .filter(move |start| asked.contains(*start))
            .filter(move |start| hours.open_throughout(Interval::new(*start, *start + duration)))
    }
}

fn only(start: Moment) -> Interval {
    Interval::new(start, start + Span::from_seconds(1))
}

pub(super) fn busy_of(busy: &[Busy], provider: ProviderIx) -> &[Busy] {
    let from = busy.partition_point(|busy| busy.provider < provider);
    let until = busy.partition_point(|busy| busy.provider <= provider);
    &busy[from..until]
}

/// Where the appointment itself may not lie, so that with its buffers it does not overlap.
fn widened(occupied: Interval, service: &ServiceRules) -> Interval {
    Interval::new(occupied.from - service.buffer_after, occupied.until + service.buffer_before)
}

enum Source<F, S> {
    Fresh(F),
    Shared(S),
}

impl<F: Iterator<Item = Slot>, S: Iterator<Item = Slot>> Iterator for Source<F, S> {
    type Item = Slot;

    #[inline]
    fn next(&mut self) -> Option<Slot> {
        match self {
            Self::Fresh(starts) => starts.next(),
            Self::Shared(starts) => starts.next(),
        }
    }
}

/// Sorted sources as one, sorted by start, then provider.
fn merged<S: Iterator<Item = Slot>>(sources: impl Iterator<Item = S>) -> impl Iterator<Item = Slot> {
    let mut sources: Vec<S> = sources.collect();
    let head = |(index, source): (usize, &mut S)| Some(Reverse((source.next()?, index)));
    let mut heads: BinaryHeap<_> = sources.iter_mut().enumerate().filter_map(head).collect();
    let mut only_source: Option<usize> = None;
    std::iter::from_fn(move || {
        // The usual case, one provider, is not to pay for the merging of many.
        if let Some(index) = only_source {
            return sources.get_mut(index)?.next();
        }
        let Reverse((slot, index)) = heads.pop()?;
        if heads.is_empty() {
            only_source = Some(index);
        } else if let Some(later) = sources[index].next() {
            heads.push(Reverse((later, index)));
        }
        Some(slot)
    })
}
