//! How the parts are written back where that differs from how they are kept.

use jiff::civil::{DateTime, Time};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Closure, DAYS, Target, Window};

pub(super) fn days<S: Serializer>(days: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{days}d"))
}

pub(super) fn week<S: Serializer>(week: &[Vec<Window>; 7], serializer: S) -> Result<S::Ok, S::Error> {
    let open = DAYS.iter().zip(week).filter(|(_, windows)| !windows.is_empty());
    serializer.collect_map(open)
}

pub(super) fn departments<S: Serializer>(list: &[(String, Target)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(list.iter().map(|(name, target)| (name, target)))
}

impl Serialize for Closure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut closure = serializer.serialize_struct("Closure", 4)?;
        closure.serialize_field("id", &self.id)?;
        closure.serialize_field("from", &first(self.from))?;
        closure.serialize_field("to", &last(self.until))?;
        closure.serialize_field("reason", &self.reason)?;
        closure.end()
    }
}

/// A day when it begins with one.
fn first(from: DateTime) -> String {
    if from.time() == Time::midnight() { from.date().to_string() } else { from.to_string() }
}

/// The last day when it ends with one: days are inclusive, times are not.
fn last(until: DateTime) -> String {
    match until.date().yesterday() {
        Ok(day) if until.time() == Time::midnight() => day.to_string(),
        _ => until.to_string(),
    }
}
