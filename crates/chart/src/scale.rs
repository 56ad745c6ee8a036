//! From where to where an axis runs, and what is written at it.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

use crate::chart::{Chart, Figures, Range};

/// At most so many figures at an axis.
pub(crate) const MOST_TICKS: usize = 7;
/// As many at most while the ends are looked for: each end may add one.
const FIRST_TICKS: usize = MOST_TICKS - 2;
/// The share of the range that is left blank above and below, when it is found by itself.
const AIR: f64 = 0.05;
/// Narrower than this, in parts of the largest figure, a range is widened.
const LEAST: f64 = 1e-6;
/// More decimals than this are never needed.
const MOST_DECIMALS: usize = 7;

/// An axis of figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Scale {
    /// The axis of a chart's figures.
    pub(crate) fn of(chart: &Chart) -> Scale {
        if let Range::Fixed { low, high } = chart.kind.range() {
            return Scale { low, high };
        }
        let ends = chart.kind.figures().into_iter().map(|figure| figure.ends());
        let also = chart.kind.also().map(|value| (value, value));
        let start = (f64::INFINITY, f64::NEG_INFINITY);
        let (low, high) = ends.chain(also).fold(start, |all, one| (all.0.min(one.0), all.1.max(one.1)));
        Scale { low, high }.widened()
    }

    /// From 0 to the last moment of some curves.
    pub(crate) fn up_to(last: f64) -> Scale {
        Scale { low: 0.0, high: if last > LEAST { last } else { 1.0 } }
    }

    /// Where the line lies that figures stand on: at 0 if it can.
    pub(crate) fn floor(self) -> f64 {
        0.0f64.clamp(self.low, self.high)
    }

    /// With air around it, and its ends where figures stand; 0 stays an end if it is one.
    fn widened(self) -> Scale {
        let Scale { mut low, mut high } = self;
        let largest = low.abs().max(high.abs());
        if high - low <= largest.max(LEAST) * LEAST {
            let more = if largest > LEAST { largest / 10.0 } else { 1.0 };
            (low, high) = (low - more, high + more);
        }
        let air = (high - low) * AIR;
        let aired = Scale {
            low: if self.low >= 0.0 { (low - air).max(0.0) } else { low - air },
            high: if self.low < 0.0 && self.high <= 0.0 { (high + air).min(0.0) } else { high + air },
        };
        let Some(step) = aired.step() else { return aired };
        Scale { low: (aired.low / step).floor() * step, high: (aired.high / step).ceil() * step }
    }

    /// The places of the figures at the axis.
    pub(crate) fn ticks(self) -> Vec<f64> {
        self.at_most(MOST_TICKS)
    }

    fn at_most(self, most: usize) -> Vec<f64> {
        RangedCoordf64::from(self.low..self.high).key_points(BoldPoints(most))
    }

    fn step(self) -> Option<f64> {
        let ticks = self.at_most(FIRST_TICKS);
        let [first, second, ..] = ticks.as_slice() else { return None };
        Some(second - first).filter(|step| *step > 0.0)
    }

    /// How many decimals tell the figures at the axis apart.
    pub(crate) fn decimals(self) -> usize {
        let ticks = self.ticks();
        let exact = |decimals: &usize| {
            let scale = 10f64.powi(i32::try_from(*decimals).unwrap_or_default());
            let off = |value: &f64| (value * scale - (value * scale).round()).abs();
            ticks.iter().all(|tick| off(tick) < 1e-3)
        };
        (0..MOST_DECIMALS).find(exact).unwrap_or(MOST_DECIMALS)
    }
}

impl Figures {
    /// A figure as it is written at an axis.
    pub(crate) fn write(&self, value: f64, decimals: usize) -> String {
        let digits = format!("{:.decimals$}", value.abs()).replace('.', &self.decimal_mark.to_string());
        let is_zero = !digits.contains(|digit: char| digit.is_ascii_digit() && digit != '0');
        let sign = if value < 0.0 && !is_zero { "\u{2212}" } else { "" };
        format!("{sign}{digits}{}", self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_the_reader_writes_them() {
        let figures = Figures { decimal_mark: ',', unit: " h".to_owned() };
        let written =
            [(0.0, 0), (-0.04, 1), (-1.25, 2), (1200.0, 0)].map(|(value, decimals)| figures.write(value, decimals));
        assert_eq!(written, ["0 h", "0,0 h", "\u{2212}1,25 h", "1200 h"]);
    }

    #[test]
    fn a_range_ends_where_a_figure_stands() {
        let widened = |low, high| Scale { low, high }.widened();
        assert_eq!(widened(0.0, 93.0), Scale { low: 0.0, high: 100.0 });
        assert_eq!(widened(61.0, 88.0), Scale { low: 50.0, high: 90.0 });
        assert_eq!(widened(-3.0, 3.0), Scale { low: -4.0, high: 4.0 });
        let alone = widened(50.0, 50.0);
        assert!(alone.low < 50.0 && alone.high > 50.0, "{alone:?}");
        let nothing = widened(0.0, 0.0);
        assert!(nothing.high > nothing.low, "{nothing:?}");
    }

    #[test]
    fn figures_at_an_axis_are_told_apart() {
        assert_eq!(Scale { low: 0.0, high: 100.0 }.decimals(), 0);
        assert_eq!(Scale { low: 3.0, high: 4.0 }.decimals(), 1);
    }
}
