//! What is wrong with a question in words, after Haladyna, Downing and Rodriguez, A Review of Multiple-Choice Item-Writing
//! Guidelines for Classroom Assessment, Applied Measurement in Education 15 (2002). It holds for anybody's questions.

mod cue;

use super::words;

pub(super) const ASK_WORDS: usize = 62;
pub(super) const OPTION_WORDS: usize = 22;
const WHY_WORDS: usize = 5;
/// The grade of school that every guard has.
pub(super) const GRADE: f64 = 9.0;
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
    /// What is asked is no whole sentence, so that an option that does not go on with it is left out by its grammar.
    OpenAsk,
    /// An option alone begins with a capital letter or ends with a full stop, or it alone does not: being written otherwise
    /// than all others gives it away, be it the key or not.
    Odd(usize),
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
            Self::OpenAsk | Self::Odd(_) => "cue",
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
    found.extend(cue::all(asked));
    let texts: Vec<&str> = [asked.ask].into_iter().chain(asked.options.iter().map(|(text, _)| *text)).collect();
    let grade = words::grade(&texts.join(" "));
    if language == "en" && grade > GRADE {
        found.push(Flaw::Hard(grade));
    }
    found
}
