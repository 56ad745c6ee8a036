//! The ways through a dialogue.

use std::collections::BTreeSet;

use super::{Choice, Scenario};

/// More ways than this are not walked: such a dialogue is too large to be understood, too.
pub const MOST_WAYS: usize = 20_000;

/// One way through a dialogue, from its first scene to an ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way<'a> {
    /// The scenes, each with the place of what was chosen in it.
    pub steps: Vec<(&'a str, usize)>,
    /// The ending.
    pub ending: &'a str,
    /// The trust that gathered.
    pub trust: i32,
}

/// Why the ways of a dialogue cannot be walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost<'a> {
    /// One comes back to a scene.
    Loop(&'a str),
    /// Nothing has this name.
    Nowhere(&'a str),
    /// There are more than [`MOST_WAYS`].
    TooMany,
}

/// Every way that can be taken, in the order of the choices.
///
/// # Errors
/// Why they cannot be walked.
pub fn all(scenario: &Scenario) -> Result<Vec<Way<'_>>, Lost<'_>> {
    let mut found = Vec::new();
    let way = Way { steps: Vec::new(), ending: "", trust: 0 };
    walk(scenario, &scenario.start, &way, &mut found)?;
    Ok(found)
}

fn walk<'a>(scenario: &'a Scenario, name: &'a str, way: &Way<'a>, found: &mut Vec<Way<'a>>) -> Result<(), Lost<'a>> {
    if scenario.endings.contains_key(name) {
        if found.len() == MOST_WAYS {
            return Err(Lost::TooMany);
        }
        found.push(Way { ending: name, ..way.clone() });
        return Ok(());
    }
    if way.steps.iter().any(|(scene, _)| *scene == name) {
        return Err(Lost::Loop(name));
    }
    let scene = scenario.scenes.get(name).ok_or(Lost::Nowhere(name))?;
    for (place, choice) in scene.choices.iter().enumerate() {
        let trust = way.trust + i32::from(choice.trust);
        let mut next = Way { trust, ..way.clone() };
        next.steps.push((name, place));
        walk(scenario, choice.leads_to(trust), &next, found)?;
    }
    Ok(())
}

impl<'a> Way<'a> {
    /// What was chosen on it.
    pub fn choices(&self, scenario: &'a Scenario) -> impl Iterator<Item = &'a Choice> {
        self.steps.iter().filter_map(|(scene, place)| scenario.scenes.get(*scene)?.choices.get(*place))
    }

    /// The names of all that it comes by.
    pub(super) fn names(&self) -> BTreeSet<&'a str> {
        self.steps.iter().map(|(scene, _)| *scene).chain([self.ending]).collect()
    }
}
