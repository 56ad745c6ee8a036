//! How likely somebody passes an exam.

use crate::model::{Curve, POINTS};
use crate::posterior::Posterior;

/// How likely each number of right answers is, from none to all, where each answer is right with its own chance (Lord and
/// Wingersky, Applied Psychological Measurement 8, 1984).
#[must_use]
pub fn scores(chances: &[f64]) -> Vec<f64> {
    let mut scores = vec![1.0];
    for chance in chances {
        let mut next = vec![0.0; scores.len() + 1];
        for (score, likely) in scores.iter().enumerate() {
            next[score] += likely * (1.0 - chance);
            next[score + 1] += likely * chance;
        }
        scores = next;
    }
    scores
}

/// How likely so many answers or more are right.
#[must_use]
pub fn at_least(chances: &[f64], pass: usize) -> f64 {
    scores(chances).into_iter().skip(pass).sum::<f64>().min(1.0)
}

impl Posterior {
    /// How likely somebody of whom this is known passes an exam of these questions today, with so many right answers.
    #[must_use]
    pub fn passes(&self, form: &[&Curve], pass: usize) -> f64 {
        let mut sum = 0.0;
        let mut chances = Vec::with_capacity(form.len());
        for place in 0..POINTS {
            let weight = self.weights()[place];
            // What is this unlikely moves no chance that anybody sees.
            if weight > 1e-9 {
                chances.clear();
                chances.extend(form.iter().map(|curve| curve.right[place].exp()));
                sum += weight * at_least(&chances, pass);
            }
        }
        sum.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Parameters;

    #[test]
    fn chances_that_are_equal_are_binomial() {
        // 5 coins: 1, 5, 10, 10, 5, 1 of 32.
        let expected = [1.0, 5.0, 10.0, 10.0, 5.0, 1.0].map(|ways: f64| ways / 32.0);
        assert_eq!(scores(&[0.5; 5]), expected);
        assert_eq!(at_least(&[0.5; 5], 4), 6.0 / 32.0);
        assert_eq!((at_least(&[], 0), at_least(&[], 1), at_least(&[0.9], 2)), (1.0, 0.0, 0.0));
    }

    #[test]
    fn more_right_answers_before_make_it_likelier() {
        let curve = Curve::of(Parameters::rasch(0.0));
        let form = vec![&curve; 20];
        let after = |right: usize| Posterior::of((0..20).map(|number| (&curve, number < right))).passes(&form, 14);
        let chances: Vec<f64> = [4, 10, 14, 18].map(after).to_vec();
        assert!(chances.is_sorted() && chances[0] < 0.05 && chances[3] > 0.85, "{chances:?}");
    }

    proptest! {
        #[test]
        fn all_scores_together_are_certain(chances in proptest::collection::vec(0.0..=1.0_f64, 0..60)) {
            let all = scores(&chances);
            prop_assert!((all.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            let mean: f64 = all.iter().zip(0_u32..).map(|(likely, score)| likely * f64::from(score)).sum();
            prop_assert!((mean - chances.iter().sum::<f64>()).abs() < 1e-9);
        }
    }
}
