//! Would you recommend us? The net promoter score.

use crate::interval::Interval;
use crate::quantile::normal_quantile;

/// Answers from 0 to 10 to "would you recommend us?", and the net promoter score that they give
/// (Reichheld, Harvard Business Review, December 2003).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    promoters: u64,
    passives: u64,
    detractors: u64,
}

impl Score {
    /// From how many answered 9 or 10, 7 or 8, 0 to 6; `None` where those are more than can be counted.
    #[must_use]
    pub const fn new(promoters: u64, passives: u64, detractors: u64) -> Option<Self> {
        match promoters.checked_add(passives) {
            Some(sum) if sum.checked_add(detractors).is_some() => Some(Self { promoters, passives, detractors }),
            _ => None,
        }
    }

    /// From the answers themselves; `None` where one of them is above 10.
    #[must_use]
    pub fn of(answers: &[u8]) -> Option<Self> {
        let mut score = Self::default();
        for answer in answers {
            match answer {
                0..=6 => score.detractors += 1,
                7..=8 => score.passives += 1,
                9..=10 => score.promoters += 1,
                _ => return None,
            }
        }
        Some(score)
    }

    /// How many answered 9 or 10.
    #[must_use]
    pub const fn promoters(self) -> u64 {
        self.promoters
    }

    /// How many answered 7 or 8.
    #[must_use]
    pub const fn passives(self) -> u64 {
        self.passives
    }

    /// How many answered 0 to 6.
    #[must_use]
    pub const fn detractors(self) -> u64 {
        self.detractors
    }

    /// How many answered.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// The share of promoters less that of detractors, in points from -100 to 100; `None` of no answer.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        let (promoters, detractors) = self.shares()?;
        Some(100.0 * (promoters - detractors))
    }

    /// The standard error in points: 100 sqrt((p + d - (p - d)^2) / n), that of a mean of answers that count
    /// 1, 0 and -1 (Rocks, The American Statistician 70, 2016). Zero where all answered alike; `None` of no
    /// answer.
    #[must_use]
    pub fn error(self) -> Option<f64> {
        let (promoters, detractors) = self.shares()?;
        let variance = promoters + detractors - (promoters - detractors) * (promoters - detractors);
        Some(100.0 * (variance.max(0.0) / self.count() as f64).sqrt())
    }

    /// Where the score may lie, in points within -100 to 100: the score and as many standard errors to either
    /// side as a normal distribution asks for.
    ///
    /// `None` of no answer, unless 0 < level < 1, and where all answers are of one kind (a single answer
    /// always is): the formula would give those a width of zero, and three equal answers are not certainty.
    #[must_use]
    pub fn interval(self, level: f64) -> Option<Interval> {
        let (value, error) = (self.value()?, self.error()?);
        let half = normal_quantile(level)? * error;
        let alike = [self.promoters, self.passives, self.detractors].contains(&self.count());
        (!alike).then(|| Interval { low: value - half, high: value + half }.within(-100.0, 100.0))
    }

    fn shares(self) -> Option<(f64, f64)> {
        let count = self.count() as f64;
        (count > 0.0).then(|| (self.promoters as f64 / count, self.detractors as f64 / count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_kind() {
        let score = Score::of(&[0, 6, 7, 8, 9, 10, 10]).unwrap();
        assert_eq!((score.detractors(), score.passives(), score.promoters(), score.count()), (2, 2, 3, 7));
        assert_eq!(Score::of(&[9, 11]), None);
        assert_eq!(Score::of(&[255]), None);
    }

    #[test]
    fn of_no_answer_nothing_is_said() {
        let none = Score::of(&[]).unwrap();
        assert_eq!((none.count(), none.value(), none.error(), none.interval(0.95)), (0, None, None, None));
    }

    #[test]
    fn equal_answers_are_not_certainty() {
        for (promoters, passives, detractors, value) in
            [(3, 0, 0, 100.0), (0, 3, 0, 0.0), (0, 0, 3, -100.0), (1, 0, 0, 100.0)]
        {
            let score = Score::new(promoters, passives, detractors).unwrap();
            assert_eq!((score.value(), score.error(), score.interval(0.95)), (Some(value), Some(0.0), None));
        }
    }

    #[test]
    fn ten_answers_say_little() {
        let score = Score::new(6, 3, 1).unwrap();
        assert!((score.value().unwrap() - 50.0).abs() < 1e-9);
        assert!((score.error().unwrap() - 21.2).abs() < 0.05);
        let interval = score.interval(0.95).unwrap();
        assert!((interval.low - 8.0).abs() < 0.5 && (interval.high - 92.0).abs() < 0.5, "{interval:?}");
    }

    #[test]
    fn a_level_lies_between_none_and_all() {
        for level in [0.0, 1.0, -0.5, 95.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Score::new(6, 3, 1).unwrap().interval(level), None, "{level}");
        }
    }

    #[test]
    fn what_cannot_be_counted_is_refused() {
        assert_eq!(Score::new(u64::MAX, 1, 0), None);
        assert_eq!(Score::new(u64::MAX - 1, 1, 1), None);
        let many = Score::new(u64::MAX - 1, 0, 1).unwrap();
        assert!(many.interval(0.95).unwrap().contains(100.0));
    }
}
