//! `GET /api/v1/availability`: every start on offer, for programs.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::{Query, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use ringbook_core::outcome::{Field, Outcome, Problem, Refused};
use ringbook_core::slots::Slot;
use ringbook_core::time::{Interval, Moment, Span};
use serde::Deserialize;

use super::admission::admit_program;
use super::fault::Fault;
use super::problem::ProblemDocument;
use crate::actions::understand::{self, Target};
use crate::actions::{Channel, Request as Asked, openings};
use crate::app::App;
use crate::business::Business;

/// The longest stretch one request may ask for.
const LONGEST: Span = Span::from_seconds(92 * 86_400);

#[derive(Deserialize)]
struct Wanted {
    service: Option<String>,
    provider: Option<String>,
    /// A local date, or an RFC 3339 instant.
    from: String,
    /// A local date, which is included, or an RFC 3339 instant, which is not.
    to: String,
}

pub async fn list(State(app): State<Arc<App>>, request: Request) -> Result<Response, Fault> {
    let (credential, uri) = admit_program(&app, request)?;
    let org = credential.organizations.first().copied().ok_or(Fault::Unauthorized)?;
    let Query(wanted) = Query::<Wanted>::try_from_uri(&uri)
        .map_err(|_| Fault::Malformed("The query needs from and to: dates or RFC 3339 instants."))?;
    let business = app.business(org)?;
    let asked = Asked {
        language: business.language(),
        key: Some(credential.id),
        business,
        now: app.clock.now(),
        channel: Channel::Api,
        call_id: None,
        caller_number: None,
        once: None,
        program: None,
    };
    let (target, range) = match understand(&asked, &wanted) {
        Ok(understood) => understood,
        Err(problem) => {
            let refused = asked.reply(&Outcome::Refused(Refused::question(problem)));
            return Ok(ProblemDocument::of_refusal(refused).into_response());
        }
    };
    let slots = openings::all(&app, &asked, &target, range)?;
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((json, render(&asked.business, &target, &slots)).into_response())
}

fn understand(asked: &Asked, wanted: &Wanted) -> Result<(Target, Interval), Problem> {
    let target = understand::target(&asked.business, wanted.service.as_deref(), wanted.provider.as_deref())?;
    let from = edge(asked, &wanted.from, |day| day.from).ok_or(Problem::MalformedField(Field::From))?;
    let until = edge(asked, &wanted.to, |day| day.until).ok_or(Problem::MalformedField(Field::To))?;
    match until - from {
        length if length < Span::ZERO || length > LONGEST => Err(Problem::MalformedField(Field::To)),
        _ => Ok((target, Interval::new(from, until))),
    }
}

fn edge(asked: &Asked, text: &str, of_day: impl Fn(Interval) -> Moment) -> Option<Moment> {
    match text.parse::<Timestamp>() {
        Ok(instant) => Some(instant.into()),
        Err(_) => text.parse::<Date>().ok().map(|date| of_day(openings::day(asked, date))),
    }
}

/// Written by hand: hundreds of slots are the whole cost of this request.
fn render(business: &Business, target: &Target, slots: &[Slot]) -> String {
    let service = business.service(target.service);
    let mut json = String::with_capacity(64 + slots.len() * 112);
    let mut clock = Rfc3339::default();
    json.push_str(r#"{"data":["#);
    for (position, slot) in slots.iter().enumerate() {
        json.push_str(if position == 0 { r#"{"start":""# } else { r#",{"start":""# });
        clock.write(&mut json, slot.start);
        json.push_str(r#"","end":""#);
        clock.write(&mut json, slot.start + service.duration);
        // Ids are slugs: nothing in them needs escaping.
        json.push_str(r#"","provider":""#);
        json.push_str(business.provider(slot.provider).id.as_str());
        json.push_str(r#"","service":""#);
        json.push_str(service.id.as_str());
        json.push_str(r#""}"#);
    }
    json.push_str(r#"],"next_cursor":null}"#);
    json
}

/// Writes UTC instants, working out each date only once.
#[derive(Default)]
struct Rfc3339 {
    day: Option<i64>,
    date: String,
}

impl Rfc3339 {
    fn write(&mut self, out: &mut String, moment: Moment) {
        let (day, second) = (moment.unix().div_euclid(86_400), moment.unix().rem_euclid(86_400));
        if self.day != Some(day) {
            self.day = Some(day);
            self.date.clear();
            // Writing to a String cannot fail.
            let _ = write!(self.date, "{}T", moment.timestamp().strftime("%Y-%m-%d"));
        }
        out.push_str(&self.date);
        for (number, end) in [(second / 3600, ':'), (second / 60 % 60, ':'), (second % 60, 'Z')] {
            let digit = |number: i64| char::from(b'0' + u8::try_from(number % 10).unwrap_or_default());
            out.extend([digit(number / 10), digit(number), end]);
        }
    }
}
