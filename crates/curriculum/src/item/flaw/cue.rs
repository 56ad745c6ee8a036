//! What lets one guess the key of a question.

use std::collections::BTreeSet;

use super::{Asked, Flaw};
use crate::item::words;

/// How much longer the longest option may be than the shortest.
const SPREAD: f64 = 1.7;
/// Words that are true of little in life, so that an option with one of them is guessed to be wrong.
const ABSOLUTE: [&str; 16] = [
    "all",
    "always",
    "completely",
    "every",
    "everybody",
    "everyone",
    "never",
    "nobody",
    "none",
    "nothing",
    "siempre",
    "nunca",
    "jam\u{e1}s",
    "nadie",
    "ninguno",
    "ninguna",
];
/// Among fewer options than these, none is unlike all the others.
const FEWEST: usize = 3;
/// What may stand before the first letter of what somebody says.
const OPENING: [char; 10] =
    ['"', '\'', '(', '\u{bf}', '\u{a1}', '\u{ab}', '\u{2018}', '\u{201c}', '\u{201e}', '\u{2039}'];
/// What may stand after the mark that ends a sentence.
const CLOSING: [char; 8] = ['"', '\'', ')', ']', '\u{bb}', '\u{2019}', '\u{201d}', '\u{203a}'];

/// What lets one guess the key without knowing anything.
pub(super) fn all(asked: &Asked<'_>) -> Vec<Flaw> {
    let Asked { options, key, .. } = asked;
    let mut found = Vec::new();
    let lengths = || options.iter().map(|(text, _)| text.chars().count());
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    #[allow(clippy::cast_precision_loss, reason = "an option has few letters")]
    if longest as f64 > SPREAD * shortest as f64 {
        found.push(Flaw::Uneven { shortest, longest });
    }
    for (place, (text, _)) in options.iter().enumerate() {
        if options[..place].iter().any(|(before, _)| before == text) {
            found.push(Flaw::Same(place));
        }
    }
    let begins = |marks: &[char]| options.iter().filter(|(text, _)| text.starts_with(marks)).count();
    let (quoted, spoken) = (begins(&['"']), begins(&['"', '\u{bf}', '\u{a1}']));
    if quoted != 0 && quoted != options.len() && spoken != options.len() {
        found.push(Flaw::NotParallel);
    }
    let has = |place: usize, word: &str| words::of(options[place].0).any(|other| other.to_lowercase() == word);
    let in_wrong = |word: &str| (0..options.len()).any(|place| place != *key && has(place, word));
    found.extend(ABSOLUTE.into_iter().filter(|word| in_wrong(word) && !has(*key, word)).map(Flaw::Absolute));
    if !is_whole(asked.ask) {
        found.push(Flaw::OpenAsk);
    }
    let odd: BTreeSet<usize> = [begins_large, ends_in_stop].into_iter().filter_map(|is| alone(asked, is)).collect();
    found.extend(odd.into_iter().map(Flaw::Odd));
    found
}

/// Whether a text ends as a sentence does. One that trails off in dots is to be gone on with.
fn is_whole(text: &str) -> bool {
    let end = without_closing(text);
    end.ends_with(['.', '?', '!']) && !end.ends_with("..")
}

/// The place of the one option of which something holds that holds of no other, or does not while it holds of all others. None
/// where it can be said of some options only, or where there are too few for one to stand out.
fn alone(asked: &Asked<'_>, is: fn(&str) -> Option<bool>) -> Option<usize> {
    let told: Vec<bool> = asked.options.iter().map(|(text, _)| is(text)).collect::<Option<_>>()?;
    let only = |one: bool| {
        let mut places = (0..told.len()).filter(|place| told[*place] == one);
        places.next().filter(|_| places.next().is_none())
    };
    if told.len() < FEWEST { None } else { only(true).or_else(|| only(false)) }
}

/// Whether a text begins with a capital letter; a digit, and a letter of a script without capitals, is neither.
fn begins_large(text: &str) -> Option<bool> {
    let first =
        text.trim_start_matches(|letter: char| letter.is_whitespace() || OPENING.contains(&letter)).chars().next()?;
    (first.is_uppercase() || first.is_lowercase()).then(|| first.is_uppercase())
}

/// Whether a text ends with a full stop; a question or a call is neither, since it has a mark of its own.
fn ends_in_stop(text: &str) -> Option<bool> {
    let last = without_closing(text).chars().next_back()?;
    (!['?', '!'].contains(&last)).then_some(last == '.')
}

fn without_closing(text: &str) -> &str {
    text.trim_end_matches(|letter: char| letter.is_whitespace() || CLOSING.contains(&letter))
}

#[cfg(test)]
mod tests;
