//! What answers are on the average.

use crate::interval::Interval;
use crate::quantile::{student_quantile, student_tail};

/// The mean of some numbers, in their unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    count: u64,
    value: f64,
    deviation: f64,
}

/// How far apart two means are, and how often chance alone would bring them so far apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanDifference {
    /// The first less the second, in their unit.
    pub value: f64,
    /// Where the difference may lie.
    pub interval: Interval,
    /// How often means would be at least so far apart if nothing set them apart, 0 to 1, two-sided.
    pub p: f64,
}

impl Mean {
    /// The mean of numbers. `None` of none, where one of them is not finite, and where they are too large
    /// for their sum or their squares.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let first = *values.first()?;
        let count = values.len() as u64;
        if values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        // Said apart, because rounding would give three times 0.1 a deviation.
        if values.iter().all(|value| *value == first) {
            return Some(Self { count, value: first, deviation: 0.0 });
        }
        let value = values.iter().sum::<f64>() / count as f64;
        let squares = values.iter().map(|other| (other - value) * (other - value)).sum::<f64>();
        let deviation = (squares / (count - 1) as f64).sqrt();
        (value.is_finite() && deviation.is_finite()).then_some(Self { count, value, deviation })
    }

    /// Of how many numbers.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.count
    }

    /// The mean.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.value
    }

    /// The standard deviation of the sample (the sum of squares over n - 1), in the numbers' unit; `None`
    /// of a single number.
    #[must_use]
    pub fn deviation(self) -> Option<f64> {
        (self.count > 1).then_some(self.deviation)
    }

    /// Where the mean may lie: Student's interval ("The probable error of a mean", Biometrika 6, 1908).
    ///
    /// `None` of a single number, unless 0 < level < 1, and where all numbers are equal. The formula would
    /// give those a width of zero, and three equal answers are not certainty.
    #[must_use]
    pub fn interval(self, level: f64) -> Option<Interval> {
        let half = student_quantile(level, self.freedoms()?)? * self.error()?;
        around(self.value, half)
    }

    /// This mean less another of other numbers, by the test of Welch, Biometrika 34 (1947) 28-35, which
    /// does not assume that both scatter alike; the degrees of freedom are Satterthwaite's (1946).
    ///
    /// `None` where either has no interval of its own, unless 0 < level < 1, and where the difference is
    /// not finite.
    #[must_use]
    pub fn difference(self, other: Self, level: f64) -> Option<MeanDifference> {
        let (error, other_error) = (self.error()?, other.error()?);
        let both = error.hypot(other_error);
        let (part, other_part) = ((error / both).powi(2), (other_error / both).powi(2));
        let freedoms = 1.0 / (part * part / self.freedoms()? + other_part * other_part / other.freedoms()?);
        let value = self.value - other.value;
        let interval = around(value, student_quantile(level, freedoms)? * both)?;
        Some(MeanDifference { value, interval, p: student_tail(value / both, freedoms)? })
    }

    /// The standard error of the mean; `None` where nothing is known of it.
    fn error(self) -> Option<f64> {
        let error = self.deviation()? / (self.count as f64).sqrt();
        (error > 0.0).then_some(error)
    }

    fn freedoms(self) -> Option<f64> {
        self.count.checked_sub(1).filter(|freedoms| *freedoms > 0).map(|freedoms| freedoms as f64)
    }
}

fn around(value: f64, half: f64) -> Option<Interval> {
    let interval = Interval { low: value - half, high: value + half };
    (interval.low.is_finite() && interval.high.is_finite()).then_some(interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_nothing_and_of_what_is_no_number_there_is_no_mean() {
        assert_eq!(Mean::of(&[]), None);
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Mean::of(&[1.0, odd, 2.0]), None, "{odd}");
            assert_eq!(Mean::of(&[odd]), None, "{odd}");
        }
        assert_eq!(Mean::of(&[f64::MAX, -f64::MAX, 1.0]), None);
    }

    #[test]
    fn one_answer_says_nothing_about_others() {
        let mean = Mean::of(&[4.0]).unwrap();
        assert_eq!((mean.count(), mean.value(), mean.deviation()), (1, 4.0, None));
        assert_eq!(mean.interval(0.95), None);
        assert_eq!(mean.difference(Mean::of(&[1.0, 2.0]).unwrap(), 0.95), None);
    }

    #[test]
    fn equal_answers_are_not_certainty() {
        let equal = Mean::of(&[0.1; 3]).unwrap();
        let other = Mean::of(&[1.0, 2.0]).unwrap();
        assert_eq!((equal.value(), equal.deviation()), (0.1, Some(0.0)));
        assert_eq!(equal.interval(0.95), None);
        assert_eq!(equal.difference(other, 0.95), None);
        assert_eq!(other.difference(equal, 0.95), None);
    }

    #[test]
    fn a_level_lies_between_none_and_all() {
        let mean = Mean::of(&[1.0, 2.0, 4.0]).unwrap();
        for level in [0.0, 1.0, -0.5, 95.0, f64::NAN, f64::INFINITY] {
            assert_eq!(mean.interval(level), None, "{level}");
            assert_eq!(mean.difference(mean, level), None, "{level}");
        }
    }

    #[test]
    fn the_most_certain_level_ends() {
        let level = 1.0 - f64::EPSILON / 2.0;
        for count in [2, 3, 10, 200, 202, 100_000] {
            let values: Vec<f64> = (0..count).map(f64::from).collect();
            let mean = Mean::of(&values).unwrap();
            assert!(mean.interval(level).unwrap().contains(mean.value()), "{count}");
        }
    }
}
