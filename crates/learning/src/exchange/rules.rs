//! What is brought in, and what had to be left out of it.

use std::collections::HashSet;

use ground::words::{Language, Words};
use ground::{Id, Moment, secret};
use interchange::{Left, letter};
use serde::{Deserialize, Serialize};

use super::remark::{self, Remark};
use crate::parts::thousandths;
use crate::question::{Choice, Misfit, NewQuestion, Question, Taken, Worded, Wording};

/// A file of which nobody says how hard its questions are: so hard that an officer of middling skill is right half of the
/// time.
const LEVEL_THOUSANDTHS: i64 = 0;
/// How the name of a question begins that has none in its file.
pub(super) const UNNAMED: &str = "brought-";
/// So much of a digest names a question that has no name in its file.
const NAME_LETTERS: usize = 12;

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Brought {
    /// The word of its format.
    pub format: &'static str,
    /// Its questions, each with its place in the file.
    pub questions: Vec<NewQuestion>,
    /// What of it could not be read.
    pub left_out: Vec<LeftOut>,
    /// What could be better about its questions.
    pub remarks: Vec<Remark>,
}

/// Something of a file that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Which question of the file, counted from 1.
    pub number: Option<usize>,
    /// On which line of the file it begins, counted from 1.
    pub line: Option<usize>,
    /// In which file of a package; empty where there is no package.
    pub path: String,
    /// The question's name, or how it begins.
    pub name: String,
    /// The key of the sentence that says what was left out.
    pub key: String,
    /// The word of the file that the sentence names.
    pub word: Option<String>,
    /// Whether it is the whole question.
    pub is_whole: bool,
}

impl LeftOut {
    fn of(left: &Left) -> Self {
        let interchange::Place { number, line, path, name } = left.place.clone();
        let (key, word) = (left.what.key().to_owned(), left.what.word().map(str::to_owned));
        Self { number, line, path, name, key, word, is_whole: left.what.is_whole() }
    }

    /// The words of a question in another language than the file's, which are asked no more.
    pub(super) fn of_words(name: &str) -> Self {
        Self { is_whole: false, ..Self::of_question(name, "import-left-words-elsewhere") }
    }

    /// A question whose words cannot be asked beside those that it has in another language.
    pub(super) fn of_misfit(name: &str, misfit: Misfit) -> Self {
        let (key, word) = match misfit {
            Misfit::Options(count) => ("import-left-other-count", count.to_string()),
            Misfit::Key(place) => ("import-left-other-key", letter(place).to_string()),
        };
        Self { word: Some(word), ..Self::of_question(name, key) }
    }

    fn of_question(name: &str, key: &str) -> Self {
        let (number, line, path, word) = (None, None, String::new(), None);
        Self { number, line, path, name: name.to_owned(), key: key.to_owned(), word, is_whole: true }
    }

    /// What was left out, in words.
    #[must_use]
    pub fn said(&self, w: &Words) -> String {
        w.with(&self.key, &[("word", self.word.as_deref().unwrap_or_default().into())])
    }
}

/// What somebody says of a file for all of its questions that do not say it themselves.
#[derive(Debug, Clone)]
pub struct Unsaid {
    /// About which competency they are.
    pub competency: String,
    /// In which language.
    pub language: Language,
    /// What they rest on.
    pub source: String,
}

impl Brought {
    /// The questions of a file as ours, held against the questions that are there in the same language.
    #[must_use]
    pub fn of(taken: &interchange::Taken, unsaid: &Unsaid, there: &[(Question, Wording)]) -> Self {
        let questions: Vec<NewQuestion> = taken.questions.iter().map(|one| question(one, unsaid)).collect();
        let (format, remarks) = (taken.format.word(), remark::of(&questions, there));
        Self { format, questions, left_out: taken.left.iter().map(LeftOut::of).collect(), remarks }
    }

    /// Those that can be taken in, and all that is left out: a name that is used by somebody else's content, or twice.
    #[must_use]
    pub fn sorted(&self, others: &HashSet<String>) -> (Vec<NewQuestion>, Vec<LeftOut>) {
        let (mut taken, mut left_out) = (Vec::new(), self.left_out.clone());
        let mut names: HashSet<&str> = HashSet::new();
        for one in &self.questions {
            if others.contains(&one.name) {
                left_out.push(LeftOut::of_question(&one.name, "import-left-name-of-another"));
            } else if names.insert(&one.name) {
                taken.push(one.clone());
            } else {
                left_out.push(LeftOut::of_question(&one.name, "import-left-name-twice"));
            }
        }
        (taken, left_out)
    }
}

fn question(one: &interchange::Question, unsaid: &Unsaid) -> NewQuestion {
    let or = |said: &str, unsaid: &str| if said.is_empty() { unsaid.to_owned() } else { said.to_owned() };
    let option = |choice: &interchange::Choice| Choice { text: choice.text.clone(), why: choice.why.clone() };
    let options: Vec<Choice> = one.options.iter().map(option).collect();
    let level = one.level.map_or(LEVEL_THOUSANDTHS, |level| thousandths(level.clamp(-6.0, 6.0)));
    let texts = options.iter().map(|choice| choice.text.as_str()).collect::<Vec<_>>().join("\n");
    let digest = secret::digest(&format!("{}\n{texts}", one.ask));
    let worded = Worded { ask: one.ask.clone(), options, key: one.key, explanation: one.explanation.clone() };
    NewQuestion {
        name: or(&one.name, &format!("{UNNAMED}{}", &digest[..NAME_LETTERS])),
        competency: or(&one.competency, &unsaid.competency),
        setting: or(&one.setting, "any"),
        source: or(&one.source, &unsaid.source),
        level_thousandths: level,
        of: None,
        words: vec![(unsaid.language, worded)],
    }
}

/// A question of ours, for a file.
#[must_use]
pub(super) fn given_out(question: &Question, wording: &Wording) -> interchange::Question {
    let Worded { ask, options, key, explanation } = wording.worded.clone();
    let option = |Choice { text, why }| interchange::Choice { text, why };
    interchange::Question {
        name: question.name.clone(),
        ask,
        options: options.into_iter().map(option).collect(),
        key,
        explanation,
        competency: question.competency.clone(),
        level: Some(question.level()),
        setting: question.setting.clone(),
        source: question.source.clone(),
    }
}

/// Something that a format cannot carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lost {
    /// It, in words.
    pub said: String,
    /// Whether it is the whole question.
    pub is_whole: bool,
    /// Of which questions: each by its name.
    pub names: Vec<String>,
}

/// What a format cannot carry of a file of ours: whole questions first, then what most of them lose.
#[must_use]
pub(super) fn lost(left: &[Left], w: &Words) -> Vec<Lost> {
    let mut all: Vec<Lost> = Vec::new();
    for one in left.iter().map(LeftOut::of) {
        let (said, is_whole) = (one.said(w), one.is_whole);
        match all.iter_mut().find(|there| there.said == said) {
            Some(there) => there.names.push(one.name),
            None => all.push(Lost { said, is_whole, names: vec![one.name] }),
        }
    }
    all.sort_by_key(|one| (!one.is_whole, std::cmp::Reverse(one.names.len())));
    all
}

/// A file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// The word of its format.
    pub format: String,
    /// When.
    pub brought_at: Moment,
    /// By whom.
    pub brought_by: String,
    /// What came of it.
    pub taken: Taken,
    /// What of it could not be taken.
    pub left_out: Vec<LeftOut>,
    /// What could be better about its questions, for whoever brought them in; the record has no use for it.
    #[serde(skip)]
    pub remarks: Vec<Remark>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "::X-1::Who opens?{=The guard#It is their task.~The guest}\n\n\
                        Who shuts?{=The guard~The guest}\n\nWho shuts?{=The guard~The guest}\n\n::X-2::Why?{}\n";

    fn brought() -> Brought {
        let taken = interchange::read(FILE.as_bytes(), Some(interchange::Format::Gift), "").unwrap();
        let (competency, source) = ("AL".to_owned(), "A file".to_owned());
        Brought::of(&taken, &Unsaid { competency, language: Language::English, source }, &[])
    }

    #[test]
    fn a_file_becomes_questions_and_what_it_cannot_give_is_said() {
        let (taken, left_out) = brought().sorted(&HashSet::new());
        assert_eq!(taken.len(), 2, "{left_out:?}");
        assert_eq!((taken[0].name.as_str(), taken[0].competency.as_str()), ("X-1", "AL"));
        assert_eq!(taken[0].words[0].1.options[0].why, "It is their task.");
        assert!(taken[1].name.starts_with("brought-"), "what has no name is named by what it asks");
        let keys: Vec<&str> = left_out.iter().map(|one| one.key.as_str()).collect();
        assert!(keys.contains(&"import-left-other-kind") && keys.contains(&"import-left-name-twice"), "{keys:?}");
    }

    #[test]
    fn a_question_of_somebody_elses_name_is_left_out() {
        let (taken, left_out) = brought().sorted(&HashSet::from(["X-1".to_owned()]));
        assert_eq!(taken.len(), 1);
        assert!(left_out.iter().any(|one| one.name == "X-1" && one.key == "import-left-name-of-another"));
    }
}
