//! What is known of somebody's ability.

use crate::model::{Curve, POINTS, grid};

/// How likely somebody has each ability, given what they answered: before any answer, as the people of a company are.
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    weights: Box<[f64; POINTS]>,
}

impl Posterior {
    /// What these answers say: to questions of these curves, right or wrong. Only first answers may be here, for whoever
    /// answers again remembers.
    #[must_use]
    pub fn of<'a>(answers: impl IntoIterator<Item = (&'a Curve, bool)>) -> Self {
        let mut logs = Box::new(before());
        for (curve, right) in answers {
            curve.tell(right, &mut logs);
        }
        Self { weights: normalized(logs).0 }
    }

    /// The mean of it: somebody's ability (expected a posteriori; Bock and Mislevy, Applied Psychological Measurement 6,
    /// 1982).
    #[must_use]
    pub fn ability(&self) -> f64 {
        self.mean(|ability| ability)
    }

    /// Its standard deviation: how far off the ability may be.
    #[must_use]
    pub fn error(&self) -> f64 {
        let mean = self.ability();
        self.mean(|ability| (ability - mean) * (ability - mean)).sqrt()
    }

    /// From where to where the ability lies with this chance, as much of it cut off below as above.
    #[must_use]
    pub fn interval(&self, level: f64) -> (f64, f64) {
        let tail = (1.0 - level.clamp(0.0, 1.0)) / 2.0;
        (self.quantile(tail), self.quantile(1.0 - tail))
    }

    /// The mean of something that follows from ability.
    pub fn mean(&self, of: impl Fn(f64) -> f64) -> f64 {
        grid().into_iter().zip(self.weights.iter()).map(|(ability, weight)| weight * of(ability)).sum()
    }

    pub(crate) fn weights(&self) -> &[f64; POINTS] {
        &self.weights
    }

    /// Below which ability this share lies.
    fn quantile(&self, share: f64) -> f64 {
        let mut below = 0.0;
        for (ability, weight) in grid().into_iter().zip(self.weights.iter()) {
            if *weight > 0.0 && below + weight >= share {
                // A weight stands for the tenth of a logit around its point.
                return ability - 0.05 + 0.1 * (share - below) / weight;
            }
            below += weight;
        }
        grid()[POINTS - 1]
    }
}

/// The logarithms of how likely each ability is before any answer, but for what they come to together.
pub(crate) fn before() -> [f64; POINTS] {
    grid().map(|ability| -ability * ability / 2.0)
}

/// Chances from their logarithms, together 1; and the logarithm of what they came to before.
pub(crate) fn normalized(mut logs: Box<[f64; POINTS]>) -> (Box<[f64; POINTS]>, f64) {
    let largest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for log in logs.iter_mut() {
        *log = (*log - largest).exp();
    }
    let sum: f64 = logs.iter().sum();
    for weight in logs.iter_mut() {
        *weight /= sum;
    }
    (logs, largest + sum.ln())
}
