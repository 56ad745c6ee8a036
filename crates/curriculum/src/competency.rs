//! What an officer should be able to do, and how one sees it.

use serde::Deserialize;

use crate::{Curriculum, Finding, Folder, InBoth, folder};

/// Where competencies stand.
const FILE: &str = "competencies.toml";
/// So many questions a competency has at least, so that practice does not come to an end in a week.
const LEAST_ITEMS: usize = 20;

/// How sure one can be that it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Evidence {
    /// A meta-analysis, or a trial.
    A,
    /// A law, or an official standard.
    B,
    /// Single studies, or what experts do.
    C,
}

/// Something that one can see.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    /// Its name, with that of its competency: `AL.restates`.
    pub id: String,
    /// What is done, in English.
    pub en: String,
    /// In Spanish.
    pub es: String,
}

/// What an officer should be able to do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Two capital letters.
    pub id: String,
    /// What it is called.
    pub title: InBoth,
    /// How sure one can be that it matters.
    pub evidence: Evidence,
    /// Where that stands.
    pub sources: Vec<String>,
    /// How one sees it.
    pub behaviours: Vec<Behaviour>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    competency: Vec<Competency>,
}

pub(crate) fn read(folder: &Folder, findings: &mut Vec<Finding>) -> Vec<Competency> {
    let found = folder.files("", FILE).next().and_then(|source| folder::parse::<File>(source, findings));
    found.map(|file| file.competency).unwrap_or_default()
}

pub(crate) fn lint(competency: &Competency) -> Vec<Finding> {
    let Competency { id, title, sources, behaviours, .. } = competency;
    let place = format!("{FILE} {id}");
    let mut found = Vec::new();
    if id.len() != 2 || !id.bytes().all(|letter| letter.is_ascii_uppercase()) {
        found.push(Finding::of(&place, "name", "a competency is named by two capital letters"));
    }
    if title.en.is_empty() || title.es.is_empty() || behaviours.iter().any(|one| one.en.is_empty() || one.es.is_empty())
    {
        found.push(Finding::of(&place, "language", "its title and its behaviours need words in both languages"));
    }
    if sources.is_empty() {
        found.push(Finding::of(&place, "source", "say where it stands that this matters"));
    }
    if behaviours.len() < 2 {
        found.push(Finding::of(&place, "behaviour", "name at least two behaviours that one can see"));
    }
    for behaviour in behaviours {
        let named = behaviour.id.strip_prefix(id.as_str()).and_then(|rest| rest.strip_prefix('.'));
        if named.is_none_or(|rest| rest.is_empty() || !rest.bytes().all(|letter| letter.is_ascii_lowercase())) {
            let says = format!("{} must be {id}. and small letters", behaviour.id);
            found.push(Finding::of(&place, "name", says));
        }
    }
    found
}

/// Competencies that nobody can learn: without a lesson in each language, with too few questions, or in no dialogue.
pub(crate) fn without(all: &Curriculum) -> Vec<Finding> {
    let mut found = Vec::new();
    for competency in &all.competencies {
        let place = format!("{FILE} {}", competency.id);
        let items = all.items.iter().filter(|item| item.competency() == competency.id).count();
        if items < LEAST_ITEMS {
            found.push(Finding::of(&place, "few", format!("it has {items} questions, fewer than {LEAST_ITEMS}")));
        }
        if !all.lessons.iter().any(|lesson| lesson.competency == competency.id) {
            found.push(Finding::of(&place, "few", "it has no lesson"));
        }
        if !all.scenarios.iter().any(|scenario| scenario.competencies.contains(&competency.id)) {
            found.push(Finding::of(&place, "few", "no dialogue practises it"));
        }
    }
    found
}
