//! What goes into a statement and comes out of a row: four types that every engine has.

use ringbook_core::appointment::Status;
use ringbook_core::call::CallStatus;
use ringbook_core::contact::{E164, Email, PersonName};
use ringbook_core::id::{
    AppointmentId, BlockId, CallId, ConfirmationCode, ContactId, KeyId, MessageId, OrgId, OrgSlug, ProviderId,
    SeriesId, ServiceId, WaitlistId,
};
use ringbook_core::time::Moment;
use ringbook_core::waitlist::EntryStatus;
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Null,
    Integer(i64),
    Text(&'a str),
    Blob(&'a [u8]),
    /// The 16 bytes of an id; only goes in, comes out as a blob.
    Id(Uuid),
}

/// What a column can be read as; `None` when it holds something else.
pub(super) trait Column: Sized {
    fn read(value: Value<'_>) -> Option<Self>;
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Column> Column for Option<T> {
    fn read(value: Value<'_>) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl Column for i64 {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Integer(number) = value { Some(number) } else { None }
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl Column for u32 {
    fn read(value: Value<'_>) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Integer(number.try_into().unwrap_or(i64::MAX))
    }
}

impl From<Moment> for Value<'_> {
    fn from(moment: Moment) -> Self {
        Self::Integer(moment.unix())
    }
}

impl Column for Moment {
    fn read(value: Value<'_>) -> Option<Self> {
        i64::read(value).map(Self::from_unix)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl Column for String {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Text(text) = value { Some(text.to_owned()) } else { None }
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes)
    }
}

impl Column for Vec<u8> {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Blob(bytes) = value { Some(bytes.to_owned()) } else { None }
    }
}

impl<'a> From<&'a [u8; 32]> for Value<'a> {
    fn from(hash: &'a [u8; 32]) -> Self {
        Self::Blob(hash)
    }
}

impl Column for [u8; 32] {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Blob(bytes) = value { bytes.try_into().ok() } else { None }
    }
}

impl From<Status> for Value<'_> {
    fn from(status: Status) -> Self {
        Self::Text(status.as_str())
    }
}

impl Column for Status {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Text(text) = value { Self::parse(text) } else { None }
    }
}

impl From<CallStatus> for Value<'_> {
    fn from(status: CallStatus) -> Self {
        Self::Text(status.as_str())
    }
}

impl Column for CallStatus {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Text(text) = value { Self::parse(text) } else { None }
    }
}

impl From<EntryStatus> for Value<'_> {
    fn from(status: EntryStatus) -> Self {
        Self::Text(status.as_str())
    }
}

impl Column for EntryStatus {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Text(text) = value { Self::parse(text) } else { None }
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::Integer(truth.into())
    }
}

impl Column for bool {
    fn read(value: Value<'_>) -> Option<Self> {
        i64::read(value).map(|number| number != 0)
    }
}

impl From<Uuid> for Value<'_> {
    fn from(id: Uuid) -> Self {
        Self::Id(id)
    }
}

impl Column for Uuid {
    fn read(value: Value<'_>) -> Option<Self> {
        if let Value::Blob(bytes) = value { Self::from_slice(bytes).ok() } else { None }
    }
}

macro_rules! id_column {
    ($($name:ident),*) => {$(
        impl From<$name> for Value<'_> {
            fn from(id: $name) -> Self {
                Self::Id(id.0)
            }
        }

        impl Column for $name {
            fn read(value: Value<'_>) -> Option<Self> {
                Uuid::read(value).map(Self)
            }
        }
    )*};
}

id_column!(OrgId, ContactId, AppointmentId, BlockId, SeriesId, KeyId, MessageId, CallId, WaitlistId);

macro_rules! text_column {
    ($($name:ident by $read:expr),* $(,)?) => {$(
        impl<'a> From<&'a $name> for Value<'a> {
            fn from(text: &'a $name) -> Self {
                Self::Text(text.as_str())
            }
        }

        impl Column for $name {
            fn read(value: Value<'_>) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                if let Value::Text(text) = value { read(text) } else { None }
            }
        }
    )*};
}

text_column!(
    ServiceId by |text| text.parse().ok(),
    ProviderId by |text| text.parse().ok(),
    OrgSlug by |text| text.parse().ok(),
    ConfirmationCode by ConfirmationCode::parse,
    E164 by |text| Some(Self::from_stored(text.to_owned())),
    Email by |text| Some(Self::from_stored(text.to_owned())),
    PersonName by |text| Some(Self::from_stored(text.to_owned())),
);
