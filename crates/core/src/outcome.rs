//! What an action came to. Adapters turn an [`Outcome`] into their wire; [`crate::speak`] turns
//! it into the one sentence the agent says.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::appointment::Status;
use crate::id::{AppointmentId, ConfirmationCode, ContactId, MessageId, ProviderId, SeriesId, ServiceId, SlotId};
use crate::organization::Target;
pub use crate::problem::{Field, Problem};
use crate::time::{Moment, Span};
use crate::waitlist::Entry;

/// The status word of a reply (contract §8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Word {
    Booked,
    NotBooked,
    Held,
    Released,
    Rescheduled,
    Cancelled,
    NotChanged,
    Available,
    NoneAvailable,
    Found,
    NotFound,
    Waitlisted,
    Need,
    Ok,
    Failed,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Booked(Booked),
    BookedSeries(BookedSeries),
    Held(Held),
    /// The hold's time is free again.
    Released,
    Found(Found),
    Rescheduled(Rescheduled),
    Cancelled(Cancelled),
    CancelledSeries(CancelledSeries),
    Waitlisted(Waitlisted),
    /// The business notes whether the contact came.
    Attendance(AppointmentView),
    Availability(Availability),
    Info(Info),
    MessageTaken(MessageTaken),
    Transferring(Transferring),
    Goodbye(Goodbye),
    Refused(Refused),
    /// Recurring visits of which some cannot be had: none was booked.
    Clashing(Clashing),
}

/// Its appointment is confirmed, or still `held` for the contact until staff confirm it.
#[derive(Clone, Debug, PartialEq)]
pub struct Booked {
    pub appointment: AppointmentView,
    pub contact: ContactId,
    pub contact_created: bool,
    /// Things to add to the sentence.
    pub remarks: Vec<Remark>,
    /// What staff put it on top of.
    pub conflicts: Vec<AppointmentId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Rescheduled {
    pub appointment: AppointmentView,
    /// What staff put it on top of.
    pub conflicts: Vec<AppointmentId>,
}

/// Recurring visits that were booked together.
#[derive(Clone, Debug, PartialEq)]
pub struct BookedSeries {
    pub series: SeriesId,
    /// At least two, by start.
    pub appointments: Vec<AppointmentView>,
    pub contact: ContactId,
    pub contact_created: bool,
    pub remarks: Vec<Remark>,
    /// What staff put them on top of.
    pub conflicts: Vec<AppointmentId>,
}

impl BookedSeries {
    /// Whether staff have to confirm them first.
    pub fn is_requested(&self) -> bool {
        self.appointments.iter().any(|appointment| appointment.status == Status::Held)
    }
}

/// Visits of a series, each clash with what could be had instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Clashing {
    /// How many visits were wanted.
    pub visits: usize,
    /// At least one, by date.
    pub clashes: Vec<Clash>,
}

/// One visit that cannot be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The day of the visit, or the nearest to a day that does not exist.
    pub date: Date,
    /// `None` for a day or a time that does not exist.
    pub start: Option<Moment>,
    pub problem: Problem,
    /// Real openings near it.
    pub openings: Vec<Opening>,
}

impl Clashing {
    /// The code of all clashes, or that not every time could be had.
    pub fn code(&self) -> &'static str {
        let mut codes = self.clashes.iter().map(|clash| clash.problem.code());
        match codes.next() {
            Some(first) if codes.all(|code| code == first) => first,
            _ => "SLOT_UNAVAILABLE",
        }
    }
}

/// A time that nobody else can have until `expires`.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub appointment: AppointmentView,
    pub expires: Moment,
}

/// The caller's own upcoming appointments, and the times that have come free for them: at least one
/// of both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub appointments: Vec<AppointmentView>,
    pub offers: Vec<Held>,
}

/// An entry of the waitlist as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Waitlisted {
    pub entry: Entry,
    pub service_name: String,
    pub provider_name: Option<String>,
    /// How long a time that comes free is kept.
    pub keeps: Span,
    /// The time that is kept for them now.
    pub offer: Option<Held>,
    pub remarks: Vec<Remark>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Cancelled {
    pub appointment: AppointmentView,
    /// It had been cancelled before: nothing was done.
    pub already: bool,
}

/// What was still to come of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct CancelledSeries {
    /// At least one, by start.
    pub appointments: Vec<AppointmentView>,
    /// What can no longer be changed and stands.
    pub kept: Vec<AppointmentView>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The number the caller is calling from was taken as their phone.
    UsedCallerNumber,
    /// An email was given but could not be read; it was left out.
    EmailLeftOut,
}

/// An appointment with the names people use.
#[derive(Clone, Debug, PartialEq)]
pub struct AppointmentView {
    pub id: AppointmentId,
    pub code: ConfirmationCode,
    pub service: ServiceId,
    pub service_name: String,
    pub provider: ProviderId,
    pub provider_name: String,
    pub start: Moment,
    pub end: Moment,
    pub status: Status,
}

/// One time on offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub slot: SlotId,
    pub end: Moment,
}

/// What `check_availability` found. Empty `openings`: nothing in the stretch that was asked for,
/// and `next` holds the first openings after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Availability {
    pub asked: Asked,
    pub service_name: String,
    pub openings: Vec<Opening>,
    /// How many there are in all; `openings` may hold only the first of them.
    pub total: usize,
    pub next: Vec<Opening>,
    /// Why the stretch is empty, when one rule explains it.
    pub reason: Option<Problem>,
}

/// The days that were asked about; both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub first: Date,
    pub last: Date,
    /// Only some times of these days were asked about: "in the afternoon", "at three".
    pub narrowed: bool,
}

/// An answer to a question about the business.
#[derive(Clone, Debug, PartialEq)]
pub enum Info {
    /// The organization's own words.
    Answer {
        topic: String,
        text: String,
    },
    Hours {
        date: Date,
        windows: Vec<(Time, Time)>,
    },
    Address(String),
    Services(Vec<(String, Span)>),
    /// Nothing is known about that; the topics that are.
    Unknown {
        topics: Vec<String>,
    },
}

/// What a caller wants somebody to know is on its way to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageTaken {
    pub id: MessageId,
    pub urgent: bool,
    pub call_back: CallBack,
}

/// The number a call back would go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallBack {
    Given,
    /// The one that signalling gives.
    Calling,
    Nowhere,
}

/// Where the call goes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transferring {
    pub to: Target,
    pub via: Via,
}

/// How the target was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Via {
    Department(String),
    /// Nobody in particular was asked for.
    Default,
    /// Who was asked for is not known here, so that it is the default.
    InsteadOfUnknown,
}

/// What there is to say at the end of a call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goodbye {
    /// The agent ends the call because it has lasted too long.
    pub out_of_time: bool,
    /// What was booked in this call and is still to come.
    pub appointment: Option<AppointmentView>,
    pub message_taken: bool,
}

/// A refusal: nothing was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub problem: Problem,
    /// Real openings near what was wanted.
    pub openings: Vec<Opening>,
    pub purpose: Purpose,
}

/// What was refused, so that the reply can say "it was not booked" where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Booking,
    /// Of an appointment that stands: it was not changed.
    Change,
    Question,
    /// Of something that people should hear: they did not.
    PassingOn,
}

impl Refused {
    /// A question that cannot be answered as it was asked.
    pub fn question(problem: Problem) -> Self {
        Self { problem, openings: Vec::new(), purpose: Purpose::Question }
    }
}

/// A refusal without openings, of a booking: "it was not booked" is true of every refusal.
impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self { problem, openings: Vec::new(), purpose: Purpose::Booking }
    }
}
