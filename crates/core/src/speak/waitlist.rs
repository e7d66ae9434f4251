//! What is said to who waits.

use fluent_bundle::FluentArgs;

use super::appointments::{remarks, say_offered};
use super::names::{provider, service_with_article};
use super::texts::{Text, args};
use super::words::Words;
use crate::outcome::Waitlisted;
use crate::time::Span;
use crate::waitlist::EntryStatus;

pub(super) fn say(words: &Words<'_>, waitlisted: &Waitlisted) -> String {
    let values = values(words, waitlisted);
    match (&waitlisted.offer, waitlisted.entry.status) {
        (Some(offer), _) => say_offered(words, offer),
        (None, EntryStatus::Waiting | EntryStatus::Offered) => {
            let sentences = [words.with(place(waitlisted), &values), words.with(Text::WaitlistKeeps, &values)];
            sentences.into_iter().chain(remarks(words, &waitlisted.remarks)).collect::<Vec<_>>().join(" ")
        }
        (None, _) => words.with(Text::NotWaiting, &values),
    }
}

fn place(waitlisted: &Waitlisted) -> Text {
    if waitlisted.provider_name.is_some() { Text::WaitlistedWith } else { Text::Waitlisted }
}

fn values(words: &Words<'_>, waitlisted: &Waitlisted) -> FluentArgs<'static> {
    let wanted = waitlisted.entry.wanted;
    let (first, last) = (words.date_of(wanted.from), words.date_of(wanted.until - Span::from_seconds(1)));
    args![
        "service" => service_with_article(words, &waitlisted.service_name),
        "provider" => waitlisted.provider_name.as_deref().map(|name| provider(words, name)),
        "days" => if first == last { 1 } else { 2 },
        "first" => words.day(first),
        "last" => words.day(last),
        "length" => words.length(waitlisted.keeps),
    ]
}
