//! One interval of local time, and whether intervals share time.

use std::fmt;
use std::str::FromStr;

use super::CalendarError;

const DAY_MINUTES: i64 = 1_440;

/// From one local time to another, at most 24 hours later: `08:00-18:00`, `22:00-06:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Interval {
    /// Minutes after midnight of the day it belongs to; less than 1440.
    pub(super) start: i64,
    /// Minutes after that same midnight; later than the start, past 1440 on the next day.
    pub(super) end: i64,
}

impl FromStr for Interval {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let read = || {
            let (start, end) = text.trim().split_once('-')?;
            let start = minute_of_day(start.trim()).filter(|minute| *minute < DAY_MINUTES)?;
            let end = minute_of_day(end.trim())?;
            // An end that equals its start could mean nothing or a whole day, so it is refused.
            (start != end).then(|| Self { start, end: if end < start { end + DAY_MINUTES } else { end } })
        };
        read().ok_or_else(|| CalendarError::BadInterval(text.to_owned()))
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.end > DAY_MINUTES { self.end - DAY_MINUTES } else { self.end };
        let (start_hour, start_minute) = (self.start / 60, self.start % 60);
        write!(formatter, "{start_hour:02}:{start_minute:02}-{:02}:{:02}", end / 60, end % 60)
    }
}

impl Interval {
    /// The same interval a number of days later.
    const fn moved(self, days: i64) -> Self {
        Self { start: self.start + days * DAY_MINUTES, end: self.end + days * DAY_MINUTES }
    }

    /// Minutes that two intervals share.
    fn shared_minutes(self, other: Self) -> i64 {
        (self.end.min(other.end) - self.start.max(other.start)).max(0)
    }
}

/// Minutes after midnight of `HH:MM`, up to and including `24:00`.
fn minute_of_day(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(());
    digits(hour).and(digits(minute))?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= DAY_MINUTES).then_some(total)
}

/// Refuses intervals of one day that share time; sorts them otherwise.
pub(super) fn checked_day(mut intervals: Vec<Interval>) -> Result<Vec<Interval>, CalendarError> {
    intervals.sort_unstable();
    refuse_overlap(&intervals)?;
    Ok(intervals)
}

/// Refuses a week (Monday first) in which intervals share time, also across midnight and from
/// Sunday into Monday.
pub(super) fn check_week(week: &[Vec<Interval>; 7]) -> Result<(), CalendarError> {
    let mut minutes = on_the_week(week);
    minutes.extend(week[0].first().map(|monday| monday.moved(7)));
    refuse_overlap(&minutes)
}

/// Open minutes of a week: its hours without its breaks.
pub(super) fn open_minutes(hours: &[Vec<Interval>; 7], breaks: &[Vec<Interval>; 7]) -> i64 {
    let hours = on_the_week(hours);
    // The end of Sunday night lies in the next week, and Sunday's break in the week before.
    let breaks = on_the_week(breaks);
    let breaks = breaks.iter().flat_map(|rest| [rest.moved(-7), *rest, rest.moved(7)]);
    let rest: i64 = breaks.flat_map(|rest| hours.iter().map(move |open| open.shared_minutes(rest))).sum();
    hours.iter().map(|open| open.end - open.start).sum::<i64>() - rest
}

/// All intervals in minutes after the Monday's midnight, in order.
fn on_the_week(week: &[Vec<Interval>; 7]) -> Vec<Interval> {
    (0..).zip(week).flat_map(|(day, intervals)| intervals.iter().map(move |interval| interval.moved(day))).collect()
}

fn refuse_overlap(sorted: &[Interval]) -> Result<(), CalendarError> {
    let named = |interval: Interval| interval.moved(-(interval.start / DAY_MINUTES)).to_string();
    match sorted.windows(2).find(|pair| pair[0].end > pair[1].start) {
        Some(pair) => Err(CalendarError::Overlap(named(pair[0]), named(pair[1]))),
        None => Ok(()),
    }
}
