//! The rules that each question is held to, after Haladyna, Downing and Rodriguez, A Review of Multiple-Choice
//! Item-Writing Guidelines for Classroom Assessment, Applied Measurement in Education 15 (2002).

use super::{Item, LETTERS, Wording, words};
use crate::{Curriculum, Finding, SETTINGS};

/// A guess of a level beyond these says more of its author than of the question.
const LEVELS: std::ops::RangeInclusive<f64> = -3.0..=3.0;
const ASK_WORDS: usize = 62;
const OPTION_WORDS: usize = 22;
const WHY_WORDS: usize = 5;
/// How much longer the longest option may be than the shortest.
const SPREAD: f64 = 1.7;
/// The grade of school that every guard has.
const GRADE: f64 = 9.0;
/// How the reason of the key begins.
const RIGHT: [&str; 2] = ["Correct", "Correcto"];
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
/// What joins options, so that they are no options any more.
const JOINED: [&str; 6] = [
    "all of the above",
    "none of the above",
    "both a and",
    "both b and",
    "todas las anteriores",
    "ninguna de las anteriores",
];

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
    let mut found = Found::new();
    if words::of(&wording.ask).count() > ASK_WORDS {
        found.push(("length", format!("what is asked has more than {ASK_WORDS} words")));
    }
    for (place, option) in wording.options.iter().enumerate() {
        let letter = LETTERS[place];
        if words::of(&option.text).count() > OPTION_WORDS {
            found.push(("length", format!("{letter} has more than {OPTION_WORDS} words")));
        }
        if words::of(&option.why).count() < WHY_WORDS {
            found.push(("why", format!("say why {letter} is right or is not, in a sentence")));
        }
        if RIGHT.iter().any(|right| option.why.starts_with(right)) != (place == key) {
            found.push((
                "why",
                format!("the reason of {letter} must begin with \"Correct.\" if it is the key, and only then"),
            ));
        }
        let text = option.text.to_lowercase();
        if JOINED.iter().any(|joined| text.contains(joined)) {
            found.push(("joined", format!("{letter} joins other options; each must stand by itself")));
        }
    }
    found.extend(cues(wording, key));
    let text: Vec<&str> =
        [&wording.ask].into_iter().chain(wording.options.iter().map(|one| &one.text)).map(String::as_str).collect();
    let grade = words::grade(&text.join(" "));
    if language == "en" && grade > GRADE {
        found.push(("reading", format!("it reads like grade {grade:.1}; guards read grade {GRADE} with ease")));
    }
    found
}

/// What lets one guess the key without knowing anything.
fn cues(wording: &Wording, key: usize) -> Found {
    let mut found = Found::new();
    let lengths: Vec<usize> = wording.options.iter().map(|one| one.text.chars().count()).collect();
    let (shortest, longest) = (lengths.iter().min().copied().unwrap_or(0), lengths.iter().max().copied().unwrap_or(0));
    #[allow(clippy::cast_precision_loss, reason = "an option has few letters")]
    if longest as f64 > SPREAD * shortest as f64 {
        found.push(("length", format!("the longest option has {longest} letters and the shortest {shortest}")));
    }
    for (place, option) in wording.options.iter().enumerate() {
        if wording.options[..place].iter().any(|before| before.text == option.text) {
            found.push(("same", format!("{} is said twice", LETTERS[place])));
        }
    }
    let spoken = wording.options.iter().filter(|one| one.text.starts_with(['"', '\u{bf}', '\u{a1}'])).count();
    let quoted = wording.options.iter().filter(|one| one.text.starts_with('"')).count();
    if quoted != 0 && quoted != LETTERS.len() && spoken != LETTERS.len() {
        found.push(("parallel", "some options are spoken and some are not".to_owned()));
    }
    let has =
        |place: usize, word: &str| words::of(&wording.options[place].text).any(|other| other.to_lowercase() == word);
    for word in ABSOLUTE {
        let in_wrong = (0..LETTERS.len()).any(|place| place != key && has(place, word));
        if in_wrong && !has(key, word) {
            found.push((
                "absolute",
                format!("\"{word}\" stands in wrong options alone, so they are guessed to be wrong"),
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests;
