//! What a rehearsal came to: where its sums come from, and which behaviours were used and missed.

use std::collections::{BTreeMap, BTreeSet};

use super::Step;

/// One of the three things that choices move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rehearsal) struct Sum {
    /// What it came to.
    pub all: i32,
    /// The steps that moved it, counted from 1, and by how much.
    pub from: Vec<(usize, i32)>,
}

/// What one of the three came to, and from where.
pub(in crate::rehearsal) fn sum(steps: &[Step], moved: impl Fn(&Step) -> i8) -> Sum {
    let moves = steps.iter().map(|step| i32::from(moved(step)));
    let from: Vec<(usize, i32)> = (1..).zip(moves).filter(|(_, by)| *by != 0).collect();
    Sum { all: from.iter().map(|(_, by)| by).sum(), from }
}

/// The behaviours of one competency that were used, and those that were missed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::rehearsal) struct Behaviours {
    /// Used, at least once.
    pub used: BTreeSet<String>,
    /// Missed, at least once.
    pub missed: BTreeSet<String>,
}

/// The behaviours by their competencies, whose names they begin with.
pub(in crate::rehearsal) fn gathered(steps: &[Step]) -> BTreeMap<String, Behaviours> {
    let mut all: BTreeMap<String, Behaviours> = BTreeMap::new();
    let competency = |behaviour: &str| behaviour.split('.').next().unwrap_or_default().to_owned();
    for step in steps {
        for used in &step.shows {
            all.entry(competency(used)).or_default().used.insert(used.clone());
        }
        for missed in &step.misses {
            all.entry(competency(missed)).or_default().missed.insert(missed.clone());
        }
    }
    all
}

/// Every behaviour that was missed, once.
pub(in crate::rehearsal) fn missed(steps: &[Step]) -> BTreeSet<String> {
    steps.iter().flat_map(|step| step.misses.iter().cloned()).collect()
}
