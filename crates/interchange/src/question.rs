//! A question, as all formats have it.

use crate::limits::{FEWEST_OPTIONS, MOST_OPTIONS, TEXT_CHARACTERS};
use crate::text::{one_line, tidy};
use crate::{Place, Unwritable};

/// A question with options, one of them the key. Texts are plain: lines with single spaces between words, and at most
/// one empty line in a row. Others are brought into that form when they are written, and are read in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// Its name; may be empty.
    pub name: String,
    /// What is asked.
    pub ask: String,
    /// What may be chosen: two to eight.
    pub options: Vec<Choice>,
    /// Which of the options is right.
    pub key: usize,
    /// What is said of the question as a whole; may be empty.
    pub explanation: String,
    /// Which competency it asks for, in two capital letters; may be empty.
    pub competency: String,
    /// How hard it is, in logits, where that is known.
    pub level: Option<f64>,
    /// In what kind of place it happens; may be empty.
    pub setting: String,
    /// What it rests on; may be empty.
    pub source: String,
}

/// An option.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What may be chosen.
    pub text: String,
    /// Why it is right, or is not; may be empty.
    pub why: String,
}

impl Question {
    /// The question in the form in which it is written.
    pub(crate) fn ready(&self, number: usize) -> Result<Self, Unwritable> {
        let ready = Self {
            name: one_line(&self.name),
            ask: tidy(&self.ask),
            options: self.options.iter().map(Choice::ready).collect(),
            key: self.key,
            explanation: tidy(&self.explanation),
            competency: one_line(&self.competency),
            level: self.level,
            setting: one_line(&self.setting),
            source: one_line(&self.source),
        };
        let place = || Place { number: Some(number), name: ready.name.clone(), ..Place::default() };
        let options = &ready.options;
        if ready.ask.is_empty() || options.iter().any(|option| option.text.is_empty()) {
            return Err(Unwritable::NoText(place()));
        }
        if !(FEWEST_OPTIONS..=MOST_OPTIONS).contains(&options.len()) {
            return Err(Unwritable::Options(place()));
        }
        if ready.key >= options.len() {
            return Err(Unwritable::NoKey(place()));
        }
        if ready.level.is_some_and(|level| !level.is_finite()) {
            return Err(Unwritable::Level(place()));
        }
        if ready.repeats_option() {
            return Err(Unwritable::RepeatedOption(place()));
        }
        if ready.texts().any(|text| text.chars().count() > TEXT_CHARACTERS) {
            return Err(Unwritable::TooLong(place()));
        }
        Ok(ready)
    }

    /// Whether two options say the same.
    pub(crate) fn repeats_option(&self) -> bool {
        let same = |index: usize, option: &Choice| self.options[..index].iter().any(|other| other.text == option.text);
        self.options.iter().enumerate().any(|(index, option)| same(index, option))
    }

    /// Everything that it says.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let options = self.options.iter().flat_map(|option| [option.text.as_str(), option.why.as_str()]);
        let others = [&self.name, &self.ask, &self.explanation, &self.competency, &self.setting, &self.source]
            .map(String::as_str);
        others.into_iter().chain(options)
    }

    /// Whether an option says why.
    pub(crate) fn has_reasons(&self) -> bool {
        self.options.iter().any(|option| !option.why.is_empty())
    }
}

impl Choice {
    fn ready(&self) -> Self {
        Self { text: tidy(&self.text), why: tidy(&self.why) }
    }
}

/// The letter of an option, by its place counted from 0: A, B.
#[must_use]
pub fn letter(index: usize) -> char {
    u8::try_from(index).ok().and_then(|index| b'A'.checked_add(index)).map_or('?', char::from)
}
