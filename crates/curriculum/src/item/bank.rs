//! The rules that all questions together are held to.

use std::collections::BTreeSet;

use statistics::{Interval, Share};

use super::{Item, LETTERS, words};
use crate::Finding;

/// How sure one must be that the keys lie by design, so that chance is not complained about.
const LEVEL: f64 = 0.999;

/// What breaks a rule in all questions together.
pub(crate) fn together(items: &[Item]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, letter) in LETTERS.iter().enumerate() {
        let keys = share(items, |item| Some(item.key == place));
        if let Some(Interval { low, high }) = off(keys, 0.25) {
            let says = format!("{letter} is the key of {low:.2} to {high:.2} of all; it should be that of a quarter");
            found.push(Finding::of("items", "balance", says));
        }
    }
    for (name, place) in [("longest", 0), ("shortest", LETTERS.len() - 1)] {
        let ranked = share(items, |item| rank_of_key(item).map(|rank| rank == place));
        if let Some(Interval { low, .. }) = off(ranked, 0.25).filter(|interval| interval.low > 0.25) {
            let says =
                format!("the key is the {name} option in {low:.2} of all or more; by chance it would be in 0.25");
            found.push(Finding::of("items", "cue", says));
        }
    }
    found.extend(alike(items));
    found
}

fn share(items: &[Item], says: impl Fn(&Item) -> Option<bool>) -> Share {
    let known: Vec<bool> = items.iter().filter_map(says).collect();
    Share::new(known.iter().filter(|one| **one).count() as u64, known.len() as u64).unwrap_or_default()
}

/// Where a share lies, if that is not where it should.
fn off(share: Share, should: f64) -> Option<Interval> {
    share.interval(LEVEL).filter(|interval| !interval.contains(should))
}

/// Whether the key is the longest option (0), the next, and so on; none where another one is as long.
fn rank_of_key(item: &Item) -> Option<usize> {
    let lengths: Vec<usize> = item.english.options.iter().map(|one| one.text.chars().count()).collect();
    let key = *lengths.get(item.key)?;
    let equal = lengths.iter().filter(|length| **length == key).count();
    (equal == 1).then(|| lengths.iter().filter(|length| **length > key).count())
}

fn alike(items: &[Item]) -> Vec<Finding> {
    let stems: Vec<BTreeSet<String>> = items.iter().map(|item| words::stems(&item.english.ask)).collect();
    let says = |(place, other): (usize, usize)| {
        let says = format!("it asks the same as {}", items[place].id);
        Finding::of(format!("items {}", items[other].id), "twice", says)
    };
    super::alike(&stems).into_iter().map(says).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{Choice, Wording};

    /// A question about a thing of its own, whose key stands here and has so many letters more than the others.
    fn item(number: usize, key: usize, longer: usize) -> Item {
        let option = |place| {
            let extra = if place == key { longer } else { place };
            Choice { text: format!("Do {place}{}", "x".repeat(5 + extra)), why: String::new() }
        };
        let ask = format!("Thing{number} goes{number} wrong{number}. What is best?");
        let english = Wording { ask, options: [0, 1, 2, 3].map(option) };
        let (setting, source) = ("any".to_owned(), "a source".to_owned());
        Item { id: format!("AL-{number:03}"), level: 0.0, setting, source, key, english, spanish: None }
    }

    fn rules(items: &[Item]) -> Vec<&'static str> {
        together(items).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn keys_that_change_places_are_fine_and_one_place_is_not() {
        let fair: Vec<Item> = (0..80).map(|number| item(number, number % 4, number % 3)).collect();
        assert_eq!(rules(&fair), [] as [&str; 0]);
        let unfair: Vec<Item> =
            (0..80).map(|number| item(number, if number % 2 == 0 { 1 } else { number % 4 }, 1)).collect();
        assert!(rules(&unfair).contains(&"balance"));
    }

    #[test]
    fn a_key_that_is_always_the_longest_is_a_cue() {
        let long: Vec<Item> = (0..80).map(|number| item(number, number % 4, 9)).collect();
        assert_eq!(rules(&long), ["cue"]);
    }

    #[test]
    fn the_same_question_in_other_words_is_found() {
        let mut items = vec![item(1, 0, 0), item(2, 1, 0)];
        items[0].english.ask = "A tenant stops you and says that the lift is broken. What do you do?".to_owned();
        items[1].english.ask = "A tenant says the lift was broken and stops you. What should you do first?".to_owned();
        assert_eq!(rules(&items), ["twice"]);
    }
}
