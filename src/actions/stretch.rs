//! Where to look for openings: some days, and the part of them that was asked for.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use ringbook_core::outcome::{Opening, Problem};
use ringbook_core::phrase::{Clock, Day, Window};
use ringbook_core::slots::Slot;

use super::understand::Target;
use super::{Request, openings, refusal};
use crate::app::App;
use crate::store::StoreError;

/// How many days are searched where none is the last: "from Thursday on".
pub const DEFAULT_DAYS: i32 = 7;
/// The longest stretch that is searched.
pub const MAX_DAYS: i32 = 31;

#[derive(Clone, Debug)]
pub struct Stretch {
    /// Never empty, sorted; one entry per run of days, both ends included.
    days: Vec<(Date, Date)>,
    pub clock: Option<Clock>,
}

impl Stretch {
    /// The days and times that were said.
    ///
    /// # Errors
    /// [`Problem::PastDate`] for a day that has gone by, with the day it may have meant.
    pub fn said(request: &Request, day: &Day, clock: Option<Clock>) -> Result<Self, Problem> {
        let days = match day {
            Day::Dates(dates) => dates.iter().map(|date| (*date, *date)).collect(),
            Day::Between { first, last } => vec![run(*first, *last)],
        };
        let today = refusal::today(request);
        match days.iter().find(|(_, last)| *last < today) {
            Some((_, last)) => Err(refusal::past_date(*last, today)),
            None => Ok(Self::new(request, days, clock)),
        }
    }

    /// From `first` on.
    pub fn from(request: &Request, first: Date, last: Option<Date>, clock: Option<Clock>) -> Self {
        Self::new(request, vec![run(first, last)], clock)
    }

    pub fn day(date: Date) -> Self {
        Self { days: vec![(date, date)], clock: None }
    }

    fn new(request: &Request, days: Vec<(Date, Date)>, clock: Option<Clock>) -> Self {
        let clock = clock.map(|clock| match clock {
            Clock::Within(windows) => Clock::Within(likely(request, days[0], windows)),
            at => at,
        });
        Self { days, clock }
    }

    pub fn first(&self) -> Date {
        self.days[0].0
    }

    pub fn last(&self) -> Date {
        self.days[self.days.len() - 1].1
    }

    /// Its only day.
    pub fn single(&self) -> Option<Date> {
        match self.days.as_slice() {
            [(first, last)] if first == last => Some(*first),
            _ => None,
        }
    }

    pub fn search(&self, app: &App, request: &Request, target: &Target) -> Result<Vec<Slot>, StoreError> {
        let mut slots = Vec::new();
        for (first, last) in &self.days {
            slots.extend(openings::list(app, request, target, openings::days(request, *first, *last))?);
        }
        if let Some(clock) = &self.clock {
            let zone = request.business.organization.zone.tz();
            slots.retain(|slot| clock.contains(slot.start.in_zone(zone).time()));
        }
        Ok(slots)
    }

    /// The first openings in it, else what there is instead.
    pub fn offer(&self, app: &App, request: &Request, target: &Target) -> Result<Vec<Opening>, StoreError> {
        let slots = self.search(app, request, target)?;
        match slots.is_empty() {
            true => self.instead(app, request, target),
            false => Ok(openings::openings(request, target, &openings::few_per_day(request, &slots))),
        }
    }

    /// What to offer when there is nothing: another time of the day that was asked about, else the
    /// next openings.
    pub fn instead(&self, app: &App, request: &Request, target: &Target) -> Result<Vec<Opening>, StoreError> {
        let instead = match &self.clock {
            Some(clock) => {
                openings::near(app, request, target, openings::at(request, self.first(), wanted_time(clock)))?
            }
            None => openings::after(app, request, target, self.last())?,
        };
        match instead.is_empty() {
            // Nothing is open beyond the horizon: the first openings there are.
            true => openings::after(app, request, target, Date::MIN),
            false => Ok(instead),
        }
    }
}

fn run(first: Date, last: Option<Date>) -> (Date, Date) {
    let ahead = |days: i32| first.saturating_add((days - 1).days());
    (first, last.map_or(ahead(DEFAULT_DAYS), |last| last.min(ahead(MAX_DAYS))))
}

/// "After four" may be after four in the morning: of several readings those whose ends somebody is
/// there for, else all.
fn likely(request: &Request, (first, last): (Date, Date), windows: Vec<Window>) -> Vec<Window> {
    if windows.len() == 1 {
        return windows;
    }
    let week = first.saturating_add(6.days()).min(last);
    let days: Vec<Date> = first.series(1.day()).take_while(|date| *date <= week).collect();
    let open = |time: Time| days.iter().any(|date| is_open(request, *date, time));
    let likely: Vec<Window> = windows.iter().copied().filter(|window| window.named().all(open)).collect();
    if likely.is_empty() { windows } else { likely }
}

/// Whether it is opening time or closing time, or between the two.
fn is_open(request: &Request, date: Date, time: Time) -> bool {
    let moment = openings::at(request, date, time);
    request.business.rules.opening(date).iter().any(|opening| (opening.from..=opening.until).contains(&moment))
}

/// The latest reading of a time: most appointments are in the afternoon.
fn wanted_time(clock: &Clock) -> Time {
    match clock {
        Clock::At(times) => times.last().copied().unwrap_or_default(),
        Clock::Within(windows) => windows.last().map(|window| window.from).unwrap_or_default(),
    }
}
