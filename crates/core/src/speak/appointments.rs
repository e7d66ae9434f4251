//! What is said about appointments: made, held, found, moved, cancelled.

use fluent_bundle::FluentArgs;

use super::lists::Joined;
use super::names::{Kind, others, provider, service_with_article};
use super::texts::{Text, args};
use super::words::{Place, Words};
use crate::appointment::Status;
use crate::id::ConfirmationCode;
use crate::outcome::{AppointmentView, Booked, Cancelled, Found, Held, Remark};

/// How many of a person's appointments are read out.
const MOST_APPOINTMENTS: usize = 3;

pub(super) fn say_booked(words: &Words<'_>, booked: &Booked) -> String {
    let text = if awaits_staff(&booked.appointment) { Text::RequestCode } else { Text::ConfirmationCode };
    let sentences = [booked_sentence(words, booked), code(words, text, &booked.appointment)];
    sentences.into_iter().chain(remarks(words, &booked.remarks)).collect::<Vec<_>>().join(" ")
}

pub(super) fn booked_sentence(words: &Words<'_>, booked: &Booked) -> String {
    let text = if awaits_staff(&booked.appointment) { Text::Requested } else { Text::Booked };
    words.with(text, &values(words, &booked.appointment))
}

/// Nobody must believe that it is certain.
fn awaits_staff(appointment: &AppointmentView) -> bool {
    appointment.status == Status::Held
}

pub(super) fn remarks(words: &Words<'_>, remarks: &[Remark]) -> impl Iterator<Item = String> {
    remarks.iter().map(|remark| words.texts.text(remark_text(*remark)).into_owned())
}

fn remark_text(remark: Remark) -> Text {
    match remark {
        Remark::UsedCallerNumber => Text::UsedCallerNumber,
        Remark::EmailLeftOut => Text::EmailLeftOut,
    }
}

pub(super) fn say_held(words: &Words<'_>, held: &Held) -> String {
    say_kept(words, Text::Held, held)
}

fn say_kept(words: &Words<'_>, text: Text, held: &Held) -> String {
    let mut values = values(words, &held.appointment);
    values.set("length", words.length(held.expires - words.now));
    [Some(words.with(text, &values)), words.texts.ask(text, &values)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn say_found(words: &Words<'_>, found: &Found) -> String {
    let appointments = (!found.appointments.is_empty()).then(|| found_appointments(words, &found.appointments));
    let offer = found.offers.first().map(|offer| say_offered(words, offer));
    [appointments, offer].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A time that has come free for who waited for it.
pub(super) fn say_offered(words: &Words<'_>, offer: &Held) -> String {
    say_kept(words, Text::Offered, offer)
}

fn found_appointments(words: &Words<'_>, found: &[AppointmentView]) -> String {
    let appointment = |found: &AppointmentView| {
        let text = if awaits_staff(found) { Text::RequestedAppointment } else { Text::Appointment };
        words.with(text, &values(words, found))
    };
    let mut listed: Vec<String> = found.iter().take(MOST_APPOINTMENTS).map(appointment).collect();
    if found.len() > MOST_APPOINTMENTS {
        listed.push(others(words, Kind::Appointment));
    }
    let appointments = words.list_apart(listed, Joined::And);
    words.with(Text::Found, &args!["count" => found.len(), "appointments" => appointments])
}

pub(super) fn say_rescheduled(words: &Words<'_>, moved: &AppointmentView) -> String {
    format!("{} {}", rescheduled_sentence(words, moved), code(words, Text::CodeStays, moved))
}

pub(super) fn rescheduled_sentence(words: &Words<'_>, moved: &AppointmentView) -> String {
    let text = if awaits_staff(moved) { Text::Requested } else { Text::Rescheduled };
    words.with(text, &values(words, moved))
}

pub(super) fn say_cancelled(words: &Words<'_>, cancelled: &Cancelled) -> String {
    let text = if cancelled.already { Text::AlreadyCancelled } else { Text::Cancelled };
    words.with(text, &values(words, &cancelled.appointment))
}

pub(super) fn say_attendance(words: &Words<'_>, appointment: &AppointmentView) -> String {
    let text = if appointment.status == Status::NoShow { Text::NoShow } else { Text::Completed };
    words.with(text, &values(words, appointment))
}

pub(super) fn values(words: &Words<'_>, appointment: &AppointmentView) -> FluentArgs<'static> {
    let mut values = words.day_values(words.date_of(appointment.start));
    values.set("service", service_with_article(words, &appointment.service_name));
    values.set("provider", provider(words, &appointment.provider_name));
    values.set("time", words.time(appointment.start, Place::Within));
    values
}

fn code(words: &Words<'_>, text: Text, appointment: &AppointmentView) -> String {
    words.with(text, &args!["code" => spelled(&appointment.code)])
}

/// "K 7 Q 4": a voice reads a code without spaces as a word.
pub(super) fn spelled(code: &ConfirmationCode) -> String {
    code.as_str().chars().map(String::from).collect::<Vec<_>>().join(" ")
}
