//! The languages as they are embedded: the files of their folders in `locales/`, and where CLDR
//! has their dates and lists.

use icu_locale_core::{Locale as CldrLocale, locale};

use crate::language::Language;

pub(super) struct Locale {
    pub(super) files: &'static [&'static str],
    pub(super) dates: CldrLocale,
    pub(super) lists: CldrLocale,
}

macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../../../../locales/", $language, "/availability.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/booking.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/call.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/info.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/phrases.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/refusals.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/time.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/waitlist.ftl")),
        ]
    };
}

pub(super) const ENGLISH: &[&str] = files!("en");

impl Locale {
    pub(super) const fn of(language: Language) -> Self {
        match language {
            // Lists of the world's English: American ones have a comma before their last part.
            Language::En => Self { files: ENGLISH, dates: locale!("en"), lists: locale!("en-001") },
            Language::Es => Self { files: files!("es"), dates: locale!("es"), lists: locale!("es") },
            Language::Fr => Self { files: files!("fr"), dates: locale!("fr"), lists: locale!("fr") },
            Language::De => Self { files: files!("de"), dates: locale!("de"), lists: locale!("de") },
            Language::Pt => Self { files: files!("pt"), dates: locale!("pt"), lists: locale!("pt") },
        }
    }
}
