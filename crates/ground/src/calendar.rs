//! Calendars: which time counts for a promise, and how much of it lies between two moments.
//!
//! A calendar is always open, or has weekly hours in an IANA zone. The rules, in one place:
//!
//! - An interval such as `22:00-06:00` is one interval, crosses midnight, and belongs to the day on
//!   which it starts. For each day a holiday beats a shift, and a shift beats the weekly hours.
//! - A break is cut out of everything that is open at that time of that weekday.
//! - A time that a clock change skips is read one hour later (as long as the change is), and of two
//!   equal times the first counts (RFC 5545 section 3.3.5). So a night of 22:00-06:00 has 7 or 9
//!   real hours then, and `24:00` of a day before a skipped midnight is 01:00.
//! - Where clock changes push intervals onto each other, the time they share counts once.
//! - The moment of opening is open; the moment of closing is not. Yet a deadline that falls exactly
//!   on closing time *is* the closing time, not the next opening: work that is done when the
//!   office closes is done in time.
//!
//! A calendar is a value with a readable text, so that a promise can keep its own copy: editing the
//! hours of a site later changes no promise that was given before.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::moment::{Day, Moment};

mod draft;
mod interval;
mod walk;

pub use draft::{Draft, Week};
use interval::Interval;

const MILLIS_PER_SECOND: i64 = 1_000;
const DAY_SECONDS: i64 = 86_400;
const ALWAYS: &str = "always";

/// Which time counts: all of it, or the weekly hours of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "draft::Shape", into = "draft::Shape")]
pub struct Calendar(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Always,
    /// Shared, so that a calendar is cheap to hand around.
    Weekly(Arc<Weekly>),
}

/// Hours that were checked: the zone exists, nothing overlaps, and every week has open time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Weekly {
    zone: TimeZone,
    /// Monday first.
    hours: [Vec<Interval>; 7],
    /// Monday first.
    breaks: [Vec<Interval>; 7],
    shifts: BTreeMap<Day, Vec<Interval>>,
    holidays: BTreeSet<Day>,
    /// Open seconds of a week without a holiday, a shift or a clock change.
    week_seconds: i64,
}

/// Why a calendar was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The text has not the shape of a calendar; what is wrong with it.
    #[error("not the text of a calendar: {0}")]
    Unreadable(String),
    /// There is no such IANA zone.
    #[error("unknown time zone {0:?}")]
    UnknownZone(String),
    /// This is not `HH:MM-HH:MM`, or it has no length.
    #[error("not an interval of hours: {0:?}")]
    BadInterval(String),
    /// These two intervals share time.
    #[error("{0} and {1} overlap")]
    Overlap(String, String),
    /// This is not a day such as `2026-12-25`.
    #[error("not a day: {0:?}")]
    BadDay(String),
    /// More holidays and shifts than anybody has; how many.
    #[error("{0} holidays and shifts are more than 4000")]
    TooManyDays(usize),
    /// The week has no open time, so no promise could ever fall due.
    #[error("the week has no open time")]
    NeverOpen,
}

impl CalendarError {
    /// The key of the sentence that tells this.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "calendar-unreadable",
            Self::UnknownZone(_) => "calendar-zone-unknown",
            Self::BadInterval(_) => "calendar-interval-unreadable",
            Self::Overlap(..) => "calendar-intervals-overlap",
            Self::BadDay(_) => "calendar-day-unreadable",
            Self::TooManyDays(_) => "calendar-too-many-days",
            Self::NeverOpen => "calendar-never-open",
        }
    }
}

impl Calendar {
    /// The calendar of a clock that never stops.
    #[must_use]
    pub const fn always() -> Self {
        Self(Kind::Always)
    }

    /// Whether all time counts.
    #[must_use]
    pub const fn is_always(&self) -> bool {
        matches!(self.0, Kind::Always)
    }

    /// The hours as a form shows them; `None` when always open.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        match &self.0 {
            Kind::Always => None,
            Kind::Weekly(weekly) => Some(Draft::from(weekly.as_ref())),
        }
    }

    /// Open milliseconds from one moment to a later one; 0 when `to` is not later.
    #[must_use]
    pub fn open_millis_between(&self, from: Moment, to: Moment) -> i64 {
        match &self.0 {
            _ if to <= from => 0,
            Kind::Always => to.millis_since(from),
            Kind::Weekly(weekly) => weekly.open_millis_between(from, to),
        }
    }

    /// Whole open seconds from one moment to a later one, rounded down; 0 when `to` is not later.
    #[must_use]
    pub fn open_seconds_between(&self, from: Moment, to: Moment) -> i64 {
        self.open_millis_between(from, to) / MILLIS_PER_SECOND
    }

    /// The earliest moment by which this many open milliseconds have passed since `from`: `from`
    /// itself when the number is not positive, and `Moment::MAX` when time ends before.
    #[must_use]
    pub fn add_open_millis(&self, from: Moment, millis: i64) -> Moment {
        match &self.0 {
            _ if millis <= 0 => from,
            Kind::Always => from.plus_millis(millis),
            Kind::Weekly(weekly) => weekly.add_open_millis(from, millis),
        }
    }

    /// The earliest moment by which this many open seconds have passed since `from`; the closing
    /// time, not the next opening, when they end there.
    #[must_use]
    pub fn add_open_seconds(&self, from: Moment, seconds: i64) -> Moment {
        self.add_open_millis(from, seconds.saturating_mul(MILLIS_PER_SECOND))
    }

    /// Whether time counts at this moment: from the opening on, and until just before the closing.
    #[must_use]
    pub fn is_open(&self, at: Moment) -> bool {
        self.open_millis_between(at, at.plus_millis(1)) == 1
    }

    /// The first moment from `at` on that is open: `at` itself when it is.
    #[must_use]
    pub fn next_open(&self, at: Moment) -> Moment {
        // The first open millisecond ends one millisecond after it starts.
        self.add_open_millis(at, 1).plus_millis(-1)
    }

    /// How many open seconds "one working day" stands for: the open time of a week shared out over
    /// the weekdays that have hours; 24 hours when always open.
    #[must_use]
    pub fn working_day_seconds(&self) -> i64 {
        match &self.0 {
            Kind::Always => DAY_SECONDS,
            Kind::Weekly(weekly) => {
                let days: i64 = weekly.hours.iter().map(|hours| i64::from(!hours.is_empty())).sum();
                weekly.week_seconds / days.max(1)
            }
        }
    }
}

/// `always`, or the hours as one line of JSON.
impl fmt::Display for Calendar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.draft() {
            None => formatter.write_str(ALWAYS),
            Some(draft) => formatter.write_str(&serde_json::to_string(&draft).map_err(|_| fmt::Error)?),
        }
    }
}

impl FromStr for Calendar {
    type Err = CalendarError;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, CalendarError> {
        if text.trim() == ALWAYS {
            return Ok(Self::always());
        }
        let draft: Draft = serde_json::from_str(text).map_err(|error| CalendarError::Unreadable(error.to_string()))?;
        draft.check()
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
