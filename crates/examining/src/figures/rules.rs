//! What is said of a question, and from how many answers on.

use std::collections::{BTreeMap, HashMap};

use ground::Id;
use people::staff::StaffMember;
use psychometrics::{Choices, Flag, Parameters};
use satisfaction::figure::share;
use statistics::{Correlation, Share};

use crate::known::{Known, Pool, Told};

/// From so many answers on the share that was right is told.
pub(super) const SHARE_FROM: usize = 10;
/// From so many on it is told how being right goes with ability, and what to look at.
pub(super) const CORRELATED_FROM: usize = 30;
/// From so many on it is told how hard it turned out to be.
pub(super) const FITTED_FROM: usize = 50;

/// What answers say of one question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figures {
    /// How many of how many answers were right.
    pub right: Share,
    /// What was chosen.
    pub choices: Choices,
    /// How many said that they do not know.
    pub unknown: usize,
}

impl Figures {
    /// How being right goes with ability; none of fewer than 30 answers, and where all or none of them were.
    pub(super) fn correlation(&self, key: usize) -> Option<Correlation> {
        self.choices.correlations.get(key).copied().flatten()
    }

    /// How many answers there are.
    pub(super) const fn answers(&self) -> usize {
        self.choices.answers
    }
}

/// The key of what to look at.
pub(super) const fn said(flag: Flag) -> &'static str {
    match flag {
        Flag::KeyMisleads => "figure-flag-key",
        Flag::Rare(_) => "figure-flag-rare",
        Flag::Attracts(_) => "figure-flag-attracts",
        Flag::BeatsKey(_) => "figure-flag-beats",
    }
}

/// Of which option it speaks; none when of the whole question.
pub(super) const fn option_of(flag: Flag) -> Option<usize> {
    match flag {
        Flag::KeyMisleads => None,
        Flag::Rare(option) | Flag::Attracts(option) | Flag::BeatsKey(option) => Some(option),
    }
}

/// An answer to one question: what was chosen, whether it was right, and how able the officer is by all their other answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Seen {
    chosen: Option<usize>,
    right: bool,
    rest: f64,
}

/// All answers, by the place of their question.
pub(super) fn by_question(pool: &Pool, told: &[Told]) -> HashMap<usize, Vec<Seen>> {
    // Always in the same order: where two are as able, the best third has the same of them at each look.
    let mut by_officer: BTreeMap<&Id<StaffMember>, Vec<&Told>> = BTreeMap::new();
    for one in told {
        by_officer.entry(&one.staff_id).or_default().push(one);
    }
    let mut found: HashMap<usize, Vec<Seen>> = HashMap::new();
    for theirs in by_officer.into_values() {
        let known = Known::of(pool, theirs.iter().map(|one| (one.place, one.right)).collect()).ability;
        let (ability, error) = (known.ability(), known.error());
        for one in theirs {
            let rest = without((ability, error), pool.parameters[one.place], one.right);
            found.entry(one.place).or_default().push(Seen { chosen: one.chosen, right: one.right, rest });
        }
    }
    found
}

/// An ability without one of the answers that it follows from, so that no question is held against itself: one step of
/// Newton's method, by what the answer added to the slope of the logarithm of the posterior, which near its top is a
/// parabola as wide as the error.
fn without((ability, error): (f64, f64), parameters: Parameters, right: bool) -> f64 {
    let came = f64::from(u8::from(right));
    ability - parameters.discrimination * (came - parameters.right(ability)) * error * error
}

/// What answers say of a question of so many options.
pub(super) fn figures(seen: &[Seen], options: usize, key: usize) -> Figures {
    // Whoever does not know chose none of them, and is there all the same.
    let answers: Vec<(usize, f64)> = seen.iter().map(|one| (one.chosen.unwrap_or(usize::MAX), one.rest)).collect();
    Figures {
        right: share(seen.iter().filter(|one| one.right).count(), seen.len()),
        choices: Choices::of(&answers, options, key),
        unknown: seen.iter().filter(|one| one.chosen.is_none()).count(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use psychometrics::{Curve, Posterior};

    use super::*;
    use crate::known::narrow_of;

    proptest! {
        #[test]
        fn an_ability_without_an_answer_is_nearly_as_reckoned_anew(
            answers in proptest::collection::vec((-2.0..2.0_f64, any::<bool>()), 12..60),
        ) {
            let curves: Vec<(Parameters, Curve, bool)> = answers
                .iter()
                .map(|(level, right)| (Parameters::rasch(*level), Curve::of(Parameters::rasch(*level)), *right))
                .collect();
            let all = Posterior::of(curves.iter().map(|(_, curve, right)| (curve, *right)));
            let others = Posterior::of(curves.iter().skip(1).map(|(_, curve, right)| (curve, *right)));
            let (parameters, _, right) = &curves[0];
            let found = without((all.ability(), all.error()), *parameters, *right);
            let moved = (all.ability() - others.ability()).abs();
            prop_assert!((found - others.ability()).abs() < 0.4 * moved + 0.02, "{found} {}", others.ability());
        }
    }

    #[test]
    fn a_wrong_key_is_found_and_whoever_does_not_know_chose_nothing() {
        let seen: Vec<Seen> = (0..60)
            .map(|number| Seen { chosen: Some(usize::from(number < 30)), right: number < 30, rest: f64::from(number) })
            .chain([Seen { chosen: None, right: false, rest: 0.0 }])
            .collect();
        let found = figures(&seen, 4, 1);
        assert_eq!((found.answers(), found.right.count(), found.unknown), (61, 30, 1));
        assert!(found.correlation(1).unwrap().value() < 0.0 && found.choices.flags.contains(&Flag::KeyMisleads));
        assert_eq!(figures(&seen[..20], 4, 1).correlation(1), None);
    }

    #[test]
    fn whatever_order_officers_come_in_the_same_is_seen() {
        let pool = Pool::of((0..3).map(|place| narrow_of(place, 0)).collect(), &HashMap::new());
        let told = |officers: &[usize]| {
            let of = |officer: &usize| {
                let (staff_id, chosen) = (Id::known(format!("{officer:03}")), Some(officer % 4));
                [0, 1, 2].map(move |place| Told { staff_id: staff_id.clone(), place, chosen, right: place == 0 })
            };
            officers.iter().flat_map(of).collect::<Vec<_>>()
        };
        let forth: Vec<usize> = (0..60).collect();
        let back: Vec<usize> = forth.iter().rev().copied().collect();
        assert_eq!(by_question(&pool, &told(&forth)), by_question(&pool, &told(&back)));
    }
}
