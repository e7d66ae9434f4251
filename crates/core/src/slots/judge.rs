//! Judging one start: the rule that refuses it, in a fixed order.

use super::group::joinable;
use super::listing::busy_of;
use super::offsets::date_of;
use super::rules::ProviderRules;
use super::{Busy, ProviderIx, Refusal, Rules, ServiceIx};
use crate::time::{Interval, Moment};

/// What staff may set aside, each by its own word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waived {
    /// Hours, closures, notice, horizon and grid.
    pub hours: bool,
    /// That nobody is booked twice into one time.
    pub exclusion: bool,
}

/// How an appointment lies where a waiver let it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    Free,
    /// On other appointments, holds or blocks.
    OnOthers,
}

impl Rules {
    /// As [`Rules::judge`], without the rules that are waived. What is in the past and who does not
    /// offer the service stay refused, and what is taken stays so unless that is waived itself.
    pub fn judge_waiving(
        &self,
        service: ServiceIx,
        provider: ProviderIx,
        busy: &[Busy],
        now: Moment,
        start: Moment,
        waived: Waived,
    ) -> Result<Fit, Refusal> {
        let taken = self.is_taken(service, provider, busy, start);
        // What it may lie on does not move the grid either.
        let busy = if taken { &[] } else { busy };
        match self.judge(service, provider, busy, now, start) {
            Err(refusal) if !(waived.hours && refusal.is_of_hours()) => Err(refusal),
            _ if taken && !waived.exclusion => Err(Refusal::Taken),
            _ => Ok(if taken { Fit::OnOthers } else { Fit::Free }),
        }
    }

    /// Whether anything is in the way of the start; a group that can be joined is not.
    fn is_taken(&self, service: ServiceIx, provider: ProviderIx, busy: &[Busy], start: Moment) -> bool {
        let (busy, occupied) = (busy_of(busy, provider), self.occupied(service, start));
        let overlaps = |busy: &Busy| !busy.occupied.is_empty() && busy.occupied.overlaps(occupied);
        busy.iter().any(overlaps) && !joinable(self, service, busy).any(|group| group == start)
    }

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
