//! How long each promise may take: the table that a contract starts with, in the words in which
//! people agree on it ("4 working hours"), and what those words are worth in seconds.

use std::fmt;
use std::str::FromStr;

use ground::calendar::Calendar;
use ground::{Moment, choice};

/// Nobody promises further ahead than this; a longer time is a slip of the finger.
const MOST_MINUTES: u32 = 366 * 24 * 60;

choice! {
    /// How grave a concern is; the gravest first.
    pub enum Severity {
        /// Safety or crime risk now, force, discrimination, an abandoned post.
        S1 = "S1", "severity-s1",
        /// Serious: a repeated failure, or a key client is angry.
        S2 = "S2", "severity-s2",
        /// A shortfall.
        S3 = "S3", "severity-s3",
        /// A wish, a suggestion, a question.
        S4 = "S4", "severity-s4",
        /// Praise.
        P = "P", "severity-p",
    }
}

choice! {
    /// What is promised, in the order in which it happens.
    pub enum Step {
        /// A person says that it was heard.
        Acknowledge = "acknowledge", "step-acknowledge",
        /// The first answer in substance.
        Answer = "answer", "step-answer",
        /// The changed measure is in force.
        Adjust = "adjust", "step-adjust",
        /// "Did it work?"
        CheckBack = "check_back", "step-check-back",
        /// "Does it still work?", after the gravest concerns.
        CheckBackAgain = "check_back_again", "step-check-back-again",
    }
}

/// How much time a limit gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// So many seconds, day and night.
    Always(i64),
    /// So many open seconds of the calendar.
    Open(i64),
}

impl Span {
    /// The moment that lies this long after another one.
    #[must_use]
    pub fn after(self, start: Moment, calendar: &Calendar) -> Moment {
        match self {
            Self::Always(seconds) => start.plus_seconds(seconds),
            Self::Open(seconds) => calendar.add_open_seconds(start, seconds),
        }
    }

    /// Half of it, rounded down to a second.
    #[must_use]
    pub const fn half(self) -> Self {
        match self {
            Self::Always(seconds) => Self::Always(seconds / 2),
            Self::Open(seconds) => Self::Open(seconds / 2),
        }
    }
}

/// How long a promise may take, as people say it: "15 min", "2 working days".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// How many units; at least 1.
    count: u32,
    unit: Unit,
    hours: Hours,
}

/// The unit of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 60 seconds.
    Minutes,
    /// 60 minutes.
    Hours,
    /// 24 hours, or the open time of one working day.
    Days,
}

/// Which hours count for a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hours {
    /// All of them, day and night.
    Always,
    /// The open hours of the site's calendar.
    Working,
}

/// Why a text is not a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitError {
    /// It does not look like "15 min" or "2 working days".
    Unreadable,
    /// It is nothing, or more than 366 days.
    OutOfRange,
}

impl LimitError {
    /// The key of the sentence that tells this.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "limit-unreadable",
            Self::OutOfRange => "limit-out-of-range",
        }
    }
}

impl Unit {
    const fn minutes(self) -> u32 {
        match self {
            Self::Minutes => 1,
            Self::Hours => 60,
            Self::Days => 1_440,
        }
    }
}

impl Limit {
    /// A limit of so many units.
    ///
    /// # Errors
    /// When it is nothing, or more than 366 days.
    pub const fn new(count: u32, unit: Unit, hours: Hours) -> Result<Self, LimitError> {
        if count == 0 || count > MOST_MINUTES / unit.minutes() {
            return Err(LimitError::OutOfRange);
        }
        Ok(Self { count, unit, hours })
    }

    const fn always(count: u32, unit: Unit) -> Self {
        Self { count, unit, hours: Hours::Always }
    }

    const fn working(count: u32, unit: Unit) -> Self {
        Self { count, unit, hours: Hours::Working }
    }

    /// The key of the sentence that says it to people, and the number that the sentence names as `n`.
    #[must_use]
    pub const fn sentence(self) -> (&'static str, u32) {
        let key = match (self.hours, self.unit) {
            (Hours::Always, Unit::Minutes) => "limit-minutes",
            (Hours::Always, Unit::Hours) => "limit-hours",
            (Hours::Always, Unit::Days) => "limit-days",
            (Hours::Working, Unit::Minutes) => "limit-working-minutes",
            (Hours::Working, Unit::Hours) => "limit-working-hours",
            (Hours::Working, Unit::Days) => "limit-working-days",
        };
        (key, self.count)
    }

    /// The same limit in seconds. A working day is worth the mean open time of the calendar's
    /// working days, so that a pause in the middle of one takes nothing away.
    #[must_use]
    pub fn seconds(self, calendar: &Calendar) -> Span {
        let count = i64::from(self.count);
        match (self.hours, self.unit) {
            (Hours::Working, Unit::Days) => Span::Open(count * calendar.working_day_seconds()),
            (Hours::Working, unit) => Span::Open(count * i64::from(unit.minutes()) * 60),
            (Hours::Always, unit) => Span::Always(count * i64::from(unit.minutes()) * 60),
        }
    }
}

/// The limit that a contract starts with; `None` where nothing is promised.
///
/// "In the same shift" of the gravest concerns stands as 8 hours, the shorter of the usual shifts;
/// "with the next revision" of a wish names no time, so it is no promise.
#[must_use]
pub const fn default_limit(severity: Severity, step: Step) -> Option<Limit> {
    use Unit::{Days, Hours, Minutes};
    let limit = match (severity, step) {
        (Severity::S1, Step::Acknowledge) => Limit::always(15, Minutes),
        (Severity::S1, Step::Answer) => Limit::always(2, Hours),
        (Severity::S1, Step::Adjust) => Limit::always(8, Hours),
        (Severity::S1, Step::CheckBack) => Limit::always(24, Hours),
        (Severity::S1, Step::CheckBackAgain) => Limit::always(7, Days),
        (Severity::S2, Step::Acknowledge) => Limit::always(1, Hours),
        (Severity::S2, Step::Answer) => Limit::working(1, Days),
        (Severity::S2, Step::Adjust) => Limit::always(2, Days),
        (Severity::S2, Step::CheckBack) => Limit::always(7, Days),
        (Severity::S3, Step::Acknowledge) => Limit::working(4, Hours),
        (Severity::S3, Step::Answer) => Limit::working(2, Days),
        (Severity::S3, Step::Adjust) => Limit::always(7, Days),
        (Severity::S3, Step::CheckBack) => Limit::always(14, Days),
        (Severity::S4, Step::Acknowledge) => Limit::working(1, Days),
        (Severity::S4, Step::Answer) => Limit::working(5, Days),
        (Severity::S4, Step::CheckBack) => Limit::always(30, Days),
        (Severity::P, Step::Acknowledge) => Limit::working(1, Days),
        _ => return None,
    };
    Some(limit)
}

/// The whole table that a contract starts with, severity by severity.
pub fn defaults() -> impl Iterator<Item = (Severity, Step, Option<Limit>)> {
    let steps = |severity| Step::ALL.iter().map(move |&step| (severity, step, default_limit(severity, step)));
    Severity::ALL.iter().copied().flat_map(steps)
}

/// In the record and in rows a limit is its text.
impl serde::Serialize for Limit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The short text of forms and files; sentences for people come from the message catalogue.
impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let working = if self.hours == Hours::Working { "working " } else { "" };
        let (unit, plural) = match self.unit {
            Unit::Minutes => ("min", ""),
            Unit::Hours => ("hour", if self.count == 1 { "" } else { "s" }),
            Unit::Days => ("day", if self.count == 1 { "" } else { "s" }),
        };
        write!(formatter, "{} {working}{unit}{plural}", self.count)
    }
}

impl FromStr for Limit {
    type Err = LimitError;

    /// Reads "15 min", "2 h", "4 working hours", "1 working day", "7 days", in any case, and what
    /// the pages say in Spanish: "4 horas h\u{e1}biles".
    fn from_str(text: &str) -> Result<Self, LimitError> {
        let text = text.to_lowercase().replace('\u{e1}', "a").replace('\u{ed}', "i");
        let words: Vec<&str> = text.split_whitespace().collect();
        let (count, hours, unit) = match words[..] {
            [count, "working", unit] | [count, unit, "habil" | "habiles"] => (count, Hours::Working, unit),
            [count, unit] => (count, Hours::Always, unit),
            _ => return Err(LimitError::Unreadable),
        };
        let unit = match unit {
            "min" | "minute" | "minutes" | "minuto" | "minutos" => Unit::Minutes,
            "h" | "hour" | "hours" | "hora" | "horas" => Unit::Hours,
            "day" | "days" | "dia" | "dias" => Unit::Days,
            _ => return Err(LimitError::Unreadable),
        };
        if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(LimitError::Unreadable);
        }
        Self::new(count.parse().map_err(|_| LimitError::OutOfRange)?, unit, hours)
    }
}

impl fmt::Display for LimitError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Unreadable => "not a limit such as \"2 working days\"",
            Self::OutOfRange => "not between 1 minute and 366 days",
        })
    }
}

impl std::error::Error for LimitError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_table_is_the_published_one() {
        let row = |severity| {
            let said = |step: &Step| default_limit(severity, *step).map_or_else(|| "-".to_owned(), |l| l.to_string());
            Step::ALL.iter().map(said).collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(row(Severity::S1), "15 min | 2 hours | 8 hours | 24 hours | 7 days");
        assert_eq!(row(Severity::S2), "1 hour | 1 working day | 2 days | 7 days | -");
        assert_eq!(row(Severity::S3), "4 working hours | 2 working days | 7 days | 14 days | -");
        assert_eq!(row(Severity::S4), "1 working day | 5 working days | - | 30 days | -");
        assert_eq!(row(Severity::P), "1 working day | - | - | - | -");
        assert_eq!(defaults().count(), 25);
    }

    #[test]
    fn every_default_comes_back_from_its_text() {
        for limit in defaults().filter_map(|(_, _, limit)| limit) {
            assert_eq!(limit.to_string().parse(), Ok(limit));
        }
        assert_eq!("  4  Working H ".parse(), Limit::new(4, Unit::Hours, Hours::Working));
        assert_eq!("1 D\u{ed}a h\u{e1}bil".parse(), Limit::new(1, Unit::Days, Hours::Working));
    }

    #[test]
    fn what_is_no_limit_is_refused_by_name() {
        for text in ["", "-", "soon", "15", "min 15", "-1 day", "1.5 hours", "+2 days", "2 working", "1 day 2 hours"] {
            assert_eq!(text.parse::<Limit>(), Err(LimitError::Unreadable), "{text}");
        }
        for text in ["0 min", "367 days", "99999999999 h", "527041 min"] {
            assert_eq!(text.parse::<Limit>(), Err(LimitError::OutOfRange), "{text}");
        }
        assert!("366 days".parse::<Limit>().is_ok());
    }

    #[test]
    fn a_limit_is_worth_seconds_of_its_calendar() {
        let office: Calendar =
            r#"{"zone":"UTC","hours":{"mon":["08:00-18:00"],"tue":["08:00-14:00"]}}"#.parse().unwrap();
        let worth = |text: &str, calendar: &Calendar| text.parse::<Limit>().unwrap().seconds(calendar);
        assert_eq!(worth("15 min", &office), Span::Always(900));
        assert_eq!(worth("2 days", &office), Span::Always(172_800));
        assert_eq!(worth("4 working hours", &office), Span::Open(14_400));
        assert_eq!(worth("2 working days", &office), Span::Open(57_600));
        assert_eq!(worth("2 working days", &Calendar::always()), Span::Open(172_800));
    }
}
