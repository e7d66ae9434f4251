//! Phone calls, one row each however often they are reported.

use anyhow::anyhow;
use ringbook_core::appointment::Appointment;
use ringbook_core::call::{CallReport, CallStatus};
use ringbook_core::id::{CallId, ContactId, OrgId};
use ringbook_core::organization::Target;
use ringbook_core::time::{Moment, Span};
use uuid::Uuid;

use super::appointments::appointment;
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// A call as somebody heard of it.
pub struct NewCall<'a> {
    /// Of the row, if there is none yet.
    pub id: CallId,
    /// As the platform numbers it.
    pub call_id: &'a str,
    pub channel: &'static str,
    pub caller_number: Option<String>,
    pub called_number: Option<String>,
    pub contact: Option<ContactId>,
    pub report: &'a CallReport,
}

/// A call as it is stored.
pub struct Call {
    pub id: CallId,
    pub call_id: String,
    pub channel: String,
    pub caller_number: Option<String>,
    pub called_number: Option<String>,
    pub contact: Option<ContactId>,
    pub report: CallReport,
    pub status: CallStatus,
    /// Why the agent ended it, in its words.
    pub outcome: Option<String>,
    pub transferred_to: Option<Target>,
    pub created: Moment,
    pub updated: Moment,
}

/// Which calls are wanted; `None` leaves a condition out.
#[derive(Clone, Copy, Debug, Default)]
pub struct CallFilter<'a> {
    pub call_id: Option<&'a str>,
    pub contact: Option<ContactId>,
    pub status: Option<CallStatus>,
    /// Begun, or first heard of, at or after it.
    pub from: Option<Moment>,
    /// The same before it.
    pub to: Option<Moment>,
}

macro_rules! calls {
    ($transcript:literal, $conditions:literal) => {
        concat!(
            "SELECT id, call_id, channel, caller_number, called_number, contact_id, status, assistant_id, started_at,
                ended_at, ended_reason, duration_seconds, cost_micros, summary, ",
            $transcript,
            ", recording_url, outcome, transferred_to, created_at, updated_at
            FROM calls WHERE organization_id = $1 AND ",
            $conditions
        )
    };
}

impl Tx<'_> {
    /// The call as the platform numbers it.
    pub fn call(&mut self, org: OrgId, call_id: &str) -> Result<Option<Call>, StoreError> {
        self.find(calls!("transcript", "call_id = $2"), values![org, call_id], call)
    }

    pub fn call_by_id(&mut self, org: OrgId, id: CallId) -> Result<Option<Call>, StoreError> {
        self.find(calls!("transcript", "id = $2"), values![org, id], call)
    }

    /// The last `limit` calls before the one with the id `before`, newest first, without their
    /// transcripts.
    pub fn calls(
        &mut self,
        org: OrgId,
        filter: &CallFilter<'_>,
        before: Uuid,
        limit: usize,
    ) -> Result<Vec<Call>, StoreError> {
        let sql = calls!(
            "NULL",
            "id < $2 AND COALESCE(started_at, created_at) >= $3 AND COALESCE(started_at, created_at) < $4
            AND ($5 IS NULL OR call_id = $5) AND ($6 IS NULL OR contact_id = $6) AND ($7 IS NULL OR status = $7)
            ORDER BY id DESC LIMIT $8"
        );
        let from = filter.from.map_or(i64::MIN, Moment::unix);
        let to = filter.to.map_or(i64::MAX, Moment::unix);
        let CallFilter { call_id, contact, status, .. } = *filter;
        self.list(sql, values![org, before, from, to, call_id, contact, status, limit], call)
    }

    /// The appointments and holds that the call made, oldest first, at most 50.
    pub fn appointments_of_call(&mut self, org: OrgId, call_id: &str) -> Result<Vec<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments
            WHERE organization_id = $1 AND call_id = $2
            ORDER BY id LIMIT 50";
        self.list(sql, values![org, call_id], appointment)
    }

    /// Inserts the call or fills the gaps of the one that stands, which no report empties, and no
    /// late one opens again. Returns the id of its row.
    pub fn save_call(&mut self, org: OrgId, new: &NewCall<'_>, now: Moment) -> Result<CallId, StoreError> {
        let CallReport { assistant_id, ended_reason, summary, transcript, recording_url, .. } = new.report;
        let values = values![
            org,
            new.id,
            new.call_id,
            new.channel,
            assistant_id.as_deref(),
            new.caller_number.as_deref(),
            new.called_number.as_deref(),
            new.contact,
            new.report.status,
            new.report.started,
            new.report.ended,
            ended_reason.as_deref(),
            new.report.duration.map(Span::seconds),
            new.report.cost_micros,
            summary.as_deref(),
            transcript.as_deref(),
            recording_url.as_deref(),
            now,
        ];
        let id = self.find(SAVE, values, |row| row.get(0))?;
        id.ok_or_else(|| anyhow!("a call was saved and has no id").into())
    }

    pub fn note_transfer(
        &mut self,
        org: OrgId,
        id: CallId,
        to: &Target,
        summary: Option<&str>,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE calls SET transferred_to = $1, summary = COALESCE($2, summary), updated_at = $3
            WHERE organization_id = $4 AND id = $5";
        self.execute(sql, values![to.as_str(), summary, now, org, id]).map(drop)
    }

    pub fn note_outcome(
        &mut self,
        org: OrgId,
        id: CallId,
        outcome: Option<&str>,
        summary: Option<&str>,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE calls SET outcome = COALESCE($1, outcome), summary = COALESCE($2, summary), updated_at = $3
            WHERE organization_id = $4 AND id = $5";
        self.execute(sql, values![outcome, summary, now, org, id]).map(drop)
    }
}

// The platform's summary is of the whole call; an agent's was made in the middle of it.
const SAVE: &str = "
    INSERT INTO calls (
        organization_id, id, call_id, channel, assistant_id, caller_number, called_number, contact_id, status,
        started_at, ended_at, ended_reason, duration_seconds, cost_micros, summary, transcript, recording_url,
        created_at, updated_at
    ) VALUES (
        $1, $2, $3, $4, $5, $6, $7, $8, COALESCE($9, 'in_progress'), $10, $11, $12, $13, $14, $15, $16, $17, $18, $18
    )
    ON CONFLICT (organization_id, call_id) DO UPDATE SET
        assistant_id = COALESCE(calls.assistant_id, excluded.assistant_id),
        caller_number = COALESCE(calls.caller_number, excluded.caller_number),
        called_number = COALESCE(calls.called_number, excluded.called_number),
        contact_id = COALESCE(calls.contact_id, excluded.contact_id),
        status = CASE WHEN calls.status = 'ended' OR $9 IS NULL THEN calls.status ELSE $9 END,
        started_at = COALESCE(calls.started_at, excluded.started_at),
        ended_at = COALESCE(calls.ended_at, excluded.ended_at),
        ended_reason = COALESCE(calls.ended_reason, excluded.ended_reason),
        duration_seconds = COALESCE(calls.duration_seconds, excluded.duration_seconds),
        cost_micros = COALESCE(calls.cost_micros, excluded.cost_micros),
        summary = COALESCE(excluded.summary, calls.summary),
        transcript = COALESCE(calls.transcript, excluded.transcript),
        recording_url = COALESCE(calls.recording_url, excluded.recording_url),
        updated_at = excluded.updated_at
    RETURNING id";

fn call(row: &Row<'_>) -> Result<Call, StoreError> {
    let status = row.get(6)?;
    let report = CallReport {
        status: Some(status),
        assistant_id: row.get(7)?,
        started: row.get(8)?,
        ended: row.get(9)?,
        ended_reason: row.get(10)?,
        duration: row.get::<Option<i64>>(11)?.map(Span::from_seconds),
        cost_micros: row.get(12)?,
        summary: row.get(13)?,
        transcript: row.get(14)?,
        recording_url: row.get(15)?,
    };
    Ok(Call {
        id: row.get(0)?,
        call_id: row.get(1)?,
        channel: row.get(2)?,
        caller_number: row.get(3)?,
        called_number: row.get(4)?,
        contact: row.get(5)?,
        report,
        status,
        outcome: row.get(16)?,
        transferred_to: row.get::<Option<String>>(17)?.map(Target::from_stored),
        created: row.get(18)?,
        updated: row.get(19)?,
    })
}
