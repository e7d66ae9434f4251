//! Dates, times and lists in words: what every sentence is made of.

use fluent_bundle::FluentArgs;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::lists::Joined;
use super::texts::{Text, Texts, args};
use crate::time::{Moment, Span};

/// One language on one day in one zone.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) texts: &'static Texts,
    pub(super) zone: &'a TimeZone,
    pub(super) now: Moment,
    pub(super) today: Date,
    /// Whether the organization writes its names in the language that is spoken.
    pub(super) own_language: bool,
}

/// Where in a sentence a time stands; some languages have other words for it there.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// The first word of the sentence: "Three PM is taken."
    First,
    Within,
    /// Where something begins that lasts: "from 3 PM".
    Start,
    /// Among words that the organization wrote, with a preposition of theirs.
    Foreign,
}

impl Place {
    const fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Within => "within",
            Self::Start => "start",
            Self::Foreign => "foreign",
        }
    }
}

impl<'a> Words<'a> {
    pub(super) fn with(&self, text: Text, args: &FluentArgs<'_>) -> String {
        self.texts.with(text, args)
    }

    pub(super) fn date_of(&self, moment: Moment) -> Date {
        moment.in_zone(self.zone).date()
    }

    /// "Wednesday, June 3rd", with the year when it is not this one.
    pub(super) fn day(&self, date: Date) -> String {
        if date.year() == self.today.year() { self.date(date) } else { self.date_with_year(date) }
    }

    fn date(&self, date: Date) -> String {
        self.texts.dates.date(date)
    }

    pub(super) fn date_with_year(&self, date: Date) -> String {
        self.texts.dates.date_with_year(date)
    }

    /// A day as the values of a sentence: the preposition may depend on the day of the week.
    pub(super) fn day_values(&self, date: Date) -> FluentArgs<'static> {
        args!["day" => self.day(date), "day-of-week" => date.weekday().to_monday_one_offset()]
    }

    /// "June 4th", where the weekday is a matter of its own.
    pub(super) fn month_and_day(&self, date: Date) -> String {
        let dates = &self.texts.dates;
        if date.year() == self.today.year() { dates.month_and_day(date) } else { dates.month_and_day_with_year(date) }
    }

    /// "3 30 PM"; in the hour that a clock change repeats, which of the two it is.
    pub(super) fn time(&self, moment: Moment, place: Place) -> String {
        self.marked(moment, self.clock(moment.in_zone(self.zone).time(), place))
    }

    fn marked(&self, moment: Moment, time: String) -> String {
        let local = moment.in_zone(self.zone);
        let AmbiguousOffset::Fold { before, .. } = self.zone.to_ambiguous_timestamp(local.datetime()).offset() else {
            return time;
        };
        let text = if local.offset() == before { Text::TimeBeforeChange } else { Text::TimeAfterChange };
        self.with(text, &args!["time" => time])
    }

    pub(super) fn clock(&self, time: Time, place: Place) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        let text = match (hour, minute) {
            (0, 0) => Text::Midnight,
            (12, 0) => Text::Noon,
            (_, 0) => Text::TimeOnTheHour,
            _ => Text::TimeWithMinutes,
        };
        let args = args![
            "place" => place.as_str(),
            "hour" => twelve_hours(hour),
            "hour-of-day" => hour,
            "minute" => minute,
            "period" => self.texts.period(hour),
        ];
        self.with(text, &args)
    }

    /// "Wednesday, June 3rd at 2 PM".
    pub(super) fn moment(&self, moment: Moment) -> String {
        let mut args = self.day_values(self.date_of(moment));
        args.set("time", self.time(moment, Place::Within));
        self.with(Text::TimeOnDay, &args)
    }

    /// "2 hours", "1 hour 30 minutes", "2 days": the two largest units, minutes rounded up.
    pub(super) fn length(&self, span: Span) -> String {
        let minutes = span.seconds().max(0).saturating_add(59) / 60;
        let units = [
            (Text::LengthDays, minutes / 1440),
            (Text::LengthHours, minutes / 60 % 24),
            (Text::LengthMinutes, minutes % 60),
        ];
        let count = |(text, count): (Text, i64)| self.with(text, &args!["count" => count]);
        let mut parts = units.into_iter().filter(|(_, count)| *count > 0).take(2).map(count);
        match (parts.next(), parts.next()) {
            (Some(first), Some(second)) => self.with(Text::LengthPair, &args!["first" => first, "last" => second]),
            (Some(only), None) => only,
            _ => count((Text::LengthMinutes, 0)),
        }
    }

    /// "9 AM, 9 30 AM or 10 AM".
    pub(super) fn list(&self, items: &[String], joined: Joined) -> String {
        self.texts.lists.join(items, joined)
    }

    /// A list of parts that are lists themselves.
    pub(super) fn list_apart(&self, items: Vec<String>, joined: Joined) -> String {
        self.texts.lists.join_apart(items, joined)
    }
}

fn twelve_hours(hour: i8) -> i8 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}
