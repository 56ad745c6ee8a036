//! The rules that all questions together are held to.

use std::collections::BTreeSet;

use statistics::{Interval, Share};

use super::{Item, LETTERS, Wording, words};
use crate::Finding;

/// How sure one must be that the keys lie by design, so that chance is not complained about.
const LEVEL: f64 = 0.999;

/// How a finding names each of [`crate::LANGUAGES`]: whether a key is guessed depends on the words of a language.
const NAMED: [(&str, &str); crate::LANGUAGES.len()] = [("en", "in English"), ("es", "in Spanish")];

/// A question, and its words in a language.
type Worded<'a> = (&'a Item, &'a Wording);

/// What breaks a rule in all questions together.
pub(crate) fn together(items: &[Item]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, letter) in LETTERS.iter().enumerate() {
        let keys = share(items.iter().map(|item| item.key == place));
        if let Some(Interval { low, high }) = off(keys, 0.25) {
            let says = format!("{letter} is the key of {low:.2} to {high:.2} of all; it should be that of a quarter");
            found.push(Finding::of("items", "balance", says));
        }
    }
    for (language, named) in NAMED {
        let worded: Vec<Worded<'_>> = items.iter().filter_map(|item| in_language(item, language)).collect();
        found.extend(ranked(&worded, named));
        found.extend(alike(&worded, language, named));
    }
    found
}

fn in_language<'a>(item: &'a Item, language: &str) -> Option<Worded<'a>> {
    item.wordings().find(|(code, _)| *code == language).map(|(_, wording)| (item, wording))
}

fn share(known: impl Iterator<Item = bool>) -> Share {
    let known: Vec<bool> = known.collect();
    Share::new(known.iter().filter(|one| **one).count() as u64, known.len() as u64).unwrap_or_default()
}

/// Where a share lies, if that is not where it should.
fn off(share: Share, should: f64) -> Option<Interval> {
    share.interval(LEVEL).filter(|interval| !interval.contains(should))
}

/// Whether the key is the longest or the shortest option too often in a language: then it is known by that.
fn ranked(worded: &[Worded<'_>], named: &str) -> Vec<Finding> {
    let ranks: Vec<usize> = worded.iter().filter_map(|(item, wording)| rank_of_key(item.key, wording)).collect();
    let says = |(name, place): (&str, usize)| {
        let here = share(ranks.iter().map(|rank| *rank == place));
        let Interval { low, .. } = off(here, 0.25).filter(|interval| interval.low > 0.25)?;
        let says =
            format!("the key is the {name} option in {low:.2} of all or more {named}; by chance it would be in 0.25");
        Some(Finding::of("items", "cue", says))
    };
    [("longest", 0), ("shortest", LETTERS.len() - 1)].into_iter().filter_map(says).collect()
}

/// Whether the key is the longest option (0), the next, and so on; none where another one is as long.
fn rank_of_key(key: usize, wording: &Wording) -> Option<usize> {
    let lengths: Vec<usize> = wording.options.iter().map(|one| one.text.chars().count()).collect();
    let key = *lengths.get(key)?;
    let equal = lengths.iter().filter(|length| **length == key).count();
    (equal == 1).then(|| lengths.iter().filter(|length| **length > key).count())
}

/// What is asked twice in a language.
fn alike(worded: &[Worded<'_>], language: &str, named: &str) -> Vec<Finding> {
    let stems: Vec<BTreeSet<String>> = worded.iter().map(|(_, wording)| words::stems(&wording.ask, language)).collect();
    let id = |place: usize| &worded[place].0.id;
    let says = |(place, other): (usize, usize)| {
        let says = format!("it asks the same as {} {named}", id(place));
        Finding::of(format!("items {}", id(other)), "twice", says)
    };
    super::alike(&stems).into_iter().map(says).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Choice;

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

    #[test]
    fn a_spanish_key_that_is_always_the_longest_is_a_cue() {
        let fair = |number: usize| item(number, number % 4, number % 3);
        let in_spanish = |number: usize| Some(item(number, number % 4, 9).english);
        let items: Vec<Item> = (0..80).map(|number| Item { spanish: in_spanish(number), ..fair(number) }).collect();
        let found = together(&items);
        assert_eq!(rules(&items), ["cue"]);
        assert!(found[0].says.contains("longest") && found[0].says.contains("in Spanish"), "{found:?}");
        let few: Vec<Item> =
            (0..80).map(|number| Item { spanish: in_spanish(number).filter(|_| number < 3), ..fair(number) }).collect();
        assert_eq!(rules(&few), [] as [&str; 0], "three may be chance");
    }

    #[test]
    fn the_same_spanish_question_in_other_words_is_found() {
        let mut items = vec![item(1, 0, 0), item(2, 1, 0), item(3, 2, 0)];
        let asks = [
            "Una inquilina lo detiene y le dice que el ascensor est\u{e1} averiado. \u{bf}Qu\u{e9} hace usted?",
            "Un inquilino dice que los ascensores estaban averiados y lo detiene. \u{bf}Qu\u{e9} debe hacer primero?",
        ];
        for (place, ask) in [(0, asks[0]), (2, asks[1])] {
            items[place].spanish = Some(Wording { ask: ask.to_owned(), ..items[place].english.clone() });
        }
        let found = together(&items);
        assert_eq!(rules(&items), ["twice"]);
        assert_eq!(
            (found[0].place.as_str(), found[0].says.as_str()),
            ("items AL-003", "it asks the same as AL-001 in Spanish")
        );
    }
}
