//! Options in an order that says nothing of which is right, and stays the same.

use ground::secret;

/// The places of so many options, mixed: in another order for each seed, and always the same for one.
#[must_use]
pub fn mixed(options: usize, seed: &str) -> Vec<usize> {
    let mut places: Vec<usize> = (0..options).collect();
    places.sort_by_cached_key(|place| secret::digest(&format!("{seed} {place}")));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_stand_in_another_order_for_each_and_always_the_same() {
        let orders: std::collections::BTreeSet<Vec<usize>> =
            (0..200).map(|number| mixed(4, &number.to_string())).collect();
        assert!(orders.len() > 20, "of 24 orders most come up: {}", orders.len());
        assert_eq!(mixed(4, "omar"), mixed(4, "omar"));
    }
}
