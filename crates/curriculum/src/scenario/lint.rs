//! The rules that each dialogue is held to.

use std::collections::BTreeSet;

use super::paths::{self, Lost, MOST_WAYS, Way};
use super::{Choice, Outcome, Scenario};
use crate::{Curriculum, Finding, SETTINGS};

/// How many choices one makes from beginning to end.
const LONG: std::ops::RangeInclusive<usize> = 3..=8;
/// How many times longer the longest of the choices of a scene may be than the shortest.
const SPREAD: usize = 2;

/// What breaks a rule in a dialogue.
pub(crate) fn each(scenario: &Scenario, all: &Curriculum) -> Vec<Finding> {
    let mut found: Vec<(String, &'static str, String)> = itself(scenario, all);
    for (name, scene) in &scenario.scenes {
        if !(2..=4).contains(&scene.choices.len()) {
            found.push((name.clone(), "choices", "a scene has two to four choices".to_owned()));
        }
        found.extend(alike_in_length(name, &scene.choices));
        for (place, choice) in scene.choices.iter().enumerate() {
            let of_it = chosen(choice, all).into_iter();
            found.extend(of_it.map(|(rule, says)| (format!("{name}, choice {}", place + 1), rule, says)));
        }
    }
    match paths::all(scenario) {
        Ok(ways) => found.extend(walked(scenario, &ways)),
        Err(Lost::Loop(scene)) => found.push((scene.to_owned(), "loop", "one comes back to this scene".to_owned())),
        Err(Lost::Nowhere(name)) => {
            found.push((name.to_owned(), "dead end", "nothing has this name, and a choice leads here".to_owned()));
        }
        Err(Lost::TooMany) => {
            found.push((scenario.start.clone(), "large", format!("there are more than {MOST_WAYS} ways through it")));
        }
    }
    let place = |at: &str| format!("scenarios/{}.toml {at}", scenario.id).trim_end().to_owned();
    found.into_iter().map(|(at, rule, says)| Finding::of(place(&at), rule, says)).collect()
}

type Found = Vec<(String, &'static str, String)>;

fn itself(scenario: &Scenario, all: &Curriculum) -> Found {
    let mut found = Found::new();
    let mut add = |rule, says: &str| found.push((String::new(), rule, says.to_owned()));
    if !SETTINGS.contains(&scenario.setting.as_str()) {
        add("setting", &format!("its setting must be one of {}", SETTINGS.join(", ")));
    }
    if scenario.competencies.is_empty() {
        add("name", "say what it practises");
    }
    for competency in &scenario.competencies {
        if !all.has_competency(competency) {
            add("name", &format!("there is no competency {competency}"));
        }
    }
    if scenario.sources.is_empty() || scenario.title.is_empty() || scenario.situation.is_empty() {
        add("source", "it needs a title, a situation, and what right conduct in it rests on");
    }
    for outcome in [Outcome::Good, Outcome::Poor] {
        if !scenario.endings.values().any(|ending| ending.outcome == outcome) {
            add("endings", "it must be possible for it to end well, and badly");
        }
    }
    for (name, ending) in &scenario.endings {
        if ending.debrief.trim().is_empty() {
            found.push((name.clone(), "why", "say what decided it".to_owned()));
        }
    }
    found
}

fn chosen(choice: &Choice, all: &Curriculum) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    if choice.why.trim().is_empty() {
        found.push(("why", "say why, for the debriefing".to_owned()));
    }
    if choice.shows.is_empty() && choice.misses.is_empty() {
        found.push(("behaviour", "name a behaviour that it shows, or one that it misses".to_owned()));
    }
    for behaviour in choice.shows.iter().chain(&choice.misses) {
        if all.behaviour(behaviour).is_none() {
            found.push(("behaviour", format!("there is no behaviour {behaviour}")));
        }
    }
    if choice.shows.iter().any(|behaviour| choice.misses.contains(behaviour)) {
        found.push(("behaviour", "it cannot show a behaviour and miss it".to_owned()));
    }
    let within = (-3..=3).contains(&choice.trust) && (0..=3).contains(&choice.information);
    if !within || !(-2..=3).contains(&choice.risk) {
        found.push(("moves", "trust moves by -3 to 3, information by 0 to 3, risk by -2 to 3".to_owned()));
    }
    if choice.needs_trust.is_some() != choice.otherwise.is_some() {
        found.push(("moves", "needs_trust and otherwise stand together".to_owned()));
    }
    found
}

fn alike_in_length(name: &str, choices: &[Choice]) -> Found {
    let lengths = || choices.iter().map(|choice| choice.say.chars().count());
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    let says = format!("the longest choice has {longest} letters and the shortest {shortest}");
    if longest > SPREAD * shortest { vec![(name.to_owned(), "length", says)] } else { Found::new() }
}

/// What is wrong with the ways through it as a whole.
fn walked(scenario: &Scenario, ways: &[Way<'_>]) -> Found {
    let mut found = Found::new();
    let reached: BTreeSet<&str> = ways.iter().flat_map(Way::names).collect();
    for name in scenario.scenes.keys().chain(scenario.endings.keys()) {
        if !reached.contains(name.as_str()) {
            found.push((name.clone(), "unreached", "no way leads here".to_owned()));
        }
    }
    if ways.iter().any(|way| !LONG.contains(&way.steps.len())) {
        let says = format!("every way must have {} to {} choices", LONG.start(), LONG.end());
        found.push((String::new(), "length", says));
    }
    found.extend(gates(scenario, ways));
    // Whoever is trusted and breaks the orders has not done well.
    for way in ways.iter().filter(|way| scenario.endings[way.ending].outcome == Outcome::Good) {
        if way.choices(scenario).any(|choice| choice.risk > 1) {
            let says = "it can end well after a choice of great risk".to_owned();
            found.push((way.ending.to_owned(), "risk", says));
            break;
        }
    }
    found
}

/// Choices that ask for trust, but always lead to the same.
fn gates(scenario: &Scenario, ways: &[Way<'_>]) -> Found {
    let mut found = Found::new();
    for (name, scene) in &scenario.scenes {
        for (place, choice) in scene.choices.iter().enumerate().filter(|(_, choice)| choice.needs_trust.is_some()) {
            let after = |way: &Way<'_>| -> Option<String> {
                let step = way.steps.iter().position(|step| *step == (name.as_str(), place))?;
                Some(way.steps.get(step + 1).map_or(way.ending, |(scene, _)| *scene).to_owned())
            };
            let taken: BTreeSet<String> = ways.iter().filter_map(after).collect();
            if choice.ways().any(|way| !taken.contains(way)) {
                let says = format!("choice {} asks for trust, but one of its two ways is never taken", place + 1);
                found.push((name.clone(), "unreached", says));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
