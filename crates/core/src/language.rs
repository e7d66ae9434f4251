//! The languages that are spoken and understood.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    En,
    Es,
    Fr,
    De,
    Pt,
}

impl Language {
    pub const ALL: [Self; 5] = [Self::En, Self::Es, Self::Fr, Self::De, Self::Pt];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Pt => "pt",
        }
    }

    /// Whether every noun is written with a capital, not only names.
    pub const fn capitalizes_nouns(self) -> bool {
        matches!(self, Self::De)
    }

    /// The language of a locale like `es-MX`, or by its name as a model may write it ("Spanish",
    /// "español").
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let code = text.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code() == code || language.names().contains(&text.as_str()))
    }

    const fn names(self) -> [&'static str; 3] {
        match self {
            Self::En => ["english", "eng", "inglés"],
            Self::Es => ["spanish", "español", "espanol"],
            Self::Fr => ["french", "français", "francais"],
            Self::De => ["german", "deutsch", "ger"],
            Self::Pt => ["portuguese", "português", "portugues"],
        }
    }
}
