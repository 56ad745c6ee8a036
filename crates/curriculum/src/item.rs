//! Questions with four options, one of them the key, and for each option why.

mod alike;
pub(crate) mod bank;
pub mod flaw;
pub(crate) mod lint;
pub mod words;

pub use alike::alike;

use serde::Deserialize;

use crate::{Finding, Folder, LANGUAGES, Source, folder};

/// The letters of the options.
pub const LETTERS: [char; 4] = ['A', 'B', 'C', 'D'];

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name, with that of its competency: `AL-003`.
    pub id: String,
    /// How hard its author takes it to be, in logits: an officer of this ability is right half of the time.
    pub level: f64,
    /// In what kind of place it happens.
    pub setting: String,
    /// What it rests on.
    pub source: String,
    /// Which option is right: 0 to 3.
    pub key: usize,
    /// In English.
    pub english: Wording,
    /// In Spanish, where it is there.
    pub spanish: Option<Wording>,
}

/// A question in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What is asked.
    pub ask: String,
    /// The options in the order of their letters.
    pub options: [Choice; LETTERS.len()],
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What may be chosen.
    pub text: String,
    /// Why it is right, or is not.
    pub why: String,
}

impl Item {
    /// The name of its competency.
    #[must_use]
    pub fn competency(&self) -> &str {
        self.id.split('-').next().unwrap_or_default()
    }

    /// Its texts, each with its language.
    pub fn wordings(&self) -> impl Iterator<Item = (&'static str, &Wording)> {
        LANGUAGES
            .into_iter()
            .zip([Some(&self.english), self.spanish.as_ref()])
            .filter_map(|(code, one)| Some((code, one?)))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    item: Vec<Written>,
}

/// A question as it is written. That of another language repeats nothing but its name and its key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
struct Written {
    id: String,
    level: Option<f64>,
    setting: Option<String>,
    source: Option<String>,
    ask: String,
    key: char,
    #[serde(rename = "A")]
    a: [String; 2],
    #[serde(rename = "B")]
    b: [String; 2],
    #[serde(rename = "C")]
    c: [String; 2],
    #[serde(rename = "D")]
    d: [String; 2],
}

impl Written {
    fn key(&self) -> Option<usize> {
        LETTERS.iter().position(|letter| *letter == self.key)
    }

    fn wording(self) -> Wording {
        let options = [self.a, self.b, self.c, self.d].map(|[text, why]| Choice { text, why });
        Wording { ask: self.ask, options }
    }
}

pub(crate) fn read(folder: &Folder, findings: &mut Vec<Finding>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for source in folder.files("items/en/", ".toml") {
        for written in file(source, findings) {
            let place = format!("{} {}", source.path, written.id);
            if items.iter().any(|item| item.id == written.id) {
                findings.push(Finding::of(place, "name", "another question has this name"));
                continue;
            }
            match english(written) {
                Ok(item) => items.push(item),
                Err(says) => findings.push(Finding::of(place, "unreadable", says)),
            }
        }
    }
    for source in folder.files("items/es/", ".toml") {
        for written in file(source, findings) {
            let place = format!("{} {}", source.path, written.id);
            match items.iter_mut().find(|item| item.id == written.id) {
                None => findings.push(Finding::of(place, "name", "there is no such question in English")),
                Some(item) if written.key() != Some(item.key) => {
                    findings.push(Finding::of(place, "key", "its key is not that of the same question in English"));
                }
                Some(item) => item.spanish = Some(written.wording()),
            }
        }
    }
    items
}

fn file(source: &Source, findings: &mut Vec<Finding>) -> Vec<Written> {
    folder::parse::<File>(source, findings).map(|file| file.item).unwrap_or_default()
}

fn english(written: Written) -> Result<Item, &'static str> {
    let key = written.key().ok_or("its key must be A, B, C or D")?;
    let (Some(level), Some(setting), Some(source)) = (written.level, written.setting.clone(), written.source.clone())
    else {
        return Err("it needs its level, its setting and its source");
    };
    Ok(Item { id: written.id.clone(), level, setting, source, key, english: written.wording(), spanish: None })
}
