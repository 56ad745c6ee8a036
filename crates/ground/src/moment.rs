//! Moments and days: what the whole product means by "when".
//!
//! A `Moment` is the same everywhere on Earth; only a page or a calendar turns it into somebody's
//! local time, and names the zone when it does.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

const MILLIS_PER_SECOND: i64 = 1_000;

/// An instant in milliseconds since 1970-01-01T00:00Z, between the years 1 and 9998.
///
/// Arithmetic that would leave those years stops at their edge: such a time is never ours, and
/// one wrong number of a device must not stop a page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[diesel(sql_type = BigInt)]
#[serde(from = "i64", into = "i64")]
pub struct Moment(i64);

/// A day of the civil calendar, nowhere in particular: `2026-12-25`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

/// A moment as the clock on a wall shows it, in parts; each language arranges them its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalTime {
    /// The year, for instance 2026.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month, 1 to 31.
    pub day: i8,
    /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
    pub weekday: i8,
    /// The hour, 0 to 23.
    pub hour: i8,
    /// The minute, 0 to 59.
    pub minute: i8,
    /// What the zone calls itself at that moment: "CST", "CDT", or "+0545" where it has no letters.
    pub zone_abbreviation: String,
}

/// A text that is not a time or a day in the form we read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time that we can read: {0:?}")]
pub struct UnreadableTime(pub String);

impl Moment {
    /// The first moment that we know: 0001-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_135_596_800_000);
    /// The last moment that we know: 9998-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(253_370_764_799_999);

    /// The moment this many milliseconds after the start of 1970, kept between `MIN` and `MAX`.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        if millis < Self::MIN.0 {
            Self::MIN
        } else if millis > Self::MAX.0 {
            Self::MAX
        } else {
            Self(millis)
        }
    }

    /// Milliseconds since the start of 1970.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This many milliseconds later; earlier when negative.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// This many seconds later; earlier when negative.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        self.plus_millis(seconds.saturating_mul(MILLIS_PER_SECOND))
    }

    /// Later by a duration of the standard library, to the millisecond.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        self.plus_millis(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX))
    }

    /// Milliseconds from `earlier` to here; negative when `earlier` is the later one.
    #[must_use]
    pub const fn millis_since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// Whole seconds from `earlier` to here, rounded down; negative when `earlier` is the later one.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.millis_since(earlier).div_euclid(MILLIS_PER_SECOND)
    }

    /// When something really happened that a device with a wrong clock wrote down at this moment.
    ///
    /// `device` and `ours` are the two clocks at the one instant of sending; their difference is
    /// taken off again. Nothing that was received can have happened later than that instant.
    #[must_use]
    pub fn corrected(self, device: Self, ours: Self) -> Self {
        self.plus_millis(ours.millis_since(device)).min(ours)
    }

    /// Reads RFC 3339: `2026-11-22T06:28:00Z`, or with an offset such as `-05:00`.
    ///
    /// # Errors
    /// When the text is something else, or names no offset.
    pub fn parse_rfc3339(text: &str) -> Result<Self, UnreadableTime> {
        let timestamp = text.parse::<Timestamp>().map_err(|_| UnreadableTime(text.to_owned()))?;
        Ok(Self::from_millis(timestamp.as_millisecond()))
    }

    /// Reads what the clock on a wall in this IANA zone shows: `2026-11-22 07:00`, with a space or
    /// a `T` between day and time. A time that a clock change skips lies one hour later, and of
    /// two equal times it is the first (RFC 5545 section 3.3.5).
    ///
    /// # Errors
    /// When the text is something else, or there is no such zone.
    pub fn parse_local(text: &str, zone: &str) -> Result<Self, UnreadableTime> {
        let unreadable = || UnreadableTime(text.to_owned());
        let (day, time) = text.split_once(['T', ' ']).ok_or_else(unreadable)?;
        let day: Day = day.parse()?;
        let two =
            |part: &str| part.parse().ok().filter(|_| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()));
        let (hour, minute): (Option<i64>, Option<i64>) =
            time.split_once(':').map_or((None, None), |(hour, minute)| (two(hour), two(minute)));
        let (Some(hour @ 0..=23), Some(minute @ 0..=59)) = (hour, minute) else { return Err(unreadable()) };
        Ok(day.at_minute(hour * 60 + minute, &zone_named(zone).ok_or_else(unreadable)?))
    }

    /// What the clock on a wall in this IANA zone shows; `None` when there is no such zone.
    #[must_use]
    pub fn in_zone(self, zone: &str) -> Option<LocalTime> {
        let zone = zone_named(zone)?;
        let local = self.timestamp().to_zoned(zone);
        let information = local.time_zone().to_offset_info(local.timestamp());
        Some(LocalTime {
            year: local.year(),
            month: local.month(),
            day: local.day(),
            weekday: local.weekday().to_monday_one_offset(),
            hour: local.hour(),
            minute: local.minute(),
            zone_abbreviation: information.abbreviation().to_owned(),
        })
    }

    /// As [`Self::parse_local`] reads it, and a field for a day and a time holds it; `None` when there is no such zone.
    #[must_use]
    pub fn typed_in(self, zone: &str) -> Option<String> {
        Some(self.timestamp().to_zoned(zone_named(zone)?).strftime("%Y-%m-%dT%H:%M").to_string())
    }

    /// Which day it is in this IANA zone; `None` when there is no such zone.
    #[must_use]
    pub fn day_in(self, zone: &str) -> Option<Day> {
        Some(self.day_in_zone(&zone_named(zone)?))
    }

    pub(crate) fn day_in_zone(self, zone: &TimeZone) -> Day {
        Day(zone.to_datetime(self.timestamp()).date())
    }

    /// The same instant as the library of times has it.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        // A moment lies within the years of a timestamp, so the fallback is never taken.
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl Day {
    /// The day of this year, month (from 1) and day of the month; `None` when there is no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// As the calendar library has it.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }

    /// Its year, its month from 1, and its day of the month.
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// This many days later; earlier when negative. Stops at the first and last day that exist.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = self.0.saturating_add(jiff::SignedDuration::from_hours(days.clamp(-8_000_000, 8_000_000) * 24));
        Self(moved)
    }

    /// So many months later, on the same day of the month, or on the last where that month is shorter.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().try_months(months).unwrap_or_default()))
    }

    /// Days from `earlier` to here; negative when `earlier` is the later one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.duration_since(earlier.0).as_hours() / 24
    }

    /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The moment this day begins in this IANA zone; `None` when there is no such zone.
    /// Where midnight is skipped by a clock change, the day begins at the first time that exists.
    #[must_use]
    pub fn start_in(self, zone: &str) -> Option<Moment> {
        Some(self.at_minute(0, &zone_named(zone)?))
    }

    /// The moment at which the clocks of a zone show this many minutes after midnight of this day;
    /// 1440 and more is the next day.
    ///
    /// Follows RFC 5545 section 3.3.5: a time that a clock change skips is read with the offset
    /// before the change (so it lies one hour later), and of two equal times it is the first.
    pub(crate) fn at_minute(self, minute: i64, zone: &TimeZone) -> Moment {
        let midnight = self.plus_days(minute.div_euclid(1_440)).0.to_datetime(jiff::civil::Time::midnight());
        let local = midnight.saturating_add(jiff::SignedDuration::from_mins(minute.rem_euclid(1_440)));
        let timestamp = zone.to_ambiguous_timestamp(local).compatible();
        // Only a day beyond the years of a moment fails; it is as far as a moment can go.
        timestamp.map_or(Moment::MAX, |timestamp| Moment::from_millis(timestamp.as_millisecond()))
    }
}

/// The rules of an IANA zone, from the copy that is built in, so that every machine agrees.
pub(crate) fn zone_named(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok().filter(|zone| !zone.is_unknown())
}

/// In rows a moment is its number of milliseconds.
impl<DB: Backend> ToSql<BigInt, DB> for Moment
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<BigInt, DB> for Moment
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(bytes).map(Self::from_millis)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(formatter)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl From<i64> for Moment {
    fn from(millis: i64) -> Self {
        Self::from_millis(millis)
    }
}

impl From<Moment> for i64 {
    fn from(moment: Moment) -> Self {
        moment.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl FromStr for Day {
    type Err = UnreadableTime;

    /// Reads `2026-12-25` and nothing else, so that a list of days has one spelling.
    fn from_str(text: &str) -> Result<Self, UnreadableTime> {
        let day = text.parse().map(Self).map_err(|_| UnreadableTime(text.to_owned()))?;
        if day.to_string() == text { Ok(day) } else { Err(UnreadableTime(text.to_owned())) }
    }
}

impl TryFrom<String> for Day {
    type Error = UnreadableTime;

    fn try_from(text: String) -> Result<Self, UnreadableTime> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests;
