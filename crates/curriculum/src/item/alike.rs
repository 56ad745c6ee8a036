//! Which questions ask the same.

use std::collections::{BTreeSet, HashMap};

/// Two questions that share more of their words than this are the same question, 0 to 1 (Jaccard 1901).
const ALIKE: f64 = 0.5;

/// The pairs that ask the same, by the stems of their words ([`super::words::stems`]): the places of an earlier one and of a
/// later one.
///
/// Two that share more than half of all their words share more than half of each one's. So, with the words of each in one order,
/// the rarest first, the first halves of both have a word in common, and only those that do are compared: the prefix filter of
/// Chaudhuri, Ganti and Kaushik, A Primitive Operator for Similarity Joins in Data Cleaning (2006).
#[must_use]
pub fn alike(stems: &[BTreeSet<String>]) -> Vec<(usize, usize)> {
    let ranked = ranked(stems);
    let mut halves: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (place, words) in ranked.iter().enumerate() {
        let half = &words[..words.len().div_ceil(2)];
        let before: BTreeSet<usize> = half.iter().filter_map(|word| halves.get(word)).flatten().copied().collect();
        let same = before.into_iter().filter(|other| jaccard(&ranked[*other], words) > ALIKE);
        found.extend(same.map(|other| (other, place)));
        for word in half {
            halves.entry(*word).or_default().push(place);
        }
    }
    found
}

/// The words of each text as numbers in their order: the rarer a word is in all texts, the smaller its number.
fn ranked(stems: &[BTreeSet<String>]) -> Vec<Vec<usize>> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in stems.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(usize, &str)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_unstable();
    let ranks: HashMap<&str, usize> = words.iter().enumerate().map(|(rank, (_, word))| (*word, rank)).collect();
    let of = |words: &BTreeSet<String>| {
        let mut ranked: Vec<usize> = words.iter().map(|word| ranks[word.as_str()]).collect();
        ranked.sort_unstable();
        ranked
    };
    stems.iter().map(of).collect()
}

/// What two rows of numbers in their order share, of what they have together: 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "a question has few words")]
fn jaccard(one: &[usize], other: &[usize]) -> f64 {
    let shared = one.iter().filter(|word| other.binary_search(word).is_ok()).count();
    let together = one.len() + other.len() - shared;
    if together == 0 { 0.0 } else { shared as f64 / together as f64 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn none_is_missed(sets in prop::collection::vec(prop::collection::btree_set("[a-f]", 0..6), 0..14)) {
            let pairs = (0..sets.len()).flat_map(|later| (0..later).map(move |earlier| (earlier, later)));
            let share = |(one, other): &(usize, usize)| {
                let (one, other) = (&sets[*one], &sets[*other]);
                one.intersection(other).count() * 2 > one.union(other).count()
            };
            let all: Vec<_> = pairs.filter(share).collect();
            prop_assert_eq!(alike(&sets), all);
        }
    }
}
