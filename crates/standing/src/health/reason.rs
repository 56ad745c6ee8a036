//! Why points are taken: a sign, how many, and the record by which it can be checked.

use ground::words::{FluentValue, Words};
use ground::{Day, Moment};
use serde::{Deserialize, Serialize};

use super::signals::Signal;

/// A word of a reason's sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A name or a number as it is written.
    Text(String),
    /// A number.
    Count(i64),
    /// A number of tenths.
    Tenths(i64),
    /// A day, as in a row.
    Day(String),
    /// A moment, in milliseconds.
    Moment(i64),
    /// The key of a sentence.
    Key(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Count(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Moment> for Value {
    fn from(at: Moment) -> Self {
        Self::Moment(at.millis())
    }
}

impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Day(day.to_string())
    }
}

/// One reason. Nothing in it counts the days until today, so that it reads the same as long as nothing happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The word of its sign.
    pub signal: String,
    /// How many points it takes, before the cap of its dimension.
    pub points: i64,
    /// The key of its sentence.
    pub key: String,
    /// The variables of its sentence.
    pub values: Vec<(String, Value)>,
    /// The path of the record behind it.
    pub path: String,
}

impl Reason {
    /// Its sign; none where it was of one that is no more.
    #[must_use]
    pub fn signal(&self) -> Option<Signal> {
        ground::fields::Choice::from_word(&self.signal)
    }

    /// Its sentence, with days and moments of a zone.
    #[must_use]
    pub fn say(&self, w: &Words, zone: &str) -> String {
        let said = |value: &Value| -> FluentValue<'_> {
            match value {
                Value::Text(text) => text.clone().into(),
                Value::Count(number) => (*number).into(),
                Value::Tenths(tenths) => format!("{}.{}", tenths / 10, tenths % 10).into(),
                Value::Day(day) => day.parse::<Day>().map_or_else(|_| day.clone(), |day| w.day(day)).into(),
                Value::Moment(millis) => w.when(Moment::from_millis(*millis), zone).into(),
                Value::Key(key) => w.t(key).into(),
            }
        };
        w.naming(&self.key, self.values.iter().map(|(name, value)| (name.as_str(), said(value))))
    }
}
