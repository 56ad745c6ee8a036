//! How far from the middle: the standard normal distribution.
//!
//! Everything is said of both sides together, since every interval here is two-sided.

use std::f64::consts::SQRT_2;

use statrs::function::erf::erfc_inv;

/// How far from the middle a standard normal holds the share `level`; `None` unless 0 < level < 1.
pub(crate) fn normal_quantile(level: f64) -> Option<f64> {
    let distance = SQRT_2 * erfc_inv(1.0 - proper(level)?);
    distance.is_finite().then_some(distance)
}

fn proper(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then_some(level)
}
