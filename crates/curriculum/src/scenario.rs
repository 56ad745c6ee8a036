//! Dialogues: an officer chooses what to say, and each choice moves trust, what is known, and risk.

pub(crate) mod lint;
pub mod paths;
pub mod picture;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Finding, Folder, folder};

/// A dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name, which is that of its file.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// In what kind of place it happens.
    pub setting: String,
    /// How many minutes it takes.
    pub minutes: u32,
    /// What it practises.
    pub competencies: Vec<String>,
    /// What right conduct in it rests on.
    pub sources: Vec<String>,
    /// Where one is, at what hour, and what one knows.
    pub situation: String,
    /// The scene with which it begins.
    pub start: String,
    /// The scenes, by their names.
    #[serde(rename = "scene")]
    pub scenes: BTreeMap<String, Scene>,
    /// The endings, by their names.
    #[serde(rename = "ending")]
    pub endings: BTreeMap<String, Ending>,
}

/// Somebody says something, or something happens, and the officer chooses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// Who.
    pub who: String,
    /// What they say, or what happens.
    pub says: String,
    /// What the officer may say or do.
    #[serde(rename = "choice")]
    pub choices: Vec<Choice>,
}

/// What the officer may say or do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The words, or the deed.
    pub say: String,
    /// How much more the other one trusts, -3 to 3.
    pub trust: i8,
    /// How much is learnt that is needed, 0 to 3.
    pub information: i8,
    /// How much more danger there is, or breach of orders, -2 to 3.
    pub risk: i8,
    /// The behaviours that were used.
    pub shows: Vec<String>,
    /// The behaviours that were missed, and matter here.
    pub misses: Vec<String>,
    /// Why, for the debriefing.
    pub why: String,
    /// The scene or the ending that follows.
    pub to: String,
    /// So much trust must have gathered, this choice included, for `to` to follow; else `otherwise` does.
    pub needs_trust: Option<i8>,
    /// What follows with less trust.
    pub otherwise: Option<String>,
}

/// How it ends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// How well.
    pub outcome: Outcome,
    /// What it is called.
    pub title: String,
    /// What happens.
    pub says: String,
    /// What decided it.
    pub debrief: String,
}

/// How well a dialogue ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Neither trust nor safety.
    Poor,
    /// One at the cost of the other.
    Mixed,
    /// Trust, and safety.
    Good,
}

impl Choice {
    /// What follows when so much trust has gathered, this choice included.
    #[must_use]
    pub fn leads_to(&self, trust: i32) -> &str {
        match (self.needs_trust, &self.otherwise) {
            (Some(needed), Some(otherwise)) if trust < i32::from(needed) => otherwise,
            _ => &self.to,
        }
    }

    /// All that may follow.
    pub fn ways(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.to.as_str()).chain(self.otherwise.as_deref())
    }
}

pub(crate) fn read(folder: &Folder, findings: &mut Vec<Finding>) -> Vec<Scenario> {
    folder::named(folder, "scenarios", |scenario: &Scenario| &scenario.id, findings)
}
