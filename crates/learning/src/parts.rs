//! Numbers with a fraction, as rows keep them: in whole thousandths, or in whole millionths.

/// In thousandths.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "what is kept is far smaller than a whole number can be")]
pub fn thousandths(value: f64) -> i64 {
    (value * 1e3).round() as i64
}

/// Of so many thousandths.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "what is kept has far fewer digits than a number")]
pub fn of_thousandths(value: i64) -> f64 {
    value as f64 / 1e3
}

/// In millionths.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "what is kept is far smaller than a whole number can be")]
pub fn millionths(value: f64) -> i64 {
    (value * 1e6).round() as i64
}

/// Of so many millionths.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "what is kept has far fewer digits than a number")]
pub fn of_millionths(value: i64) -> f64 {
    value as f64 / 1e6
}
