//! What the public answered behind the signs, in the last months.

use ground::words::Language;
use ground::{App, Moment, Result};
use listening::sign;
use people::Me;
use people::door::Door;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use satisfaction::pulse::{self, Pulse};

use super::raise::visitor;
use super::{Place, World};

const DAY: i64 = 86_400;
/// Over how many days somebody answered.
const DAYS: i64 = 100;
/// Behind a sign, between so many answers and so many come in that time.
const ANSWERS: std::ops::Range<usize> = 2..16;

/// What people write, in English and in Spanish: where they felt well, and where they did not.
const WORDS: [[&[&str]; 2]; 2] = [
    [
        &[
            "The officer at the desk walked me to my car. Thank you.",
            "Friendly, and knew where I had to go.",
            "Somebody held the door for my pram.",
            "Good to see a patrol in the evening.",
            "All fine.",
        ],
        &[
            "The stairs to the garage are dark.",
            "He was on his phone when I came in.",
            "I waited ten minutes at the gate.",
            "Nobody at the desk after six.",
            "They asked my son for his bag, and nobody else.",
        ],
    ],
    [
        &["El guardia fue muy amable, gracias.", "Todo bien.", "Me ayudaron con la puerta."],
        &["El estacionamiento est\u{e1} muy oscuro.", "Nadie en la recepci\u{f3}n.", "Esper\u{e9} mucho tiempo."],
    ],
];

/// Grows answers behind the signs of every site.
pub(super) fn grow(app: &App, world: &World, until: Moment) -> Result<()> {
    for (number, place) in world.places.iter().enumerate() {
        at_place(app, (number, place), until)?;
    }
    Ok(())
}

fn at_place(app: &App, (number, place): (usize, &Place), until: Moment) -> Result<()> {
    let id = place.site.id.clone();
    let system = Me::system();
    let signs = app.db.read_here(move |connection| {
        let mut work = people::Work { app, me: &system, now: until, connection, their_at: None };
        sign::rows::of_site(&mut work, &id)
    })?;
    // One place in four is a gloomy one.
    let mood = if number % 4 == 1 { 3 } else { 4 };
    let mut dice = StdRng::seed_from_u64(number as u64);
    for sign in signs.into_iter().filter(|sign| sign.retired_at.is_none()) {
        let mut told: Vec<(Moment, Pulse)> =
            (0..dice.random_range(ANSWERS)).map(|_| (a_moment(until, &mut dice), answer(mood, &mut dice))).collect();
        told.sort_by_key(|(at, _)| *at);
        let address = format!("a visitor of place {number}");
        Door::of_system(app, until).live(move |story| {
            for (at, pulse) in &told {
                let whoever = visitor(None, pulse.language, None);
                story.write(&whoever, *at, |work| pulse::give(work, &sign, pulse, &address))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn a_moment(until: Moment, dice: &mut StdRng) -> Moment {
    until.plus_seconds(-dice.random_range(0..DAYS * DAY))
}

fn answer(mood: i64, dice: &mut StdRng) -> Pulse {
    let mut felt = |leaves_out: u32| {
        let grade = (mood + dice.random_range(-1..=1)).clamp(1, 5);
        Some(grade).filter(|_| !dice.random_ratio(leaves_out, 10))
    };
    let (safe, treated) = (felt(0), felt(3));
    let language = if dice.random_ratio(1, 4) { Language::Spanish } else { Language::English };
    let unwell = usize::from(safe.is_some_and(|grade| grade < 4));
    let words = WORDS[usize::from(language == Language::Spanish)][unwell].choose(dice);
    let comment = words.filter(|_| dice.random_ratio(2, 5)).map(|words| (*words).to_owned());
    Pulse { safe, treated, language, comment }
}
