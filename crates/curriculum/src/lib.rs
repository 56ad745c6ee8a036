//! What officers learn: competencies, lessons, questions, dialogues and exams, read from the files of a folder and held to
//! the rules of the trade. Pure: it knows no database, page or clock.
//!
//! The folder `content` of the repository is one such folder; whoever writes another has the same rules.

mod blueprint;
mod competency;
mod finding;
mod folder;
pub mod item;
mod lesson;
pub mod scenario;

pub use blueprint::{Blueprint, Estimate, Fact, Status, Unit};
pub use competency::{Behaviour, Competency, Evidence};
pub use finding::Finding;
pub use folder::{Folder, Source};
pub use item::Item;
pub use lesson::{Lesson, Text};
pub use scenario::Scenario;

use serde::Deserialize;

/// In what kind of place something happens, as clients and sites have it; `any` where it may happen everywhere.
pub const SETTINGS: [&str; 8] =
    ["event", "shopping_centre", "office", "residential", "hospital", "industrial", "school", "any"];

/// The languages of the content: each text is in the first, and may be in the others.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// A few words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InBoth {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
}

/// All that is taught, in the order of its files.
#[derive(Debug, Clone, Default)]
pub struct Curriculum {
    /// What an officer should be able to do.
    pub competencies: Vec<Competency>,
    /// A short lesson for each of them.
    pub lessons: Vec<Lesson>,
    /// The questions.
    pub items: Vec<Item>,
    /// The dialogues.
    pub scenarios: Vec<Scenario>,
    /// What exams are made of.
    pub blueprints: Vec<Blueprint>,
}

impl Curriculum {
    /// Reads a folder, and says what cannot be read; whether what is read keeps the rules is not asked.
    #[must_use]
    pub fn parse(folder: &Folder) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let read = Self {
            competencies: competency::read(folder, &mut findings),
            lessons: lesson::read(folder, &mut findings),
            items: item::read(folder, &mut findings),
            scenarios: scenario::read(folder, &mut findings),
            blueprints: blueprint::read(folder, &mut findings),
        };
        (read, findings)
    }

    /// Reads a folder, and says of everything that breaks a rule which one, and where. What cannot be read at all is left
    /// out and said; what is read may be used when nothing is said.
    #[must_use]
    pub fn read(folder: &Folder) -> (Self, Vec<Finding>) {
        let (read, mut findings) = Self::parse(folder);
        findings.extend(read.competencies.iter().flat_map(competency::lint));
        findings.extend(read.lessons.iter().flat_map(|lesson| lesson::lint(lesson, &read)));
        findings.extend(item::lint::each(&read));
        findings.extend(item::bank::together(&read.items));
        findings.extend(read.scenarios.iter().flat_map(|scenario| scenario::lint::each(scenario, &read)));
        findings.extend(read.blueprints.iter().flat_map(|blueprint| blueprint::lint(blueprint, &read)));
        findings.extend(competency::without(&read));
        (read, findings)
    }

    /// Whether there is such a competency.
    #[must_use]
    pub fn has_competency(&self, id: &str) -> bool {
        self.competencies.iter().any(|competency| competency.id == id)
    }

    /// The behaviour of this name: `AL.restates`.
    #[must_use]
    pub fn behaviour(&self, id: &str) -> Option<&Behaviour> {
        self.competencies.iter().flat_map(|competency| &competency.behaviours).find(|behaviour| behaviour.id == id)
    }
}
