//! What many measurements come to, and how a table shows it.

use std::time::Duration;

/// The middle one; zero of none.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    quantile(values, 0.5)
}

/// The value that this share of all values does not exceed; zero of none.
pub(crate) fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
    let at = ((values.len().saturating_sub(1)) as f64 * share).round() as usize;
    values.get(at).copied().unwrap_or_default()
}

/// Durations in milliseconds.
pub(crate) fn milliseconds(took: &[Duration]) -> Vec<f64> {
    took.iter().map(|took| took.as_secs_f64() * 1_000.0).collect()
}

/// Bytes in mebibytes.
#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(crate) fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1_048_576.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_slowest() {
        let mut values = [5.0, 1.0, 3.0, 2.0, 4.0];
        assert!((median(&mut values) - 3.0).abs() < f64::EPSILON);
        assert!((quantile(&mut values, 1.0) - 5.0).abs() < f64::EPSILON);
        assert!(median(&mut []).abs() < f64::EPSILON);
    }
}
