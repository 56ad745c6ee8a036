//! Which competency is asked about next.

use std::collections::{BTreeMap, BTreeSet};

/// So many questions are asked at least: after fewer, what is taken for true of anybody weighs as much as what they answered.
pub(super) const LEAST: usize = 10;
/// So many questions are asked at most.
pub(super) const MOST: usize = 30;

/// The competency whose turn it is, of those that still have questions: the one that lacks most of what its weight gives it.
pub(super) fn turn<'a>(
    weights: &'a BTreeMap<String, u32>,
    asked: &BTreeMap<String, usize>,
    left: &BTreeSet<&str>,
) -> Option<&'a str> {
    let sum: u32 = weights.values().sum();
    let next = asked.values().sum::<usize>() + 1;
    let lacks = |(name, weight): (&'a String, &u32)| {
        // In parts of the sum of all weights, so that nothing is rounded.
        let due = i64::from(*weight) * i64::try_from(next).unwrap_or(i64::MAX);
        let had = i64::from(sum) * i64::try_from(asked.get(name).copied().unwrap_or(0)).unwrap_or(i64::MAX);
        (due - had, name.as_str())
    };
    let open = weights.iter().filter(|(name, _)| left.contains(name.as_str())).map(lacks);
    open.max_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(one.1))).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_competency_gets_its_share_within_one(parts in proptest::collection::vec(1_u32..20, 1..14)) {
            let names: Vec<String> = (0..parts.len()).map(|number| format!("C{number:02}")).collect();
            let weights: BTreeMap<String, u32> = names.iter().cloned().zip(parts.iter().copied()).collect();
            let left: BTreeSet<&str> = names.iter().map(String::as_str).collect();
            let mut asked: BTreeMap<String, usize> = BTreeMap::new();
            for count in 1..=MOST {
                let name = turn(&weights, &asked, &left).unwrap().to_owned();
                *asked.entry(name).or_insert(0) += 1;
                let sum: u32 = parts.iter().sum();
                for (name, weight) in &weights {
                    let exact = count as f64 * f64::from(*weight) / f64::from(sum);
                    let had = asked.get(name).copied().unwrap_or(0) as f64;
                    prop_assert!(had - exact < 1.0 + 1e-9, "{name} {had} {exact}");
                }
            }
        }
    }

    #[test]
    fn what_has_no_questions_left_is_passed_over() {
        let weights: BTreeMap<String, u32> = [("AL".to_owned(), 90), ("DE".to_owned(), 10)].into();
        let none = BTreeMap::new();
        assert_eq!(turn(&weights, &none, &["AL", "DE"].into()), Some("AL"));
        assert_eq!(turn(&weights, &none, &["DE"].into()), Some("DE"));
        assert_eq!(turn(&weights, &none, &BTreeSet::new()), None);
    }
}
