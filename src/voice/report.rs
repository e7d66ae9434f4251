//! What Vapi reports about a call while it lasts and when it is over. Reports differ from version to
//! version and repeat the whole conversation: what can be read is read, the rest is passed over.

use jiff::Timestamp;
use ringbook_core::call::{CallReport, CallStatus};
use ringbook_core::time::{Moment, Span};
use serde::Deserialize;

use super::lenient::{Object, Text};

/// From 2000 to 2200; what lies outside is a mistake.
const CREDIBLE: (i64, i64) = (946_684_800, 7_258_118_400);

/// No call lasts a week.
const LONGEST_CALL: Span = Span::from_minutes(7 * 24 * 60);

/// In dollars.
const HIGHEST_COST: f64 = 1e6;

/// A report, or a body that wraps one in `message`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Report<'a> {
    #[serde(borrow)]
    message: Object<Box<Report<'a>>>,
    #[serde(borrow)]
    call: Object<Box<Report<'a>>>,
    #[serde(borrow)]
    assistant: Object<Assistant<'a>>,
    #[serde(borrow)]
    analysis: Object<Analysis<'a>>,
    #[serde(borrow)]
    artifact: Object<Artifact<'a>>,
    #[serde(borrow)]
    status: Text<'a>,
    #[serde(borrow)]
    assistant_id: Text<'a>,
    #[serde(borrow)]
    ended_reason: Text<'a>,
    #[serde(borrow)]
    started_at: Text<'a>,
    #[serde(borrow)]
    ended_at: Text<'a>,
    #[serde(borrow)]
    duration_seconds: Text<'a>,
    #[serde(borrow)]
    cost: Text<'a>,
    #[serde(borrow)]
    summary: Text<'a>,
    #[serde(borrow)]
    transcript: Text<'a>,
    #[serde(borrow)]
    recording_url: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Assistant<'a> {
    #[serde(borrow)]
    id: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Analysis<'a> {
    #[serde(borrow)]
    summary: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Artifact<'a> {
    #[serde(borrow)]
    transcript: Text<'a>,
    #[serde(borrow)]
    recording: Object<Recording<'a>>,
    #[serde(borrow)]
    presigned_mono_url: Text<'a>,
    #[serde(borrow)]
    recording_url: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Recording<'a> {
    #[serde(borrow)]
    mono: Object<Mono<'a>>,
    #[serde(borrow)]
    stereo_url: Text<'a>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Mono<'a> {
    #[serde(borrow)]
    combined_url: Text<'a>,
}

impl<'a> Report<'a> {
    /// # Errors
    /// When `json` is not a JSON object.
    pub fn parse(json: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    /// What it says; `implied` is the state that the kind of message alone tells.
    pub fn read(&self, implied: Option<CallStatus>) -> CallReport {
        let report = self.message.0.as_deref().unwrap_or(self);
        let call = report.call.0.as_deref();
        let both = |field: fn(&Self) -> &Text<'a>| {
            field(report).to_text().or_else(|| call.and_then(|call| field(call).to_text()))
        };
        let (started, ended) = (both(|of| &of.started_at), both(|of| &of.ended_at));
        let (started, ended) = (started.as_deref().and_then(moment), ended.as_deref().and_then(moment));
        let told = both(|of| &of.duration_seconds).as_deref().and_then(seconds);
        CallReport {
            status: implied.or_else(|| report.status.0.as_deref().and_then(status)),
            assistant_id: both(|of| &of.assistant_id).or_else(|| report.assistant.0.as_ref()?.id.to_text()),
            started,
            ended,
            ended_reason: both(|of| &of.ended_reason),
            duration: told.or_else(|| between(started?, ended?)),
            // The call's own cost and state stay what they were at its beginning.
            cost_micros: report.cost.0.as_deref().and_then(micros),
            summary: report.summary(),
            transcript: report.transcript(),
            recording_url: report.recording_url(),
        }
    }

    fn summary(&self) -> Option<String> {
        let analysed = self.analysis.0.as_ref().and_then(|analysis| analysis.summary.to_text());
        analysed.or_else(|| self.summary.to_text())
    }

    fn transcript(&self) -> Option<String> {
        let artifact = self.artifact.0.as_ref().and_then(|artifact| artifact.transcript.to_text());
        artifact.or_else(|| self.transcript.to_text())
    }

    fn recording_url(&self) -> Option<String> {
        let of_artifact = self.artifact.0.as_ref().and_then(Artifact::recording_url);
        of_artifact.or_else(|| self.recording_url.to_text())
    }
}

impl Artifact<'_> {
    /// The ones that last before the ones that expire.
    fn recording_url(&self) -> Option<String> {
        let recording = self.recording.0.as_ref();
        let mono = recording.and_then(|recording| recording.mono.0.as_ref()?.combined_url.to_text());
        mono.or_else(|| recording.and_then(|recording| recording.stereo_url.to_text()))
            .or_else(|| self.recording_url.to_text())
            .or_else(|| self.presigned_mono_url.to_text())
    }
}

/// `None` for what says nothing about how far the call is.
fn status(text: &str) -> Option<CallStatus> {
    match text {
        "scheduled" | "queued" | "ringing" => Some(CallStatus::Ringing),
        "in-progress" => Some(CallStatus::InProgress),
        "forwarding" => Some(CallStatus::Forwarding),
        "ended" => Some(CallStatus::Ended),
        _ => None,
    }
}

/// RFC 3339, or a number of seconds or milliseconds since 1970.
fn moment(text: &str) -> Option<Moment> {
    let seconds = match text.parse::<f64>() {
        Ok(number) if number >= 1e12 => number / 1e3,
        Ok(number) => number,
        Err(_) => return text.parse::<Timestamp>().ok().map(Moment::from).filter(is_credible),
    };
    whole(seconds).map(Moment::from_unix).filter(is_credible)
}

fn is_credible(moment: &Moment) -> bool {
    (CREDIBLE.0..CREDIBLE.1).contains(&moment.unix())
}

fn seconds(text: &str) -> Option<Span> {
    let seconds = text.parse::<f64>().ok().and_then(whole);
    seconds.map(Span::from_seconds).filter(|length| (Span::ZERO..LONGEST_CALL).contains(length))
}

fn between(started: Moment, ended: Moment) -> Option<Span> {
    Some(ended - started).filter(|length| (Span::ZERO..LONGEST_CALL).contains(length))
}

fn micros(text: &str) -> Option<i64> {
    let dollars = text.parse::<f64>().ok().filter(|dollars| (0.0..=HIGHEST_COST).contains(dollars))?;
    whole(dollars * 1e6)
}

/// Rounded; `None` for what is not a number of reasonable size.
fn whole(number: f64) -> Option<i64> {
    let in_bounds = number.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "it is rounded and in bounds")]
    in_bounds.then(|| number.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_every_form_that_was_seen() {
        let expected = Some(Moment::from_unix(1_780_412_953));
        for text in ["2026-06-02T15:09:13.083Z", "1780412953083", "1780412953", "1.780412953083e12"] {
            assert_eq!(moment(text), expected, "{text}");
        }
        for text in ["", "yesterday", "-1", "NaN", "inf", "1e300", "0", "9999-12-31T00:00:00Z"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn money_and_lengths_are_in_bounds_or_nothing() {
        assert_eq!(micros("0.21"), Some(210_000));
        assert_eq!(micros("0.1234567"), Some(123_457));
        assert_eq!(seconds("199.4"), Some(Span::from_seconds(199)));
        for text in ["-1", "1e300", "NaN", "many", ""] {
            assert_eq!((micros(text), seconds(text)), (None, None), "{text}");
        }
    }
}
