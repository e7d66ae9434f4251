//! What can happen to what an organization keeps, by the names the audit and webhooks use.

use serde::Serialize;

macro_rules! event_kinds {
    ($($name:ident = $text:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum EventKind { $($name),+ }

        impl EventKind {
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The dotted name: `appointment.booked`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

event_kinds! {
    AppointmentHeld = "appointment.held",
    AppointmentReleased = "appointment.released",
    AppointmentRequested = "appointment.requested",
    AppointmentBooked = "appointment.booked",
    AppointmentRescheduled = "appointment.rescheduled",
    AppointmentUpdated = "appointment.updated",
    AppointmentCancelled = "appointment.cancelled",
    AppointmentCompleted = "appointment.completed",
    AppointmentNoShow = "appointment.no_show",
    AppointmentImported = "appointment.imported",
    ContactCreated = "contact.created",
    ContactUpdated = "contact.updated",
    ContactMerged = "contact.merged",
    ContactErased = "contact.erased",
    MessageTaken = "message.taken",
    MessageUpdated = "message.updated",
    CallTransferred = "call.transferred",
    CallEnded = "call.ended",
    WaitlistJoined = "waitlist.joined",
    WaitlistOffered = "waitlist.offered",
    WaitlistWithdrawn = "waitlist.withdrawn",
    WaitlistExpired = "waitlist.expired",
    BlockCreated = "block.created",
    BlockUpdated = "block.updated",
    BlockDeleted = "block.deleted",
    OrganizationChanged = "organization.changed",
    CredentialCreated = "credential.created",
    CredentialRevoked = "credential.revoked",
}

impl EventKind {
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }

    /// Whether somebody is told of it: then it leaves through the outbox. Holds and the business's
    /// own books concern nobody else.
    pub const fn is_sent(self) -> bool {
        use EventKind as Kind;
        matches!(
            self,
            Kind::AppointmentRequested
                | Kind::AppointmentBooked
                | Kind::AppointmentRescheduled
                | Kind::AppointmentUpdated
                | Kind::AppointmentCancelled
                | Kind::AppointmentCompleted
                | Kind::AppointmentNoShow
                | Kind::MessageTaken
                | Kind::CallTransferred
                | Kind::CallEnded
                | Kind::WaitlistJoined
                | Kind::WaitlistOffered
        )
    }
}

impl Serialize for EventKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
