use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use ringbook_core::id::{ProviderId, ServiceId};
use ringbook_core::organization::{Organization, Service};
use ringbook_core::slots::{Busy, ProviderIx, Rules, ServiceIx, Slot};
use ringbook_core::time::{Interval, Moment};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{apply, output};
use crate::clock::Clock;

/// Preview what an organization file offers, without a database
#[derive(Args, Debug)]
pub struct Slots {
    /// The organization file
    file: PathBuf,

    #[arg(long, value_name = "ID")]
    service: ServiceId,

    /// First date, or an RFC 3339 instant
    #[arg(long, value_name = "T", required_unless_present = "why")]
    from: Option<String>,

    /// Last date (inclusive), or an RFC 3339 instant (exclusive)
    #[arg(long, value_name = "T", required_unless_present = "why")]
    to: Option<String>,

    /// Only this provider
    #[arg(long, value_name = "ID")]
    provider: Option<ProviderId>,

    /// Preview as of this RFC 3339 instant [default: now]
    #[arg(long, value_name = "INSTANT")]
    now: Option<Timestamp>,

    /// JSON list of {"provider","start","end"} that is already taken
    #[arg(long, value_name = "FILE")]
    busy: Option<PathBuf>,

    /// Say which rule refuses this time: local like 2026-06-03T15:00, or an RFC 3339 instant
    #[arg(long, value_name = "TIME")]
    why: Option<String>,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BusyRow {
    provider: ProviderId,
    start: Timestamp,
    end: Timestamp,
}

#[derive(Serialize)]
struct SlotRow<'a> {
    start: Moment,
    end: Moment,
    provider: &'a ProviderId,
}

/// What is asked, resolved against the file.
struct Preview<'a> {
    organization: &'a Organization,
    service: &'a Service,
    rules: Rules,
    service_ix: ServiceIx,
    providers: Vec<ProviderIx>,
    busy: Vec<Busy>,
    now: Moment,
}

impl Slots {
    pub fn run(&self) -> anyhow::Result<()> {
        let organization = apply::read(&self.file)?;
        let preview = self.resolve(&organization)?;
        match &self.why {
            Some(time) => preview.explain(instant(time, organization.zone.tz(), Edge::Start)?, self.json),
            None => preview.list(self.range(organization.zone.tz())?, self.json),
        }
    }

    fn resolve<'a>(&self, organization: &'a Organization) -> anyhow::Result<Preview<'a>> {
        let rules = Rules::compile(organization);
        let service = organization.service(&self.service);
        let service = service.with_context(|| format!("the file has no service {}", self.service))?;
        let service_ix = rules.service(&service.id).context("the service is not compiled")?;
        let providers = match &self.provider {
            None => rules.providers_of(service_ix).to_vec(),
            Some(id) => vec![rules.provider(id).with_context(|| format!("the file has no provider {id}"))?],
        };
        let busy = self.read_busy(&rules)?;
        let now = self.now.map_or_else(|| Clock::default().now(), Moment::from);
        Ok(Preview { organization, service, rules, service_ix, providers, busy, now })
    }

    fn range(&self, zone: &TimeZone) -> anyhow::Result<Interval> {
        let (Some(from), Some(to)) = (&self.from, &self.to) else { bail!("--from and --to are needed to list") };
        let range = Interval::new(instant(from, zone, Edge::Start)?, instant(to, zone, Edge::End)?);
        if range.is_empty() {
            bail!("--to is before --from");
        }
        Ok(range)
    }

    fn read_busy(&self, rules: &Rules) -> anyhow::Result<Vec<Busy>> {
        let Some(file) = &self.busy else { return Ok(Vec::new()) };
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let rows: Vec<BusyRow> = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
        let busy = |row: &BusyRow| {
            let provider = rules.provider(&row.provider);
            let provider = provider.with_context(|| format!("the file has no provider {}", row.provider))?;
            Ok(Busy { provider, occupied: Interval::new(row.start.into(), row.end.into()), shared: None })
        };
        let mut busy = rows.iter().map(busy).collect::<anyhow::Result<Vec<_>>>()?;
        busy.sort_by_key(|busy| (busy.provider, busy.occupied.from));
        Ok(busy)
    }
}

impl Preview<'_> {
    fn list(&self, range: Interval, json: bool) -> anyhow::Result<()> {
        let slots: Vec<Slot> =
            self.rules.slots(self.service_ix, &self.providers, &self.busy, self.now, range).collect();
        let rows: Vec<SlotRow<'_>> = slots.iter().map(|slot| self.row(*slot)).collect();
        output::print(json, &json!({ "slots": rows }), || {
            let line = |slot: &Slot| format!("{}  {}", self.local(slot.start), self.provider(slot.provider));
            match slots.is_empty() {
                true => String::from("Nothing is offered. --why TIME says which rule refuses a time."),
                false => slots.iter().map(line).collect::<Vec<_>>().join("\n"),
            }
        })
    }

    fn explain(&self, start: Moment, json: bool) -> anyhow::Result<()> {
        let judge = |provider: &ProviderIx| {
            let judged = self.rules.judge(self.service_ix, *provider, &self.busy, self.now, start);
            (self.provider(*provider), judged.err().map(|refusal| refusal.to_string()))
        };
        let verdicts: Vec<(&ProviderId, Option<String>)> = self.providers.iter().map(judge).collect();
        let row = |(provider, rule): &(&ProviderId, Option<String>)| json!({ "provider": provider, "offered": rule.is_none(), "rule": rule });
        let value = json!({ "start": start, "why": verdicts.iter().map(row).collect::<Vec<_>>() });
        output::print(json, &value, || {
            let line = |(provider, rule): &(&ProviderId, Option<String>)| {
                format!("{}  {provider}  {}", self.local(start), rule.as_deref().unwrap_or("offered"))
            };
            verdicts.iter().map(line).collect::<Vec<_>>().join("\n")
        })
    }

    fn row(&self, slot: Slot) -> SlotRow<'_> {
        SlotRow { start: slot.start, end: slot.start + self.service.duration, provider: self.provider(slot.provider) }
    }

    fn provider(&self, ix: ProviderIx) -> &ProviderId {
        &self.organization.providers[usize::from(ix.0)].id
    }

    fn local(&self, moment: Moment) -> String {
        moment.in_zone(self.organization.zone.tz()).strftime("%a %Y-%m-%d %H:%M %Z").to_string()
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

/// An RFC 3339 instant, a local time, or a date: its first midnight, or the one after it.
fn instant(text: &str, zone: &TimeZone, edge: Edge) -> anyhow::Result<Moment> {
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Ok(timestamp.into());
    }
    let local = match (text.parse::<Date>(), edge) {
        (Ok(date), Edge::End) if is_date(text) => date.checked_add(1.day())?.to_datetime(jiff::civil::Time::midnight()),
        _ => text.parse::<DateTime>().with_context(|| format!("{text} is neither a date nor a time"))?,
    };
    Ok(local.to_zoned(zone.clone())?.timestamp().into())
}

fn is_date(text: &str) -> bool {
    !text.contains(['T', ' ', ':'])
}
