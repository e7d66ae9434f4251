//! `GET /api/v1/availability`: every start on offer, for programs.

use std::fmt::Write;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use ringbook_core::id::{ProviderId, ServiceId};
use ringbook_core::outcome::{Field, Problem};
use ringbook_core::slots::Slot;
use ringbook_core::time::{Interval, Moment, Span};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::errors::ReadErrors;
use super::failure::Failure;
use super::list::Page;
use super::program::{Program, Read};
use super::query::Query;
use super::resource::{Collection, refusal};
use super::values::Edge;
use crate::actions::understand::{self, Target};
use crate::actions::{Request, openings};
use crate::business::Business;

/// The longest stretch one request may ask for.
const LONGEST: Span = Span::from_seconds(92 * 86_400);

const AVAILABILITY: Collection = Collection { path: "/api/v1/availability", field: |name| name };

/// What is wanted, and when.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Id of the service; the first one when it is left out.
    #[param(value_type = Option<String>, example = "consultation")]
    service: Option<ServiceId>,
    /// Id of the provider; all who offer the service when it is left out.
    #[param(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// A local date, or an RFC 3339 instant.
    #[param(inline, example = "2026-06-03")]
    from: Edge,
    /// A local date, which is included, or an RFC 3339 instant, which is not; at most 92 days later.
    #[param(inline, example = "2026-06-05")]
    to: Edge,
}

/// A start on offer, as [`render`] writes it.
#[derive(Serialize, ToSchema)]
pub struct Start {
    /// When it begins, in UTC.
    #[schema(format = DateTime, example = "2026-06-03T13:00:00Z")]
    start: String,
    /// When it ends, in UTC.
    #[schema(format = DateTime, example = "2026-06-03T13:30:00Z")]
    end: String,
    /// Id of the provider.
    #[schema(example = "lee")]
    provider: String,
    /// Id of the service.
    #[schema(example = "consultation")]
    service: String,
}

/// List every start on offer
///
/// What is listed can be booked at that moment. A start that several providers have comes once for each.
#[utoipa::path(
    get, path = "/availability", tag = "availability", operation_id = "listAvailability", params(Wanted),
    responses((status = 200, description = "All of them, by time", body = Page<Start>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(wanted): Query<Wanted>) -> Result<Response, Failure> {
    let request = &program.request;
    let (target, range) = understand(request, &wanted).map_err(|problem| refusal(request, &AVAILABILITY, problem))?;
    let slots = openings::all(&program.app, request, &target, range)?;
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((json, render(&request.business, &target, &slots)).into_response())
}

fn understand(request: &Request, wanted: &Wanted) -> Result<(Target, Interval), Problem> {
    let (service, provider) = (wanted.service.as_ref(), wanted.provider.as_ref());
    let target =
        understand::target(&request.business, service.map(ServiceId::as_str), provider.map(ProviderId::as_str))?;
    let (from, until) = (wanted.from.from(request), wanted.to.to(request));
    match until - from {
        length if length < Span::ZERO || length > LONGEST => Err(Problem::MalformedField(Field::To)),
        _ => Ok((target, Interval::new(from, until))),
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
