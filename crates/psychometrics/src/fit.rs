//! How hard questions are, from what people answered.

use std::collections::BTreeMap;

use crate::Parameters;
use crate::model::{Curve, POINTS, grid, logistic};
use crate::posterior::{before, normalized};

/// From so many first answers on the discrimination of a question is estimated too; of fewer it is taken to be 1, since a
/// guess of it would be worse than none.
const STEEP_FROM: usize = 100;
/// How far an author's guess of a level is usually off, in logits.
const LEVEL_DEVIATION: f64 = 0.8;
/// How much discriminations differ, on the scale of their logarithm.
const STEEPNESS_DEVIATION: f64 = 0.3;
/// When nothing moves by more than this, it is settled.
const SETTLED: f64 = 1e-6;
const MOST_CYCLES: usize = 3_000;
/// No question is harder or easier, and none flatter or steeper, than can be told from answers.
const DIFFICULTIES: (f64, f64) = (-6.0, 6.0);
const STEEPNESSES: (f64, f64) = (-2.3, 1.6);

/// A first answer: whose, to which question, and whether it was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub person: usize,
    /// To which question: its place among the priors.
    pub item: usize,
    /// Whether it was right.
    pub right: bool,
}

/// What is taken for true of a question before anybody answered it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    difficulty: f64,
    difficulty_precision: f64,
    steepness_precision: f64,
}

impl Prior {
    /// What its author thinks, in logits.
    #[must_use]
    pub fn of_author(level: f64) -> Self {
        Self {
            difficulty: level,
            difficulty_precision: (LEVEL_DEVIATION * LEVEL_DEVIATION).recip(),
            steepness_precision: (STEEPNESS_DEVIATION * STEEPNESS_DEVIATION).recip(),
        }
    }

    /// Nothing at all: what comes out follows from the answers alone.
    pub const NONE: Self = Self { difficulty: 0.0, difficulty_precision: 0.0, steepness_precision: 0.0 };
}

/// What follows from the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Of each question.
    pub parameters: Vec<Parameters>,
    /// How many first answers each had.
    pub answers: Vec<usize>,
    /// The logarithm of how likely these answers are, given all that.
    pub log_likelihood: f64,
}

/// Why nothing follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is an answer to a question that has no prior.
    NoSuchItem,
    /// It did not settle; what came out last is not to be used.
    NotSettled,
}

/// Estimates all questions together by marginal maximum likelihood, with the priors as far as they say something: the
/// method of Bock and Aitkin (Psychometrika 46, 1981) over abilities that are distributed normally.
///
/// # Errors
/// Why nothing follows.
pub fn fit(answers: &[Answer], priors: &[Prior]) -> Result<Fit, Unfit> {
    let patterns = patterns(answers, priors.len())?;
    let mut counts = vec![0; priors.len()];
    for answer in answers {
        counts[answer.item] += 1;
    }
    let mut parameters: Vec<Parameters> = priors.iter().map(|prior| Parameters::rasch(prior.difficulty)).collect();
    for _ in 0..MOST_CYCLES {
        let (expected, log_likelihood) = expect(&patterns, &parameters);
        let mut moved: f64 = 0.0;
        for (item, (before, tried)) in parameters.iter_mut().zip(&expected).enumerate() {
            let after = best(*before, tried, &priors[item], counts[item] >= STEEP_FROM);
            moved = moved.max((after.difficulty - before.difficulty).abs());
            moved = moved.max((after.discrimination - before.discrimination).abs());
            *before = after;
        }
        if moved < SETTLED {
            return Ok(Fit { parameters, answers: counts, log_likelihood });
        }
    }
    Err(Unfit::NotSettled)
}

/// The answers of each person in the order of the questions, and how many people gave the same.
fn patterns(answers: &[Answer], items: usize) -> Result<BTreeMap<Vec<(usize, bool)>, f64>, Unfit> {
    let mut by_person: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for answer in answers {
        if answer.item >= items {
            return Err(Unfit::NoSuchItem);
        }
        by_person.entry(answer.person).or_default().push((answer.item, answer.right));
    }
    let mut patterns = BTreeMap::new();
    for (_, mut theirs) in by_person {
        theirs.sort_unstable();
        *patterns.entry(theirs).or_insert(0.0) += 1.0;
    }
    Ok(patterns)
}

/// At each ability: how many are expected to have tried a question, and to have been right.
struct Tried {
    all: Box<[f64; POINTS]>,
    right: Box<[f64; POINTS]>,
}

fn expect(patterns: &BTreeMap<Vec<(usize, bool)>, f64>, parameters: &[Parameters]) -> (Vec<Tried>, f64) {
    let curves: Vec<Curve> = parameters.iter().map(|one| Curve::of(*one)).collect();
    let mut tried: Vec<Tried> =
        parameters.iter().map(|_| Tried { all: Box::new([0.0; POINTS]), right: Box::new([0.0; POINTS]) }).collect();
    let (_, together) = normalized(Box::new(before()));
    let prior = before().map(|log| log - together);
    let mut log_likelihood = 0.0;
    for (answers, people) in patterns {
        let mut logs = Box::new(prior);
        for (item, right) in answers {
            curves[*item].tell(*right, &mut logs);
        }
        let (weights, likely) = normalized(logs);
        log_likelihood += people * likely;
        for (item, right) in answers {
            for (place, weight) in weights.iter().enumerate() {
                tried[*item].all[place] += people * weight;
                if *right {
                    tried[*item].right[place] += people * weight;
                }
            }
        }
    }
    (tried, log_likelihood)
}

/// The parameters under which what is expected of one question is likeliest: Fisher's scoring.
fn best(from: Parameters, tried: &Tried, prior: &Prior, steep: bool) -> Parameters {
    let (mut steepness, mut difficulty) = (from.discrimination.ln(), from.difficulty);
    for _ in 0..25 {
        let a = steepness.exp();
        // The slopes and the information by the logarithm of the discrimination (s) and by the difficulty (b).
        let (mut slope_s, mut slope_b) = (-steepness * prior.steepness_precision, 0.0);
        slope_b -= (difficulty - prior.difficulty) * prior.difficulty_precision;
        let (mut ss, mut sb, mut bb) = (prior.steepness_precision, 0.0, prior.difficulty_precision);
        for (place, ability) in grid().into_iter().enumerate() {
            let right = logistic(a * (ability - difficulty));
            let off = tried.right[place] - tried.all[place] * right;
            let weight = tried.all[place] * right * (1.0 - right);
            let (by_s, by_b) = (a * (ability - difficulty), -a);
            slope_s += off * by_s;
            slope_b += off * by_b;
            ss += weight * by_s * by_s;
            sb += weight * by_s * by_b;
            bb += weight * by_b * by_b;
        }
        let (step_s, step_b) = step((slope_s, slope_b), (ss, sb, bb), steep);
        steepness = (steepness + step_s).clamp(STEEPNESSES.0, STEEPNESSES.1);
        difficulty = (difficulty + step_b).clamp(DIFFICULTIES.0, DIFFICULTIES.1);
        if step_s.abs().max(step_b.abs()) < SETTLED / 100.0 {
            break;
        }
    }
    Parameters { discrimination: steepness.exp(), difficulty }
}

/// How far to go, and never far at once.
fn step((slope_s, slope_b): (f64, f64), (ss, sb, bb): (f64, f64, f64), steep: bool) -> (f64, f64) {
    let determinant = ss * bb - sb * sb;
    if !steep || determinant <= 1e-9 * ss * bb {
        return (0.0, if bb > 0.0 { (slope_b / bb).clamp(-1.0, 1.0) } else { 0.0 });
    }
    let step_s = (bb * slope_s - sb * slope_b) / determinant;
    let step_b = (ss * slope_b - sb * slope_s) / determinant;
    (step_s.clamp(-0.5, 0.5), step_b.clamp(-1.0, 1.0))
}
