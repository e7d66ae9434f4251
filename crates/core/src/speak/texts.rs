//! The texts of one language, from `locales/<language>/*.ftl`.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Pattern;

use super::dates::Dates;
use super::lists::Lists;
use super::locales::{ENGLISH, Locale};
use crate::language::Language;

/// Everything that is the same for each sentence of a language.
pub(super) struct Texts {
    pub(super) language: Language,
    bundle: FluentBundle<FluentResource>,
    pub(super) dates: Dates,
    pub(super) lists: Lists,
    /// The part of the day that each of its 24 hours belongs to: "PM", "de la tarde".
    periods: Vec<String>,
}

impl Texts {
    pub(super) fn of(language: Language) -> &'static Self {
        static LANGUAGES: [LazyLock<Texts>; Language::ALL.len()] = [
            LazyLock::new(|| Texts::load(Language::En)),
            LazyLock::new(|| Texts::load(Language::Es)),
            LazyLock::new(|| Texts::load(Language::Fr)),
            LazyLock::new(|| Texts::load(Language::De)),
            LazyLock::new(|| Texts::load(Language::Pt)),
        ];
        &LANGUAGES[language as usize]
    }

    #[expect(clippy::expect_used, reason = "the data of these languages is compiled in")]
    fn load(language: Language) -> Self {
        let locale = Locale::of(language);
        let bundle = bundle(language, &locale);
        let days = names(&bundle, Text::DayOfMonth, "day", 1..=31);
        let periods = names(&bundle, Text::DayPeriod, "hour-of-day", 0..=23);
        let dates = Dates::load((&locale.dates).into(), days).expect("CLDR has the dates");
        let lists = Lists::load((&locale.lists).into()).expect("CLDR has the lists");
        Self { language, bundle, dates, lists, periods }
    }

    pub(super) fn period(&self, hour_of_day: i8) -> &str {
        usize::try_from(hour_of_day).ok().and_then(|hour| self.periods.get(hour)).map_or("", String::as_str)
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
        Some(filled(&self.bundle, attribute.value(), Some(args)).into_owned())
    }
}

/// The language's own texts over the English ones: what it lacks is spoken in English.
fn bundle(language: Language, locale: &Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(language.code().parse().into_iter().collect());
    // The isolation marks are for screens; a voice would stumble over them.
    bundle.set_use_isolating(false);
    // NUMBER, for the categories of ordinals. Its only error is to have it already.
    let _ = bundle.add_builtins();
    for file in ENGLISH.iter().chain(locale.files) {
        // A file that does not parse as a whole fails a test, so what parsed is all of it.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// One text for each of the numbers, in their order.
fn names(
    bundle: &FluentBundle<FluentResource>,
    text: Text,
    argument: &'static str,
    numbers: RangeInclusive<u8>,
) -> Vec<String> {
    let name = |number: u8| {
        let args: FluentArgs<'_> = [(argument, number)].into_iter().collect();
        format(bundle, text, Some(&args)).into_owned()
    };
    numbers.map(name).collect()
}

/// A text that is missing shows as its id; a test compares the ids with every language's files.
fn format<'b>(bundle: &'b FluentBundle<FluentResource>, text: Text, args: Option<&FluentArgs<'_>>) -> Cow<'b, str> {
    match bundle.get_message(text.id()).and_then(|message| message.value()) {
        Some(pattern) => filled(bundle, pattern, args),
        None => Cow::Borrowed(text.id()),
    }
}

fn filled<'b>(
    bundle: &'b FluentBundle<FluentResource>,
    pattern: &'b Pattern<&'b str>,
    args: Option<&FluentArgs<'_>>,
) -> Cow<'b, str> {
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    debug_assert!(errors.is_empty(), "{text}: {errors:?}");
    text
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
    DayOfMonth = "day-of-month",
    DayPeriod = "day-period",
    Noon = "noon",
    Midnight = "midnight",
    TimeOnTheHour = "time-on-the-hour",
    TimeWithMinutes = "time-with-minutes",
    TimeBeforeChange = "time-before-change",
    TimeAfterChange = "time-after-change",
    TimeOnDay = "time-on-day",
    TimeRange = "time-range",
    ClockWord = "clock-word",
    LengthDays = "length-days",
    LengthHours = "length-hours",
    LengthMinutes = "length-minutes",
    LengthPair = "length-pair",

    Service = "service",
    Titled = "titled",
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

    NobodyHere = "nobody-here",
    NobodyToTransferTo = "nobody-to-transfer-to",
    OneMoment = "one-moment",
    OneMomentToLook = "one-moment-to-look",
    OneMomentToBook = "one-moment-to-book",
    OneMomentToMove = "one-moment-to-move",
    OneMomentToCancel = "one-moment-to-cancel",
    LetMeCheck = "let-me-check",
    StillChecking = "still-checking",

    OpenHours = "open-hours",
    OpenWindow = "open-window",
    ClosedDay = "closed-day",
    Address = "address",
    Services = "services",
    ServiceLength = "service-length",
    NoAnswer = "no-answer",
    NoAnswerButTopics = "no-answer-but-topics",

    MessageTaken = "message-taken",
    MessageTakenUrgent = "message-taken-urgent",
    CallBackGiven = "call-back-given",
    CallBackCalling = "call-back-calling",
    CallBackNowhere = "call-back-nowhere",
    Transferring = "transferring",
    TransferringTo = "transferring-to",
    TransferringInstead = "transferring-instead",
    WhichDepartment = "which-department",
    Goodbye = "goodbye",
    SeeYou = "see-you",
    TheyWillKnow = "they-will-know",
    OutOfTime = "out-of-time",

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
    BookedSeries = "booked-series",
    RequestedSeries = "requested-series",
    SeriesRequested = "series-requested",
    FirstCode = "first-code",
    CancelledSeries = "cancelled-series",
    Kept = "kept",
    SeriesClash = "series-clash",
    ClashOpenings = "clash-openings",
    NoSuchDay = "no-such-day",

    NotFound = "not-found",
    HoldNotFound = "hold-not-found",
    HoldExpired = "hold-expired",
    TooLateToChange = "too-late-to-change",
    AlreadyBegun = "already-begun",
    FreeAlready = "free-already",
    NotYetBegun = "not-yet-begun",
    WrongStatus = "wrong-status",
    Unchanged = "unchanged",
    ContactExists = "contact-exists",
    VersionMismatch = "version-mismatch",
    KeyReused = "key-reused",
    OrganizationNotFound = "organization-not-found",
    Overloaded = "overloaded",
    OverloadedBooking = "overloaded-booking",
    OverloadedChange = "overloaded-change",
    OverloadedPassingOn = "overloaded-passing-on",
    Internal = "internal",
    InternalBooking = "internal-booking",
    InternalChange = "internal-change",
    InternalPassingOn = "internal-passing-on",
}

#[cfg(test)]
#[path = "texts_tests.rs"]
mod tests;
