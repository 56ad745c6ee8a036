//! Which of many places kept their order.

/// The longest part of these numbers that rises, as the places of its members (patience sorting).
pub(crate) fn rising(numbers: &[usize]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (place, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut chain: Vec<usize> = std::iter::successors(ends.last().copied(), |place| before[*place]).collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rising_part() {
        let table: &[(&[usize], &[usize])] = &[
            (&[], &[]),
            (&[0, 1, 2], &[0, 1, 2]),
            (&[2, 0, 1], &[1, 2]),
            (&[1, 2, 0], &[0, 1]),
            (&[0, 3, 1, 2, 4], &[0, 2, 3, 4]),
            (&[2, 1, 0], &[2]),
        ];
        for (numbers, expected) in table {
            assert_eq!(rising(numbers), *expected, "{numbers:?}");
        }
    }
}
