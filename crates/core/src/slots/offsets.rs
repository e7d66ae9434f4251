//! A zone's clock as arithmetic: its changes of offset are looked up once and kept in a table, so
//! that turning local hours into instants is a look at one or two of its rows.

use std::borrow::Cow;
use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use crate::time::Moment;

pub(super) const DAY: i64 = 86_400;

/// 2020 to 2050, in UTC seconds. Outside of it jiff is asked each time: slower, as right.
const TABLE: Range<i64> = 1_577_836_800..2_524_608_000;

/// More than any zone is ahead of or behind UTC.
const FARTHEST_OFFSET: i64 = 2 * DAY;

/// One time zone. Local time is written as seconds since 1970-01-01T00:00 on the zone's own clock,
/// a local date as whole days since then.
#[derive(Debug)]
pub(super) struct Offsets {
    zone: TimeZone,
    table: Vec<Piece>,
    /// For each month of [`TABLE`] the piece that its beginning lies in. A binary search would cost
    /// several times as much, and this is asked four times for each day of a listing.
    by_month: Vec<usize>,
}

/// About a month: clocks change less often, so what is sought is at most a few pieces on.
const MONTH: i64 = 1 << 21;

/// UTC seconds `from..until` during which the clock is `offset` seconds ahead of UTC.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: i64,
    until: i64,
    offset: i64,
}

impl Offsets {
    pub(super) fn of(zone: &TimeZone) -> Self {
        let table = pieces(zone, TABLE);
        let piece_at = |at| table.partition_point(|piece| piece.until <= at);
        let by_month =
            (0..=(TABLE.end - TABLE.start) / MONTH).map(|month| piece_at(TABLE.start + month * MONTH)).collect();
        Self { zone: zone.clone(), table, by_month }
    }

    pub(super) fn is_of(&self, zone: &TimeZone) -> bool {
        &self.zone == zone
    }

    /// What the clock shows at `at`.
    pub(super) fn local(&self, at: Moment) -> i64 {
        let at = at.unix();
        at + self.offset(at)
    }

    /// The local date at `at`.
    pub(super) fn day(&self, at: Moment) -> i64 {
        self.local(at).div_euclid(DAY)
    }

    /// When the clock first shows `local` or later: the first of two instants in a repeated hour,
    /// the transition when `local` is skipped.
    pub(super) fn first(&self, local: i64) -> Moment {
        let pieces = self.pieces_near(local);
        let piece = pieces.iter().find(|piece| local < piece.until + piece.offset);
        Moment::from_unix(piece.map_or(local, |piece| piece.from.max(local - piece.offset)))
    }

    /// When the clock last shows less than `local`, at its end: the last of two instants in a
    /// repeated hour, the transition when `local` is skipped.
    pub(super) fn last(&self, local: i64) -> Moment {
        let pieces = self.pieces_near(local);
        let piece = pieces.iter().take_while(|piece| piece.from + piece.offset < local).last();
        Moment::from_unix(piece.map_or(local, |piece| piece.until.min(local - piece.offset)))
    }

    /// Whether no change of the clock, as far as the table knows them, moves it off multiples of
    /// `unit` seconds.
    pub(super) fn changes_by_multiples_of(&self, unit: i64) -> bool {
        self.table.windows(2).all(|pair| (pair[1].offset - pair[0].offset) % unit == 0)
    }

    /// The beginning of a local date.
    pub(super) fn midnight(&self, day: i64) -> Moment {
        self.first(day * DAY)
    }

    fn offset(&self, at: i64) -> i64 {
        let piece = self.pieces_from(at).and_then(|pieces| pieces.iter().find(|piece| at < piece.until));
        piece.map_or_else(|| offset_of(&self.zone, at), |piece| piece.offset)
    }

    /// What could decide about `local`, which may be any of the instants of four days.
    fn pieces_near(&self, local: i64) -> Cow<'_, [Piece]> {
        let near = local - FARTHEST_OFFSET..local + FARTHEST_OFFSET;
        match self.pieces_from(near.start) {
            Some(pieces) if near.end <= TABLE.end => Cow::Borrowed(pieces),
            _ => Cow::Owned(pieces(&self.zone, near)),
        }
    }

    /// The table from the piece of `at`, or one shortly before, on; none before the table begins.
    fn pieces_from(&self, at: i64) -> Option<&[Piece]> {
        let month = usize::try_from((at - TABLE.start).div_euclid(MONTH)).ok()?;
        self.table.get(*self.by_month.get(month)?..)
    }
}

fn offset_of(zone: &TimeZone, at: i64) -> i64 {
    i64::from(zone.to_offset(Moment::from_unix(at).timestamp()).seconds())
}

fn pieces(zone: &TimeZone, range: Range<i64>) -> Vec<Piece> {
    let mut pieces = vec![Piece { from: range.start, until: range.end, offset: offset_of(zone, range.start) }];
    let transitions = zone.following(Moment::from_unix(range.start).timestamp());
    for transition in transitions.take_while(|transition| transition.timestamp().as_second() < range.end) {
        let from = transition.timestamp().as_second();
        if let Some(before) = pieces.last_mut() {
            before.until = from;
        }
        pieces.push(Piece { from, until: range.end, offset: i64::from(transition.offset().seconds()) });
    }
    pieces
}

/// A local date-time as seconds on its own clock.
pub(super) fn local_seconds(datetime: DateTime) -> i64 {
    // Fails only within a day of jiff's first and last date, where no business is open.
    Offset::UTC.to_timestamp(datetime).map_or(i64::MIN / 2, Timestamp::as_second)
}

pub(super) fn day_number(date: Date) -> i64 {
    local_seconds(date.at(0, 0, 0, 0)).div_euclid(DAY)
}

pub(super) fn date_of(day: i64) -> Date {
    Offset::UTC.to_datetime(Moment::from_unix(day.saturating_mul(DAY)).timestamp()).date()
}
