//! The one place that renders what an agent says: one line, at most 600 characters, times in
//! words, at most three options (contract §8).
//!
//! No sentence of any language is written here: the texts are Fluent files in `locales/`, and the
//! modules below choose one and fill its places.

mod availability;
mod calendar;
mod fit;
mod foreign;
mod info;
mod names;
mod openings;
mod refusal;
mod texts;
mod words;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use self::texts::{Text, Texts, args};
use self::words::Words;
use crate::id::ConfirmationCode;
use crate::organization::Organization;
use crate::outcome::{Booked, Opening, Outcome, Remark};
use crate::time::Moment;

/// Speaks for one organization: its language and its zone.
pub struct Speaker {
    texts: &'static Texts,
    zone: TimeZone,
}

impl Speaker {
    /// A locale without texts falls back to its language, then to English.
    pub fn new(organization: &Organization) -> Self {
        Self { texts: Texts::for_locale(&organization.locale), zone: organization.zone.tz().clone() }
    }

    /// The line for the caller: one line, 1 to 600 characters.
    pub fn say(&self, outcome: &Outcome, now: Moment) -> String {
        let words = self.words(now);
        let said = match outcome {
            Outcome::Booked(booked) => say_booked(&words, booked),
            Outcome::Availability(found) => availability::say(&words, found),
            Outcome::Info(info) => info::say(&words, info),
            Outcome::Refused(refused) => refusal::say(&words, refused),
        };
        fit::shorten(&said, fit::LONGEST).to_owned()
    }

    /// What happened in one sentence for a developer's log or JSON: "3 PM on Wednesday, June 3rd
    /// is taken." Holds no personal data.
    pub fn message(&self, outcome: &Outcome, now: Moment) -> String {
        let words = self.words(now);
        let message = match outcome {
            Outcome::Booked(booked) => booked_sentence(&words, booked),
            Outcome::Availability(found) => availability::message(&words, found),
            Outcome::Info(info) => info::say(&words, info),
            Outcome::Refused(refused) => refusal::message(&words, refused),
        };
        fit::shorten(&message, fit::LONGEST).to_owned()
    }

    /// One opening in words, "Wednesday, June 3rd at 2 PM", for lists that a model reads.
    pub fn opening(&self, opening: &Opening, now: Moment) -> String {
        self.words(now).moment(opening.slot.start)
    }

    /// The day of `now` with its year, "Tuesday, June 2nd, 2026".
    pub fn today(&self, now: Moment) -> String {
        let words = self.words(now);
        words.date_with_year(words.today)
    }

    /// The organization's local date at `moment`.
    pub fn date(&self, moment: Moment) -> Date {
        moment.in_zone(&self.zone).date()
    }

    fn words(&self, now: Moment) -> Words<'_> {
        Words::new(self.texts, &self.zone, now)
    }
}

fn say_booked(words: &Words<'_>, booked: &Booked) -> String {
    let mut said = booked_sentence(words, booked);
    let code = words.with(Text::ConfirmationCode, &args!["code" => spelled(&booked.appointment.code)]);
    let remarks = booked.remarks.iter().map(|remark| words.texts.text(remark_text(*remark)).into_owned());
    for sentence in std::iter::once(code).chain(remarks) {
        said.push(' ');
        said.push_str(&sentence);
    }
    said
}

fn booked_sentence(words: &Words<'_>, booked: &Booked) -> String {
    let appointment = &booked.appointment;
    let args = args![
        "service" => names::service_with_article(words, &appointment.service_name),
        "provider" => names::provider(words, &appointment.provider_name),
        "day" => words.day(words.date_of(appointment.start)),
        "time" => words.time(appointment.start),
    ];
    words.with(Text::Booked, &args)
}

fn remark_text(remark: Remark) -> Text {
    match remark {
        Remark::UsedCallerNumber => Text::UsedCallerNumber,
        Remark::EmailLeftOut => Text::EmailLeftOut,
    }
}

/// "K 7 Q 4": a voice reads a code without spaces as a word.
fn spelled(code: &ConfirmationCode) -> String {
    code.as_str().chars().map(String::from).collect::<Vec<_>>().join(" ")
}
