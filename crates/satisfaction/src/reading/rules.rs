//! What a row of answers says: a figure where there are enough of them, and else the answers themselves.

use ground::{Moment, choice};
use listening::check_back::{Handling, handling};
use listening::facts::Checked;
use statistics::{Mean, Trend, Untested};

use crate::facts::Helpfulness;
use crate::figure::{self, Reading, SIGNIFICANCE, number};

/// How long a span of a trend is, in seconds: 30 days.
const SPAN_SECONDS: i64 = 30 * 86_400;

choice! {
    /// Which time is looked at. Its spans are of equal length, so that one is like the other.
    pub enum Period {
        /// The last three spans.
        Quarter = "quarter", "period-quarter",
        /// The last twelve.
        Year = "year", "period-year",
    }
}

impl Period {
    const fn spans(self) -> i64 {
        match self {
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// When it begins.
    pub(super) fn since(self, now: Moment) -> Moment {
        now.plus_seconds(-self.spans() * SPAN_SECONDS)
    }
}

/// What was answered to one question.
#[derive(Debug)]
pub(super) struct Item {
    /// The key of its sentence.
    pub key: &'static str,
    /// How many gave each grade, the lowest first.
    pub counts: Vec<usize>,
    /// How many answered.
    pub answers: usize,
    /// How they read.
    pub reading: Reading,
    /// Where it goes, span by span; none where too few spans are looked at.
    pub trend: Option<Result<Trend, Untested>>,
}

/// All that is said of a time.
#[derive(Debug)]
pub(super) struct Summary {
    /// Whether it helped.
    pub whether: Helpfulness,
    /// The questions.
    pub items: Vec<Item>,
}

impl Summary {
    /// What the askings of a period say.
    pub(super) fn of(checked: &[Checked], period: Period, now: Moment) -> Self {
        let items = handling::ITEMS.iter().map(|(_, key)| item(key, checked, period, now)).collect();
        Self { whether: Helpfulness::of(checked), items }
    }
}

fn grade(handling: &Handling, key: &str) -> Option<i64> {
    handling.given().into_iter().find(|(given, _)| *given == key).map(|(_, grade)| grade)
}

fn item(key: &'static str, checked: &[Checked], period: Period, now: Moment) -> Item {
    let given: Vec<(Moment, i64)> =
        checked.iter().filter_map(|one| Some((one.answered_at?, grade(&one.handling, key)?))).collect();
    let grades: Vec<i64> = given.iter().map(|(_, grade)| *grade).collect();
    let counts = handling::GRADES.map(|step| grades.iter().filter(|grade| **grade == step).count()).collect();
    let trend = (period == Period::Year).then(|| Trend::of(&means(&given, period, now), SIGNIFICANCE));
    Item {
        key,
        counts,
        answers: grades.len(),
        reading: Reading::of(grades.iter().copied().map(number).collect(), &handling::GRADES),
        trend,
    }
}

/// The mean of each span in which somebody answered, the oldest first.
fn means(given: &[(Moment, i64)], period: Period, now: Moment) -> Vec<f64> {
    let span = |at: &Moment| (now.seconds_since(*at).max(0) / SPAN_SECONDS).min(period.spans() - 1);
    let mean = |which: i64| {
        let theirs: Vec<f64> =
            given.iter().filter(|(at, _)| span(at) == which).map(|(_, grade)| number(*grade)).collect();
        Mean::of(&theirs).map(Mean::value)
    };
    (0..period.spans()).rev().filter_map(mean).collect()
}

/// The key of the sentence that says where something goes.
pub(super) fn trend_key(trend: &Result<Trend, Untested>) -> &'static str {
    figure::trend_key(trend, "trend-too-few")
}

#[cfg(test)]
mod tests;
