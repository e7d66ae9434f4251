//! Who the appointment is for: phone first, email as the fallback (contract §6).
//!
//! A phone number, an email address and a name hide themselves from `{:?}`: what is written to a
//! log by mistake must not name anybody.

mod country;
mod email;
mod name;
mod phone;
mod resolve;

pub use country::{Country, InvalidCountry};
pub use email::{Email, InvalidEmail};
pub use name::PersonName;
pub use phone::{E164, InvalidPhone};
pub use resolve::{Resolution, resolve};

use crate::id::ContactId;

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

impl Person {
    pub fn phone(&self) -> Option<&E164> {
        match &self.reach {
            Reach::Phone { phone, .. } => Some(phone),
            Reach::Email(_) => None,
        }
    }

    pub fn email(&self) -> Option<&Email> {
        match &self.reach {
            Reach::Phone { email, .. } => email.as_ref(),
            Reach::Email(email) => Some(email),
        }
    }
}

/// A contact as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub name: Option<PersonName>,
    pub phone: Option<E164>,
    pub email: Option<Email>,
}

impl Contact {
    /// The first record of `person`.
    pub fn new(id: ContactId, person: &Person) -> Self {
        Self { id, name: person.name.clone(), phone: person.phone().cloned(), email: person.email().cloned() }
    }
}
