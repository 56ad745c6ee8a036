//! Kendall's score of a row, and how often chance alone reaches it.

use std::cmp::Ordering;

use crate::quantile::normal_tail;

/// Up to so many different values p is counted out; with more the normal distribution is close enough.
const EXACT_VALUES: usize = 10;

/// Kendall's S: pairs whose later value is higher, less pairs whose later value is lower.
pub(super) fn score(values: &[f64]) -> i64 {
    let mut score = 0;
    for (place, earlier) in values.iter().enumerate() {
        for later in &values[place + 1..] {
            score += match later.partial_cmp(earlier) {
                Some(Ordering::Greater) => 1,
                Some(Ordering::Less) => -1,
                _ => 0,
            };
        }
    }
    score
}

/// How often a row in chance order has a score at least so far from 0.
pub(super) fn p(values: &[f64], score: i64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // The sizes of the groups of equal values.
    let ties: Vec<usize> = sorted.chunk_by(|one, other| one == other).map(<[f64]>::len).collect();
    let distance = score.unsigned_abs();
    if ties.len() == values.len() && values.len() <= EXACT_VALUES {
        return exact(values.len(), distance);
    }
    if distance == 0 {
        return 1.0;
    }
    let weight = |count: usize| (count as f64) * (count as f64 - 1.0) * (2.0 * count as f64 + 5.0);
    let variance = (weight(values.len()) - ties.iter().copied().map(weight).sum::<f64>()) / 18.0;
    // Scores come in whole steps, so a step less is what a continuous distribution has to reach.
    normal_tail((distance as f64 - 1.0) / variance.sqrt())
}

/// The same without ties, counted out: of all orders of `count` values, the share whose score is at least
/// `distance` from 0. A score is the number of pairs less twice the pairs that are out of order, and a
/// value joins an order of the others with none to all of them out of order (Kendall 1975, chapter 5).
fn exact(count: usize, distance: u64) -> f64 {
    let pairs = count * count.saturating_sub(1) / 2;
    // How many orders have so many pairs out of order.
    let mut orders = vec![0.0; pairs + 1];
    orders[0] = 1.0;
    for others in 1..count {
        let before = orders.clone();
        for (out, number) in orders.iter_mut().enumerate() {
            *number = before[out.saturating_sub(others)..=out].iter().sum();
        }
    }
    let far = |out: usize| (pairs as u64).abs_diff(2 * out as u64) >= distance;
    let reaching: f64 = orders.iter().enumerate().filter(|(out, _)| far(*out)).map(|(_, number)| number).sum();
    reaching / orders.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kendall (1975), appendix table 1: the share of orders with a score of at least S, here on both sides.
    #[test]
    fn kendall_s_table() {
        let table = [
            (4, 6, 0.042),
            (4, 4, 0.167),
            (5, 8, 0.042),
            (6, 9, 0.068),
            (7, 13, 0.035),
            (8, 16, 0.031),
            (10, 23, 0.023),
        ];
        for (count, distance, share) in table {
            assert!(
                (exact(count, distance) / 2.0 - share).abs() < 5e-4,
                "{count} {distance} {}",
                exact(count, distance)
            );
        }
    }

    #[test]
    fn every_order_is_at_least_nought_from_nought() {
        for count in 1..=EXACT_VALUES {
            assert!((exact(count, 0) - 1.0).abs() < 1e-15);
        }
    }
}
