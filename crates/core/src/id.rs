//! Identifiers. Rows have UUIDv7 keys; services and providers have the names their owner gave
//! them; callers hear confirmation codes; voice models hand back slot ids.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::time::Moment;

macro_rules! row_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

row_id!(
    /// One business (tenant). Comes from a credential, never from a request body.
    OrgId
);
row_id!(ContactId);
row_id!(AppointmentId);
row_id!(MessageId);
row_id!(
    /// A phone call's own row; the platform that carried the call numbers it otherwise.
    CallId
);
row_id!(
    /// Busy time that is no appointment.
    BlockId
);
row_id!(
    /// Recurring visits that were booked together.
    SeriesId
);
row_id!(WaitlistId);
row_id!(
    /// One credential. Not secret: it names the row, it does not open anything.
    KeyId
);

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidSlug;
            fn from_str(text: &str) -> Result<Self, InvalidSlug> {
                check_slug(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidSlug;
            fn try_from(text: String) -> Result<Self, InvalidSlug> {
                check_slug(&text)?;
                Ok(Self(text))
            }
        }

        impl From<$name> for String {
            fn from(slug: $name) -> Self {
                slug.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug!(OrgSlug);
slug!(ServiceId);
slug!(ProviderId);
slug!(ClosureId);

#[derive(Debug, thiserror::Error)]
#[error("an id has 1 to 64 characters: lower-case letters, digits, - and _, the first a letter or digit")]
pub struct InvalidSlug;

fn check_slug(text: &str) -> Result<(), InvalidSlug> {
    let allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-' || c == b'_';
    let starts_well = text.bytes().next().is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if starts_well && text.len() <= 64 && text.bytes().all(allowed) { Ok(()) } else { Err(InvalidSlug) }
}

/// One offered time as a voice model hands it back: service, provider and start, with two check
/// characters so that a mistyped id is refused instead of naming another time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotId {
    pub service: ServiceId,
    pub provider: ProviderId,
    pub start: Moment,
}

#[derive(Debug, thiserror::Error)]
#[error("this slot_id was not issued by check_availability")]
pub struct InvalidSlotId;

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = format!("{}.{}.{}", self.service, self.provider, base32(self.start.unix()));
        write!(f, "{body}.{}", check_characters(&body))
    }
}

impl FromStr for SlotId {
    type Err = InvalidSlotId;

    fn from_str(text: &str) -> Result<Self, InvalidSlotId> {
        let text = text.trim().to_ascii_lowercase();
        let (body, check) = text.rsplit_once('.').ok_or(InvalidSlotId)?;
        if check != check_characters(body) {
            return Err(InvalidSlotId);
        }
        let mut parts = body.split('.');
        let (Some(service), Some(provider), Some(start), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(InvalidSlotId);
        };
        Ok(Self {
            service: service.parse().map_err(|_| InvalidSlotId)?,
            provider: provider.parse().map_err(|_| InvalidSlotId)?,
            start: Moment::from_unix(i64::from_str_radix(start, 32).map_err(|_| InvalidSlotId)?),
        })
    }
}

impl Serialize for SlotId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

const BASE32: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";

fn base32(number: i64) -> String {
    let mut rest = number.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        digits.push(BASE32[(rest % 32) as usize]);
        rest /= 32;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.push(b'-');
    }
    digits.iter().rev().map(|&digit| char::from(digit)).collect()
}

fn check_characters(body: &str) -> String {
    // FNV-1a: only mistakes are to be caught, a slot id opens nothing.
    let hash = body.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let index = |shift: u32| BASE32[((hash >> shift) % 32) as usize] as char;
    [index(7), index(19)].iter().collect()
}

/// What a caller hears and says back: letters and digits that cannot be taken for one another and
/// cannot spell a word, at least four of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ConfirmationCode(String);

const CODE_ALPHABET: &[u8; 26] = b"BCDFGHJKMNPQRTVWXYZ2346789";

impl ConfirmationCode {
    /// A code of one character per byte of `random`.
    pub fn from_random(random: &[u8]) -> Self {
        let character = |byte: &u8| char::from(CODE_ALPHABET[usize::from(*byte) % CODE_ALPHABET.len()]);
        Self(random.iter().map(character).collect())
    }

    /// Reads a code as it was said or typed: "k 7 q 4", "K7-Q4".
    pub fn parse(text: &str) -> Option<Self> {
        let code: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        let known = code.bytes().all(|byte| CODE_ALPHABET.contains(&byte));
        ((4..=8).contains(&code.len()) && known).then_some(Self(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConfirmationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
