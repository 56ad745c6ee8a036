//! What stands in one column of one row.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::Kind;

/// What stands in one column of one row. Made by `into()` from what it holds, or from an `Option` of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing: not known, or not so.
    #[default]
    Empty,
    /// Words, as they are.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A finite number.
    Number(f64),
    /// A day of the years 1 to 9999.
    Day(Date),
    /// An instant of the years 1 to 9999; what is finer than a millisecond is cut off towards the past.
    Moment(Timestamp),
    /// True or false.
    Truth(bool),
}

impl Cell {
    /// What it is; `None` where it is empty, which fits every column.
    #[must_use]
    pub const fn kind(&self) -> Option<Kind> {
        match self {
            Self::Empty => None,
            Self::Text(_) => Some(Kind::Text),
            Self::Whole(_) => Some(Kind::Whole),
            Self::Number(_) => Some(Kind::Number),
            Self::Day(_) => Some(Kind::Day),
            Self::Moment(_) => Some(Kind::Moment),
            Self::Truth(_) => Some(Kind::Truth),
        }
    }
}

/// Milliseconds since 1970 in UTC, rounded towards the past, also before 1970.
pub(crate) fn millis(moment: Timestamp) -> i64 {
    let whole = moment.as_millisecond();
    // The library cuts off towards 1970.
    if moment.subsec_nanosecond() % 1_000_000 < 0 { whole - 1 } else { whole }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Cell {
    fn from(whole: i64) -> Self {
        Self::Whole(whole)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Timestamp> for Cell {
    fn from(moment: Timestamp) -> Self {
        Self::Moment(moment)
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
