//! Lists in words, as CLDR joins them: "A, B or C", in Spanish "u" before an o.

use icu_list::options::ListFormatterOptions;
use icu_list::{ListFormatter, ListFormatterPreferences};
use icu_provider::DataError;

/// How the parts of a list belong together.
#[derive(Clone, Copy)]
pub(super) enum Joined {
    And,
    Or,
}

pub(super) struct Lists {
    and: ListFormatter,
    or: ListFormatter,
}

impl Lists {
    pub(super) fn load(locale: ListFormatterPreferences) -> Result<Self, DataError> {
        let options = ListFormatterOptions::default();
        Ok(Self { and: ListFormatter::try_new_and(locale, options)?, or: ListFormatter::try_new_or(locale, options)? })
    }

    pub(super) fn join(&self, items: &[String], joined: Joined) -> String {
        let formatter = match joined {
            Joined::And => &self.and,
            Joined::Or => &self.or,
        };
        formatter.format_to_string(items.iter())
    }

    /// The same for parts that hold conjunctions themselves: a comma keeps them apart.
    pub(super) fn join_apart(&self, mut items: Vec<String>, joined: Joined) -> String {
        if let [.., before_last, _] = items.as_mut_slice() {
            before_last.push(',');
        }
        self.join(&items, joined)
    }
}
