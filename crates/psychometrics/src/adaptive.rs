//! Which question comes next, and when enough is known.

use rand::Rng;
use rand::seq::IndexedRandom;

use crate::{Parameters, Posterior};

/// Among so many of the best questions one is drawn, so that the best is not asked of everybody (Kingsbury and Zara, Applied
/// Measurement in Education 2, 1989).
const BEST: usize = 5;
/// Below this error more questions tell little more.
const SURE_ERROR: f64 = 0.35;
/// So far from a half a chance to pass is sure.
const SURE_CHANCE: f64 = 0.45;

/// Why no more questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The ability is known well enough.
    Ability,
    /// Whether somebody passes is known well enough.
    Passing,
    /// As many were asked as may be.
    Enough,
}

/// The question to ask next: its place among those that were not asked, or none when there is none.
pub fn next(known: &Posterior, left: &[Parameters], dice: &mut impl Rng) -> Option<usize> {
    let ability = known.ability();
    let mut places: Vec<usize> = (0..left.len()).collect();
    let tells = |place: &usize| left[*place].information(ability);
    places.sort_by(|one, other| tells(other).total_cmp(&tells(one)));
    places.truncate(BEST);
    places.choose(dice).copied()
}

/// Whether enough is known after so many questions, of at most so many; `passes` is how likely somebody passes.
#[must_use]
pub fn stop(known: &Posterior, passes: f64, (asked, most): (usize, usize)) -> Option<Stop> {
    if known.error() < SURE_ERROR {
        return Some(Stop::Ability);
    }
    if (passes - 0.5).abs() > SURE_CHANCE {
        return Some(Stop::Passing);
    }
    (asked >= most).then_some(Stop::Enough)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::Curve;

    #[test]
    fn what_is_as_hard_as_somebody_is_able_is_asked_and_not_the_same_of_everybody() {
        let left: Vec<Parameters> = (0..101).map(|place| Parameters::rasch(f64::from(place - 50) / 10.0)).collect();
        let known = Posterior::of([]);
        let drawn = |seed| next(&known, &left, &mut StdRng::seed_from_u64(seed)).unwrap();
        let all: std::collections::BTreeSet<usize> = (0..200).map(drawn).collect();
        assert_eq!(all.into_iter().collect::<Vec<_>>(), [48, 49, 50, 51, 52]);
        assert_eq!(next(&known, &[], &mut StdRng::seed_from_u64(1)), None);
    }

    #[test]
    fn it_stops_when_sure_and_at_the_latest_after_so_many() {
        let nothing = Posterior::of([]);
        assert_eq!(stop(&nothing, 0.5, (0, 40)), None);
        assert_eq!(stop(&nothing, 0.96, (3, 40)), Some(Stop::Passing));
        assert_eq!(stop(&nothing, 0.5, (40, 40)), Some(Stop::Enough));
        let curve = Curve::of(Parameters { discrimination: 2.0, difficulty: 0.0 });
        let much = Posterior::of((0..40).map(|number| (&curve, number % 2 == 0)));
        assert_eq!(stop(&much, 0.5, (20, 40)), Some(Stop::Ability));
    }
}
