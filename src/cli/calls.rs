use clap::Args;
use serde_json::{Value, json};

use super::{open_store, output};
use crate::config::Settings;
use crate::store::StoreError;
use crate::store::unrouted::UnroutedCall;

/// As many as are kept for one credential.
const MOST_LISTED: usize = 1_000;

/// List phone calls that wait for somebody to look at them
#[derive(Args, Debug)]
pub struct Calls {
    /// Calls to a number that no organization has, the newest first
    #[arg(long, required = true)]
    unrouted: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Calls {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let calls = store.read::<_, StoreError, _>(|tx| tx.unrouted_calls(MOST_LISTED))?;
        let rows: Vec<Value> = calls.iter().map(describe).collect();
        output::print(self.json, &json!({ "data": rows }), || {
            let line = |row: &Value| {
                let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
                format!("{}  {}  {}", text("created"), text("call_id"), text("called_number"))
            };
            rows.iter().map(line).collect::<Vec<_>>().join("\n")
        })
    }
}

fn describe(call: &UnroutedCall) -> Value {
    // It was written as JSON; what another version wrote may be anything.
    let told: Value = serde_json::from_str(&call.report).unwrap_or_default();
    json!({
        "id": call.id,
        "credential": call.credential,
        "call_id": call.call_id,
        "created": call.created,
        "caller_number": told["caller_number"],
        "called_number": told["called_number"],
        "report": told["report"],
    })
}
