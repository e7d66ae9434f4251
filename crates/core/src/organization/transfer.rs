//! Where calls are transferred to.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{canonical, names};
use crate::contact::E164;

/// Said around the name of a department without being part of it.
const FILLER: [&str; 9] = ["department", "dept", "team", "people", "person", "someone", "somebody", "staff", "folks"];

/// Shorter ones are extensions of a telephone system.
const FEWEST_DIGITS: usize = 7;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Transfer {
    pub default: Option<Target>,
    /// By name, in alphabetical order.
    #[serde(serialize_with = "canonical::departments")]
    pub departments: Vec<(String, Target)>,
}

/// The other end of a transferred call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Number(E164),
    /// A URI, `sip:desk@example.com`.
    Sip(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a SIP address is written like sip:desk@example.com")]
pub struct InvalidSipAddress;

impl Transfer {
    /// The departments a caller can mean by `said`: "billing", "the billing people", "Buchhaltung".
    /// Several when the words fit several.
    pub fn departments_called(&self, said: &str) -> Vec<&(String, Target)> {
        let bare_names: Vec<(String, usize)> =
            self.departments.iter().enumerate().map(|(at, (name, _))| (bare(name), at)).collect();
        let meant = names::meant(&bare_names, &bare(said), |(name, _)| names::Called { id: name, names: vec![name] });
        meant.into_iter().map(|(_, at)| &self.departments[*at]).collect()
    }
}

/// The words without those around the name; all of them when nothing else is left.
fn bare(text: &str) -> String {
    let is_filler = |word: &&str| FILLER.iter().any(|filler| word.eq_ignore_ascii_case(filler));
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_filler(word)).collect();
    if words.is_empty() { text.trim().to_owned() } else { words.join(" ") }
}

impl Target {
    /// Reads a SIP URI.
    ///
    /// # Errors
    /// [`InvalidSipAddress`] for another scheme, too.
    pub fn sip(text: &str) -> Result<Self, InvalidSipAddress> {
        match text.split_once(':') {
            Some(("sip" | "sips", address)) if is_sip_address(address) => Ok(Self::Sip(text.to_owned())),
            _ => Err(InvalidSipAddress),
        }
    }

    /// A target that was parsed before it was stored.
    pub fn from_stored(text: String) -> Self {
        if text.starts_with('+') { Self::Number(E164::from_stored(text)) } else { Self::Sip(text) }
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Number(number) => number.as_str(),
            Self::Sip(uri) => uri,
        }
    }

    /// Whether `number` would ring: the number itself, or a SIP URI whose user is that number in
    /// any spelling, with or without `+`, country or trunk prefix.
    pub fn rings(&self, number: &E164) -> bool {
        match self {
            Self::Number(own) => own == number,
            Self::Sip(uri) => sip_digits(uri).is_some_and(|digits| number.as_str().ends_with(&digits)),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Enough to catch a mistake; the platform that transfers the call reads it for good.
fn is_sip_address(address: &str) -> bool {
    let host = address.split_once('@').map_or(address, |(_, host)| host);
    !host.is_empty() && !address.contains(char::is_whitespace)
}

/// The digits of a URI's user part when it is a phone number, without leading zeros.
fn sip_digits(uri: &str) -> Option<String> {
    let (_, address) = uri.split_once(':')?;
    let (user, _) = address.split_once('@')?;
    let user = user.split([';', ':']).next()?.replace("%2B", "+").replace("%2b", "+");
    let written_as_number = user.chars().all(|c| c.is_ascii_digit() || "+-.()".contains(c));
    let digits: String = user.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (written_as_number && digits.len() >= FEWEST_DIGITS).then(|| digits.to_owned())
}
