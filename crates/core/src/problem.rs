//! Every way a request can be refused, and the fields that it can be about.

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::appointment::Status;
use crate::id::{ContactId, OrgSlug};
use crate::time::{Moment, Span};

/// A field of a request, by the name callers of the API know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Date,
    Time,
    Start,
    SlotId,
    Service,
    Provider,
    Name,
    Phone,
    Email,
    Notes,
    From,
    To,
    End,
    PartOfDay,
    Topic,
    HoldId,
    AppointmentId,
    ConfirmationCode,
    Reason,
    Language,
    Message,
    Urgent,
    Department,
    Summary,
    Repeat,
    RepeatEvery,
    RepeatCount,
    Scope,
}

impl Field {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Start => "start",
            Self::SlotId => "slot_id",
            Self::Service => "service",
            Self::Provider => "provider",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Notes => "notes",
            Self::From => "from",
            Self::To => "to",
            Self::End => "end",
            Self::PartOfDay => "part_of_day",
            Self::Topic => "topic",
            Self::HoldId => "hold_id",
            Self::AppointmentId => "appointment_id",
            Self::ConfirmationCode => "confirmation_code",
            Self::Reason => "reason",
            Self::Language => "language",
            Self::Message => "message",
            Self::Urgent => "urgent",
            Self::Department => "department",
            Self::Summary => "summary",
            Self::Repeat => "repeat",
            Self::RepeatEvery => "repeat_every",
            Self::RepeatCount => "repeat_count",
            Self::Scope => "scope",
        }
    }
}

/// Every way a request can be refused. One stable code each ([`Problem::code`]), one spoken
/// sentence each ([`crate::speak`]), one HTTP status each (the server).
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    MissingContactInfo,
    InvalidPhone,
    InvalidEmail,
    UnreadableDate,
    NoSuchDate {
        nearest: Option<Date>,
    },
    WeekdayMismatch {
        said: Weekday,
        date: Date,
        nearest: Date,
    },
    /// Words that fit several days; the caller must choose.
    WhichDate {
        candidates: Vec<Date>,
    },
    UnreadableTime,
    NoSuchTime,
    /// A local time that the clocks skip.
    SkippedTime,
    /// Words that fit several times of day; the caller must choose.
    WhichTime {
        candidates: Vec<Moment>,
    },
    InvalidSlotId,
    MissingField(Field),
    /// A field of the wrong type or far too long.
    MalformedField(Field),
    /// The arguments of a tool as a whole cannot be read.
    MalformedArguments,
    /// `candidate` is the next date with the same month and day.
    PastDate {
        date: Date,
        candidate: Option<Date>,
    },
    /// Today, but the time has gone by.
    PastTime {
        start: Moment,
    },
    BeyondHorizon {
        last: Date,
    },
    TooSoon {
        notice: Span,
    },
    Closed {
        date: Date,
        reason: Option<String>,
    },
    OutsideHours {
        start: Moment,
    },
    UnknownService {
        known: Vec<String>,
    },
    /// The words fit several services.
    WhichService {
        candidates: Vec<String>,
    },
    UnknownProvider {
        known: Vec<String>,
    },
    WhichProvider {
        candidates: Vec<String>,
    },
    /// The provider does not offer the service; those who do.
    NotOffered {
        provider: String,
        service: String,
    },
    UnknownTool {
        known: Vec<&'static str>,
    },
    /// Taken by another appointment, hold or block: never says whose.
    SlotUnavailable {
        start: Moment,
    },
    /// Free, but not one of the starts on offer.
    NotOnGrid {
        start: Moment,
    },
    /// Absent or somebody else's: never says which.
    NotFound,
    /// No such hold of this call.
    HoldNotFound,
    /// The hold ran out or was given up before it was confirmed.
    HoldExpired,
    /// Nearer than `notice` to its start, or past it.
    TooLateToChange {
        notice: Span,
    },
    /// The organization has nobody to transfer calls to.
    NoTransfer,
    /// The transfer would bring the call back to where it comes from.
    TransferLoop,
    /// Nobody in particular can be meant; those who can.
    WhichDepartment {
        known: Vec<String>,
    },
    /// Another contact has that phone number or email address.
    ContactExists {
        contact: ContactId,
    },
    /// Nobody needs to wait: something that would do is free.
    FreeAlready,
    /// Nobody can have come to it or missed it yet.
    NotYetBegun {
        start: Moment,
    },
    /// Not what can be done to an appointment in this state.
    WrongStatus {
        status: Status,
    },
    /// It was changed since the program saw it.
    VersionMismatch,
    /// The same idempotency key came with another body.
    KeyReused,
    OrganizationNotFound {
        slug: Option<OrgSlug>,
    },
    Overloaded,
    Internal {
        reference: String,
    },
}

impl Problem {
    /// The stable code of contract §8.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingContactInfo => "MISSING_CONTACT_INFO",
            Self::InvalidPhone => "INVALID_PHONE",
            Self::InvalidEmail => "INVALID_EMAIL",
            Self::UnreadableDate | Self::NoSuchDate { .. } | Self::WeekdayMismatch { .. } | Self::WhichDate { .. } => {
                "INVALID_DATE"
            }
            Self::UnreadableTime | Self::NoSuchTime | Self::SkippedTime | Self::WhichTime { .. } => "INVALID_TIME",
            Self::MissingField(_) => "MISSING_FIELD",
            Self::InvalidSlotId | Self::MalformedField(_) | Self::MalformedArguments => "MALFORMED_REQUEST",
            Self::PastDate { .. } | Self::PastTime { .. } => "PAST_DATE",
            Self::BeyondHorizon { .. } => "BEYOND_HORIZON",
            Self::TooSoon { .. } => "TOO_SOON",
            Self::Closed { .. } => "CLOSED",
            Self::OutsideHours { .. } => "OUTSIDE_HOURS",
            Self::UnknownService { .. } | Self::WhichService { .. } => "UNKNOWN_SERVICE",
            Self::UnknownProvider { .. } | Self::WhichProvider { .. } | Self::NotOffered { .. } => "UNKNOWN_PROVIDER",
            Self::UnknownTool { .. } => "UNKNOWN_TOOL",
            Self::SlotUnavailable { .. } | Self::NotOnGrid { .. } => "SLOT_UNAVAILABLE",
            Self::NotFound | Self::HoldNotFound => "NOT_FOUND",
            Self::HoldExpired => "HOLD_EXPIRED",
            Self::TooLateToChange { .. } => "TOO_LATE_TO_CHANGE",
            Self::NoTransfer => "TRANSFER_NOT_CONFIGURED",
            Self::TransferLoop => "TRANSFER_LOOP",
            Self::WhichDepartment { .. } => "UNKNOWN_DEPARTMENT",
            Self::ContactExists { .. } => "CONTACT_EXISTS",
            Self::FreeAlready => "SLOT_AVAILABLE",
            Self::NotYetBegun { .. } => "NOT_YET_BEGUN",
            Self::WrongStatus { .. } => "WRONG_STATUS",
            Self::VersionMismatch => "VERSION_MISMATCH",
            Self::KeyReused => "IDEMPOTENCY_KEY_REUSED",
            Self::OrganizationNotFound { .. } => "ORG_NOT_FOUND",
            Self::Overloaded => "OVERLOADED",
            Self::Internal { .. } => "INTERNAL",
        }
    }
}
