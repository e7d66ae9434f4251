//! The one place that renders what an agent says: one line, at most 600 characters, times in
//! words, at most three options (contract §8).
//!
//! No sentence of any language is written here: the texts are Fluent files in `locales/`, and the
//! modules below choose one and fill its places.

mod appointments;
mod availability;
mod calls;
mod dates;
mod fit;
mod foreign;
mod info;
mod lists;
mod locales;
mod names;
mod openings;
mod phrase;
mod refusal;
mod series;
mod texts;
mod waitlist;
mod words;

use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use self::phrase::Phrase;
use self::texts::{Text, Texts};
use self::words::{Place, Words};
use crate::language::Language;
use crate::organization::Organization;
use crate::outcome::{Opening, Outcome};
use crate::time::Moment;

/// Speaks for one organization: its language and its zone.
pub struct Speaker {
    texts: &'static Texts,
    zone: TimeZone,
    own_language: bool,
}

impl Speaker {
    pub fn new(organization: &Organization, language: Language) -> Self {
        let own_language = Language::parse(&organization.locale) == Some(language);
        Self { texts: Texts::of(language), zone: organization.zone.tz().clone(), own_language }
    }

    /// The line for the caller: one line, 1 to 600 characters.
    pub fn say(&self, outcome: &Outcome, now: Moment) -> String {
        let words = self.words(now);
        let said = match outcome {
            Outcome::Booked(booked) => appointments::say_booked(&words, booked),
            Outcome::BookedSeries(booked) => series::say_booked(&words, booked),
            Outcome::CancelledSeries(cancelled) => series::say_cancelled(&words, cancelled),
            Outcome::Clashing(clashing) => series::say_clashing(&words, clashing),
            Outcome::Rescheduled(moved) => appointments::say_rescheduled(&words, &moved.appointment),
            Outcome::Held(held) => appointments::say_held(&words, held),
            Outcome::Released => words.texts.text(Text::Released).into_owned(),
            Outcome::Found(found) => appointments::say_found(&words, found),
            Outcome::Cancelled(cancelled) => appointments::say_cancelled(&words, cancelled),
            Outcome::Waitlisted(waitlisted) => waitlist::say(&words, waitlisted),
            Outcome::Attendance(appointment) => appointments::say_attendance(&words, appointment),
            Outcome::Availability(found) => availability::say(&words, found),
            Outcome::Info(info) => info::say(&words, info),
            Outcome::MessageTaken(taken) => calls::say_taken(&words, taken),
            Outcome::Transferring(transfer) => calls::say_transferring(&words, transfer),
            Outcome::Goodbye(goodbye) => calls::say_goodbye(&words, goodbye),
            Outcome::Refused(refused) => refusal::say(&words, refused),
        };
        fit::shorten(&said, fit::LONGEST).to_owned()
    }

    /// What happened in one sentence for a developer's log or JSON: "3 PM on Wednesday, June 3rd
    /// is taken." Holds no personal data.
    pub fn message(&self, outcome: &Outcome, now: Moment) -> String {
        let words = self.words(now);
        let message = match outcome {
            Outcome::Booked(booked) => appointments::booked_sentence(&words, booked),
            Outcome::BookedSeries(booked) => series::booked_sentence(&words, booked),
            Outcome::CancelledSeries(cancelled) => series::say_cancelled(&words, cancelled),
            Outcome::Clashing(clashing) => series::clashing_sentence(&words, clashing),
            Outcome::Rescheduled(moved) => appointments::rescheduled_sentence(&words, &moved.appointment),
            Outcome::Held(held) => appointments::say_held(&words, held),
            Outcome::Released => words.texts.text(Text::Released).into_owned(),
            Outcome::Found(found) => appointments::say_found(&words, found),
            Outcome::Cancelled(cancelled) => appointments::say_cancelled(&words, cancelled),
            Outcome::Waitlisted(waitlisted) => waitlist::say(&words, waitlisted),
            Outcome::Attendance(appointment) => appointments::say_attendance(&words, appointment),
            Outcome::Availability(found) => availability::message(&words, found),
            Outcome::Info(info) => info::say(&words, info),
            Outcome::MessageTaken(taken) => calls::say_taken(&words, taken),
            Outcome::Transferring(transfer) => calls::say_transferring(&words, transfer),
            Outcome::Goodbye(goodbye) => calls::say_goodbye(&words, goodbye),
            Outcome::Refused(refused) => refusal::message(&words, refused),
        };
        fit::shorten(&message, fit::LONGEST).to_owned()
    }

    /// A line of the call itself.
    pub fn phrase(&self, phrase: Phrase) -> String {
        self.texts.text(phrase.text()).into_owned()
    }

    /// One opening in words, "Wednesday, June 3rd at 2 PM", for lists that a model reads.
    pub fn opening(&self, opening: &Opening, now: Moment) -> String {
        self.moment(opening.slot.start, now)
    }

    /// A time in the same words.
    pub fn moment(&self, moment: Moment, now: Moment) -> String {
        self.words(now).moment(moment)
    }

    /// The day of `now` with its year, "Tuesday, June 2nd, 2026".
    pub fn today(&self, now: Moment) -> String {
        let words = self.words(now);
        words.date_with_year(words.today)
    }

    /// The day of `now` with its year and the time, "Tuesday, June 2nd, 2026 at 3 30 PM".
    pub fn day_and_time(&self, now: Moment) -> String {
        let words = self.words(now);
        let mut values = words.day_values(words.today);
        values.set("day", words.date_with_year(words.today));
        values.set("time", words.time(now, Place::Within));
        words.with(Text::TimeOnDay, &values)
    }

    /// The organization's local date at `moment`.
    pub fn date(&self, moment: Moment) -> Date {
        moment.in_zone(&self.zone).date()
    }

    fn words(&self, now: Moment) -> Words<'_> {
        let (texts, zone, own_language) = (self.texts, &self.zone, self.own_language);
        Words { texts, zone, now, today: now.in_zone(zone).date(), own_language }
    }
}
