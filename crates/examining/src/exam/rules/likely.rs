//! What another form of the same exam would likely bring.

/// How sure the interval is.
const LEVEL: f64 = 0.95;

/// How many right answers another form of as many questions would likely bring, from so many to so many, after so many of
/// this one: 19 of 20 times it lies within.
///
/// The questions of a form are drawn, so the number of right answers is binomial around what an officer would have right of
/// all there are (Lord and Novick, Statistical Theories of Mental Test Scores, 1968, chapter 23), and another form scatters
/// once more: the interval is of the next number and not of the share, and so it is wider than Wilson's. Before any answer
/// each share is as likely as Jeffreys has it (beta with 1/2 and 1/2; Proceedings of the Royal Society A 186, 1946), so that
/// the next number is beta-binomial (Keats and Lord, Psychometrika 27, 1962). It knows nothing of how hard the questions are
/// taken to be, which nobody has measured as long as few officers answered.
#[must_use]
pub fn likely_again(right: usize, asked: usize) -> (usize, usize) {
    let right = right.min(asked);
    let chances = chances(right, asked);
    let tail = (1.0 - LEVEL) / 2.0;
    let reaches = |mut counts: Box<dyn Iterator<Item = usize>>| {
        let mut sum = 0.0;
        counts.find(|count| {
            sum += chances[*count];
            sum > tail
        })
    };
    let low = reaches(Box::new(0..=asked)).unwrap_or(0);
    let high = reaches(Box::new((0..=asked).rev())).unwrap_or(asked);
    (low.min(right), high.max(right))
}

/// How likely each number of right answers is the next time: beta-binomial.
#[allow(clippy::cast_precision_loss, reason = "a form has few questions")]
fn chances(right: usize, asked: usize) -> Vec<f64> {
    let (count, alpha, beta) = (asked as f64, right as f64 + 0.5, (asked - right) as f64 + 0.5);
    // From one number to the next, in logarithms, since the first ones of a long form are smaller than a number can be.
    let mut logs = vec![0.0_f64];
    for next in 1..=asked {
        let before = (next - 1) as f64;
        let by = (count - before) / (before + 1.0) * (alpha + before) / (beta + count - before - 1.0);
        logs.push(logs[next - 1] + by.ln());
    }
    let largest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let parts: Vec<f64> = logs.iter().map(|log| (log - largest).exp()).collect();
    let sum: f64 = parts.iter().sum();
    parts.into_iter().map(|part| part / sum).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_as_another_program_reckons_it() {
        // Exact fractions in Python's fractions module: comb(n, k) times rising factorials.
        let table = [
            ((34, 40), (27, 39)),
            ((28, 40), (19, 35)),
            ((40, 40), (37, 40)),
            ((0, 40), (0, 3)),
            ((128, 170), (112, 143)),
            ((5, 10), (1, 9)),
            ((0, 0), (0, 0)),
            ((1, 1), (0, 1)),
        ];
        for ((right, asked), expected) in table {
            assert_eq!(likely_again(right, asked), expected, "{right} of {asked}");
        }
        let chances = chances(34, 40);
        for (count, expected) in [(28, 0.026215056948506243), (34, 0.12377877834617403), (40, 0.008675406118177359)] {
            assert!((chances[count] - expected).abs() < 1e-12, "{count}");
        }
    }

    proptest! {
        #[test]
        fn what_was_lies_within_and_all_is_certain(asked in 0_usize..180, part in 0.0..=1.0_f64) {
            let right = (asked as f64 * part) as usize;
            let (low, high) = likely_again(right, asked);
            prop_assert!(low <= right && right <= high && high <= asked);
            prop_assert!((chances(right, asked).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}
