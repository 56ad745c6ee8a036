//! What is wrong with a question in words, after Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing
//! Guidelines for Classroom Assessment, Applied Measurement in Education 15 (2002). It holds for anybody's questions.

use super::words;

pub(super) const ASK_WORDS: usize = 62;
pub(super) const OPTION_WORDS: usize = 22;
const WHY_WORDS: usize = 5;
/// How much longer the longest option may be than the shortest.
const SPREAD: f64 = 1.7;
/// The grade of school that every guard has.
pub(super) const GRADE: f64 = 9.0;
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

/// A question in words.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// What is asked.
    pub ask: &'a str,
    /// What may be chosen, each with why it is right or is not.
    pub options: Vec<(&'a str, &'a str)>,
    /// The place of the one that is right.
    pub key: usize,
}

/// Something that is wrong with a question. An option is named by its place, from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Flaw {
    /// What is asked is too long.
    LongAsk,
    /// An option is too long.
    LongOption(usize),
    /// Nothing says why an option is right, or is not.
    NoReason(usize),
    /// An option joins others, so that it is none.
    Joined(usize),
    /// The options are of unequal length, in letters: the longest is guessed to be right.
    Uneven {
        /// How long the shortest is.
        shortest: usize,
        /// How long the longest is.
        longest: usize,
    },
    /// An option says what one before it says.
    Same(usize),
    /// Some options are spoken and some are not.
    NotParallel,
    /// A word that is true of little stands in wrong options alone, so they are guessed to be wrong.
    Absolute(&'static str),
    /// It is hard to read: the grade of school in which one reads it with ease.
    Hard(f64),
}

impl Flaw {
    /// The rule that it breaks, in a word.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::LongAsk | Self::LongOption(_) | Self::Uneven { .. } => "length",
            Self::NoReason(_) => "why",
            Self::Joined(_) => "joined",
            Self::Same(_) => "same",
            Self::NotParallel => "parallel",
            Self::Absolute(_) => "absolute",
            Self::Hard(_) => "reading",
        }
    }
}

/// All that is wrong with a question in a language.
#[must_use]
pub fn all(asked: &Asked<'_>, language: &str) -> Vec<Flaw> {
    let mut found = Vec::new();
    if words::of(asked.ask).count() > ASK_WORDS {
        found.push(Flaw::LongAsk);
    }
    for (place, (text, why)) in asked.options.iter().enumerate() {
        if words::of(text).count() > OPTION_WORDS {
            found.push(Flaw::LongOption(place));
        }
        if words::of(why).count() < WHY_WORDS {
            found.push(Flaw::NoReason(place));
        }
        let text = text.to_lowercase();
        if JOINED.iter().any(|joined| text.contains(joined)) {
            found.push(Flaw::Joined(place));
        }
    }
    found.extend(cues(asked));
    let texts: Vec<&str> = [asked.ask].into_iter().chain(asked.options.iter().map(|(text, _)| *text)).collect();
    let grade = words::grade(&texts.join(" "));
    if language == "en" && grade > GRADE {
        found.push(Flaw::Hard(grade));
    }
    found
}

/// What lets one guess the key without knowing anything.
fn cues(asked: &Asked<'_>) -> Vec<Flaw> {
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
    found
}
