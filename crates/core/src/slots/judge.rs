//! Judging one start: the rule that refuses it, in a fixed order.

use super::listing::busy_of;
use super::offsets::date_of;
use super::rules::ProviderRules;
use super::{Busy, ProviderIx, Refusal, Rules, ServiceIx};
use crate::time::{Interval, Moment};

impl Rules {
    /// Notice and horizon, which [`Rules::list`] applies by asking for less.
    pub(super) fn check_date(&self, provider: ProviderIx, now: Moment, start: Moment) -> Result<(), Refusal> {
        if start < now {
            Err(Refusal::Past)
        } else if start < now + self.min_notice {
            Err(Refusal::TooSoon { notice: self.min_notice })
        } else if start >= self.horizon_end(provider, now) {
            Err(Refusal::BeyondHorizon { last: date_of(self.last_day(provider, now)) })
        } else {
            Ok(())
        }
    }

    /// Why a start that is not listed is not.
    pub(super) fn why_unlisted(
        &self,
        service: ServiceIx,
        provider: ProviderIx,
        busy: &[Busy],
        start: Moment,
    ) -> Refusal {
        let hours = self.provider_rules(provider);
        let occupied = self.occupied(service, start);
        let in_the_way = |busy: &Busy| !busy.occupied.is_empty() && busy.occupied.overlaps(occupied);
        if !hours.open_throughout(Interval::new(start, start + self.service_rules(service).duration)) {
            why_not_open(hours, start)
        } else if busy_of(busy, provider).iter().any(in_the_way) {
            Refusal::Taken
        } else {
            Refusal::OffGrid
        }
    }
}

fn why_not_open(hours: &ProviderRules, start: Moment) -> Refusal {
    let day = hours.clock.day(start);
    if hours.opens_on(day) { Refusal::OutsideHours } else { Refusal::Closed { reason: closing_reason(hours, day) } }
}

fn closing_reason(hours: &ProviderRules, day: i64) -> Option<String> {
    let date = hours.date(day);
    let closed = hours.closures.iter().filter(|closed| closed.time.overlaps(date));
    closed.filter_map(|closed| closed.reason.clone()).next()
}
