//! What is reckoned of answers: a form drawn from very many questions, and what is known of very many officers.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use psychometrics::{Candidate, Curve, Parameters, Posterior, assemble};

use crate::Outcome;
use crate::figures::{median, milliseconds};

/// How many questions there are to draw from.
pub(crate) const QUESTIONS: u32 = 10_000;
/// How many of them a form has.
pub(crate) const FORM: usize = 100;
/// How many officers there are, and how many questions each answered.
pub(crate) const OFFICERS: usize = 10_000;
pub(crate) const ANSWERS: usize = 100;

/// How long a form takes to be drawn: the median in milliseconds.
pub(crate) fn form(times: usize) -> Outcome<f64> {
    let names: Vec<String> = (0..14).map(|number| format!("C{number:02}")).collect();
    let weights: BTreeMap<String, u32> = names.iter().map(|name| (name.clone(), 7)).collect();
    let pool: Vec<Candidate<'_>> = (0..QUESTIONS)
        .map(|number| Candidate { competency: &names[number as usize % names.len()], drawn: number % 50 })
        .collect();
    let mut took = Vec::new();
    for seed in 0..times as u64 {
        let begun = Instant::now();
        let form = assemble(&pool, &weights, FORM, seed).map_err(|few| format!("too few of {}", few.competency))?;
        took.push(begun.elapsed());
        black_box(form);
    }
    Ok(median(&mut milliseconds(&took)))
}

/// How long the abilities of all officers take: the median in milliseconds.
pub(crate) fn abilities(rounds: usize) -> f64 {
    let difficulty = |number: usize| (number % 61) as f64 / 10.0 - 3.0;
    let curves: Vec<Curve> = (0..500).map(|number| Curve::of(Parameters::rasch(difficulty(number)))).collect();
    let answered = |officer: usize| {
        (0..ANSWERS).map(move |place| ((officer * 7 + place * 3) % 500, !(officer + place).is_multiple_of(3)))
    };
    let mut took = Vec::new();
    for _ in 0..rounds {
        let begun = Instant::now();
        for officer in 0..OFFICERS {
            let known = Posterior::of(answered(officer).map(|(question, right)| (&curves[question], right)));
            black_box((known.ability(), known.error()));
        }
        took.push(begun.elapsed());
    }
    median(&mut milliseconds(&took))
}
