//! So many of so many.

use statrs::function::beta::checked_beta_reg;

use crate::interval::Interval;
use crate::quantile::normal_quantile;

/// So many of so many: 8 of 10 answered within a day. There are never more than of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    count: u64,
    of: u64,
}

/// How far apart two shares are, or how much more one changed than another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareDifference {
    /// The first less the second: -1 to 1, and -2 to 2 of two differences.
    pub value: f64,
    /// Where the difference may lie, within the same bounds.
    pub interval: Interval,
}

impl ShareDifference {
    /// This difference less another of other people: how much more one share changed than another. It needs nothing but the two
    /// intervals, which are to be of the same level (MOVER; Zou and Donner, Statistics in Medicine 27 (2008) 1693-1702).
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        let value = self.value - other.value;
        let below = (self.value - self.interval.low).hypot(other.interval.high - other.value);
        let above = (self.interval.high - self.value).hypot(other.value - other.interval.low);
        Self { value, interval: Interval { low: value - below, high: value + above }.within(-2.0, 2.0) }
    }
}

impl Share {
    /// `count` of `of`; `None` where there would be more than there are.
    #[must_use]
    pub const fn new(count: u64, of: u64) -> Option<Self> {
        if count <= of { Some(Self { count, of }) } else { None }
    }

    /// How many.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.count
    }

    /// Of how many.
    #[must_use]
    pub const fn of(self) -> u64 {
        self.of
    }

    /// The share, 0 to 1; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.count as f64 / self.of as f64)
    }

    /// Where the share may lie, within 0 to 1 and around [`Share::value`]: the score interval of Wilson,
    /// Journal of the American Statistical Association 22 (1927). 8 of 10 at 0.95 is 0.49 to 0.94.
    ///
    /// `None` of nothing, and unless 0 < level < 1.
    #[must_use]
    pub fn interval(self, level: f64) -> Option<Interval> {
        let value = self.value()?;
        let z = normal_quantile(level)?;
        let (count, of) = (self.count as f64, self.of as f64);
        let middle = count + z * z / 2.0;
        let half = z * (count * (1.0 - value) + z * z / 4.0).sqrt();
        let (low, high) = ((middle - half) / (of + z * z), (middle + half) / (of + z * z));
        // With none, and with all, one end is the share itself, which rounding misses by a hair.
        let low = if self.count == 0 { 0.0 } else { low.clamp(0.0, value) };
        let high = if self.count == self.of { 1.0 } else { high.clamp(value, 1.0) };
        Some(Interval { low, high })
    }

    /// How likely it is that what is behind this share lies above a rate, 0 to 1, where that rate is taken to be known as
    /// well as `strength` more observations would know it: the tail of a beta distribution whose prior has its mean there
    /// (Gelman and others, Bayesian Data Analysis, 3rd edition, 2013, section 2.4). 5 of 10 above 0.2 with 10 is 0.93.
    ///
    /// `None` unless 0 < rate < 1 and strength > 0.
    #[must_use]
    pub fn above(self, rate: f64, strength: f64) -> Option<f64> {
        if !(rate > 0.0 && rate < 1.0 && strength > 0.0 && strength.is_finite()) {
            return None;
        }
        let (with, without) = (self.count as f64, (self.of - self.count) as f64);
        let below = checked_beta_reg(strength * rate + with, strength * (1.0 - rate) + without, rate);
        below.ok().map(|below| (1.0 - below).clamp(0.0, 1.0))
    }

    /// This share less another of other people: the hybrid score interval of Newcombe, Statistics in
    /// Medicine 17 (1998) 873-890, method 10.
    ///
    /// `None` where either is of nothing, and unless 0 < level < 1.
    #[must_use]
    pub fn difference(self, other: Self, level: f64) -> Option<ShareDifference> {
        let (first, second) = (self.value()?, other.value()?);
        let (around_first, around_second) = (self.interval(level)?, other.interval(level)?);
        let alone = |value, interval| ShareDifference { value, interval };
        let ShareDifference { value, interval } = alone(first, around_first).less(alone(second, around_second));
        Some(ShareDifference { value, interval: interval.within(-1.0, 1.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Sums of binomial terms in exact fractions, in Python: the tail of a beta distribution of whole numbers is one.
    #[test]
    fn how_likely_it_lies_above_a_rate() {
        let of = |count, of, rate| Share::new(count, of).unwrap().above(rate, 10.0).unwrap();
        assert!((of(5, 10, 0.2) - 0.932_399_934_102_883_6).abs() < 1e-10);
        assert!((of(3, 20, 0.2) - 0.283_946_451_871_986).abs() < 1e-10);
        assert!((of(3, 4, 0.1) - 0.965_839_279_077).abs() < 1e-10);
        assert!((of(3, 10, 0.5) - 0.179_641_723_632_812_5).abs() < 1e-10);
        let share = Share::new(1, 2).unwrap();
        assert_eq!([0.0, 1.0, f64::NAN].map(|rate| share.above(rate, 10.0)), [None, None, None]);
        assert_eq!([0.0, f64::NAN, f64::INFINITY].map(|strength| share.above(0.5, strength)), [None, None, None]);
    }

    #[test]
    fn there_are_never_more_than_there_are() {
        assert_eq!(Share::new(2, 1), None);
        assert_eq!(Share::new(1, 1).map(|share| (share.count(), share.of())), Some((1, 1)));
    }

    // Wilson's, Newcombe's and Zou and Donner's formulas in Python, in decimal numbers of 60 places.
    #[test]
    fn how_much_more_one_share_changed_than_another() {
        let table = [
            ([(2, 20), (14, 20), (30, 100), (32, 100)], (-0.58, -0.792_621_214_486_433, -0.257_092_071_991_296)),
            ([(3, 10), (6, 10), (50, 200), (48, 210)], (-9.0 / 28.0, -0.633_660_063_899_624, 0.104_343_512_277_669)),
            ([(0, 8), (5, 9), (10, 40), (12, 50)], (-509.0 / 900.0, -0.878_389_013_000_019, -0.098_235_761_750_591)),
            ([(0, 10), (10, 10), (10, 10), (0, 10)], (-2.0, -2.0, -1.444_934_400_274_221)),
        ];
        for (shares, (value, low, high)) in table {
            let [one, two, three, four] = shares.map(|(count, of)| Share::new(count, of).unwrap());
            let changed = |after: Share, before: Share| after.difference(before, 0.95).unwrap();
            let found = changed(one, two).less(changed(three, four));
            for (ours, theirs) in [(found.value, value), (found.interval.low, low), (found.interval.high, high)] {
                assert!((ours - theirs).abs() < 1e-12, "{shares:?}: {ours} instead of {theirs}");
            }
        }
    }

    #[test]
    fn of_nothing_nothing_is_said() {
        let none = Share::new(0, 0).unwrap();
        let some = Share::new(1, 2).unwrap();
        assert_eq!(none.value(), None);
        assert_eq!(none.interval(0.95), None);
        assert_eq!(none.difference(some, 0.95), None);
        assert_eq!(some.difference(none, 0.95), None);
    }

    #[test]
    fn a_level_lies_between_none_and_all() {
        let share = Share::new(1, 2).unwrap();
        for level in [0.0, 1.0, -0.5, 95.0, f64::NAN, f64::INFINITY] {
            assert_eq!(share.interval(level), None, "{level}");
            assert_eq!(share.difference(share, level), None, "{level}");
        }
    }

    #[test]
    fn whoever_is_beyond_counting_is_counted() {
        for (count, value) in [(0, 0.0), (u64::MAX, 1.0), (u64::MAX / 2, 0.5)] {
            let interval = Share::new(count, u64::MAX).unwrap().interval(0.95).unwrap();
            assert!(interval.contains(value) && interval.high - interval.low < 1e-9, "{interval:?}");
        }
    }

    /// The table of Newcombe (1998), method 10, to the four places printed there.
    #[test]
    fn newcombe_s_table() {
        let table = [
            ((56, 70), (48, 80), (0.0524, 0.3339)),
            ((9, 10), (3, 10), (0.1705, 0.8090)),
            ((6, 7), (2, 7), (0.0582, 0.8062)),
            ((5, 56), (0, 29), (-0.0381, 0.1926)),
            ((0, 10), (0, 20), (-0.1611, 0.2775)),
            ((0, 10), (0, 10), (-0.2775, 0.2775)),
            ((10, 10), (0, 20), (0.6791, 1.0)),
            ((10, 10), (0, 10), (0.6075, 1.0)),
        ];
        for ((count, of), (other_count, other_of), (low, high)) in table {
            let other = Share::new(other_count, other_of).unwrap();
            let interval = Share::new(count, of).unwrap().difference(other, 0.95).unwrap().interval;
            assert!((interval.low - low).abs() < 6e-5 && (interval.high - high).abs() < 6e-5, "{interval:?} {low}");
        }
    }
}
