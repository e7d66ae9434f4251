//! Dates in words, in the order and with the names that CLDR has for a language.

use std::fmt;

use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_datetime::fieldsets::{MD, MDE, YMD, YMDE};
use icu_datetime::parts::DAY;
use icu_datetime::{DateTimeFormatterLoadError, DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use jiff::civil::{Date, Weekday};
use jiff_icu::ConvertFrom;
use writeable::{Part, PartsWrite, Writeable};

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

pub(super) struct Dates {
    date: Formatter<MDE>,
    date_with_year: Formatter<YMDE>,
    month_and_day: Formatter<MD>,
    month_and_day_with_year: Formatter<YMD>,
    weekdays: Vec<String>,
    /// The days of the month as they are spoken: "3rd", "1er".
    days: Vec<String>,
}

impl Dates {
    pub(super) fn load(
        locale: DateTimeFormatterPreferences,
        days: Vec<String>,
    ) -> Result<Self, DateTimeFormatterLoadError> {
        let weekday = Formatter::try_new(locale, icu_datetime::fieldsets::E::long())?;
        let monday = Date::constant(2024, 1, 1);
        let weekdays = monday.series(jiff::Span::new().days(1)).take(7);
        Ok(Self {
            date: Formatter::try_new(locale, MDE::long())?,
            date_with_year: Formatter::try_new(locale, YMDE::long())?,
            month_and_day: Formatter::try_new(locale, MD::long())?,
            month_and_day_with_year: Formatter::try_new(locale, YMD::long())?,
            weekdays: weekdays.map(|date| weekday.format(&gregorian(date)).to_string()).collect(),
            days,
        })
    }

    /// "Wednesday, June 3rd".
    pub(super) fn date(&self, date: Date) -> String {
        self.spoken(date, &self.date.format(&gregorian(date)))
    }

    /// "Wednesday, June 3rd, 2026".
    pub(super) fn date_with_year(&self, date: Date) -> String {
        self.spoken(date, &self.date_with_year.format(&gregorian(date)))
    }

    /// "June 3rd", where the weekday is a matter of its own.
    pub(super) fn month_and_day(&self, date: Date) -> String {
        self.spoken(date, &self.month_and_day.format(&gregorian(date)))
    }

    /// "June 3rd, 2026".
    pub(super) fn month_and_day_with_year(&self, date: Date) -> String {
        self.spoken(date, &self.month_and_day_with_year.format(&gregorian(date)))
    }

    /// "Wednesday", on its own.
    pub(super) fn weekday(&self, weekday: Weekday) -> &str {
        nth(&self.weekdays, weekday.to_monday_one_offset())
    }

    fn spoken(&self, date: Date, written: &impl Writeable) -> String {
        let mut sink = WithDay { text: String::new(), day: nth(&self.days, date.day()), in_day: false };
        // Writing to a string cannot fail.
        let _ = written.write_to_parts(&mut sink);
        sink.text
    }
}

fn gregorian(date: Date) -> CalendarDate<Gregorian> {
    CalendarDate::convert_from(date).to_calendar(Gregorian)
}

fn nth(names: &[String], number: i8) -> &str {
    let index = usize::try_from(number - 1).unwrap_or_default();
    names.get(index).map_or("", String::as_str)
}

/// Takes a written date and puts the spoken day into the place of its digits.
struct WithDay<'a> {
    text: String,
    day: &'a str,
    in_day: bool,
}

impl fmt::Write for WithDay<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !self.in_day {
            self.text.push_str(text);
        }
        Ok(())
    }
}

impl PartsWrite for WithDay<'_> {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        if part != DAY {
            return write(self);
        }
        self.text.push_str(self.day);
        self.in_day = true;
        let written = write(self);
        self.in_day = false;
        written
    }
}
