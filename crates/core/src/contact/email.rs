use std::fmt;

use email_address::{EmailAddress, Options};
use serde::Serialize;

/// An email address in lower case with a real-looking domain.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Email(String);

/// A text that is no address which mail could reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an email address looks like name@example.com")]
pub struct InvalidEmail;

/// RFC 5321 §4.5.3.1.3, without the angle brackets.
const LONGEST_ADDRESS: usize = 254;

impl Email {
    /// Reads an address in any case, white space around it aside.
    ///
    /// # Errors
    /// [`InvalidEmail`] when it breaks the grammar, is quoted, or its domain has no top level or
    /// could not be registered.
    pub fn parse(text: &str) -> Result<Self, InvalidEmail> {
        let text = text.trim().to_lowercase();
        let strict = Options::default().with_required_tld().without_domain_literal().without_display_text();
        let address = EmailAddress::parse_with_options(&text, strict).map_err(|_| InvalidEmail)?;
        let quoted = address.local_part().starts_with('"');
        if quoted || text.len() > LONGEST_ADDRESS || !could_be_registered(address.domain()) {
            return Err(InvalidEmail);
        }
        Ok(Self(text))
    }

    /// An address that was parsed before it was stored.
    pub const fn from_stored(address: String) -> Self {
        Self(address)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(***)")
    }
}

fn could_be_registered(domain: &str) -> bool {
    let top_level = domain.rsplit('.').next().unwrap_or_default();
    let of_letters = top_level.chars().count() >= 2 && top_level.chars().all(char::is_alphabetic);
    !domain.contains('_') && (of_letters || top_level.starts_with("xn--"))
}
