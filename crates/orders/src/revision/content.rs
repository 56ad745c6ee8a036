//! What a revision says: its sections, in one language or several.

use ground::words::Language;
use ground::{Id, Moment, secret};
use serde::Serialize;
use serde_json::json;
use text::Section as Text;
use text::compare::compare;
use text::trace::{Origins, trace};

use super::Revision;
use crate::post_orders::Kind;

/// A section in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Its own name, through all revisions and languages.
    pub key: String,
    /// In which language it is.
    pub language: Language,
    /// Its place among the sections; the first has the smallest.
    pub place: i64,
    /// What it is about.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its words, in Markdown.
    pub words: String,
    /// Of a translation: the hash of what it translates; see [`Section::meaning`].
    pub translates: Option<String>,
    /// The revision that brought its lines, and how many in a row it did; empty while it is a draft.
    pub origins: Vec<(Id<Revision>, usize)>,
    /// Who saved it last.
    pub changed_by: String,
    /// When.
    pub changed_at: Moment,
    /// When it was taken out of its draft.
    pub removed_at: Option<Moment>,
    /// Grows with each change, so that a change over another one is noticed.
    pub version: i64,
}

/// All that a revision says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// Its sections in all languages, by place.
    pub sections: Vec<Section>,
}

/// A section as somebody reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The section, in the best language there is.
    pub section: &'a Section,
    /// How far it follows the language in which the orders are written.
    pub translation: Translation,
}

/// How a section stands to the one that it translates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translation {
    /// It is in the language in which the orders are written.
    Original,
    /// It says what the original says.
    Current,
    /// The original was changed after it was translated.
    Behind,
    /// There is none: this is the original.
    Missing,
}

impl Translation {
    /// Whether somebody should translate it.
    #[must_use]
    pub const fn is_behind(self) -> bool {
        matches!(self, Self::Behind | Self::Missing)
    }
}

impl Section {
    /// The hash of what it says; a translation names it.
    #[must_use]
    pub fn meaning(&self) -> String {
        secret::digest(&format!("{}\n{}", self.title, self.words))
    }

    /// Where its lines come from.
    #[must_use]
    pub fn origins(&self) -> Origins<Id<Revision>> {
        // Nobody asks where a title comes from.
        let title = self.origins.first().map_or_else(|| Id::known(""), |(id, _)| id.clone());
        Origins { key: self.key.clone(), title, lines: self.origins.clone() }
    }

    /// The same section as the text that is compared, merged and shown.
    #[must_use]
    pub fn text(&self) -> Text {
        Text {
            key: self.key.clone(),
            kind: self.kind.word().to_owned(),
            title: self.title.clone(),
            words: self.words.clone(),
        }
    }
}

impl Content {
    /// The sections in one language, by place.
    pub fn in_language(&self, language: Language) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| section.language == language && section.removed_at.is_none())
    }

    /// The sections in one language, as texts.
    #[must_use]
    pub fn texts(&self, language: Language) -> Vec<Text> {
        self.in_language(language).map(Section::text).collect()
    }

    /// One section in one language.
    #[must_use]
    pub fn section(&self, key: &str, language: Language) -> Option<&Section> {
        self.in_language(language).find(|section| section.key == key)
    }

    /// What a section is about.
    #[must_use]
    pub fn kind_of(&self, key: &str) -> Kind {
        self.sections.iter().find(|section| section.key == key).map_or(Kind::Other, |section| section.kind)
    }

    /// The languages into which something is translated.
    #[must_use]
    pub fn translations(&self, written_in: Language) -> Vec<Language> {
        let there = |language: &Language| *language != written_in && self.in_language(*language).next().is_some();
        Language::ALL.into_iter().filter(there).collect()
    }

    /// The sections for somebody who reads a language; what is not translated stays as it was written.
    #[must_use]
    pub fn read_in<'a>(&'a self, language: Language, written_in: Language) -> Vec<Reading<'a>> {
        let reading = |original: &'a Section| {
            let section = self.section(&original.key, language).unwrap_or(original);
            Reading { section, translation: translation(section, original, language) }
        };
        self.in_language(written_in).map(reading).collect()
    }

    /// The titles of the sections of a language that are not translated, or no longer.
    #[must_use]
    pub fn behind(&self, language: Language, written_in: Language) -> Vec<String> {
        let readings = self.read_in(language, written_in).into_iter();
        readings
            .filter(|reading| reading.translation.is_behind())
            .map(|reading| reading.section.title.clone())
            .collect()
    }

    /// The same, with the revision that brought each line: this one brings what the one before it did not say so.
    #[must_use]
    pub fn traced(&self, before: &Self, this: &Id<Revision>) -> Self {
        let mut traced = self.clone();
        for language in Language::ALL {
            let comparison = compare(&before.texts(language), &self.texts(language));
            let old: Vec<Origins<Id<Revision>>> = before.in_language(language).map(Section::origins).collect();
            let origins = trace(&old, &comparison, this);
            for section in traced.sections.iter_mut().filter(|section| section.language == language) {
                let own = origins.iter().find(|own| own.key == section.key);
                section.origins = own.map(|own| own.lines.clone()).unwrap_or_default();
            }
        }
        traced
    }

    /// The hash that binds approvals and confirmations: of all that anybody reads of a revision.
    #[must_use]
    pub fn hash(&self, revision: &Revision) -> String {
        let there = self.sections.iter().filter(|section| section.removed_at.is_none());
        let section = |section: &Section| {
            json!([section.key, section.language.code(), section.kind.word(), section.title, section.words])
        };
        let said = json!({
            "orders": revision.orders_id,
            "number": revision.number,
            "replaces": revision.base_id,
            "summary": revision.summary,
            "effective_at": revision.effective_at,
            "question": revision.question,
            "sections": there.map(section).collect::<Vec<_>>(),
        });
        secret::digest(&said.to_string())
    }
}

fn translation(section: &Section, original: &Section, wanted: Language) -> Translation {
    if original.language == wanted {
        Translation::Original
    } else if section.language != wanted {
        Translation::Missing
    } else if section.translates.as_deref() == Some(original.meaning().as_str()) {
        Translation::Current
    } else {
        Translation::Behind
    }
}
