//! How much two bags of words have in common.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

/// Words as numbers, sorted: the same word has the same number in all bags of one dictionary. A word that
/// comes again is another one, so no number is in a bag twice.
pub(super) type Bag = Vec<u32>;

/// Gives words their numbers.
#[derive(Default)]
pub(super) struct Dictionary<'a> {
    words: HashMap<&'a str, u32>,
    again: HashMap<u32, u32>,
    next: u32,
}

impl<'a> Dictionary<'a> {
    /// The words of these texts; punctuation is none.
    pub(super) fn bag(&mut self, texts: impl Iterator<Item = &'a str>) -> Bag {
        let mut bag = Bag::new();
        for word in texts.flat_map(UnicodeSegmentation::unicode_words) {
            bag.push(*self.words.entry(word).or_insert(self.next));
            self.next = self.next.max(bag[bag.len() - 1] + 1);
        }
        bag.sort_unstable();
        let mut first = None;
        for number in &mut bag {
            if first.is_some_and(|(word, _)| word == *number) {
                let last = first.map_or(*number, |(_, last)| last);
                let again = *self.again.entry(last).or_insert(self.next);
                self.next = self.next.max(again + 1);
                first = Some((*number, again));
                *number = again;
            } else {
                first = Some((*number, *number));
            }
        }
        bag.sort_unstable();
        bag
    }
}

/// The share of words that two bags have in common, in thousandths (Dice's coefficient).
pub(super) fn alike(left: &[u32], right: &[u32]) -> u32 {
    let (mut at, mut other, mut common) = (0, 0, 0usize);
    while let (Some(one), Some(two)) = (left.get(at), right.get(other)) {
        common += usize::from(one == two);
        at += usize::from(one <= two);
        other += usize::from(two <= one);
    }
    share(common, left.len() + right.len())
}

fn share(common: usize, all: usize) -> u32 {
    (2_000 * common).checked_div(all).and_then(|share| u32::try_from(share).ok()).unwrap_or(0)
}

/// The words of one bag, ready to be looked up for many others.
pub(super) struct Marks {
    marked: Vec<bool>,
    bag: Bag,
}

impl Marks {
    pub(super) fn new(dictionary: &Dictionary) -> Self {
        Self { marked: vec![false; dictionary.next as usize], bag: Bag::new() }
    }

    /// Looks up this bag from now on.
    pub(super) fn set(&mut self, bag: &Bag) {
        self.bag.iter().for_each(|word| self.marked[*word as usize] = false);
        self.bag.clone_from(bag);
        self.bag.iter().for_each(|word| self.marked[*word as usize] = true);
    }

    /// The share of words in common, as [`alike`] says it.
    pub(super) fn alike(&self, other: &[u32]) -> u32 {
        let common = other.iter().filter(|word| self.marked[**word as usize]).count();
        share(common, self.bag.len() + other.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_that_is_common() {
        let mut dictionary = Dictionary::default();
        let mut alike = |one: &'static str, two: &'static str| {
            let (one, two) = (dictionary.bag([one].into_iter()), dictionary.bag([two].into_iter()));
            let mut marks = Marks::new(&dictionary);
            marks.set(&one);
            assert_eq!(marks.alike(&two), super::alike(&one, &two));
            marks.alike(&two)
        };
        assert_eq!(alike("Close the gate.", "close the gate"), 666);
        assert_eq!(alike("a b", "b, a!"), 1_000);
        assert_eq!(alike("a a a b", "a"), 400);
        assert_eq!(alike("a a a b", "c a a a"), 750);
        assert_eq!(alike("a", "b"), 0);
        assert_eq!(alike("", "..."), 0);
    }
}
