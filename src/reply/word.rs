//! Which status word (contract §8) an outcome has.

use ringbook_core::appointment::Status;
use ringbook_core::outcome::{Info, Outcome, Problem, Purpose, Refused, Word};
use ringbook_core::waitlist::EntryStatus;

pub(super) fn of(outcome: &Outcome) -> Word {
    match outcome {
        Outcome::Booked(booked) if booked.appointment.status == Status::Held => Word::Held,
        Outcome::BookedSeries(booked) if booked.is_requested() => Word::Held,
        Outcome::Booked(_) | Outcome::BookedSeries(_) => Word::Booked,
        Outcome::Held(_) => Word::Held,
        Outcome::Released => Word::Released,
        Outcome::Found(_) => Word::Found,
        Outcome::Waitlisted(waitlisted) => waitlist(waitlisted.entry.status),
        Outcome::Rescheduled(_) => Word::Rescheduled,
        Outcome::Cancelled(_) | Outcome::CancelledSeries(_) => Word::Cancelled,
        Outcome::Availability(found) if found.openings.is_empty() => Word::NoneAvailable,
        Outcome::Availability(_) => Word::Available,
        Outcome::Info(Info::Unknown { .. }) => Word::NotFound,
        Outcome::Info(_)
        | Outcome::Attendance(_)
        | Outcome::MessageTaken(_)
        | Outcome::Transferring(_)
        | Outcome::Goodbye(_) => Word::Ok,
        Outcome::Refused(refused) => refusal(refused),
        Outcome::Clashing(_) => Word::NotBooked,
    }
}

const fn waitlist(status: EntryStatus) -> Word {
    match status {
        EntryStatus::Waiting | EntryStatus::Offered => Word::Waitlisted,
        EntryStatus::Booked | EntryStatus::Withdrawn | EntryStatus::Expired => Word::Ok,
    }
}

fn refusal(Refused { problem, purpose, .. }: &Refused) -> Word {
    match (kind(problem), purpose) {
        (Kind::Ask, _) | (Kind::Unknown, Purpose::Question) => Word::Need,
        (Kind::Fault, _) => Word::Failed,
        (Kind::Absent, _) => Word::NotFound,
        (Kind::Unknown | Kind::Rule, Purpose::Booking) => Word::NotBooked,
        (Kind::Unknown | Kind::Rule, Purpose::Change | Purpose::PassingOn) => Word::NotChanged,
        (Kind::Rule, Purpose::Question) => Word::NoneAvailable,
    }
}

enum Kind {
    /// The caller has to say something, or say it again.
    Ask,
    /// A service or provider that does not exist or does not go with the other.
    Unknown,
    /// Understood, and against the rules.
    Rule,
    /// What was named is not there.
    Absent,
    /// Ours, or a lack of the set-up.
    Fault,
}

fn kind(problem: &Problem) -> Kind {
    match problem {
        Problem::MissingContactInfo
        | Problem::InvalidPhone
        | Problem::InvalidEmail
        | Problem::UnreadableDate
        | Problem::NoSuchDate { .. }
        | Problem::WeekdayMismatch { .. }
        | Problem::WhichDate { .. }
        | Problem::UnreadableTime
        | Problem::NoSuchTime
        | Problem::SkippedTime
        | Problem::WhichTime { .. }
        | Problem::WhichService { .. }
        | Problem::WhichProvider { .. }
        | Problem::InvalidSlotId
        | Problem::MissingField(_)
        | Problem::MalformedField(_)
        | Problem::MalformedArguments
        | Problem::WhichDepartment { .. } => Kind::Ask,
        Problem::UnknownService { .. } | Problem::UnknownProvider { .. } | Problem::NotOffered { .. } => Kind::Unknown,
        Problem::PastDate { .. }
        | Problem::PastTime { .. }
        | Problem::BeyondHorizon { .. }
        | Problem::TooSoon { .. }
        | Problem::Closed { .. }
        | Problem::OutsideHours { .. }
        | Problem::SlotUnavailable { .. }
        | Problem::NotOnGrid { .. }
        | Problem::HoldExpired
        | Problem::TooLateToChange { .. }
        | Problem::ContactExists { .. }
        | Problem::FreeAlready
        | Problem::NotYetBegun { .. }
        | Problem::WrongStatus { .. }
        | Problem::VersionMismatch
        | Problem::KeyReused => Kind::Rule,
        Problem::UnknownTool { .. } | Problem::NotFound | Problem::HoldNotFound => Kind::Absent,
        Problem::OrganizationNotFound { .. }
        | Problem::NoTransfer
        | Problem::TransferLoop
        | Problem::Overloaded
        | Problem::Internal { .. } => Kind::Fault,
    }
}
