//! How long things last, when some of them have not ended yet.

use crate::interval::Interval;
use crate::quantile::normal_quantile;

/// A survival of a half that rounding missed by less than this is a half.
const ROUNDING: f64 = 1e-12;

/// How long one thing was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// From its beginning until it ended or was last seen, in days.
    pub days: f64,
    /// Whether it ended then; else it was censored: it lasted at least so long, and who knows how long.
    pub ended: bool,
}

/// What happened after so many days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// After how many days.
    pub days: f64,
    /// How many were seen until then, those that ended or were censored on that day included.
    pub at_risk: u64,
    /// How many ended.
    pub ended: u64,
    /// How many were censored.
    pub censored: u64,
    /// The share that lasts longer, 0 to 1.
    pub survival: f64,
    /// Where that share may lie, within 0 to 1; `None` while none has ended and after all have, where the
    /// formula knows no width.
    pub interval: Option<Interval>,
}

/// The shares that last longer than so many days: the estimate of Kaplan and Meier, Journal of the American
/// Statistical Association 53 (1958).
///
/// Whatever was censored on a day on which others ended is taken to have lasted longer than they did. What
/// was censored must not have been about to end for that reason, or all this is too hopeful.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    steps: Vec<Step>,
}

impl Survival {
    /// The estimate from spans in any order, with intervals at a level: Greenwood's variance (1926) on the
    /// scale of log(-log) (Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 1980),
    /// which stays within 0 to 1.
    ///
    /// `None` where days are negative or not finite, and unless 0 < level < 1. Nothing at all has no steps.
    #[must_use]
    pub fn of(spans: &[Span], level: f64) -> Option<Self> {
        let z = normal_quantile(level)?;
        if spans.iter().any(|span| !span.days.is_finite() || span.days < 0.0) {
            return None;
        }
        let mut spans = spans.to_vec();
        spans.sort_by(|one, other| one.days.total_cmp(&other.days));
        let mut at_risk = spans.len() as u64;
        let (mut survival, mut greenwood) = (1.0, 0.0);
        let steps = spans.chunk_by(|one, other| one.days == other.days).map(|together| {
            let before = at_risk;
            let ended = together.iter().filter(|span| span.ended).count() as u64;
            at_risk -= together.len() as u64;
            let (risk, end) = (before as f64, ended as f64);
            survival *= (risk - end) / risk;
            // Not finite once all have ended, and not looked at then.
            greenwood += end / (risk * (risk - end));
            let interval = around(survival, greenwood, z);
            let days = together.iter().map(|span| span.days).fold(0.0, f64::max);
            Step { days, at_risk: before, ended, censored: together.len() as u64 - ended, survival, interval }
        });
        Some(Self { steps: steps.collect() })
    }

    /// A step for each number of days after which one ended or was censored, the shortest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The share that lasts longer than so many days. `None` of nothing, where days are negative or not a
    /// number, and where none was seen so long (unless all had ended, and the share is 0).
    #[must_use]
    pub fn at(&self, days: f64) -> Option<f64> {
        let last = self.steps.last()?;
        if days.is_nan() || days < 0.0 || (days > last.days && last.survival > 0.0) {
            return None;
        }
        let passed = self.steps.partition_point(|step| step.days <= days);
        Some(passed.checked_sub(1).map_or(1.0, |place| self.steps[place].survival))
    }

    /// The days after which at most half still last; `None` where that was not reached.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.steps.iter().find(|step| step.survival <= 0.5 + ROUNDING).map(|step| step.days)
    }
}

/// The interval of a survival with this sum of Greenwood's (its relative variance).
fn around(survival: f64, greenwood: f64, z: f64) -> Option<Interval> {
    if survival <= 0.0 || survival >= 1.0 {
        return None;
    }
    let width = (z * greenwood.sqrt() / survival.ln().abs()).exp();
    let (low, high) = (survival.powf(width), survival.powf(1.0 / width));
    Some(Interval { low: low.clamp(0.0, survival), high: high.clamp(survival, 1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(days: &[f64], ended: bool) -> Vec<Span> {
        days.iter().map(|days| Span { days: *days, ended }).collect()
    }

    #[test]
    fn of_nothing_nothing_is_said() {
        let none = Survival::of(&[], 0.95).unwrap();
        assert!(none.steps().is_empty());
        assert_eq!((none.at(0.0), none.median()), (None, None));
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for odd in [f64::NAN, f64::INFINITY, -1.0] {
            assert_eq!(Survival::of(&spans(&[1.0, odd], true), 0.95), None, "{odd}");
        }
        for level in [0.0, 1.0, -0.5, 95.0, f64::NAN] {
            assert_eq!(Survival::of(&spans(&[1.0], true), level), None, "{level}");
        }
    }

    #[test]
    fn where_all_are_censored_all_last_as_long_as_they_were_seen() {
        let survival = Survival::of(&spans(&[5.0, 3.0, 5.0], false), 0.95).unwrap();
        let seen: Vec<_> = survival.steps().iter().map(|step| (step.days, step.at_risk, step.censored)).collect();
        assert_eq!(seen, [(3.0, 3, 1), (5.0, 2, 2)]);
        assert!(survival.steps().iter().all(|step| step.survival == 1.0 && step.interval.is_none()));
        assert_eq!((survival.at(4.0), survival.at(5.0), survival.at(5.1)), (Some(1.0), Some(1.0), None));
        assert_eq!(survival.median(), None);
    }

    #[test]
    fn one_that_ended() {
        let survival = Survival::of(&spans(&[4.0], true), 0.95).unwrap();
        assert_eq!((survival.at(3.9), survival.at(4.0), survival.at(1e9)), (Some(1.0), Some(0.0), Some(0.0)));
        assert_eq!((survival.at(-1.0), survival.at(f64::NAN)), (None, None));
        assert_eq!(survival.median(), Some(4.0));
        assert_eq!(survival.steps()[0].interval, None);
    }

    #[test]
    fn what_was_censored_lasted_longer_than_what_ended_that_day() {
        let both = [Span { days: 2.0, ended: false }, Span { days: 2.0, ended: true }];
        let survival = Survival::of(&both, 0.95).unwrap();
        assert_eq!(survival.steps().len(), 1);
        assert_eq!((survival.steps()[0].at_risk, survival.at(2.0)), (2, Some(0.5)));
    }

    #[test]
    fn a_half_is_a_half_however_it_was_rounded() {
        for count in 1..300 {
            let days: Vec<f64> = (1..=2 * count).map(f64::from).collect();
            let survival = Survival::of(&spans(&days, true), 0.95).unwrap();
            assert_eq!(survival.median(), Some(f64::from(count)));
        }
    }

    /// The weeks of remission of 21 patients with leukaemia who were treated (Freireich and others, Blood 21,
    /// 1963), to the places that textbooks print.
    #[test]
    fn freireich_s_remissions() {
        let mut remissions = spans(&[6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0], true);
        let still = [6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0];
        remissions.extend(spans(&still, false));
        let survival = Survival::of(&remissions, 0.95).unwrap();
        let printed =
            [(6.0, 0.857), (7.0, 0.807), (10.0, 0.753), (13.0, 0.690), (16.0, 0.627), (22.0, 0.538), (23.0, 0.448)];
        for (weeks, share) in printed {
            assert!((survival.at(weeks).unwrap() - share).abs() < 6e-4, "{weeks}");
        }
        assert_eq!(survival.median(), Some(23.0));
    }
}
