//! The names of days and months, looked up once per language: they are in almost every sentence.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::civil::{Date, Weekday};

use super::texts::{Text, format};

pub(super) struct Calendar {
    weekdays: Vec<String>,
    months: Vec<String>,
    days: Vec<String>,
    hours: Vec<String>,
}

impl Calendar {
    pub(super) fn of(bundle: &FluentBundle<FluentResource>) -> Self {
        Self {
            weekdays: names(bundle, Text::Weekday, "weekday", 7),
            months: names(bundle, Text::Month, "month", 12),
            days: names(bundle, Text::DayOfMonth, "day", 31),
            hours: names(bundle, Text::HourFirst, "hour", 12),
        }
    }

    pub(super) fn weekday(&self, weekday: Weekday) -> &str {
        nth(&self.weekdays, weekday.to_monday_one_offset())
    }

    pub(super) fn month(&self, date: Date) -> &str {
        nth(&self.months, date.month())
    }

    pub(super) fn day(&self, date: Date) -> &str {
        nth(&self.days, date.day())
    }

    /// An hour of the 12-hour clock in letters, as a sentence begins with it: "Three".
    pub(super) fn hour_first(&self, hour: i8) -> &str {
        nth(&self.hours, hour)
    }
}

fn names(bundle: &FluentBundle<FluentResource>, text: Text, argument: &'static str, count: u8) -> Vec<String> {
    let name = |number: u8| {
        let args: FluentArgs<'_> = [(argument, number)].into_iter().collect();
        format(bundle, text, Some(&args)).into_owned()
    };
    (1..=count).map(name).collect()
}

fn nth(names: &[String], number: i8) -> &str {
    let index = usize::try_from(number - 1).unwrap_or_default();
    names.get(index).map_or("", String::as_str)
}
