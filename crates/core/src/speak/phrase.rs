//! Lines that belong to the call rather than to a reply.

use super::texts::Text;

/// What the platform speaks by itself: while the caller waits, and when nobody can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    NobodyHere,
    OneMoment,
    OneMomentToLook,
    OneMomentToBook,
    OneMomentToMove,
    OneMomentToCancel,
    LetMeCheck,
    StillChecking,
}

impl Phrase {
    pub(super) const fn text(self) -> Text {
        match self {
            Self::NobodyHere => Text::NobodyHere,
            Self::OneMoment => Text::OneMoment,
            Self::OneMomentToLook => Text::OneMomentToLook,
            Self::OneMomentToBook => Text::OneMomentToBook,
            Self::OneMomentToMove => Text::OneMomentToMove,
            Self::OneMomentToCancel => Text::OneMomentToCancel,
            Self::LetMeCheck => Text::LetMeCheck,
            Self::StillChecking => Text::StillChecking,
        }
    }
}
