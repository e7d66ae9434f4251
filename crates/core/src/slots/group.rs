//! Group appointments that still take contacts: their start is offered, on the grid or not.

use super::{Busy, Rules, ServiceIx};
use crate::time::Moment;

/// The starts of `service` that more contacts can join, sorted, each once. `busy` is of one
/// provider. Nothing else may be in the way: a block laid over a group appointment closes it.
pub(super) fn joinable<'a>(rules: &'a Rules, service: ServiceIx, busy: &'a [Busy]) -> impl Iterator<Item = Moment> {
    let capacity = rules.service_rules(service).capacity;
    let mut rest = if capacity > 1 { busy } else { &[] };
    let mut taken_until = Moment::from_unix(i64::MIN);
    std::iter::from_fn(move || {
        while let Some((first, later)) = rest.split_first() {
            rest = later;
            // Also false for a second row of the same group, which so is passed over.
            let free_before = taken_until <= first.occupied.from;
            taken_until = taken_until.max(first.occupied.until);
            if let Some(start) = start_to_join(rules, service, capacity, first)
                && free_before
                && only_joinable_beside(first, later, capacity)
            {
                return Some(start);
            }
        }
        None
    })
}

fn start_to_join(rules: &Rules, service: ServiceIx, capacity: u32, busy: &Busy) -> Option<Moment> {
    let shared = busy.shared.filter(|shared| shared.service == service && shared.taken < capacity)?;
    // Made before the service's length changed: the database would not let them share.
    (busy.occupied == rules.occupied(service, shared.start)).then_some(shared.start)
}

/// Whether what begins before `first` ends is only more of the same group appointment.
fn only_joinable_beside(first: &Busy, later: &[Busy], capacity: u32) -> bool {
    let group = |busy: &Busy| busy.shared.map(|shared| (shared.service, shared.start));
    let joinable = |busy: &Busy| busy.shared.is_some_and(|shared| shared.taken < capacity);
    later
        .iter()
        .take_while(|other| other.occupied.from < first.occupied.until)
        .all(|other| other.occupied.is_empty() || (group(other) == group(first) && joinable(other)))
}
