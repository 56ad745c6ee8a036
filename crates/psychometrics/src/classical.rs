//! What complete forms say of their questions, without a model of ability.

use statistics::{Correlation, Share};

/// Below so many first answers no correlation is told.
const CORRELATED_FROM: usize = 30;
/// Of a question about which nothing is wrong, so many may be looked at for nothing.
const MISTAKEN: f64 = 0.05;
/// A wrong option that those who are wrong choose this much more seldom than if they took each as soon as any does no work.
const RARE: f64 = 0.45;
/// Of an option that fewer chose nothing follows from who they are.
const FEWEST_CHOSE: usize = 5;

/// How being right in one question goes together with how many of the others are right: what a question has to do with the
/// rest of its form. A row for each person, with an answer to each question.
#[must_use]
pub fn item_rest(forms: &[Vec<bool>], item: usize) -> Option<f64> {
    let right: Vec<f64> = forms.iter().map(|form| f64::from(u8::from(form[item]))).collect();
    let rest = forms.iter().map(|form| total(form) - f64::from(u8::from(form[item])));
    Correlation::of(&right.into_iter().zip(rest).collect::<Vec<_>>()).map(Correlation::value)
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
    pub correlations: Vec<Option<Correlation>>,
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
    ///
    /// Nothing is flagged that may well be chance: each thing is told where its whole interval says it, at a level that is
    /// shared among the options, so that a question about which nothing is wrong is seldom looked at.
    #[must_use]
    pub fn of(answers: &[(usize, f64)], options: usize, key: usize) -> Self {
        let chosen: Vec<usize> = (0..options).map(|option| chose(answers, option)).collect();
        let enough = answers.len() >= CORRELATED_FROM;
        let goes_with = |option: usize| {
            let pairs = answers.iter().map(|(chosen, able)| (f64::from(u8::from(*chosen == option)), *able));
            Correlation::of(&pairs.collect::<Vec<_>>()).filter(|_| enough)
        };
        let correlations: Vec<Option<Correlation>> = (0..options).map(goes_with).collect();
        let flags = if enough && key < options { flags(answers, key, &chosen, &correlations) } else { Vec::new() };
        Self { answers: answers.len(), chosen, correlations, flags }
    }
}

fn share(count: usize, of: usize) -> Option<Share> {
    Share::new(u64::try_from(count).ok()?, u64::try_from(of).ok()?)
}

fn best_third(answers: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut best = answers.to_vec();
    best.sort_by(|one, other| other.1.total_cmp(&one.1));
    best.truncate(answers.len() / 3);
    best
}

fn chose(of: &[(usize, f64)], option: usize) -> usize {
    of.iter().filter(|(chosen, _)| *chosen == option).count()
}

#[allow(clippy::cast_precision_loss, reason = "a question has few options")]
fn flags(answers: &[(usize, f64)], key: usize, chosen: &[usize], correlations: &[Option<Correlation>]) -> Vec<Flag> {
    let level = 1.0 - MISTAKEN / chosen.len() as f64;
    let best = best_third(answers);
    let goes_with = |option: usize| correlations[option].and_then(|found| found.interval(level));
    let of = |count, of| share(count, of).and_then(|share| share.interval(level));
    let wrong: usize = chosen.iter().sum::<usize>() - chosen[key];
    let rare = RARE / (chosen.len() - 1) as f64;
    let mut flags = Vec::new();
    if goes_with(key).is_some_and(|lies| lies.high < 0.0) {
        flags.push(Flag::KeyMisleads);
    }
    for option in (0..chosen.len()).filter(|option| *option != key) {
        if of(chosen[option], wrong).is_some_and(|lies| lies.high < rare) {
            flags.push(Flag::Rare(option));
        }
        if chosen[option] >= FEWEST_CHOSE && goes_with(option).is_some_and(|lies| lies.low > 0.0) {
            flags.push(Flag::Attracts(option));
        }
        let instead = chose(&best, option);
        if of(instead, instead + chose(&best, key)).is_some_and(|lies| lies.low > 0.5) {
            flags.push(Flag::BeatsKey(option));
        }
    }
    flags
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
    fn what_may_be_chance_is_not_flagged() {
        // Of 40 three of four are right, nobody takes 2 and 3, and those who are wrong can hardly more than the others.
        let answers: Vec<(usize, f64)> = (0..40)
            .map(|able| (usize::from(able % 4 == 3), f64::from(able) + f64::from(u8::from(able % 4 == 3))))
            .collect();
        let choices = Choices::of(&answers, 4, 0);
        assert!(choices.correlations[0].unwrap().value() < 0.0 && choices.correlations[1].unwrap().value() > 0.0);
        assert_eq!(choices.flags, []);
    }

    #[test]
    fn what_does_not_vary_has_no_figure() {
        assert_eq!(item_rest(&[vec![true, true], vec![true, false]], 0), None);
        assert_eq!(reliability(&[vec![true, true], vec![true, true]]), None);
        assert_eq!(reliability(&[]), None);
        assert_eq!(reliability(&[vec![true], vec![false]]), None, "one question");
        assert_eq!(standard_error(&[]), None);
    }
}
