//! The text of a calendar, as it is stored, frozen with a promise and shown in a form:
//!
//! ```json
//! {"zone":"America/Chicago","hours":{"mon":["08:00-18:00"]},"breaks":{"mon":["12:00-12:30"]},
//!  "shifts":{"2026-12-24":["08:00-12:00"]},"holidays":["2026-12-25"]}
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::interval::{Interval, check_week, checked_day, open_minutes};
use super::{ALWAYS, Calendar, CalendarError, Kind, Weekly};
use crate::moment::{Day, zone_named};

/// More days than this in one calendar are a mistake; it also bounds every search.
const MOST_DAYS: usize = 4_000;

/// Weekly hours that nobody has checked yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The IANA zone of the place: `America/Chicago`.
    pub zone: String,
    /// When each weekday is open: `08:00-18:00`, `22:00-06:00`.
    pub hours: Week,
    /// What is cut out of each weekday.
    #[serde(default, skip_serializing_if = "Week::is_empty")]
    pub breaks: Week,
    /// The hours of single days instead of their weekday's; an empty list is a closed day.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shifts: BTreeMap<String, Vec<String>>,
    /// Days on which nothing opens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<String>,
}

/// Intervals of each weekday.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    /// Monday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<String>,
    /// Tuesday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<String>,
    /// Wednesday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<String>,
    /// Thursday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<String>,
    /// Friday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<String>,
    /// Saturday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<String>,
    /// Sunday.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<String>,
}

/// What JSON may hold: the word `"always"`, or weekly hours.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Shape {
    Word(String),
    Hours(Box<Draft>),
}

impl Draft {
    /// The calendar of these hours.
    ///
    /// # Errors
    /// When the zone is unknown, an interval or a day unreadable, intervals overlap, or the week
    /// has no open time (also when there are shifts: after the last of them nothing could fall due).
    pub fn check(&self) -> Result<Calendar, CalendarError> {
        let days = self.holidays.len() + self.shifts.len();
        if days > MOST_DAYS {
            return Err(CalendarError::TooManyDays(days));
        }
        let zone = zone_named(&self.zone).ok_or_else(|| CalendarError::UnknownZone(self.zone.clone()))?;
        let (hours, breaks) = (self.hours.check()?, self.breaks.check()?);
        let shifts = self.shifts.iter().map(|(date, texts)| Ok((day(date)?, intervals(texts)?)));
        let week_seconds = open_minutes(&hours, &breaks) * 60;
        if week_seconds == 0 {
            return Err(CalendarError::NeverOpen);
        }
        let weekly = Weekly {
            zone,
            hours,
            breaks,
            shifts: shifts.collect::<Result<_, CalendarError>>()?,
            holidays: self.holidays.iter().map(|date| day(date)).collect::<Result<_, _>>()?,
            week_seconds,
        };
        Ok(Calendar(Kind::Weekly(Arc::new(weekly))))
    }
}

impl Week {
    /// The same intervals on Monday to Friday.
    #[must_use]
    pub fn monday_to_friday(intervals: &[&str]) -> Self {
        let day = || intervals.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        Self { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), ..Self::default() }
    }

    fn is_empty(&self) -> bool {
        self.days().iter().all(|day| day.is_empty())
    }

    const fn days(&self) -> [&Vec<String>; 7] {
        [&self.mon, &self.tue, &self.wed, &self.thu, &self.fri, &self.sat, &self.sun]
    }

    fn check(&self) -> Result<[Vec<Interval>; 7], CalendarError> {
        let mut week: [Vec<Interval>; 7] = Default::default();
        for (checked, texts) in week.iter_mut().zip(self.days()) {
            *checked = intervals(texts)?;
        }
        check_week(&week)?;
        Ok(week)
    }
}

fn intervals(texts: &[String]) -> Result<Vec<Interval>, CalendarError> {
    checked_day(texts.iter().map(|text| text.parse()).collect::<Result<_, _>>()?)
}

fn day(text: &str) -> Result<Day, CalendarError> {
    text.parse().map_err(|_| CalendarError::BadDay(text.to_owned()))
}

fn texts(intervals: &[Interval]) -> Vec<String> {
    intervals.iter().map(Interval::to_string).collect()
}

impl From<&[Vec<Interval>; 7]> for Week {
    fn from(week: &[Vec<Interval>; 7]) -> Self {
        let [mon, tue, wed, thu, fri, sat, sun] = week.each_ref().map(|intervals| texts(intervals));
        Self { mon, tue, wed, thu, fri, sat, sun }
    }
}

impl From<&Weekly> for Draft {
    fn from(weekly: &Weekly) -> Self {
        Self {
            // A zone that was found by its name has one.
            zone: weekly.zone.iana_name().unwrap_or_default().to_owned(),
            hours: Week::from(&weekly.hours),
            breaks: Week::from(&weekly.breaks),
            shifts: weekly.shifts.iter().map(|(day, intervals)| (day.to_string(), texts(intervals))).collect(),
            holidays: weekly.holidays.iter().map(Day::to_string).collect(),
        }
    }
}

impl TryFrom<Shape> for Calendar {
    type Error = CalendarError;

    fn try_from(shape: Shape) -> Result<Self, CalendarError> {
        match shape {
            Shape::Word(word) if word == ALWAYS => Ok(Self::always()),
            Shape::Word(word) => Err(CalendarError::Unreadable(word)),
            Shape::Hours(draft) => draft.check(),
        }
    }
}

impl From<Calendar> for Shape {
    fn from(calendar: Calendar) -> Self {
        calendar.draft().map_or_else(|| Self::Word(ALWAYS.to_owned()), |draft| Self::Hours(Box::new(draft)))
    }
}
