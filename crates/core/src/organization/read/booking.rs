use super::list::unknown;
use super::values::{count, span, whole_days, whole_minutes};
use crate::organization::document::Node;
use crate::organization::{Booking, FileError, Grid};
use crate::time::Span;

const KEYS: [&str; 8] = [
    "slot_interval",
    "slot_grid",
    "min_notice",
    "horizon",
    "hold",
    "change_notice",
    "require_confirmation_after",
    "waitlist_hold",
];
pub(super) const LONGEST_INTERVAL: Span = Span::from_minutes(24 * 60);
const LONGEST_NOTICE: Span = Span::from_minutes(365 * 24 * 60);
const SHORTEST_HOLD: Span = Span::from_seconds(1);
const LONGEST_HOLD: Span = Span::from_minutes(24 * 60);
const FURTHEST_HORIZON: u16 = 3_650;
const MOST_NO_SHOWS: u32 = 1_000;

pub(super) fn booking(node: &Node) -> Result<Booking, FileError> {
    let table = node.table(&KEYS)?;
    let usual = Booking::default();
    let notice = |node| span(node, Span::ZERO, LONGEST_NOTICE);
    let interval = table.optional("slot_interval", |node| whole_minutes(node, LONGEST_INTERVAL))?;
    let horizon = table.optional("horizon", |node| whole_days(node, FURTHEST_HORIZON))?;
    let hold = |node| span(node, SHORTEST_HOLD, LONGEST_HOLD);
    Ok(Booking {
        slot_interval: interval.unwrap_or(usual.slot_interval),
        slot_grid: table.optional("slot_grid", grid)?.unwrap_or(usual.slot_grid),
        min_notice: table.optional("min_notice", notice)?.unwrap_or(usual.min_notice),
        horizon_days: horizon.unwrap_or(usual.horizon_days),
        hold: table.optional("hold", hold)?.unwrap_or(usual.hold),
        change_notice: table.optional("change_notice", notice)?.unwrap_or(usual.change_notice),
        require_confirmation_after: table.optional("require_confirmation_after", |node| count(node, MOST_NO_SHOWS))?,
        waitlist_hold: table.optional("waitlist_hold", hold)?.unwrap_or(usual.waitlist_hold),
    })
}

fn grid(node: &Node) -> Result<Grid, FileError> {
    match node.text()? {
        "clock" => Ok(Grid::Clock),
        "opening" => Ok(Grid::Opening),
        other => Err(unknown(node, other, ["clock", "opening"])),
    }
}
