//! What words mean, whatever the language.

use jiff::civil::Weekday;

/// The meaning of a word or a fixed phrase. The grammars know tokens only; a language is a table
/// from its phrases to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Ordinal(u16),
    /// What makes the number before it an ordinal: the "th" of "10th".
    OrdinalMark,
    /// What makes the number after it a day of the month: the French "le 10".
    DayMark,
    /// The Spanish *día*: the same before a number, else the unit.
    Day,
    Month(i8),
    Weekday(Weekday),
    Numeric(Numeric),
    Clock(Digital),
    /// Today is 0, tomorrow 1.
    DaysAhead(i32),
    Unit(Unit),
    Part(Part),
    Half,
    Quarter,
    /// Minutes of the hour that ends with the one named: the German "halb vier" is 3:30.
    Towards(i16),
    Past,
    To,
    /// What takes minutes away from the hour before it: "las cuatro menos cuarto".
    Less,
    Minutes,
    Hours,
    OClock,
    /// The "h" of "15h30".
    HourMark,
    Noon,
    Midnight,
    Am,
    Pm,
    /// The article where it counts: "a week".
    A,
    Next,
    /// The week after next.
    NextButOne,
    This,
    Coming,
    On,
    At,
    In,
    Of,
    For,
    From,
    After,
    Before,
    /// "Not before Thursday", "Thursday at the earliest".
    NotBefore,
    /// "By Thursday", "no later than three".
    NotAfter,
    /// "From Thursday on".
    Onward,
    Between,
    And,
    Or,
    Around,
    Dash,
    /// The zero of "two oh five".
    Oh,
    AnyTime,
    /// The first opening there is.
    Earliest,
    /// Part of a part: "early afternoon", "mid March", "the end of next week".
    Third(Third),
    /// The time of day of the caller's own appointment.
    SameTime,
    SameDay,
    /// "An hour later" than the caller's own appointment.
    Later,
    Earlier,
}

/// A whole number, spelled (`digits` is 0) or written with so many digits: "05" is not "5".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u16,
    pub digits: usize,
}

impl Number {
    pub const fn spelled(value: u16) -> Token {
        Token::Number(Self { value, digits: 0 })
    }

    pub const fn is_spelled(self) -> bool {
        self.digits == 0
    }
}

/// A date in figures, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeric {
    YearFirst {
        year: u16,
        month: u16,
        day: u16,
    },
    /// 6/3/2026, where the country says which is the month.
    ByOrder {
        first: u16,
        second: u16,
        year: Option<u16>,
    },
    /// 3.6.2026, 3.6.
    DayFirst {
        day: u16,
        month: u16,
        year: Option<u16>,
    },
}

/// A time in figures, as it was written: 3:30, 15:00:00, 3.30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digital {
    pub hour: u16,
    pub minute: u16,
    pub second: u16,
    /// 03:30 with a leading zero: nobody on a 12-hour clock writes that for the afternoon.
    pub padded: bool,
    /// 3.10 may also be a date.
    pub dotted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    /// A week as some count it, with the day at either end: *huit jours*; two are *quinze jours*.
    InclusiveWeek,
    Fortnight,
    Weekend,
    Month,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    First,
    Middle,
    Last,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Lunchtime,
    Afternoon,
    /// The Spanish *tarde*, which lasts until dinner.
    Tarde,
    Evening,
    Night,
}
