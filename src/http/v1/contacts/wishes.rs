//! What programs send about contacts that are there.

use ringbook_core::id::ContactId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::actions::contacts::Changes;
use crate::http::v1::values::{Text, given};

/// What is to be different; what is left out stays, null removes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactChanges {
    /// Their name.
    #[serde(default, deserialize_with = "given")]
    #[schema(inline, example = "Ada Park")]
    name: Option<Option<Text>>,
    /// Their phone number.
    #[serde(default, deserialize_with = "given")]
    #[schema(inline, example = "+12125550143")]
    phone: Option<Option<Text>>,
    /// Their email address.
    #[serde(default, deserialize_with = "given")]
    #[schema(inline, example = "ada@example.com")]
    email: Option<Option<Text>>,
}

impl ContactChanges {
    pub fn of(self, contact: ContactId) -> Changes {
        let text = |given: Option<Option<Text>>| given.map(|text| text.map(|text| text.0));
        Changes { contact, name: text(self.name), phone: text(self.phone), email: text(self.email) }
    }
}

/// The other record of the same person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The contact that goes.
    #[schema(value_type = Uuid)]
    pub from: ContactId,
}
