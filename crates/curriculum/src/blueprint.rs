//! What exams are made of: how many questions of which competency, in how much time, and how many must be right; and what
//! of that is official, and what our estimate.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Curriculum, Finding, Folder, InBoth, folder};

/// An exam.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blueprint {
    /// Its name, which is that of its file.
    pub id: String,
    /// Its place among all of them, the smallest first; those of one place go by their names.
    pub order: u32,
    /// What it is called.
    pub title: InBoth,
    /// Where it holds: `US-ND`, `GB`, or `company`.
    pub jurisdiction: String,
    /// For what it is taken.
    pub credential: String,
    /// How many questions it has.
    pub items: u32,
    /// How much time there is.
    pub minutes: u32,
    /// How many must be right.
    pub pass: u32,
    /// Of a hundred questions, how many are of which competency.
    pub weights: BTreeMap<String, u32>,
    /// The papers, where it has several that are passed one by one; the numbers above are their sums.
    #[serde(rename = "unit", default)]
    pub units: Vec<Unit>,
    /// What somebody has said in public.
    #[serde(rename = "official", default)]
    pub facts: Vec<Fact>,
    /// What we had to guess.
    #[serde(rename = "estimate", default)]
    pub estimates: Vec<Estimate>,
}

/// A paper of an exam.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: InBoth,
    /// How many questions it has.
    pub items: u32,
    /// How much time there is.
    pub minutes: u32,
    /// How many must be right.
    pub pass: u32,
}

/// A fact, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub key: String,
    /// What is said.
    pub value: String,
    /// Who says so.
    pub source: String,
    /// Where in it.
    pub place: String,
    /// When it was looked up, or last held: a year, and a month or a day where known.
    pub as_of: String,
    /// How far one may trust it.
    pub status: Status,
}

/// How far one may trust a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It stands in the law, or is said by whoever holds the exam.
    Official,
    /// Somebody else says so.
    Secondary,
    /// It is not certain, or sources differ; nothing is built on it.
    Disputed,
}

/// A guess, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// What it is about.
    pub key: String,
    /// What we take for true.
    pub value: String,
    /// Why.
    pub why: String,
}

pub(crate) fn read(folder: &Folder, findings: &mut Vec<Finding>) -> Vec<Blueprint> {
    let mut read = folder::named(folder, "blueprints", |blueprint: &Blueprint| &blueprint.id, findings);
    read.sort_by_key(|blueprint| blueprint.order);
    read
}

pub(crate) fn lint(blueprint: &Blueprint, all: &Curriculum) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |rule, says: String| found.push(Finding::of(format!("blueprints/{}.toml", blueprint.id), rule, says));
    let sum: u32 = blueprint.weights.values().sum();
    if sum != 100 {
        add("weights", format!("its weights come to {sum} and not to 100"));
    }
    for competency in blueprint.weights.keys().filter(|id| !all.has_competency(id)) {
        add("name", format!("there is no competency {competency}"));
    }
    let Blueprint { items, minutes, pass, units, facts, estimates, .. } = blueprint;
    if *items == 0 || *minutes == 0 || pass > items || *pass == 0 {
        add("numbers", "it needs questions, time, and a number of right answers that can be reached".to_owned());
    }
    let sums = units.iter().fold((0, 0, 0), |sum, one| (sum.0 + one.items, sum.1 + one.minutes, sum.2 + one.pass));
    if !units.is_empty() && sums != (*items, *minutes, *pass) {
        add("numbers", "its numbers must be the sums of those of its papers".to_owned());
    }
    for fact in facts {
        if [&fact.source, &fact.place, &fact.as_of, &fact.value].iter().any(|part| part.trim().is_empty()) {
            add("source", format!("{} needs its value, who says so, where, and as of when", fact.key));
        }
    }
    if !estimates.iter().any(|one| one.key == "weights") && !facts.iter().any(|one| one.key == "weights") {
        add("source", "say where its weights come from: a fact or an estimate named `weights`".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "id = \"x\"\norder = 1\ntitle = { en = \"X\", es = \"X\" }\njurisdiction = \"company\"\ncredential = \"ours\"\n\
                        items = 40\nminutes = 50\npass = 28\nweights = { AL = 60, CC = 40 }\n\
                        [[estimate]]\nkey = \"weights\"\nvalue = \"even\"\nwhy = \"nobody says\"\n";

    fn rules(text: &str) -> Vec<&'static str> {
        lint(&toml::from_str(text).unwrap(), &Curriculum::default()).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn numbers_that_cannot_be_and_facts_without_a_source_are_found() {
        assert_eq!(rules(GOOD), ["name", "name"], "there are no competencies here");
        assert!(rules(&GOOD.replace("AL = 60", "AL = 50")).contains(&"weights"));
        assert!(rules(&GOOD.replace("pass = 28", "pass = 41")).contains(&"numbers"));
        assert!(rules(&GOOD.replace("key = \"weights\"", "key = \"minutes\"")).contains(&"source"));
        let fact = "[[official]]\nkey = \"items\"\nvalue = \"40\"\nsource = \"\"\nplace = \"p\"\nas_of = \"2026\"\nstatus = \"official\"\n";
        assert!(rules(&format!("{GOOD}{fact}")).contains(&"source"));
        let unit =
            "[[unit]]\nid = \"one\"\ntitle = { en = \"One\", es = \"Uno\" }\nitems = 39\nminutes = 50\npass = 28\n";
        assert!(rules(&format!("{GOOD}{unit}")).contains(&"numbers"));
        assert!(!rules(&format!("{GOOD}{}", unit.replace("39", "40"))).contains(&"numbers"));
    }
}
