//! Who the appointment is for: phone first, email as the fallback.

use serde::Serialize;

use crate::id::ContactId;

/// A phone number in E.164 form, `+15125550143`, that libphonenumber calls possible.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct E164(String);

/// An email address in lower case with a real-looking domain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Email(String);

/// A name as it was given, white space aside; never a placeholder such as "Guest".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PersonName(String);

/// An ISO 3166 country, which says how to read a phone number without `+`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country(String);

/// How the person can be reached; at least one way, or there is no [`Person`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    Phone { phone: E164, email: Option<Email> },
    Email(Email),
}

/// A person as one request describes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: Option<PersonName>,
    pub reach: Reach,
}

/// A contact as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub name: Option<PersonName>,
    pub phone: Option<E164>,
    pub email: Option<Email>,
}

macro_rules! stored_text {
    ($($name:ident),*) => {$(
        impl $name {
            /// What the database holds was checked when it was written.
            pub fn from_stored(text: &str) -> Self {
                Self(text.to_owned())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )*};
}

stored_text!(E164, Email, PersonName);
