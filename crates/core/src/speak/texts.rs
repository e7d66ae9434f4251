//! The texts of one language, from `locales/<language>/*.ftl`.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::calendar::Calendar;
use crate::language::Language;

/// One language as it is embedded: the files of its folder.
struct Locale {
    language: &'static str,
    files: &'static [&'static str],
}

const ENGLISH: Locale = Locale {
    language: "en",
    files: &[
        include_str!("../../../../locales/en/availability.ftl"),
        include_str!("../../../../locales/en/booking.ftl"),
        include_str!("../../../../locales/en/info.ftl"),
        include_str!("../../../../locales/en/phrases.ftl"),
        include_str!("../../../../locales/en/refusals.ftl"),
        include_str!("../../../../locales/en/time.ftl"),
        include_str!("../../../../locales/en/waitlist.ftl"),
    ],
};

/// Every language, the one to fall back to first.
static LANGUAGES: LazyLock<Vec<Texts>> = LazyLock::new(|| vec![Texts::of(ENGLISH)]);

pub(super) struct Texts {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    pub(super) calendar: Calendar,
}

impl Texts {
    /// The texts of the language, else the English ones.
    pub(super) fn of_language(language: Language) -> &'static Self {
        let speaks = |texts: &&Self| texts.language == language.code();
        LANGUAGES.iter().find(speaks).unwrap_or(&LANGUAGES[0])
    }

    fn of(Locale { language, files }: Locale) -> Self {
        let mut bundle = FluentBundle::new_concurrent(language.parse().into_iter().collect());
        // The isolation marks are for screens; a voice would stumble over them.
        bundle.set_use_isolating(false);
        for file in files {
            // A file that does not parse as a whole fails a test, so what parsed is all of it.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        let calendar = Calendar::of(&bundle);
        Self { language, bundle, calendar }
    }

    pub(super) fn text(&self, text: Text) -> Cow<'_, str> {
        format(&self.bundle, text, None)
    }

    pub(super) fn with(&self, text: Text, args: &FluentArgs<'_>) -> String {
        format(&self.bundle, text, Some(args)).into_owned()
    }

    /// The question that follows the text, if it has one: its attribute `ask`.
    pub(super) fn ask(&self, text: Text, args: &FluentArgs<'_>) -> Option<String> {
        let attribute = self.bundle.get_message(text.id())?.get_attribute("ask")?;
        Some(self.bundle.format_pattern(attribute.value(), Some(args), &mut Vec::new()).into_owned())
    }
}

/// A text that is missing shows as its id; a test compares the ids with every language's files.
pub(super) fn format<'b>(
    bundle: &'b FluentBundle<FluentResource>,
    text: Text,
    args: Option<&FluentArgs<'_>>,
) -> Cow<'b, str> {
    match bundle.get_message(text.id()).and_then(|message| message.value()) {
        Some(pattern) => bundle.format_pattern(pattern, args, &mut Vec::new()),
        None => Cow::Borrowed(text.id()),
    }
}

/// The values that a text has places for.
macro_rules! args {
    ($($name:literal => $value:expr),+ $(,)?) => {{
        let mut args = fluent_bundle::FluentArgs::new();
        $(args.set($name, $value);)+
        args
    }};
}
pub(super) use args;

macro_rules! texts {
    ($($name:ident = $id:literal,)+) => {
        /// Every text by name: code can use no other, and a test finds each in every language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Text { $($name,)+ }

        impl Text {
            const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name,)+];
        }
    };
}

texts! {
    Weekday = "weekday",
    Month = "month",
    DayOfMonth = "day-of-month",
    Date = "date",
    DateWithYear = "date-with-year",
    MonthAndDay = "month-and-day",
    MonthAndDayWithYear = "month-and-day-with-year",
    HalfMorning = "half-morning",
    HalfAfternoon = "half-afternoon",
    Noon = "noon",
    Midnight = "midnight",
    NoonFirst = "noon-first",
    MidnightFirst = "midnight-first",
    HourFirst = "hour-first",
    TimeOnTheHour = "time-on-the-hour",
    TimeWithMinutes = "time-with-minutes",
    TimeBeforeChange = "time-before-change",
    TimeAfterChange = "time-after-change",
    TimeOnDay = "time-on-day",
    TimeRange = "time-range",
    LengthDays = "length-days",
    LengthHours = "length-hours",
    LengthMinutes = "length-minutes",
    LengthPair = "length-pair",

    Service = "service",
    Titled = "titled",
    ListComma = "list-comma",
    ListOr = "list-or",
    ListAnd = "list-and",
    ListApartOr = "list-apart-or",
    ListApartAnd = "list-apart-and",
    Others = "others",
    TimesOnDay = "times-on-day",
    TimesSameDay = "times-same-day",
    OfferOne = "offer-one",
    OfferSeveral = "offer-several",
    DidYouMean = "did-you-mean",
    TakeMessage = "take-message",

    Booked = "booked",
    ConfirmationCode = "confirmation-code",
    Requested = "requested",
    RequestCode = "request-code",
    UsedCallerNumber = "used-caller-number",
    EmailLeftOut = "email-left-out",
    Held = "held",
    Released = "released",
    Appointment = "appointment",
    RequestedAppointment = "requested-appointment",
    Found = "found",
    Rescheduled = "rescheduled",
    CodeStays = "code-stays",
    Cancelled = "cancelled",
    AlreadyCancelled = "already-cancelled",
    Offered = "offered",
    Completed = "completed",
    NoShow = "no-show",

    Waitlisted = "waitlisted",
    WaitlistedWith = "waitlisted-with",
    WaitlistKeeps = "waitlist-keeps",
    NotWaiting = "not-waiting",

    AvailableOne = "available-one",
    AvailableSeveral = "available-several",
    AvailableOneInDays = "available-one-in-days",
    AvailableSeveralInDays = "available-several-in-days",
    FullyBooked = "fully-booked",
    NothingLeft = "nothing-left",
    NothingThen = "nothing-then",
    NothingInDays = "nothing-in-days",
    NextOne = "next-one",
    NextSeveral = "next-several",

    OpenHours = "open-hours",
    OpenWindow = "open-window",
    ClosedDay = "closed-day",
    Address = "address",
    Services = "services",
    ServiceLength = "service-length",
    NoAnswer = "no-answer",
    NoAnswerButTopics = "no-answer-but-topics",

    MissingContactInfo = "missing-contact-info",
    InvalidPhone = "invalid-phone",
    InvalidEmail = "invalid-email",
    UnreadableDate = "unreadable-date",
    NoSuchDate = "no-such-date",
    WeekdayMismatch = "weekday-mismatch",
    WhichDate = "which-date",
    UnreadableTime = "unreadable-time",
    NoSuchTime = "no-such-time",
    SkippedTime = "skipped-time",
    WhichTime = "which-time",
    InvalidSlot = "invalid-slot",
    MissingField = "missing-field",
    MalformedField = "malformed-field",
    MalformedArguments = "malformed-arguments",
    PastDate = "past-date",
    PastTime = "past-time",
    BeyondHorizon = "beyond-horizon",
    TooSoon = "too-soon",
    Closed = "closed",
    ClosedBecause = "closed-because",
    OutsideHours = "outside-hours",
    UnknownService = "unknown-service",
    UnknownServiceBut = "unknown-service-but",
    WhichService = "which-service",
    UnknownProvider = "unknown-provider",
    UnknownProviderBut = "unknown-provider-but",
    WhichProvider = "which-provider",
    NotOffered = "not-offered",
    UnknownTool = "unknown-tool",
    SlotUnavailable = "slot-unavailable",
    SlotTaken = "slot-taken",
    NotOnGrid = "not-on-grid",
    NotFound = "not-found",
    HoldNotFound = "hold-not-found",
    HoldExpired = "hold-expired",
    TooLateToChange = "too-late-to-change",
    AlreadyBegun = "already-begun",
    NotYetBegun = "not-yet-begun",
    WrongStatus = "wrong-status",
    Unchanged = "unchanged",
    KeyReused = "key-reused",
    OrganizationNotFound = "organization-not-found",
    Overloaded = "overloaded",
    OverloadedBooking = "overloaded-booking",
    OverloadedChange = "overloaded-change",
    Internal = "internal",
    InternalBooking = "internal-booking",
    InternalChange = "internal-change",
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
