//! A figure with how sure one can be of it, and how it is said.

use std::ops::RangeInclusive;

use ground::words::Words;
use statistics::{Direction, Interval, Mean, Score, Share, Trend, Untested};

/// Of fewer answers than this no figure is made.
pub const FEWEST: usize = 5;
/// How sure an interval is.
pub const LEVEL: f64 = 0.95;
/// How rarely a trend is seen where there is none. Many are looked at, so it is strict.
pub(crate) const SIGNIFICANCE: f64 = 0.01;

/// How a row of grades reads.
#[derive(Debug, PartialEq)]
pub enum Reading {
    /// Too few for a figure: the answers, the lowest first.
    Single(Vec<f64>),
    /// Their mean, and between which it lies as far as chance goes; none where all say the same.
    Mean {
        /// The mean.
        mean: f64,
        /// Where it lies.
        interval: Option<Interval>,
    },
}

impl Reading {
    /// What people answered on a scale of these steps: one number of each of them.
    pub(crate) fn of(mut answers: Vec<f64>, steps: &RangeInclusive<i64>) -> Self {
        answers.sort_unstable_by(f64::total_cmp);
        match Mean::of(&answers).filter(|_| answers.len() >= FEWEST) {
            None => Self::Single(answers),
            Some(mean) => {
                let interval = mean.interval(LEVEL).map(|interval| within(interval, steps));
                Self::Mean { mean: mean.value(), interval }
            }
        }
    }

    /// In words.
    pub(crate) fn say(&self, w: &Words) -> String {
        match self {
            Self::Single(grades) if grades.is_empty() => w.t("figure-none"),
            Self::Single(grades) => {
                let grades = grades
                    .iter()
                    .map(|grade| tenth(*grade).trim_end_matches(".0").to_owned())
                    .collect::<Vec<_>>()
                    .join(", ");
                w.with("figure-single", &[("grades", grades.into())])
            }
            Self::Mean { mean, interval: None } => w.with("figure-same", &[("mean", tenth(*mean).into())]),
            Self::Mean { mean, interval: Some(Interval { low, high }) } => {
                let [mean, low, high] = [*mean, *low, *high].map(tenth);
                w.with("figure-mean", &[("mean", mean.into()), ("low", low.into()), ("high", high.into())])
            }
        }
    }

    /// In words that show nobody's answer: of too few it says only that they are too few.
    #[must_use]
    pub fn say_together(&self, w: &Words) -> String {
        match self {
            Self::Single(grades) if !grades.is_empty() => {
                w.with("figure-too-few", &[("count", grades.len().into()), ("fewest", FEWEST.into())])
            }
            reading => reading.say(w),
        }
    }
}

/// A mean cannot lie beyond the ends of its scale, whatever the formula says.
fn within(interval: Interval, steps: &RangeInclusive<i64>) -> Interval {
    let (low, high) = (number(*steps.start()), number(*steps.end()));
    Interval { low: interval.low.max(low), high: interval.high.min(high) }
}

/// A grade as a number that figures are made of.
#[allow(clippy::cast_precision_loss, reason = "a grade is a small whole number")]
pub(crate) fn number(grade: i64) -> f64 {
    grade as f64
}

/// So many of so many; no more of them than there are.
#[must_use]
pub fn share(count: usize, of: usize) -> Share {
    Share::new(count as u64, of as u64).unwrap_or_default()
}

/// "31 of 40 (78 %, between 62 % and 88 %)", or the bare counts where there are too few for more.
#[must_use]
pub fn say_share(share: &Share, w: &Words) -> String {
    let counts = [("count", share.count().into()), ("of", share.of().into())];
    let figures = share.value().zip(share.interval(LEVEL)).filter(|_| share.of() >= FEWEST as u64);
    let Some((value, Interval { low, high })) = figures else { return w.with("figure-count", &counts) };
    let [value, low, high] = [value, low, high].map(|part| format!("{:.0}", part * 100.0));
    let [count, of] = counts;
    w.with("figure-share", &[count, of, ("value", value.into()), ("low", low.into()), ("high", high.into())])
}

/// A net promoter score with its counts, since these say more than the score of a few.
pub(crate) fn say_score(score: &Score, w: &Words) -> String {
    let counts = [
        ("promoters", score.promoters().into()),
        ("passives", score.passives().into()),
        ("detractors", score.detractors().into()),
    ];
    if score.count() < FEWEST as u64 {
        return w.with("figure-too-few", &[("count", score.count().into()), ("fewest", FEWEST.into())]);
    }
    let Some((value, Interval { low, high })) = score.value().zip(score.interval(LEVEL)) else {
        return w.with("figure-score-counts", &counts);
    };
    let [value, low, high] = [value, low, high].map(|points| format!("{points:.0}"));
    let [one, two, three] = counts;
    w.with("figure-score", &[one, two, three, ("value", value.into()), ("low", low.into()), ("high", high.into())])
}

/// The key of the sentence that says where something goes; `untested` is that of what is too little to tell.
#[must_use]
pub(crate) fn trend_key(trend: &Result<Trend, Untested>, untested: &'static str) -> &'static str {
    match trend.as_ref().map(|trend| trend.direction) {
        Ok(Direction::Rising) => "trend-rising",
        Ok(Direction::Falling) => "trend-falling",
        Ok(Direction::Unclear) => "trend-unclear",
        Err(_) => untested,
    }
}

fn tenth(number: f64) -> String {
    format!("{number:.1}")
}
