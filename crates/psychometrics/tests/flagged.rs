//! How often a question is to be looked at for nothing, and how often one is found about which something is wrong.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use psychometrics::{Choices, Flag, Parameters};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

const QUESTIONS: usize = 200;
const KEY: usize = 2;
/// What the level of all that is flagged allows.
const MISTAKEN: f64 = 0.05;

/// About normal, with mean 0 and deviation 1: the sum of twelve dice.
fn ability(dice: &mut StdRng) -> f64 {
    (0..12).map(|_| dice.random::<f64>()).sum::<f64>() - 6.0
}

/// What so many people choose of a question, each with an ability that is known as well as forty other answers tell it.
/// Whoever is wrong takes each other option as soon as any.
fn answers(people: usize, options: usize, dice: &mut StdRng) -> Vec<(usize, f64)> {
    let parameters = Parameters { discrimination: 1.0, difficulty: ability(dice) };
    let one = |_| {
        let able = ability(dice);
        let right = dice.random::<f64>() < parameters.right(able);
        let chosen = if right { KEY } else { (KEY + dice.random_range(1..options)) % options };
        (chosen, able + 0.35 * ability(dice))
    };
    (0..people).map(one).collect()
}

/// Of so many questions each answered by so many, which share shows what is asked for.
fn share((people, options): (usize, usize), key: usize, shows: impl Fn(&[Flag]) -> bool) -> f64 {
    let mut dice = StdRng::seed_from_u64(people as u64);
    let mut flags = || Choices::of(&answers(people, options, &mut dice), options, key).flags;
    let shown = (0..QUESTIONS).filter(|_| shows(&flags())).count();
    shown as f64 / QUESTIONS as f64
}

#[test]
fn a_sound_question_is_seldom_looked_at_for_nothing() {
    for options in [3, 4, 8] {
        for people in [30, 80, 200, 1_000] {
            let found = share((people, options), KEY, |flags| !flags.is_empty());
            let most = if options == 4 { MISTAKEN / 2.0 } else { MISTAKEN };
            assert!(found < most, "{found} of sound questions with {options} options and {people} answers");
        }
    }
}

#[test]
fn a_wrong_key_is_found_the_sooner_the_more_answered() {
    let found = [40, 80, 200].map(|people| share((people, 4), 0, |flags| flags.contains(&Flag::Attracts(KEY))));
    assert!(found.is_sorted() && found[0] > 0.3 && found[1] > 0.6 && found[2] > 0.95, "{found:?}");
    let misleads = share((1_000, 4), 0, |flags| flags.contains(&Flag::KeyMisleads));
    assert!(misleads > 0.9, "{misleads}");
}
