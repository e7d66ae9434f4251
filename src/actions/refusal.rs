//! A rule's refusal as a problem that can be told to the caller.

use jiff::ToSpan;
use jiff::civil::Date;
use ringbook_core::outcome::Problem;
use ringbook_core::slots::{ProviderIx, Refusal, ServiceIx};
use ringbook_core::time::Moment;

use super::{Request, understand};

pub fn problem(
    request: &Request,
    service: ServiceIx,
    provider: ProviderIx,
    start: Moment,
    refusal: Refusal,
) -> Problem {
    let date = start.in_zone(request.business.organization.zone.tz()).date();
    match refusal {
        Refusal::Past => past(request, start, date),
        Refusal::TooSoon { notice } => Problem::TooSoon { notice },
        Refusal::BeyondHorizon { last } => Problem::BeyondHorizon { last },
        Refusal::NotOffered => understand::not_offered(&request.business, service, provider),
        Refusal::Closed { reason } => Problem::Closed { date, reason },
        Refusal::OutsideHours => Problem::OutsideHours { start },
        Refusal::OffGrid => Problem::NotOnGrid { start },
        Refusal::Taken => Problem::SlotUnavailable { start },
    }
}

fn past(request: &Request, start: Moment, date: Date) -> Problem {
    let today = today(request);
    match date < today {
        true => past_date(date, today),
        false => Problem::PastTime { start },
    }
}

/// A date that has gone by, with the next day of the same name as the candidate to ask about.
pub fn past_date(date: Date, today: Date) -> Problem {
    let years = i32::from(today.year()) - i32::from(date.year());
    let again = |years: i32| date.checked_add(years.years()).ok();
    let candidate = [years, years + 1].into_iter().filter_map(again).find(|again| *again >= today);
    Problem::PastDate { date, candidate }
}

pub fn today(request: &Request) -> Date {
    request.now.in_zone(request.business.organization.zone.tz()).date()
}
