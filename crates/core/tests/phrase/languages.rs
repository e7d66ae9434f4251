//! What the tables of all languages share.

use ringbook_core::language::Language;
use ringbook_core::phrase::{Context, DateOrder, read_date, read_time};

use crate::{TUESDAY, at, check, shown};

/// A caller in a country that writes the day first.
pub fn context(language: Language) -> Context {
    Context { language, order: DateOrder::DayFirst, ..at(TUESDAY) }
}

pub fn dates(language: Language, rows: &[(&str, &str)]) {
    check(|said| shown(&read_date(said, &context(language))), rows);
}

pub fn times(language: Language, rows: &[(&str, &str)]) {
    check(|said| shown(&read_time(said, &context(language))), rows);
}
