//! Held against what other packages say: `reference/make.py` asked them.

use std::collections::HashMap;

use serde::Deserialize;

use crate::quantile::{student_quantile, student_tail};
use crate::{Correlation, Direction, Interval, Mean, Score, Share, Span, Survival, Trend};

#[derive(Deserialize)]
struct Reference {
    shares: Vec<ShareCase>,
    share_differences: Vec<ShareDifferenceCase>,
    rows: HashMap<String, Vec<f64>>,
    means: Vec<MeanCase>,
    mean_differences: Vec<MeanDifferenceCase>,
    correlations: Vec<CorrelationCase>,
    tails: Vec<TailCase>,
    scores: Vec<ScoreCase>,
    trends: Vec<TrendCase>,
    spans: HashMap<String, Vec<(f64, bool)>>,
    survivals: Vec<SurvivalCase>,
}

#[derive(Deserialize)]
struct ShareCase {
    count: u64,
    of: u64,
    level: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct ShareDifferenceCase {
    first: (u64, u64),
    second: (u64, u64),
    level: f64,
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct MeanCase {
    row: String,
    level: f64,
    mean: f64,
    deviation: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct MeanDifferenceCase {
    first: String,
    second: String,
    level: f64,
    value: f64,
    p: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct CorrelationCase {
    pairs: Vec<(f64, f64)>,
    level: f64,
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct TailCase {
    freedoms: f64,
    level: f64,
    distance: f64,
    tail: f64,
}

#[derive(Deserialize)]
struct ScoreCase {
    promoters: u64,
    passives: u64,
    detractors: u64,
    level: f64,
    value: f64,
    error: f64,
    low: f64,
    high: f64,
}

#[derive(Deserialize)]
struct TrendCase {
    name: String,
    values: Vec<f64>,
    score: i64,
    p: f64,
    slope: f64,
}

#[derive(Deserialize)]
struct SurvivalCase {
    spans: String,
    level: f64,
    median: Option<f64>,
    steps: Vec<StepCase>,
}

/// Days, at risk, ended, censored, survival, low, high.
type StepCase = (f64, u64, u64, u64, f64, Option<f64>, Option<f64>);

fn reference() -> Reference {
    serde_json::from_str(include_str!("../../reference/values.json")).unwrap()
}

/// The same to nine digits, or nearly nought where it is.
#[track_caller]
fn same(ours: f64, theirs: f64, about: &str) {
    let far = (ours - theirs).abs() / theirs.abs().max(1e-6);
    assert!(far < 1e-9, "{about}: {ours} instead of {theirs}");
}

#[track_caller]
fn same_interval(ours: Interval, low: f64, high: f64, about: &str) {
    same(ours.low, low, about);
    same(ours.high, high, about);
}

#[test]
fn shares() {
    for case in reference().shares {
        let about = format!("{} of {} at {}", case.count, case.of, case.level);
        let share = Share::new(case.count, case.of).unwrap();
        same_interval(share.interval(case.level).unwrap(), case.low, case.high, &about);
    }
}

#[test]
fn differences_of_shares() {
    for case in reference().share_differences {
        let about = format!("{:?} less {:?} at {}", case.first, case.second, case.level);
        let share = |(count, of)| Share::new(count, of).unwrap();
        let difference = share(case.first).difference(share(case.second), case.level).unwrap();
        same(difference.value, case.value, &about);
        same_interval(difference.interval, case.low, case.high, &about);
    }
}

#[test]
fn means() {
    let reference = reference();
    for case in reference.means {
        let about = format!("{} at {}", case.row, case.level);
        let mean = Mean::of(&reference.rows[&case.row]).unwrap();
        same(mean.value(), case.mean, &about);
        same(mean.deviation().unwrap(), case.deviation, &about);
        same_interval(mean.interval(case.level).unwrap(), case.low, case.high, &about);
    }
}

#[test]
fn differences_of_means() {
    let reference = reference();
    for case in reference.mean_differences {
        let about = format!("{} less {} at {}", case.first, case.second, case.level);
        let mean = |row| Mean::of(&reference.rows[row]).unwrap();
        let (first, second) = (mean(&case.first), mean(&case.second));
        let difference = first.difference(second, case.level).unwrap();
        same(difference.value, case.value, &about);
        same(difference.p, case.p, &about);
        same_interval(difference.interval, case.low, case.high, &about);
    }
}

#[test]
fn correlations() {
    for case in reference().correlations {
        let about = format!("{:?} at {}", case.pairs, case.level);
        let found = Correlation::of(&case.pairs).unwrap();
        same(found.value(), case.value, &about);
        same_interval(found.interval(case.level).unwrap(), case.low, case.high, &about);
    }
}

#[test]
fn student_s_distribution() {
    for case in reference().tails {
        let about = format!("{} degrees of freedom at {}", case.freedoms, case.level);
        same(student_tail(case.distance, case.freedoms).unwrap(), case.tail, &about);
        same(student_quantile(case.level, case.freedoms).unwrap(), case.distance, &about);
    }
}

#[test]
fn scores() {
    for case in reference().scores {
        let about = format!("{} {} {} at {}", case.promoters, case.passives, case.detractors, case.level);
        let score = Score::new(case.promoters, case.passives, case.detractors).unwrap();
        same(score.value().unwrap(), case.value, &about);
        same(score.error().unwrap(), case.error, &about);
        same_interval(score.interval(case.level).unwrap(), case.low, case.high, &about);
    }
}

#[test]
fn trends() {
    for case in reference().trends {
        let trend = Trend::of(&case.values, 0.01).unwrap();
        same(trend.p, case.p, &case.name);
        same(trend.slope, case.slope, &case.name);
        let shown = match case.score.signum() {
            _ if case.p >= 0.01 => Direction::Unclear,
            1 => Direction::Rising,
            _ => Direction::Falling,
        };
        assert_eq!(trend.direction, shown, "{}", case.name);
    }
}

#[test]
fn survivals() {
    let reference = reference();
    for case in reference.survivals {
        let spans = reference.spans[&case.spans].iter().map(|(days, ended)| Span { days: *days, ended: *ended });
        let survival = Survival::of(&spans.collect::<Vec<_>>(), case.level).unwrap();
        assert_eq!(survival.median(), case.median, "{}", case.spans);
        assert_eq!(survival.steps().len(), case.steps.len(), "{}", case.spans);
        for (ours, (days, at_risk, ended, censored, share, low, high)) in survival.steps().iter().zip(case.steps) {
            let about = format!("{} at {}, after {days} days", case.spans, case.level);
            let counts = (ours.days, ours.at_risk, ours.ended, ours.censored);
            assert_eq!(counts, (days, at_risk, ended, censored), "{about}");
            same(ours.survival, share, &about);
            same(survival.at(days).unwrap(), share, &about);
            assert_eq!(ours.interval.is_some(), low.is_some(), "{about}");
            if let (Some(interval), Some(low), Some(high)) = (ours.interval, low, high) {
                same_interval(interval, low, high, &about);
            }
        }
    }
}
