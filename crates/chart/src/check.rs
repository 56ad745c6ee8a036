//! What cannot be drawn is refused before anything is.

use crate::chart::{Curve, Figure, Kind, Range};
use crate::{Chart, Error, MOST_BARS, MOST_CURVES, MOST_POINTS, MOST_STEPS};

/// Beyond this a number has no room at an axis.
const MOST: f64 = 1e9;

/// Refuses what cannot be drawn.
pub(crate) fn check(chart: &Chart) -> Result<(), Error> {
    if chart.title.trim().is_empty() || chart.description.trim().is_empty() {
        return Err(Error::NoWords);
    }
    match &chart.kind {
        Kind::Line(line) => few(line.points.len(), MOST_POINTS)?,
        Kind::Bars(bars) => few(bars.bars.len(), MOST_BARS)?,
        Kind::Steps(steps) => {
            few(steps.curves.len(), MOST_CURVES)?;
            steps.curves.iter().try_for_each(curve)?;
        }
    }
    let figures = chart.kind.figures();
    if figures.is_empty() {
        return Err(Error::NoFigure);
    }
    figures.iter().try_for_each(|known| figure(*known))?;
    chart.kind.also().map_or(Ok(()), finite)?;
    let values = figures.iter().map(|figure| figure.value).chain(chart.kind.also());
    range(chart.kind.range(), values)
}

fn few(count: usize, most: usize) -> Result<(), Error> {
    if count > most { Err(Error::TooMany { most }) } else { Ok(()) }
}

fn finite(value: f64) -> Result<(), Error> {
    if value.abs() <= MOST { Ok(()) } else { Err(Error::NotFinite) }
}

fn figure(figure: Figure) -> Result<(), Error> {
    let (low, high) = figure.ends();
    [low, figure.value, high].into_iter().try_for_each(finite)?;
    if (low..=high).contains(&figure.value) { Ok(()) } else { Err(Error::Interval) }
}

/// A curve without a step is refused: its name would stand beside nothing.
fn curve(curve: &Curve) -> Result<(), Error> {
    few(curve.steps.len(), MOST_STEPS)?;
    let Some(first) = curve.steps.first() else { return Err(Error::NoFigure) };
    curve.steps.iter().try_for_each(|step| finite(step.at))?;
    if first.at < 0.0 || !curve.steps.is_sorted_by(|one, next| one.at <= next.at) {
        return Err(Error::Order);
    }
    Ok(())
}

fn range(range: Range, mut values: impl Iterator<Item = f64>) -> Result<(), Error> {
    let Range::Fixed { low, high } = range else { return Ok(()) };
    finite(low)?;
    finite(high)?;
    // Narrower than this, the figures at the axis would all look the same.
    let least = low.abs().max(high.abs()).max(1.0) * 1e-6;
    let is_range = high - low >= least && values.all(|value| (low..=high).contains(&value));
    if is_range { Ok(()) } else { Err(Error::Range) }
}
