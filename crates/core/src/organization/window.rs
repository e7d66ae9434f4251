use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

const DAY: u16 = 24 * 60;

/// One stretch of opening on a local day, in minutes after its midnight. `until` runs past
/// 1440 for a window that ends the next day: "22:00-02:00" is 1320..1560.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub from: u16,
    pub until: u16,
}

/// Why a text is not a [`Window`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidWindow {
    #[error("write hours like \"09:00-17:00\", until midnight as \"24:00\", past it as \"22:00-02:00\"")]
    Unreadable,
    #[error("these hours end when they begin; a whole day is \"00:00-24:00\"")]
    Empty,
}

impl Window {
    pub(super) const fn overlaps(self, other: Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

impl FromStr for Window {
    type Err = InvalidWindow;

    fn from_str(text: &str) -> Result<Self, InvalidWindow> {
        let (from, until) = text.split_once('-').ok_or(InvalidWindow::Unreadable)?;
        let (from, until) = (minutes(from.trim_end())?, minutes(until.trim_start())?);
        match until {
            _ if from == DAY => Err(InvalidWindow::Unreadable),
            _ if from == until => Err(InvalidWindow::Empty),
            _ if until < from => Ok(Self { from, until: until + DAY }),
            _ => Ok(Self { from, until }),
        }
    }
}

/// "00:00" to "24:00", always with two digits: "9:00" could as well be the evening's.
fn minutes(text: &str) -> Result<u16, InvalidWindow> {
    let (hour, minute) = text.split_once(':').ok_or(InvalidWindow::Unreadable)?;
    let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
    let total = hour * 60 + minute;
    if minute < 60 && total <= DAY { Ok(total) } else { Err(InvalidWindow::Unreadable) }
}

fn two_digits(text: &str) -> Result<u16, InvalidWindow> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or(InvalidWindow::Unreadable)
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = if self.until > DAY { self.until - DAY } else { self.until };
        let (from, until) = ((self.from / 60, self.from % 60), (until / 60, until % 60));
        write!(f, "{:02}:{:02}-{:02}:{:02}", from.0, from.1, until.0, until.1)
    }
}

impl Serialize for Window {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
