//! Papers: what somebody sits at once. A blueprint is one paper, or has several that are passed one by one; where it has
//! several, there is none of the whole, since nobody holds such an exam.

mod form;

pub use form::{Form, Short};

use curriculum::{Blueprint, Unit};
use ground::words::Words;
use learning::{competency, library};

/// What of the estimates of a blueprint must be read before one begins: that no such exam is known, and what a result
/// here does not cover.
const BEFORE_BEGINNING: [&str; 2] = ["purpose", "coverage"];

/// What somebody sits at once.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// What it is made of.
    pub blueprint: &'static Blueprint,
    /// Which of its papers, where it has several.
    pub unit: Option<&'static Unit>,
}

impl Paper {
    /// All of them, in the order of the blueprints.
    #[must_use]
    pub fn all() -> Vec<Self> {
        library::curriculum().blueprints.iter().flat_map(Self::of).collect()
    }

    /// Those of one blueprint.
    #[must_use]
    pub fn of(blueprint: &'static Blueprint) -> Vec<Self> {
        if blueprint.units.is_empty() {
            return vec![Self { blueprint, unit: None }];
        }
        blueprint.units.iter().map(|unit| Self { blueprint, unit: Some(unit) }).collect()
    }

    /// The one of these names; `unit` is empty where the blueprint is one paper.
    #[must_use]
    pub fn find(blueprint: &str, unit: &str) -> Option<Self> {
        Self::all().into_iter().find(|one| one.blueprint.id == blueprint && one.unit_id() == unit)
    }

    /// The name of its unit; empty where the blueprint is one paper.
    #[must_use]
    pub fn unit_id(&self) -> &'static str {
        self.unit.map_or("", |unit| &unit.id)
    }

    /// How many questions it has.
    #[must_use]
    pub fn items(&self) -> u32 {
        self.unit.map_or(self.blueprint.items, |unit| unit.items)
    }

    /// How much time there is.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.unit.map_or(self.blueprint.minutes, |unit| unit.minutes)
    }

    /// How many must be right.
    #[must_use]
    pub fn pass(&self) -> u32 {
        self.unit.map_or(self.blueprint.pass, |unit| unit.pass)
    }

    /// How many must be right of so many, where there were too few questions for a whole form: no smaller share.
    #[must_use]
    pub fn pass_of(&self, asked: usize) -> usize {
        (self.pass() as usize * asked).div_ceil((self.items() as usize).max(1))
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self, w: &Words) -> String {
        let whole = competency::said(&self.blueprint.title, w);
        match self.unit {
            None => whole.to_owned(),
            Some(unit) => format!("{whole}: {}", competency::said(&unit.title, w)),
        }
    }

    /// Whether nobody is known to hold such an exam.
    #[must_use]
    pub fn is_of_nobody(&self) -> bool {
        self.blueprint.estimates.iter().any(|one| one.key == BEFORE_BEGINNING[0])
    }

    /// What must be read before one begins, in the language of the content.
    #[must_use]
    pub fn warnings(&self) -> Vec<&'static str> {
        let before = |key: &str| BEFORE_BEGINNING.contains(&key);
        self.blueprint.estimates.iter().filter(|one| before(&one.key)).map(|one| one.why.as_str()).collect()
    }
}

/// What the paper of these names is called; what is there no more is called by its name.
#[must_use]
pub fn title(blueprint: &str, unit: Option<&str>, w: &Words) -> String {
    Paper::find(blueprint, unit.unwrap_or_default()).map_or_else(|| blueprint.to_owned(), |paper| paper.title(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exam_of_several_papers_is_sat_one_by_one() {
        let papers = Paper::all();
        assert_eq!(papers[0].blueprint.id, "north-dakota", "the blueprints say which comes first");
        assert!(papers.iter().all(|paper| paper.unit.is_some() || paper.blueprint.units.is_empty()));
        let unit = Paper::find("uk-sia", "unit-1").unwrap();
        assert_eq!((unit.items(), unit.minutes(), unit.pass()), (72, 110, 51));
        assert!(Paper::find("uk-sia", "").is_none() && Paper::find("company", "").is_some());
        let names: std::collections::BTreeSet<(&str, &str)> =
            papers.iter().map(|paper| (paper.blueprint.id.as_str(), paper.unit_id())).collect();
        assert_eq!(names.len(), papers.len());
    }

    #[test]
    fn that_no_state_exam_is_known_is_said_before_one_begins() {
        let dakota = Paper::find("north-dakota", "").unwrap();
        assert!(dakota.is_of_nobody() && dakota.warnings()[0].contains("No official evidence of a state exam"));
        assert!(!Paper::find("ontario", "").unwrap().is_of_nobody());
        assert!(Paper::find("florida-class-d", "").unwrap().warnings()[0].contains("not a forecast"));
    }

    #[test]
    fn of_fewer_questions_no_smaller_share_must_be_right() {
        let company = Paper::find("company", "").unwrap();
        assert_eq!([40, 39, 20, 1, 0].map(|asked| company.pass_of(asked)), [28, 28, 14, 1, 0]);
    }
}
