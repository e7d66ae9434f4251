//! Availability: one pure answer to "when can this service start?", used for listing and for
//! judging one given time, so that what is offered and what is accepted cannot differ.

use jiff::civil::Date;

use crate::id::{ProviderId, ServiceId};
use crate::organization::Organization;
use crate::time::{Interval, Moment, Span};

/// Position of a service in [`Organization::services`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceIx(pub u16);

/// Position of a provider in [`Organization::providers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProviderIx(pub u16);

/// An organization's rules, compiled once per change.
#[derive(Debug)]
pub struct Rules {
    // The helper who writes the engine replaces this.
    _organization: (),
}

/// Time that a provider cannot give: an appointment with its buffers, or a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    pub provider: ProviderIx,
    pub occupied: Interval,
    /// Set when others may still join: an appointment of a group service.
    pub shared: Option<Shared>,
}

/// A group appointment: further contacts may take the same service at the same start while
/// `taken` is below the service's capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    pub service: ServiceIx,
    pub start: Moment,
    pub taken: u32,
}

/// One start that can be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub start: Moment,
    pub provider: ProviderIx,
}

/// Which rule refuses a start. Ordered by how close the start came to being possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Past,
    /// `min_notice` is not kept.
    TooSoon {
        notice: Span,
    },
    /// `last` is the last local date that can be booked.
    BeyondHorizon {
        last: Date,
    },
    /// The provider does not offer the service.
    NotOffered,
    /// No opening at all on that local date; a reason when a closure gives one.
    Closed {
        reason: Option<String>,
    },
    /// Open that day, but not for the whole appointment.
    OutsideHours,
    /// Free, but not one of the starts on the grid.
    OffGrid,
    /// Another appointment, hold or block is in the way.
    Taken,
}

impl Rules {
    pub fn compile(_organization: &Organization) -> Self {
        todo!()
    }

    pub fn service(&self, _id: &ServiceId) -> Option<ServiceIx> {
        todo!()
    }

    pub fn provider(&self, _id: &ProviderId) -> Option<ProviderIx> {
        todo!()
    }

    /// Who offers the service, in the organization's order.
    pub fn providers_of(&self, _service: ServiceIx) -> &[ProviderIx] {
        todo!()
    }

    /// What the service occupies when it starts at `start`: the appointment with its buffers.
    pub fn occupied(&self, _service: ServiceIx, _start: Moment) -> Interval {
        todo!()
    }

    /// Which stretch of busy time must be known to answer for starts in `range`: everything that
    /// could touch the openings that reach into it.
    pub fn busy_needed(&self, _service: ServiceIx, _provider: ProviderIx, _range: Interval) -> Interval {
        todo!()
    }

    /// Every start in `range`, by time, then by the organization's order of providers.
    /// `busy` is sorted by provider, then start of the occupied time.
    pub fn slots<'a>(
        &'a self,
        _service: ServiceIx,
        _providers: &'a [ProviderIx],
        _busy: &'a [Busy],
        _now: Moment,
        _range: Interval,
    ) -> Box<dyn Iterator<Item = Slot> + 'a> {
        todo!()
    }

    /// Whether exactly this start is one that [`Rules::slots`] lists, or the rule that refuses it.
    pub fn judge(
        &self,
        _service: ServiceIx,
        _provider: ProviderIx,
        _busy: &[Busy],
        _now: Moment,
        _start: Moment,
    ) -> Result<(), Refusal> {
        todo!()
    }

    /// Opening hours of a local date (of all providers together), for "are you open today?".
    /// Sorted and merged; empty when closed.
    pub fn opening(&self, _date: Date) -> Vec<Interval> {
        todo!()
    }
}
