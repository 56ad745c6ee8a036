//! What complete forms say of their questions, without a model of ability.

/// Below so many first answers no correlation is told.
const CORRELATED_FROM: usize = 30;
/// A wrong option that fewer choose does no work.
const RARE: f64 = 0.05;

/// How two rows of numbers go together, -1 to 1 (Pearson 1896); none where one of them is always the same.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "there are fewer people than a number has digits")]
pub fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let count = one.len().min(other.len()) as f64;
    let mean = |row: &[f64]| row.iter().sum::<f64>() / count;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (x, y) in one.iter().zip(other) {
        both += (x - mean_one) * (y - mean_other);
        first += (x - mean_one) * (x - mean_one);
        second += (y - mean_other) * (y - mean_other);
    }
    (first > 0.0 && second > 0.0).then(|| both / (first * second).sqrt())
}

/// How being right in one question goes together with how many of the others are right: what a question has to do with the
/// rest of its form. A row for each person, with an answer to each question.
#[must_use]
pub fn item_rest(forms: &[Vec<bool>], item: usize) -> Option<f64> {
    let right: Vec<f64> = forms.iter().map(|form| f64::from(u8::from(form[item]))).collect();
    let rest: Vec<f64> = forms.iter().map(|form| total(form) - f64::from(u8::from(form[item]))).collect();
    correlation(&right, &rest)
}

/// How reliable the number of right answers is, at most 1: KR-20 (Kuder and Richardson, Psychometrika 2, 1937), with the
/// variance divided by the number of people; none of fewer than two questions, or where all have the same total.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "a form has few questions")]
pub fn reliability(forms: &[Vec<bool>]) -> Option<f64> {
    let items = forms.first()?.len();
    let variance = variance(forms)?;
    let spread: f64 = (0..items)
        .map(|item| {
            let right = forms.iter().filter(|form| form[item]).count() as f64 / forms.len() as f64;
            right * (1.0 - right)
        })
        .sum();
    let count = items as f64;
    (items > 1 && variance > 0.0).then(|| count / (count - 1.0) * (1.0 - spread / variance))
}

/// By how much a number of right answers is off, where chance alone is to blame, in questions.
#[must_use]
pub fn standard_error(forms: &[Vec<bool>]) -> Option<f64> {
    let reliability = reliability(forms)?.clamp(0.0, 1.0);
    Some((variance(forms)? * (1.0 - reliability)).sqrt())
}

fn total(form: &[bool]) -> f64 {
    form.iter().map(|right| f64::from(u8::from(*right))).sum()
}

#[allow(clippy::cast_precision_loss, reason = "there are fewer people than a number has digits")]
fn variance(forms: &[Vec<bool>]) -> Option<f64> {
    let count = forms.len() as f64;
    let totals: Vec<f64> = forms.iter().map(|form| total(form)).collect();
    let mean = totals.iter().sum::<f64>() / count;
    let sum: f64 = totals.iter().map(|total| (total - mean) * (total - mean)).sum();
    (!forms.is_empty()).then_some(sum / count)
}

/// What people chose of the options of one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// How many answered.
    pub answers: usize,
    /// Of each option, how many chose it.
    pub chosen: Vec<usize>,
    /// Of each option, how choosing it goes together with how much else they can; none of fewer than 30 answers.
    pub correlations: Vec<Option<f64>>,
    /// What its author should look at.
    pub flags: Vec<Flag>,
}

/// What the author of a question should look at; the number is the place of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Whoever can more is wrong more often: the key may be wrong.
    KeyMisleads,
    /// Hardly anybody takes it for right.
    Rare(usize),
    /// Whoever can more chooses it more often.
    Attracts(usize),
    /// Of the best third more choose it than the key.
    BeatsKey(usize),
}

impl Choices {
    /// What follows from the choices of people, each with what else they can: their ability, or how many others they had
    /// right.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "there are fewer people than a number has digits")]
    pub fn of(answers: &[(usize, f64)], options: usize, key: usize) -> Self {
        let count = |of: &[(usize, f64)], option| of.iter().filter(|(chosen, _)| *chosen == option).count();
        let chosen: Vec<usize> = (0..options).map(|option| count(answers, option)).collect();
        let enough = answers.len() >= CORRELATED_FROM;
        let able: Vec<f64> = answers.iter().map(|(_, able)| *able).collect();
        let goes_with = |option: usize| {
            let row: Vec<f64> = answers.iter().map(|(chosen, _)| f64::from(u8::from(*chosen == option))).collect();
            correlation(&row, &able).filter(|_| enough)
        };
        let correlations: Vec<Option<f64>> = (0..options).map(goes_with).collect();
        let mut best = answers.to_vec();
        best.sort_by(|one, other| other.1.total_cmp(&one.1));
        best.truncate(answers.len() / 3);
        let mut flags = Vec::new();
        if enough {
            if correlations.get(key).copied().flatten().is_some_and(|found| found < 0.0) {
                flags.push(Flag::KeyMisleads);
            }
            for option in (0..options).filter(|option| *option != key) {
                if (chosen[option] as f64) < RARE * answers.len() as f64 {
                    flags.push(Flag::Rare(option));
                }
                if correlations[option].is_some_and(|found| found > 0.0) {
                    flags.push(Flag::Attracts(option));
                }
                if count(&best, option) > count(&best, key) {
                    flags.push(Flag::BeatsKey(option));
                }
            }
        }
        Self { answers: answers.len(), chosen, correlations, flags }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_key_and_an_option_that_nobody_takes_are_flagged() {
        // The better half chooses 0, which is no key; nobody chooses 3.
        let answers: Vec<(usize, f64)> =
            (0..60).map(|able| (if able >= 30 { 0 } else { 1 + able % 2 }, able as f64)).collect();
        let choices = Choices::of(&answers, 4, 1);
        assert_eq!((choices.answers, choices.chosen.clone()), (60, vec![30, 15, 15, 0]));
        assert_eq!(choices.flags, [Flag::KeyMisleads, Flag::Attracts(0), Flag::BeatsKey(0), Flag::Rare(3)]);
        assert_eq!(choices.correlations[3], None, "what is never chosen goes with nothing");
    }

    #[test]
    fn of_few_answers_nothing_is_flagged() {
        let answers: Vec<(usize, f64)> = (0..29).map(|able| (0, f64::from(able))).collect();
        let choices = Choices::of(&answers, 4, 1);
        assert!(choices.flags.is_empty() && choices.correlations.iter().all(Option::is_none));
        assert_eq!(Choices::of(&[], 4, 0).chosen, [0; 4]);
    }

    #[test]
    fn what_does_not_vary_has_no_figure() {
        assert_eq!(correlation(&[1.0, 1.0], &[1.0, 2.0]), None);
        assert_eq!(reliability(&[vec![true, true], vec![true, true]]), None);
        assert_eq!(reliability(&[]), None);
        assert_eq!(reliability(&[vec![true], vec![false]]), None, "one question");
        assert_eq!(standard_error(&[]), None);
    }
}
