//! What a question of the organization's own is, and what was answered to it.

use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Moment, Refusal, Result, choice};
use serde::Serialize;

use crate::figure::{Reading, number};
use crate::questions::Scale;

/// The fields of a form, in the order in which a round asks its questions; there are as many as questions at most.
pub const FIELDS: [&str; 10] =
    ["own_1", "own_2", "own_3", "own_4", "own_5", "own_6", "own_7", "own_8", "own_9", "own_10"];
/// How long a sentence may be, in letters.
const SENTENCE_LETTERS: usize = 200;
/// How long words in answer may be, in letters.
pub(crate) const WORDS_LETTERS: usize = 2_000;

choice! {
    /// How a question is answered.
    pub enum Kind {
        /// From 1, strongly disagree, to 7, strongly agree.
        Agreement = "agreement", "own-kind-agreement",
        /// In words.
        Words = "words", "own-kind-words",
    }
}

/// A question of the organization's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnQuestion {
    /// Its name in the rows; another sentence is another question.
    pub id: Id<Self>,
    /// How it is answered.
    pub kind: Kind,
    /// Its sentence in English.
    pub english: String,
    /// In Spanish; where there is none, the English one is shown.
    pub spanish: Option<String>,
    /// When it was added.
    pub made_at: Moment,
    /// Since when no new round asks it.
    pub retired_at: Option<Moment>,
    /// Grows with each change.
    pub version: i64,
}

/// A question as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    /// How it is answered.
    pub kind: Kind,
    /// Its sentence in English.
    pub english: String,
    /// In Spanish.
    pub spanish: Option<String>,
}

impl NewQuestion {
    /// Reads what was typed; what is wrong stands beside its field.
    pub fn read(fields: &mut Fields) -> Option<Self> {
        let kind = fields.choice("kind");
        let english = fields.line("english", 5..=SENTENCE_LETTERS);
        let spanish = fields.optional_line("spanish", SENTENCE_LETTERS);
        Some(Self { kind: kind?, english: english?, spanish: spanish? })
    }
}

impl OwnQuestion {
    /// One that is added now to those that are asked.
    ///
    /// # Errors
    /// Refused when there are enough, or when the same is asked already.
    pub fn added(new: &NewQuestion, asked: &[Self], now: Moment) -> Result<Self> {
        let NewQuestion { kind, english, spanish } = new.clone();
        if asked.iter().any(|one| one.english.to_lowercase() == english.to_lowercase()) {
            return Err(Error::refused("own-question-twice"));
        }
        if asked.len() >= FIELDS.len() {
            return Err(Error::Refused(Refusal::new("own-question-enough").with("most", FIELDS.len().to_string())));
        }
        Ok(Self { id: Id::fresh(), kind, english, spanish, made_at: now, retired_at: None, version: 0 })
    }

    /// It is asked no more.
    ///
    /// # Errors
    /// Refused when that was done before.
    pub fn retired(self, now: Moment) -> Result<Self> {
        match self.retired_at {
            Some(_) => Err(Error::refused("own-question-retired-before")),
            None => Ok(Self { retired_at: Some(now), ..self }),
        }
    }

    /// Its sentence for a reader.
    #[must_use]
    pub fn sentence(&self, w: &Words) -> &str {
        match (w.language, &self.spanish) {
            (Language::Spanish, Some(spanish)) => spanish,
            _ => &self.english,
        }
    }

    /// In which language its sentence is for a reader.
    #[must_use]
    pub fn spoken(&self, w: &Words) -> Language {
        if self.spanish.is_some() { w.language } else { Language::English }
    }
}

/// What was answered to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnAnswer {
    /// A step of the scale.
    Step(i64),
    /// Words.
    Words(String),
}

/// Reads what was answered to the questions of a round; what was left out is not there.
pub(crate) fn read(fields: &mut Fields, asked: &[OwnQuestion]) -> Option<Vec<(Id<OwnQuestion>, OwnAnswer)>> {
    let mut answers = Vec::new();
    for (field, question) in FIELDS.into_iter().zip(asked) {
        let answer = match question.kind {
            Kind::Agreement => fields.optional_number(field, Scale::Agreement.steps())?.map(OwnAnswer::Step),
            Kind::Words => fields.optional_prose(field, WORDS_LETTERS)?.map(OwnAnswer::Words),
        };
        answers.extend(answer.map(|answer| (question.id.clone(), answer)));
    }
    Some(answers)
}

/// What all answers to one question say.
#[derive(Debug)]
pub(crate) struct Told {
    /// The question.
    pub question: OwnQuestion,
    /// How many answered it.
    pub answers: usize,
    /// How the steps read, where it is answered by steps.
    pub reading: Option<Reading>,
    /// The words, where it is answered in words.
    pub words: Vec<String>,
}

/// What the answers of a round say of each of its questions, in the order in which they were asked.
pub(crate) fn told(asked: Vec<OwnQuestion>, given: &[(Id<OwnQuestion>, OwnAnswer)]) -> Vec<Told> {
    let of_each = |question: OwnQuestion| {
        let (mut steps, mut words) = (Vec::new(), Vec::new());
        for (_, answer) in given.iter().filter(|(id, _)| *id == question.id) {
            match answer {
                OwnAnswer::Step(step) => steps.push(number(*step)),
                OwnAnswer::Words(said) => words.push(said.clone()),
            }
        }
        let answers = steps.len() + words.len();
        let reading = (question.kind == Kind::Agreement).then(|| Reading::of(steps, &Scale::Agreement.steps()));
        Told { question, answers, reading, words }
    };
    asked.into_iter().map(of_each).collect()
}

#[cfg(test)]
mod tests;
