//! Whether a figure rises or falls from period to period.

mod kendall;

/// Fewer periods are not tested. Of five that rise one after the other, chance alone makes 2 of 120 such
/// rows (or falling ones), which is more than one in a hundred; of six 2 of 720.
pub const LEAST_PERIODS: usize = 6;
/// More periods are not tested, because every one is compared with every other.
pub const MOST_PERIODS: usize = 2_000;

/// What a row of periods shows.
///
/// The test is that of Mann (Econometrica 13, 1945) and Kendall (Rank Correlation Methods, 4th edition,
/// 1975): of every two periods, is the later one higher? It assumes no shape of the trend and none of the
/// scatter, one wild period does not turn it, and it is honest about few points; therefore it is the one
/// rule for all figures. It does assume that periods do not pull the next ones along (no serial
/// correlation, no season).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Whether a direction is shown.
    pub direction: Direction,
    /// How often a row without a trend would look at least so much like one, 0 to 1, two-sided.
    pub p: f64,
    /// By how much the figure rises in a period (falls, where negative), in its unit: the median of the
    /// slopes between every two periods (Sen, Journal of the American Statistical Association 63, 1968).
    /// With many equal values it may be 0 though a direction is shown.
    pub slope: f64,
}

/// Whether a direction is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Later periods are higher.
    Rising,
    /// Later periods are lower.
    Falling,
    /// None is shown; that is no proof that there is none.
    Unclear,
}

/// Why a row of periods was not tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untested {
    /// There are fewer than [`LEAST_PERIODS`].
    TooFew,
    /// There are more than [`MOST_PERIODS`].
    TooMany,
    /// A value is not finite, or two are further apart than a number can say.
    NotFinite,
    /// What p is held against does not lie between 0 and 1.
    NoSignificance,
}

impl Trend {
    /// Tests the values of periods that follow each other at equal distances, the oldest first. A direction
    /// is shown where p is below `significance`, such as 0.01.
    ///
    /// For at most ten different values p is exact; for more, and with equal ones, it comes from the normal
    /// distribution with a correction for ties and for continuity.
    ///
    /// # Errors
    ///
    /// Why the row was not tested.
    pub fn of(values: &[f64], significance: f64) -> Result<Self, Untested> {
        if !(significance > 0.0 && significance < 1.0) {
            return Err(Untested::NoSignificance);
        }
        if values.len() < LEAST_PERIODS {
            return Err(Untested::TooFew);
        }
        if values.len() > MOST_PERIODS {
            return Err(Untested::TooMany);
        }
        if values.iter().any(|value| !value.is_finite()) {
            return Err(Untested::NotFinite);
        }
        let slope = slope(values).filter(|slope| slope.is_finite()).ok_or(Untested::NotFinite)?;
        let score = kendall::score(values);
        let p = kendall::p(values, score);
        let direction = match score {
            _ if p >= significance => Direction::Unclear,
            ..0 => Direction::Falling,
            0 => Direction::Unclear,
            1.. => Direction::Rising,
        };
        Ok(Self { direction, p, slope })
    }
}

/// The median of the slopes between every two values.
fn slope(values: &[f64]) -> Option<f64> {
    let pairs = values.iter().enumerate().flat_map(|(place, earlier)| {
        let later = values[place + 1..].iter().zip(1_u32..);
        later.map(move |(later, periods)| (later - earlier) / f64::from(periods))
    });
    let mut slopes: Vec<f64> = pairs.collect();
    slopes.sort_unstable_by(f64::total_cmp);
    let middle = slopes.len() / 2;
    let upper = *slopes.get(middle)?;
    if slopes.len() % 2 == 1 { Some(upper) } else { Some(f64::midpoint(*slopes.get(middle - 1)?, upper)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(values: &[f64]) -> Trend {
        Trend::of(values, 0.01).unwrap()
    }

    #[test]
    fn what_cannot_be_tested_is_refused() {
        let row = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        assert_eq!(Trend::of(&[], 0.01), Err(Untested::TooFew));
        assert_eq!(Trend::of(&row[1..], 0.01), Err(Untested::TooFew));
        assert_eq!(Trend::of(&vec![1.0; MOST_PERIODS + 1], 0.01), Err(Untested::TooMany));
        for significance in [0.0, 1.0, -0.01, f64::NAN] {
            assert_eq!(Trend::of(&row, significance), Err(Untested::NoSignificance), "{significance}");
        }
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Trend::of(&[1.0, 2.0, odd, 4.0, 5.0, 6.0], 0.01), Err(Untested::NotFinite), "{odd}");
        }
        let apart = [-f64::MAX, -f64::MAX, -f64::MAX, f64::MAX, f64::MAX, f64::MAX];
        assert_eq!(Trend::of(&apart, 0.01), Err(Untested::NotFinite));
    }

    #[test]
    fn six_in_a_row_show_a_direction_at_one_in_a_hundred() {
        let rising = tested(&[1.0, 2.0, 3.0, 4.0, 5.0, 7.0]);
        assert_eq!((rising.direction, rising.slope), (Direction::Rising, 1.0));
        assert!((rising.p - 2.0 / 720.0).abs() < 1e-15);
        assert_eq!(tested(&[7.0, 5.0, 4.0, 3.0, 2.0, 1.0]).direction, Direction::Falling);
        assert_eq!(tested(&[1.0, 2.0, 3.0, 4.0, 6.0, 5.0]).direction, Direction::Unclear);
    }

    #[test]
    fn equal_values_show_nothing() {
        let trend = tested(&[3.0; 8]);
        assert_eq!(trend, Trend { direction: Direction::Unclear, p: 1.0, slope: 0.0 });
        assert_eq!(tested(&[0.0, -0.0, 0.0, -0.0, 0.0, -0.0]).p, 1.0);
    }

    #[test]
    fn one_wild_period_does_not_turn_it() {
        let trend = tested(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, -1e9]);
        assert!(trend.p < 0.1 && (trend.slope - 1.0).abs() < 1e-9, "{trend:?}");
    }

    #[test]
    fn the_most_periods_are_tested() {
        let values: Vec<f64> = (0..MOST_PERIODS as u32).map(f64::from).collect();
        assert_eq!(tested(&values).direction, Direction::Rising);
    }
}
