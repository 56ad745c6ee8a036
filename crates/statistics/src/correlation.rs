//! How two rows of numbers go together.

use crate::interval::Interval;
use crate::quantile::normal_quantile;

/// What rounding may miss of pairs that lie on one line.
const HAIR: f64 = 1e-12;

/// How two rows of numbers go together, -1 to 1: what people chose, and how much else they can.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    value: f64,
    count: u64,
}

impl Correlation {
    /// Of pairs of numbers (Pearson, Philosophical Transactions A 187, 1896, 253-318).
    ///
    /// `None` where one of the rows is always the same, and where the sums are not finite.
    #[must_use]
    pub fn of(pairs: &[(f64, f64)]) -> Option<Self> {
        let count = pairs.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
        let (mean_one, mean_other) = (mean(|pair| pair.0), mean(|pair| pair.1));
        let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
        for (one, other) in pairs {
            let (one, other) = (one - mean_one, other - mean_other);
            both += one * other;
            first += one * one;
            second += other * other;
        }
        let value = both / (first.sqrt() * second.sqrt());
        let varies = |sum: f64| sum > 0.0 && sum.is_finite();
        let known = varies(first) && varies(second) && value.is_finite();
        known.then(|| Self { value: value.clamp(-1.0, 1.0), count: pairs.len() as u64 })
    }

    /// Below 0 where one falls as the other grows.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.value
    }

    /// Where it may lie, within -1 to 1: Fisher's interval, whose hyperbolic arc tangent is nearly normal (Metron 1, 1921).
    /// 0.5 of 30 pairs at 0.95 is 0.17 to 0.73.
    ///
    /// `None` of fewer than four pairs, unless 0 < level < 1, and where all pairs lie on one line: the formula would give
    /// those a width of zero, and a few pairs on a line are not certainty.
    #[must_use]
    pub fn interval(self, level: f64) -> Option<Interval> {
        let freedoms = self.count.checked_sub(3).filter(|freedoms| *freedoms > 0)?;
        let half = normal_quantile(level)? / (freedoms as f64).sqrt();
        let middle = self.value.atanh();
        let interval = Interval { low: (middle - half).tanh(), high: (middle + half).tanh() };
        (self.value.abs() < 1.0 - HAIR).then_some(interval)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_vary_goes_with_nothing() {
        assert_eq!(Correlation::of(&[]), None);
        assert_eq!(Correlation::of(&[(1.0, 1.0), (1.0, 2.0)]), None);
        assert_eq!(Correlation::of(&[(1.0, 5.0), (2.0, 5.0)]), None);
        assert_eq!(Correlation::of(&[(f64::NAN, 1.0), (2.0, 5.0)]), None);
        assert_eq!(Correlation::of(&[(f64::MAX, 1.0), (-f64::MAX, 5.0)]), None);
    }

    #[test]
    fn a_few_pairs_on_one_line_are_not_certainty() {
        let line: Vec<(f64, f64)> = (0..4).map(|number| (f64::from(number), f64::from(-number))).collect();
        let found = Correlation::of(&line).unwrap();
        assert!(found.value() < -1.0 + HAIR);
        assert_eq!(found.interval(0.95), None);
        let three = Correlation::of(&[(1.0, 2.0), (2.0, 1.0), (3.0, 5.0)]).unwrap();
        assert_eq!(three.interval(0.95), None);
    }

    #[test]
    fn a_level_lies_between_none_and_all() {
        let found = Correlation::of(&[(1.0, 2.0), (2.0, 1.0), (3.0, 5.0), (4.0, 4.0), (5.0, 9.0)]).unwrap();
        for level in [0.0, 1.0, -0.5, 95.0, f64::NAN] {
            assert_eq!(found.interval(level), None, "{level}");
        }
        assert!(found.interval(0.95).unwrap().contains(found.value()));
    }
}
