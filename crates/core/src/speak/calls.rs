//! What is said when a message or the call itself is passed on, and at the end.

use fluent_bundle::FluentArgs;

use super::foreign::speakable;
use super::texts::{Text, args};
use super::words::{Place, Words};
use crate::outcome::{AppointmentView, CallBack, Goodbye, MessageTaken, Transferring, Via};

const LONGEST_DEPARTMENT: usize = 60;

pub(super) fn say_taken(words: &Words<'_>, taken: &MessageTaken) -> String {
    let passed_on = if taken.urgent { Text::MessageTakenUrgent } else { Text::MessageTaken };
    let call_back = match taken.call_back {
        CallBack::Given => Text::CallBackGiven,
        CallBack::Calling => Text::CallBackCalling,
        CallBack::Nowhere => Text::CallBackNowhere,
    };
    let question = words.texts.ask(call_back, &FluentArgs::new());
    sentences([Some(text(words, passed_on)), Some(text(words, call_back)), question])
}

pub(super) fn say_transferring(words: &Words<'_>, transferring: &Transferring) -> String {
    match &transferring.via {
        Via::Department(name) => words.with(Text::TransferringTo, &args!["department" => department(words, name)]),
        Via::Default => text(words, Text::Transferring),
        Via::InsteadOfUnknown => text(words, Text::TransferringInstead),
    }
}

/// A department as the organization calls it.
pub(super) fn department(words: &Words<'_>, name: &str) -> String {
    speakable(words, name, LONGEST_DEPARTMENT)
}

pub(super) fn say_goodbye(words: &Words<'_>, goodbye: &Goodbye) -> String {
    sentences([
        goodbye.out_of_time.then(|| text(words, Text::OutOfTime)),
        goodbye.appointment.as_ref().map(|appointment| see_you(words, appointment)),
        goodbye.message_taken.then(|| text(words, Text::TheyWillKnow)),
        Some(text(words, Text::Goodbye)),
    ])
}

fn see_you(words: &Words<'_>, appointment: &AppointmentView) -> String {
    let mut values = words.day_values(words.date_of(appointment.start));
    values.set("time", words.time(appointment.start, Place::Within));
    words.with(Text::SeeYou, &values)
}

fn text(words: &Words<'_>, text: Text) -> String {
    words.texts.text(text).into_owned()
}

fn sentences<const N: usize>(said: [Option<String>; N]) -> String {
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
