//! How often what was chosen, by all officers together.

use std::collections::{BTreeMap, BTreeSet};

use ground::Id;
use people::staff::StaffMember;
use statistics::Share;

use super::Path;

/// Of fewer rehearsals than this nothing is counted.
pub(in crate::rehearsal) const FEWEST: usize = 5;
/// Of fewer officers than this neither: whoever knows what they chose themselves would see what the other one did.
pub(in crate::rehearsal) const FEWEST_OFFICERS: usize = 3;

/// One rehearsal that came to its ending.
#[derive(Debug, Clone)]
pub(in crate::rehearsal) struct Gone {
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// The ending's name.
    pub ending: String,
    /// What was chosen.
    pub path: Path,
}

/// How often what was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::rehearsal) struct Taken {
    /// In so many rehearsals.
    pub rehearsals: usize,
    /// Of so many officers.
    pub officers: usize,
    scenes: BTreeMap<String, u64>,
    choices: BTreeMap<(String, usize), u64>,
    endings: BTreeMap<String, u64>,
}

impl Taken {
    /// What these rehearsals come to.
    pub(in crate::rehearsal) fn of(all: &[Gone]) -> Self {
        let officers: BTreeSet<&Id<StaffMember>> = all.iter().map(|gone| &gone.staff_id).collect();
        let mut taken = Self { rehearsals: all.len(), officers: officers.len(), ..Self::default() };
        for gone in all {
            for step in &gone.path.steps {
                *taken.scenes.entry(step.scene.clone()).or_default() += 1;
                *taken.choices.entry((step.scene.clone(), step.place)).or_default() += 1;
            }
            *taken.endings.entry(gone.ending.clone()).or_default() += 1;
        }
        taken
    }

    /// Whether there are enough to be counted.
    pub(in crate::rehearsal) const fn is_enough(&self) -> bool {
        self.rehearsals >= FEWEST && self.officers >= FEWEST_OFFICERS
    }

    /// How often this was chosen, of the times that somebody came to the scene. An interval around it is a little too narrow
    /// where the same officer came there more than once.
    pub(in crate::rehearsal) fn choice(&self, scene: &str, place: usize) -> Share {
        let count = self.choices.get(&(scene.to_owned(), place)).copied().unwrap_or_default();
        Share::new(count, self.scenes.get(scene).copied().unwrap_or_default()).unwrap_or_default()
    }

    /// How often it ended so.
    pub(in crate::rehearsal) fn ending(&self, name: &str) -> Share {
        let count = self.endings.get(name).copied().unwrap_or_default();
        Share::new(count, self.rehearsals as u64).unwrap_or_default()
    }
}
