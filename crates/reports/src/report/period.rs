//! Months and quarters of the calendar, where the organization is.

use std::fmt;

use ground::words::Words;
use ground::{Day, Moment};

/// The years that an address may name: what lies before was told to nobody here.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=9000;

/// A month or a quarter of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// `2026-10`.
    Month {
        /// The year.
        year: i16,
        /// From 1 to 12.
        month: i8,
    },
    /// `2026-q3`.
    Quarter {
        /// The year.
        year: i16,
        /// From 1 to 4.
        quarter: i8,
    },
    /// `2026-y10`: the twelve months that end with October.
    Twelve {
        /// The year of the last month.
        year: i16,
        /// The last month, from 1 to 12.
        month: i8,
    },
}

impl Period {
    /// Reads what [`fmt::Display`] writes, and nothing else: each period has one address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = text.split_once('-')?;
        let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
        let within = |text: &str, most: i8| text.parse().ok().filter(|one| (1..=most).contains(one));
        let period = match (part.strip_prefix('q'), part.strip_prefix('y')) {
            (Some(quarter), _) => Self::Quarter { year, quarter: within(quarter, 4)? },
            (None, Some(month)) => Self::Twelve { year, month: within(month, 12)? },
            (None, None) => Self::Month { year, month: within(part, 12)? },
        };
        (period.to_string() == text).then_some(period)
    }

    /// The month of a day.
    #[must_use]
    pub fn month_of(day: Day) -> Self {
        let (year, month, _) = day.parts();
        Self::Month { year, month }
    }

    /// The quarter that ends with this month; none where another month of it follows, and of what is no month.
    #[must_use]
    pub fn quarter_ended(self) -> Option<Self> {
        match self {
            Self::Month { year, month } if month % 3 == 0 => Some(Self::Quarter { year, quarter: month / 3 }),
            _ => None,
        }
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter_of(day: Day) -> Self {
        let (year, month, _) = day.parts();
        Self::Quarter { year, quarter: (month + 2) / 3 }
    }

    /// The twelve months that are over on a day.
    #[must_use]
    pub fn twelve_before(day: Day) -> Self {
        let (year, month, _) = day.plus_months(-1).parts();
        Self::Twelve { year, month }
    }

    /// Its first day.
    fn first_day(self) -> Option<Day> {
        match self {
            Self::Month { year, month } => Day::new(year, month, 1),
            Self::Quarter { year, quarter } => Day::new(year, 3 * quarter - 2, 1),
            Self::Twelve { year, month } => Day::new(year, month, 1).map(|last| last.plus_months(-11)),
        }
    }

    const fn count_of_months(self) -> i64 {
        match self {
            Self::Month { .. } => 1,
            Self::Quarter { .. } => 3,
            Self::Twelve { .. } => 12,
        }
    }

    /// From its first moment in a zone until the first moment after it; none where there is no such zone.
    #[must_use]
    pub fn span(self, zone: &str) -> Option<(Moment, Moment)> {
        let first = self.first_day()?;
        Some((first.start_in(zone)?, first.plus_months(self.count_of_months()).start_in(zone)?))
    }

    /// Its months, from first to last.
    #[must_use]
    pub fn months(self) -> Vec<Self> {
        let Some(first) = self.first_day() else { return Vec::new() };
        (0..self.count_of_months()).map(|later| Self::month_of(first.plus_months(later))).collect()
    }

    /// The one so many before or, when negative, after it, of its kind.
    #[must_use]
    pub fn earlier(self, count: i64) -> Self {
        let moved = self.first_day().map(|first| first.plus_months(-count * self.count_of_months()));
        match (moved, self) {
            (Some(day), Self::Month { .. }) => Self::month_of(day),
            (Some(day), Self::Quarter { .. }) => Self::quarter_of(day),
            (Some(day), Self::Twelve { .. }) => Self::twelve_before(day.plus_months(12)),
            (None, same) => same,
        }
    }

    /// In words: `October 2026`, `3rd quarter of 2026 (July to September)`.
    #[must_use]
    pub fn title(self, w: &Words) -> String {
        let month = |month: i8| w.t(&format!("report-month-{month}"));
        match self {
            Self::Month { year, month: one } => {
                w.with("report-month", &[("month", month(one).into()), ("year", year.to_string().into())])
            }
            Self::Twelve { year, month: one } => {
                w.with("report-twelve", &[("month", month(one).into()), ("year", year.to_string().into())])
            }
            Self::Quarter { year, quarter } => w.with(
                "report-quarter",
                &[
                    ("quarter", quarter.to_string().into()),
                    ("year", year.to_string().into()),
                    ("from", month(3 * quarter - 2).into()),
                    ("until", month(3 * quarter).into()),
                ],
            ),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(out, "{year:04}-{month:02}"),
            Self::Quarter { year, quarter } => write!(out, "{year:04}-q{quarter}"),
            Self::Twelve { year, month } => write!(out, "{year:04}-y{month:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(text: &str, zone: &str) -> (String, String) {
        let (from, until) = Period::parse(text).unwrap().span(zone).unwrap();
        (from.to_string(), until.to_string())
    }

    fn strings((from, until): (&str, &str)) -> (String, String) {
        (from.to_owned(), until.to_owned())
    }

    // By hand: Chicago is at -6 and, from 8 March to 1 November 2026, at -5; Madrid at +1 and, from 29 March to 25
    // October 2026, at +2. February 2028 has 29 days.
    #[test]
    fn it_begins_and_ends_where_the_clocks_of_the_zone_say() {
        for (text, zone, expected) in [
            ("2026-03", "America/Chicago", ("2026-03-01T06:00:00Z", "2026-04-01T05:00:00Z")),
            ("2026-11", "America/Chicago", ("2026-11-01T05:00:00Z", "2026-12-01T06:00:00Z")),
            ("2026-10", "Europe/Madrid", ("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")),
            ("2026-q4", "Europe/Madrid", ("2026-09-30T22:00:00Z", "2026-12-31T23:00:00Z")),
            ("2026-q1", "America/Chicago", ("2026-01-01T06:00:00Z", "2026-04-01T05:00:00Z")),
            ("2028-02", "UTC", ("2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z")),
            ("2026-y10", "Europe/Madrid", ("2025-10-31T23:00:00Z", "2026-10-31T23:00:00Z")),
            ("2027-y12", "UTC", ("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z")),
        ] {
            assert_eq!(span(text, zone), strings(expected), "{text} in {zone}");
        }
        assert_eq!(Period::parse("2026-10").unwrap().span("Nowhere/Else"), None);
    }

    #[test]
    fn a_quarter_ends_with_its_third_month() {
        let ended = |text: &str| Period::parse(text).and_then(Period::quarter_ended).map(|quarter| quarter.to_string());
        assert_eq!(ended("2026-12").as_deref(), Some("2026-q4"));
        assert_eq!(ended("2026-03").as_deref(), Some("2026-q1"));
        assert_eq!([ended("2026-11"), ended("2026-q3"), ended("2026-y12")], [None, None, None]);
    }

    #[test]
    fn what_is_no_period_is_not_read() {
        for text in ["", "2026", "2026-13", "2026-0", "2026-1", "2026-q5", "2026-q0", "2026-Q1", "26-01", "+2026-01"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        for text in ["1999-12", "9999-01", "2026-010", "2026-10-01", "2026-q03", " 2026-10", "-2026-10", "2026-+1"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    fn period() -> impl Strategy<Value = Period> {
        prop_oneof![
            (2000_i16..8999, 1_i8..=12).prop_map(|(year, month)| Period::Month { year, month }),
            (2000_i16..8999, 1_i8..=4).prop_map(|(year, quarter)| Period::Quarter { year, quarter }),
            (2000_i16..8999, 1_i8..=12).prop_map(|(year, month)| Period::Twelve { year, month }),
        ]
    }

    proptest! {
        #[test]
        fn one_follows_the_other_without_a_gap(period in period(), zone in prop_oneof![
            Just("America/Chicago"), Just("Europe/Madrid"), Just("Asia/Kathmandu"), Just("UTC")
        ]) {
            let (from, until) = period.span(zone).unwrap();
            prop_assert!(from < until);
            prop_assert_eq!(period.earlier(-1).span(zone).unwrap().0, until);
            prop_assert_eq!(period.earlier(1).span(zone).unwrap().1, from);
            prop_assert_eq!(period.earlier(-1).earlier(1), period);
            let months: Vec<_> = period.months().into_iter().map(|month| month.span(zone).unwrap()).collect();
            prop_assert_eq!((months[0].0, months[months.len() - 1].1), (from, until));
            prop_assert!(months.windows(2).all(|two| two[0].1 == two[1].0));
            let twelve = Period::twelve_before(until.day_in(zone).unwrap());
            for at in [from, until.plus_millis(-1)] {
                let day = at.day_in(zone).unwrap();
                prop_assert!([Period::month_of(day), Period::quarter_of(day), twelve].contains(&period));
            }
        }

        #[test]
        fn what_is_written_is_read(period in period(), text in "[0-9qy-]{0,9}") {
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            prop_assert!(Period::parse(&text).is_none_or(|read| read.to_string() == text));
        }
    }
}
