//! How much two bags of words have in common.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

/// Words as numbers, sorted: the same word has the same number in all bags of one dictionary.
pub(super) type Bag = Vec<u32>;

/// Gives words their numbers.
#[derive(Default)]
pub(super) struct Dictionary<'a>(HashMap<&'a str, u32>);

impl<'a> Dictionary<'a> {
    /// The words of these texts; punctuation is none.
    pub(super) fn bag(&mut self, texts: impl Iterator<Item = &'a str>) -> Bag {
        let mut bag = Bag::new();
        for word in texts.flat_map(UnicodeSegmentation::unicode_words) {
            let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
            bag.push(*self.0.entry(word).or_insert(next));
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
    let all = left.len() + right.len();
    (2_000 * common).checked_div(all).and_then(|share| u32::try_from(share).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_that_is_common() {
        let mut dictionary = Dictionary::default();
        let mut alike = |one: &'static str, two: &'static str| {
            let one = dictionary.bag([one].into_iter());
            super::alike(&one, &dictionary.bag([two].into_iter()))
        };
        assert_eq!(alike("Close the gate.", "close the gate"), 666);
        assert_eq!(alike("a b", "b, a!"), 1_000);
        assert_eq!(alike("a a a b", "a"), 400);
        assert_eq!(alike("a", "b"), 0);
        assert_eq!(alike("", "..."), 0);
    }
}
