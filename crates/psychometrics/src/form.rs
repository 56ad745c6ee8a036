//! A form: the questions of one exam, drawn by a blueprint.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// A question that may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Of which competency.
    pub competency: &'a str,
    /// How often it was drawn already: who was drawn least comes first, so that no question becomes known to all.
    pub drawn: u32,
}

/// There are not enough questions of a competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooFew {
    /// Of which.
    pub competency: String,
    /// How many there are.
    pub there: usize,
    /// How many are needed.
    pub needed: usize,
}

/// Draws a form of so many questions by weights, in a mixed order: the places of those drawn. The same seed draws the same.
///
/// How many there are of each competency follows from the weights by largest remainders (Hamilton 1792).
///
/// # Errors
/// When there are not enough of a competency.
pub fn assemble(
    pool: &[Candidate<'_>],
    weights: &BTreeMap<String, u32>,
    count: usize,
    seed: u64,
) -> Result<Vec<usize>, TooFew> {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut by_competency: BTreeMap<&str, Vec<(u32, u64, usize)>> = BTreeMap::new();
    for (place, candidate) in pool.iter().enumerate() {
        let lot = dice.random();
        by_competency.entry(candidate.competency).or_default().push((candidate.drawn, lot, place));
    }
    let mut form = Vec::with_capacity(count);
    for (competency, needed) in shares(weights, count) {
        let mut theirs = by_competency.remove(competency).unwrap_or_default();
        if theirs.len() < needed {
            return Err(TooFew { competency: competency.to_owned(), there: theirs.len(), needed });
        }
        theirs.sort_unstable();
        form.extend(theirs.into_iter().take(needed).map(|(_, _, place)| (dice.random::<u64>(), place)));
    }
    form.sort_unstable();
    Ok(form.into_iter().map(|(_, place)| place).collect())
}

/// So many things shared out by weights.
fn shares(weights: &BTreeMap<String, u32>, count: usize) -> Vec<(&str, usize)> {
    let sum: usize = weights.values().map(|weight| *weight as usize).sum();
    if sum == 0 {
        return Vec::new();
    }
    let mut shares: Vec<(&str, usize, usize)> = weights
        .iter()
        .map(|(name, weight)| (name.as_str(), count * *weight as usize / sum, count * *weight as usize % sum))
        .collect();
    let mut left = count - shares.iter().map(|(_, whole, _)| whole).sum::<usize>();
    shares.sort_by(|one, other| other.2.cmp(&one.2).then(one.0.cmp(other.0)));
    for share in &mut shares {
        if left == 0 {
            break;
        }
        share.1 += 1;
        left -= 1;
    }
    shares.into_iter().map(|(name, whole, _)| (name, whole)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn weights(of: &[(&str, u32)]) -> BTreeMap<String, u32> {
        of.iter().map(|(name, weight)| ((*name).to_owned(), *weight)).collect()
    }

    #[test]
    fn a_form_has_as_many_of_each_as_its_blueprint_and_draws_the_least_known() {
        let pool: Vec<Candidate<'_>> = (0..60)
            .map(|place| Candidate { competency: if place < 30 { "AL" } else { "DE" }, drawn: place % 3 })
            .collect();
        let form = assemble(&pool, &weights(&[("AL", 75), ("DE", 25)]), 10, 7).unwrap();
        let listening = form.iter().filter(|place| **place < 30).count();
        assert_eq!((form.len(), listening), (10, 8), "7.5 and 2.5: the remainders are equal, and AL comes first");
        assert!(form.iter().all(|place| pool[*place].drawn == 0));
        assert_eq!(form, assemble(&pool, &weights(&[("AL", 75), ("DE", 25)]), 10, 7).unwrap());
        assert_ne!(form, assemble(&pool, &weights(&[("AL", 75), ("DE", 25)]), 10, 8).unwrap());
    }

    #[test]
    fn too_few_are_said() {
        let pool = [Candidate { competency: "AL", drawn: 0 }];
        let said = assemble(&pool, &weights(&[("AL", 100)]), 2, 1).unwrap_err();
        assert_eq!(said, TooFew { competency: "AL".to_owned(), there: 1, needed: 2 });
        assert!(assemble(&pool, &weights(&[("XX", 100)]), 1, 1).is_err());
        assert_eq!(assemble(&pool, &BTreeMap::new(), 5, 1), Ok(Vec::new()));
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_twice_and_shares_are_off_by_less_than_one(
            parts in proptest::collection::vec(1_u32..50, 1..14), count in 0_usize..120, seed: u64,
        ) {
            let names: Vec<String> = (0..parts.len()).map(|number| format!("C{number:02}")).collect();
            let weights: BTreeMap<String, u32> = names.iter().cloned().zip(parts.iter().copied()).collect();
            let pool: Vec<Candidate<'_>> = (0..names.len() * 130)
                .map(|place| Candidate { competency: &names[place % names.len()], drawn: 0 })
                .collect();
            let form = assemble(&pool, &weights, count, seed).unwrap();
            let distinct: std::collections::BTreeSet<usize> = form.iter().copied().collect();
            prop_assert_eq!((form.len(), distinct.len()), (count, count));
            let sum: u32 = parts.iter().sum();
            for (name, weight) in &weights {
                let drawn = form.iter().filter(|place| pool[**place].competency == name).count();
                let exact = count as f64 * f64::from(*weight) / f64::from(sum);
                prop_assert!((drawn as f64 - exact).abs() < 1.0);
            }
        }
    }
}
