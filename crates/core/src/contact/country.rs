use std::fmt;

use rlibphonenumber::{PHONE_NUMBER_UTIL, Region};
use serde::{Serialize, Serializer};

/// An ISO 3166 country, which says how to read a phone number without `+`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(Region);

/// A text that is no country code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a country is two letters like US or GB (ISO 3166)")]
pub struct InvalidCountry;

impl Country {
    /// Reads a code of two letters in either case.
    ///
    /// # Errors
    /// [`InvalidCountry`] also for a code that has no telephone numbers of its own.
    pub fn parse(text: &str) -> Result<Self, InvalidCountry> {
        let region = Region::from_code(&text.to_ascii_uppercase()).map_err(|_| InvalidCountry)?;
        let calling_code = PHONE_NUMBER_UTIL.get_country_code_for_region(region);
        calling_code.map(|_| Self(region)).ok_or(InvalidCountry)
    }

    /// Whether people there write 3/4 for March 4th; nearly everywhere else it is April 3rd.
    pub const fn writes_month_first(self) -> bool {
        use Region::{AS, FM, GU, MH, MP, PH, PR, PW, US, VI};
        matches!(self.0, US | AS | GU | MP | PR | VI | FM | MH | PW | PH)
    }

    pub(super) const fn region(self) -> Region {
        self.0
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.as_region_str())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
