use super::list::{distinct, each};
use super::values::{date, parsed};
use crate::organization::document::{Node, Table};
use crate::organization::{DAYS, FileError, Override, Window};

const OVERRIDE_KEYS: [&str; 2] = ["date", "hours"];
const MOST_WINDOWS: usize = 24;
const MOST_OVERRIDES: usize = 2_000;

/// Opening hours by day of the week, Monday first; a day that is not there is closed.
pub(super) fn week(node: &Node) -> Result<[Vec<Window>; 7], FileError> {
    let table = node.table(&DAYS)?;
    let mut week: [Vec<Window>; 7] = Default::default();
    for (day, name) in week.iter_mut().zip(DAYS) {
        *day = table.optional(name, windows)?.unwrap_or_default();
    }
    Ok(week)
}

pub(super) fn overrides(provider: &Table<'_>) -> Result<Vec<Override>, FileError> {
    let nodes = provider.list("overrides", MOST_OVERRIDES)?;
    let overrides = each(nodes, one_day)?;
    distinct(nodes, &overrides, "date", |day| day.date)?;
    Ok(overrides)
}

fn one_day(node: &Node) -> Result<Override, FileError> {
    let table = node.table(&OVERRIDE_KEYS)?;
    Ok(Override { date: table.required("date", date)?, hours: table.optional("hours", windows)?.unwrap_or_default() })
}

/// The windows of one day in their order.
fn windows(node: &Node) -> Result<Vec<Window>, FileError> {
    let nodes = node.list(MOST_WINDOWS)?;
    let mut windows = each(nodes, parsed::<Window>)?;
    refuse_overlaps(nodes, &windows)?;
    windows.sort_by_key(|window| window.from);
    Ok(windows)
}

fn refuse_overlaps(nodes: &[Node], windows: &[Window]) -> Result<(), FileError> {
    for (later, (node, window)) in nodes.iter().zip(windows).enumerate() {
        if let Some(other) = windows[..later].iter().find(|other| other.overlaps(*window)) {
            return Err(node.error(format_args!("\"{window}\" overlaps \"{other}\"")));
        }
    }
    Ok(())
}
