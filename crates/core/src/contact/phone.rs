use std::fmt;

use rlibphonenumber::{NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};
use serde::Serialize;

use super::Country;

/// A phone number in E.164 form, `+15125550143`, that libphonenumber calls possible.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct E164(String);

/// A text that is no phone number which could be called from abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a phone number is written with its area code, or with + and its country code")]
pub struct InvalidPhone;

const LONGEST_TEXT: usize = 64;

impl E164 {
    /// Reads a number as people write it: "(555) 123-4567", "+44 (0)7700 900123". Without a
    /// `country` only the international form is understood.
    ///
    /// # Errors
    /// [`InvalidPhone`] when the number is not *possible* for its country, or only locally; also
    /// for letters and extensions, because what is left out of them would be another number.
    pub fn parse(text: &str, country: Option<&Country>) -> Result<Self, InvalidPhone> {
        if text.len() > LONGEST_TEXT || !text.chars().all(is_written_in_numbers) {
            return Err(InvalidPhone);
        }
        let number = possible(text, country.map(|country| country.region()))?;
        let written = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164).into_owned();
        // Superfluous leading zeros can survive one reading: the same person would be two contacts.
        let lasting = possible(&written, None).is_ok_and(|again| again == number);
        if lasting { Ok(Self(written)) } else { Err(InvalidPhone) }
    }

    /// A number that was parsed before it was stored.
    pub const fn from_stored(number: String) -> Self {
        Self(number)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("E164(***)")
    }
}

/// Letters, `#`, `,` and `;` begin extensions and vanity numbers.
fn is_written_in_numbers(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace() || "+-().·/\u{2010}\u{2011}\u{2012}\u{2013}".contains(c)
}

/// Valid would be too strict: numbers are assigned faster than metadata is released.
fn possible(text: &str, region: Option<Region>) -> Result<PhoneNumber, InvalidPhone> {
    let number = PHONE_NUMBER_UTIL.parse(text, region).map_err(|_| InvalidPhone)?;
    match PHONE_NUMBER_UTIL.is_possible_number_with_reason(&number) {
        Ok(NumberLengthType::IsPossible) => Ok(number),
        _ => Err(InvalidPhone),
    }
}
