//! How far from the middle, and how rarely: the standard normal distribution and Student's.
//!
//! Everything is said of both sides together, since every interval and test here is two-sided.

use std::f64::consts::SQRT_2;

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::erf::{erfc, erfc_inv};

/// From so many degrees of freedom on Student's tail is taken from Hill's expansion, which is exact to
/// about twelve digits there; the incomplete beta function loses digits as they grow.
const MANY_FREEDOMS: f64 = 200.0;

/// The share of a standard normal that lies at least `distance` from the middle.
pub(crate) fn normal_tail(distance: f64) -> f64 {
    erfc(distance.abs() / SQRT_2)
}

/// How far from the middle a standard normal holds the share `level`; `None` unless 0 < level < 1.
pub(crate) fn normal_quantile(level: f64) -> Option<f64> {
    let distance = SQRT_2 * erfc_inv(1.0 - proper(level)?);
    distance.is_finite().then_some(distance)
}

/// The share of Student's t that lies at least `distance` from the middle; `None` unless there are
/// more than 0 degrees of freedom. For many of them after Hill, Algorithm 395, CACM 13 (1970).
pub(crate) fn student_tail(distance: f64, freedoms: f64) -> Option<f64> {
    let distance = distance.abs();
    if freedoms < MANY_FREEDOMS {
        let student = StudentsT::new(0.0, 1.0, freedoms).ok()?;
        return Some((2.0 * student.sf(distance)).clamp(0.0, 1.0)).filter(|tail| tail.is_finite());
    }
    let a = freedoms - 0.5;
    let b = 48.0 * a * a;
    let y = a * (distance * distance / freedoms).ln_1p();
    let correction = (((-0.4 * y - 3.3) * y - 24.0) * y - 85.5) / (0.8 * y * y + 100.0 + b) + y + 3.0;
    Some(normal_tail((correction / b + 1.0) * y.sqrt())).filter(|tail| tail.is_finite())
}

/// How far from the middle Student's t holds the share `level`; `None` unless 0 < level < 1 and there
/// are more than 0 degrees of freedom.
///
/// Found by halving. The inverse that `statrs` has searches without a bound on its steps, which may not
/// end for many degrees of freedom.
pub(crate) fn student_quantile(level: f64, freedoms: f64) -> Option<f64> {
    let outside = 1.0 - proper(level)?;
    let (mut near, mut far) = (0.0, 1.0);
    while student_tail(far, freedoms)? > outside {
        near = far;
        far *= 2.0;
    }
    loop {
        let middle = f64::midpoint(near, far);
        if middle <= near || middle >= far {
            return Some(far);
        }
        if student_tail(middle, freedoms)? > outside { near = middle } else { far = middle }
    }
}

fn proper(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then_some(level)
}
