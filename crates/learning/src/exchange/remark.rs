//! What could be better about questions that are brought in. They are held to the rules that ours are held to; they are taken
//! all the same, since they are their trainer's.

use std::collections::{BTreeSet, HashSet};

use curriculum::item::flaw::{self, Asked, Flaw};
use curriculum::item::{alike, words};
use ground::words::Words;
use interchange::letter;
use serde::{Deserialize, Serialize};

use super::rules::UNNAMED;
use crate::competency;
use crate::question::{NewQuestion, Question, Worded, Wording};

/// So many letters of what is asked name a question that has no name.
const NAME_LETTERS: usize = 60;

/// Something about a question that could be better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The question's name, or how it begins.
    pub name: String,
    /// The key of the sentence that says what.
    pub key: String,
    /// What the sentence names: an option's letter, a word, another question.
    pub word: Option<String>,
}

impl Remark {
    /// A question that has new words in the language of a file, and is asked on in another.
    pub(super) fn of_other_language(name: &str) -> Self {
        Self { name: name.to_owned(), key: "remark-other-language".to_owned(), word: None }
    }

    /// It in words.
    #[must_use]
    pub fn said(&self, w: &Words) -> String {
        w.with(&self.key, &[("word", self.word.as_deref().unwrap_or_default().into())])
    }
}

/// What could be better about some questions: each by itself, and where one asks what another one does, of them or of those
/// that are there in the same language.
#[must_use]
pub(super) fn of(brought: &[NewQuestion], there: &[(Question, Wording)]) -> Vec<Remark> {
    let names: HashSet<&str> = brought.iter().map(|one| one.name.as_str()).collect();
    let others: Vec<&(Question, Wording)> =
        there.iter().filter(|(question, _)| !names.contains(question.name.as_str())).collect();
    let ours = brought.iter().filter_map(|one| Some((one, one.words.first()?)));
    let ours: Vec<Ours<'_>> = ours
        .map(|(one, (language, worded))| {
            let (name, competency) = (called(one, worded), one.competency.as_str());
            Ours { name, competency, language: language.code(), worded }
        })
        .collect();
    let theirs = others.iter().map(|(_, there)| words::stems(&there.worded.ask, there.language.code()));
    let stems: Vec<BTreeSet<String>> =
        theirs.chain(ours.iter().map(|one| words::stems(&one.worded.ask, one.language))).collect();
    let mut twice: Vec<Option<String>> = vec![None; ours.len()];
    for (place, other) in alike(&stems) {
        if let Some(of) = other.checked_sub(others.len()) {
            let name = others.get(place).map(|(question, _)| question.name.clone());
            twice[of] = Some(name.unwrap_or_else(|| ours[place - others.len()].name.clone()));
        }
    }
    let mut found = Vec::new();
    for (Ours { name, competency, language, worded }, twice) in ours.into_iter().zip(twice) {
        let mut say = |(key, word): (&str, Option<String>)| {
            found.push(Remark { name: name.clone(), key: key.to_owned(), word });
        };
        flaws(worded, language).iter().map(said).for_each(&mut say);
        if let Some(other) = twice {
            say(("remark-twice", Some(other)));
        }
        if competency::find(competency).is_none() {
            say(("remark-unknown-competency", Some(competency.to_owned())));
        }
    }
    found
}

/// What is looked at of a question that is brought in.
struct Ours<'a> {
    name: String,
    competency: &'a str,
    language: &'static str,
    worded: &'a Worded,
}

fn called(question: &NewQuestion, worded: &Worded) -> String {
    if question.name.starts_with(UNNAMED) {
        worded.ask.chars().take(NAME_LETTERS).collect()
    } else {
        question.name.clone()
    }
}

/// The flaws of a question; of one that says no reason at all, that is one flaw.
fn flaws(worded: &Worded, language: &str) -> Vec<Flaw> {
    let options = worded.options.iter().map(|one| (one.text.as_str(), one.why.as_str())).collect();
    let mut found = flaw::all(&Asked { ask: &worded.ask, options, key: worded.key }, language);
    if worded.options.iter().all(|one| one.why.is_empty()) {
        found.retain(|flaw| !matches!(flaw, Flaw::NoReason(place) if *place > 0));
    }
    found
}

/// The key of a flaw, and what its sentence names.
fn said(flaw: &Flaw) -> (&'static str, Option<String>) {
    let letter = |place: &usize| Some(letter(*place).to_string());
    match flaw {
        Flaw::LongAsk => ("remark-long-ask", None),
        Flaw::LongOption(place) => ("remark-long-option", letter(place)),
        Flaw::NoReason(place) => ("remark-no-reason", letter(place)),
        Flaw::Joined(place) => ("remark-joined", letter(place)),
        Flaw::Uneven { .. } => ("remark-uneven", None),
        Flaw::Same(place) => ("remark-same", letter(place)),
        Flaw::NotParallel => ("remark-not-parallel", None),
        Flaw::Absolute(word) => ("remark-absolute", Some((*word).to_owned())),
        Flaw::OpenAsk => ("remark-open-ask", None),
        Flaw::Odd(place) => ("remark-odd", letter(place)),
        Flaw::Hard(grade) => ("remark-hard", Some(format!("{grade:.0}"))),
    }
}

#[cfg(test)]
mod tests;
