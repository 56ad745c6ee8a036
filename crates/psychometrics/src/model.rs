//! How likely somebody is right.

/// What is known of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// How steeply the chance to be right rises with ability; above 0.
    pub discrimination: f64,
    /// At which ability one is right half of the time, in logits.
    pub difficulty: f64,
}

impl Parameters {
    /// A question of which only the difficulty is known (Rasch 1960).
    #[must_use]
    pub const fn rasch(difficulty: f64) -> Self {
        Self { discrimination: 1.0, difficulty }
    }

    /// How likely somebody of this ability is right, 0 to 1.
    #[must_use]
    pub fn right(self, ability: f64) -> f64 {
        logistic(self.discrimination * (ability - self.difficulty))
    }

    /// How much an answer tells of somebody of this ability: the information of Fisher.
    #[must_use]
    pub fn information(self, ability: f64) -> f64 {
        let right = self.right(ability);
        self.discrimination * self.discrimination * right * (1.0 - right)
    }
}

/// 1 / (1 + e^-x), without an overflow at either end.
pub(crate) fn logistic(logit: f64) -> f64 {
    if logit >= 0.0 {
        1.0 / (1.0 + (-logit).exp())
    } else {
        let odds = logit.exp();
        odds / (1.0 + odds)
    }
}

/// At how many abilities a curve is kept: every tenth of a logit from -6 to 6.
pub(crate) const POINTS: usize = 121;

/// The abilities at which curves are kept.
pub(crate) fn grid() -> [f64; POINTS] {
    let mut points = [0.0; POINTS];
    for (tenth, point) in (-60_i32..).zip(&mut points) {
        *point = f64::from(tenth) / 10.0;
    }
    points
}

/// The logarithms of how likely somebody is right, and wrong, over all abilities: made once for a question, so that each
/// answer to it costs an addition.
#[derive(Debug, Clone)]
pub struct Curve {
    pub(crate) right: Box<[f64; POINTS]>,
    pub(crate) wrong: Box<[f64; POINTS]>,
}

impl Curve {
    /// The curve of a question.
    #[must_use]
    pub fn of(parameters: Parameters) -> Self {
        let (mut right, mut wrong) = (Box::new([0.0; POINTS]), Box::new([0.0; POINTS]));
        for (place, ability) in grid().into_iter().enumerate() {
            let logit = parameters.discrimination * (ability - parameters.difficulty);
            // ln(1 / (1 + e^-x)) is exact also where the chance itself would be rounded to 1.
            right[place] = -softplus(-logit);
            wrong[place] = -softplus(logit);
        }
        Self { right, wrong }
    }
}

impl Curve {
    /// Adds what an answer tells to the logarithms of how likely each ability is.
    pub(crate) fn tell(&self, right: bool, logs: &mut [f64; POINTS]) {
        let by = if right { &self.right } else { &self.wrong };
        for (log, more) in logs.iter_mut().zip(by.iter()) {
            *log += more;
        }
    }
}

/// ln(1 + e^x), without an overflow.
fn softplus(value: f64) -> f64 {
    value.max(0.0) + (-value.abs()).exp().ln_1p()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_question_is_answered_as_another_program_says() {
        // catsim 0.21.0, irt.icc and irt.inf.
        let one = Parameters { discrimination: 1.2, difficulty: -0.3 };
        assert!((one.right(0.5) - 0.723_121_8).abs() < 5e-8);
        assert!((one.information(0.5) - 0.288_312_0).abs() < 5e-8);
    }

    proptest! {
        #[test]
        fn right_and_wrong_are_one_together(a in 0.1..4.0_f64, b in -6.0..6.0_f64) {
            let curve = Curve::of(Parameters { discrimination: a, difficulty: b });
            for (right, wrong) in curve.right.iter().zip(curve.wrong.iter()) {
                prop_assert!((right.exp() + wrong.exp() - 1.0).abs() < 1e-12);
            }
        }

        #[test]
        fn whoever_can_more_is_right_more_often(a in 0.1..4.0_f64, b in -6.0..6.0_f64, low in -50.0..50.0_f64, more in 0.0..9.0_f64) {
            let one = Parameters { discrimination: a, difficulty: b };
            prop_assert!(one.right(low) <= one.right(low + more));
            prop_assert!((0.0..=1.0).contains(&one.right(low)) && one.information(low) >= 0.0);
        }
    }
}
