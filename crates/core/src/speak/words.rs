//! Dates, times and lists in words: what every sentence is made of.

use fluent_bundle::FluentArgs;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::texts::{Text, Texts, args};
use crate::time::{Moment, Span};

/// One language on one day in one zone.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) texts: &'static Texts,
    pub(super) zone: &'a TimeZone,
    pub(super) now: Moment,
    pub(super) today: Date,
}

/// How the parts of a list belong together.
#[derive(Clone, Copy)]
pub(super) enum Joined {
    And,
    Or,
}

impl<'a> Words<'a> {
    pub(super) fn new(texts: &'static Texts, zone: &'a TimeZone, now: Moment) -> Self {
        Self { texts, zone, now, today: now.in_zone(zone).date() }
    }

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
        self.with(Text::Date, &self.date_args(date))
    }

    pub(super) fn date_with_year(&self, date: Date) -> String {
        let mut args = self.date_args(date);
        args.set("year", date.year().to_string());
        self.with(Text::DateWithYear, &args)
    }

    /// "June 4th", where the weekday is a matter of its own.
    pub(super) fn month_and_day(&self, date: Date) -> String {
        let text = if date.year() == self.today.year() { Text::MonthAndDay } else { Text::MonthAndDayWithYear };
        let mut args = self.date_args(date);
        args.set("year", date.year().to_string());
        self.with(text, &args)
    }

    fn date_args(&self, date: Date) -> FluentArgs<'static> {
        let names = &self.texts.calendar;
        args![
            "weekday" => names.weekday(date.weekday()),
            "month" => names.month(date),
            "day" => names.day(date),
        ]
    }

    /// "3 30 PM"; in the hour that a clock change repeats, which of the two it is.
    pub(super) fn time(&self, moment: Moment) -> String {
        self.marked(moment, self.clock(moment.in_zone(self.zone).time()))
    }

    /// The same as the first word of a sentence: "Three PM".
    pub(super) fn time_first(&self, moment: Moment) -> String {
        self.marked(moment, self.clock_first(moment.in_zone(self.zone).time()))
    }

    fn marked(&self, moment: Moment, time: String) -> String {
        let local = moment.in_zone(self.zone);
        let AmbiguousOffset::Fold { before, .. } = self.zone.to_ambiguous_timestamp(local.datetime()).offset() else {
            return time;
        };
        let text = if local.offset() == before { Text::TimeBeforeChange } else { Text::TimeAfterChange };
        self.with(text, &args!["time" => time])
    }

    pub(super) fn clock(&self, time: Time) -> String {
        match (time.hour(), time.minute()) {
            (0, 0) => self.texts.text(Text::Midnight).into_owned(),
            (12, 0) => self.texts.text(Text::Noon).into_owned(),
            (hour, minute) => self.hour_and_minute(twelve_hours(hour).to_string(), hour, minute),
        }
    }

    fn clock_first(&self, time: Time) -> String {
        match (time.hour(), time.minute()) {
            (0, 0) => self.texts.text(Text::MidnightFirst).into_owned(),
            (12, 0) => self.texts.text(Text::NoonFirst).into_owned(),
            (hour, minute) => {
                let name = self.texts.calendar.hour_first(twelve_hours(hour)).to_owned();
                self.hour_and_minute(name, hour, minute)
            }
        }
    }

    fn hour_and_minute(&self, hour_name: String, hour: i8, minute: i8) -> String {
        let half = if hour < 12 { Text::HalfMorning } else { Text::HalfAfternoon };
        let mut args = args!["hour" => hour_name, "half" => self.texts.text(half)];
        if minute == 0 {
            return self.with(Text::TimeOnTheHour, &args);
        }
        args.set("minute", format!("{minute:02}"));
        self.with(Text::TimeWithMinutes, &args)
    }

    /// "Wednesday, June 3rd at 2 PM".
    pub(super) fn moment(&self, moment: Moment) -> String {
        let args = args!["day" => self.day(self.date_of(moment)), "time" => self.time(moment)];
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
            (Some(first), Some(second)) => self.pair(Text::LengthPair, first, second),
            (Some(only), None) => only,
            _ => count((Text::LengthMinutes, 0)),
        }
    }

    /// "9 AM, 9 30 AM or 10 AM".
    pub(super) fn list(&self, items: Vec<String>, joined: Joined) -> String {
        let last = match joined {
            Joined::And => Text::ListAnd,
            Joined::Or => Text::ListOr,
        };
        self.join(items, Text::ListComma, last)
    }

    /// A list of parts that are lists themselves.
    pub(super) fn list_apart(&self, items: Vec<String>, joined: Joined) -> String {
        let last = match joined {
            Joined::And => Text::ListApartAnd,
            Joined::Or => Text::ListApartOr,
        };
        self.join(items, Text::ListComma, last)
    }

    fn join(&self, items: Vec<String>, between: Text, before_last: Text) -> String {
        let last = items.len().saturating_sub(1);
        let append = |list: String, (index, item): (usize, String)| {
            let text = if index == last { before_last } else { between };
            self.pair(text, list, item)
        };
        let mut items = items.into_iter().enumerate();
        let first = items.next().map(|(_, item)| item).unwrap_or_default();
        items.fold(first, append)
    }

    fn pair(&self, text: Text, first: String, last: String) -> String {
        self.with(text, &args!["first" => first, "last" => last])
    }
}

fn twelve_hours(hour: i8) -> i8 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}
