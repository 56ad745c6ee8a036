//! The rules that each question of ours is held to.

use super::flaw::{self, ASK_WORDS, Asked, Flaw, GRADE, OPTION_WORDS};
use super::{Item, LETTERS, Wording};
use crate::{Curriculum, Finding, SETTINGS};

/// A guess of a level beyond these says more of its author than of the question.
const LEVELS: std::ops::RangeInclusive<f64> = -3.0..=3.0;
/// How the reason of the key begins.
const RIGHT: [&str; 2] = ["Correct", "Correcto"];
/// What breaks a rule in each question by itself.
pub(crate) fn each(all: &Curriculum) -> Vec<Finding> {
    let mut found = Vec::new();
    for item in &all.items {
        let file = |language: &str| format!("items/{language}/{}.toml {}", item.competency(), item.id);
        found.extend(itself(item, all).into_iter().map(|(rule, says)| Finding::of(file("en"), rule, says)));
        for (language, wording) in item.wordings() {
            let of_it = worded(wording, item.key, language);
            found.extend(of_it.into_iter().map(|(rule, says)| Finding::of(file(language), rule, says)));
        }
    }
    found
}

type Found = Vec<(&'static str, String)>;

fn itself(item: &Item, all: &Curriculum) -> Found {
    let mut found = Found::new();
    let number = item.id.split_once('-').map(|(_, number)| number);
    if number.is_none_or(|number| number.len() != 3 || number.parse::<u16>().is_err()) {
        found.push(("name", "a question is named by its competency and three digits".to_owned()));
    }
    if !all.has_competency(item.competency()) {
        found.push(("name", format!("there is no competency {}", item.competency())));
    }
    if !LEVELS.contains(&item.level) {
        found.push(("level", format!("its level must lie between {} and {}", LEVELS.start(), LEVELS.end())));
    }
    if !SETTINGS.contains(&item.setting.as_str()) {
        found.push(("setting", format!("its setting must be one of {}", SETTINGS.join(", "))));
    }
    if item.source.trim().is_empty() {
        found.push(("source", "say what it rests on".to_owned()));
    }
    found
}

fn worded(wording: &Wording, key: usize, language: &str) -> Found {
    let options = wording.options.iter().map(|one| (one.text.as_str(), one.why.as_str())).collect();
    let flaws = flaw::all(&Asked { ask: &wording.ask, options, key }, language);
    let mut found: Found = flaws.iter().map(|flaw| (flaw.rule(), says(flaw))).collect();
    for (place, option) in wording.options.iter().enumerate() {
        if RIGHT.iter().any(|right| option.why.starts_with(right)) != (place == key) {
            let letter = LETTERS[place];
            let says = format!("the reason of {letter} must begin with \"Correct.\" if it is the key, and only then");
            found.push(("why", says));
        }
    }
    found
}

/// What is to be done about a flaw.
fn says(flaw: &Flaw) -> String {
    let letter = |place: &usize| LETTERS[*place];
    match flaw {
        Flaw::LongAsk => format!("what is asked has more than {ASK_WORDS} words"),
        Flaw::LongOption(place) => format!("{} has more than {OPTION_WORDS} words", letter(place)),
        Flaw::NoReason(place) => format!("say why {} is right or is not, in a sentence", letter(place)),
        Flaw::Joined(place) => format!("{} joins other options; each must stand by itself", letter(place)),
        Flaw::Uneven { shortest, longest } => {
            format!("the longest option has {longest} letters and the shortest {shortest}")
        }
        Flaw::Same(place) => format!("{} is said twice", letter(place)),
        Flaw::NotParallel => "some options are spoken and some are not".to_owned(),
        Flaw::Absolute(word) => {
            format!("\"{word}\" stands in wrong options alone, so they are guessed to be wrong")
        }
        Flaw::OpenAsk => {
            "ask in a whole sentence; an option that does not go on with this one is left out by its grammar".to_owned()
        }
        Flaw::Odd(place) => {
            format!("{} alone begins or ends otherwise than the others: a capital letter, a full stop", letter(place))
        }
        Flaw::Hard(grade) => format!("it reads like grade {grade:.1}; guards read grade {GRADE} with ease"),
    }
}

#[cfg(test)]
mod tests;
