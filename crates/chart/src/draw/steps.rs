//! Curves of steps, each with its name at its end and dashes of its own.

use plotters::style::text_anchor::HPos;

use super::{ASIDE, Frame, LINE, Paper, Plot, RIGHT, SAMPLE, area, path, rule_across, rule_up};
use crate::Error;
use crate::chart::{Chart, Curve, Figures, Steps};
use crate::drawing::Ink;
use crate::scale::Scale;

/// The most of the width that the name of a curve has.
const MOST_NAME: f32 = 0.25;

pub(super) fn draw(paper: &Paper, chart: &Chart, steps: &Steps) -> Result<(), Error> {
    let scale = Scale::of(chart);
    let last = steps.curves.iter().filter_map(|curve| curve.steps.last()).map(|step| step.at).fold(0.0, f64::max);
    let times = Scale::up_to(last);
    let names: Vec<String> =
        steps.curves.iter().map(|curve| paper.lettering.fitted(&curve.name, paper.width * MOST_NAME)).collect();
    let widest = names.iter().map(|name| paper.lettering.width(name)).fold(0.0, f32::max);
    let named = if chart.up.is_empty() { 0.0 } else { LINE };
    let frame = Frame {
        left: paper.ticks_width(&chart.figures, scale) + 2.0 * ASIDE,
        right: if widest > 0.0 { widest + SAMPLE + 3.0 * ASIDE } else { RIGHT },
        top: named + LINE / 2.0,
        bottom: LINE + 2.0 * ASIDE + if chart.across.is_empty() { 0.0 } else { LINE },
    };
    paper.name_up(&chart.up, paper.width)?;
    let mut plot = paper.plot(frame, times, (scale.low, scale.high))?;
    rule_up(paper, &mut plot, &chart.figures, scale)?;
    path(&mut plot, vec![(times.low, scale.floor()), (times.high, scale.floor())], Ink::Axis)?;
    for (curve, series) in steps.curves.iter().zip(1..) {
        band(&mut plot, curve, scale, series)?;
    }
    for (curve, series) in steps.curves.iter().zip(1..) {
        let places = curve.steps.iter().map(|step| (step.at, step.figure.value));
        path(&mut plot, stairs(places), Ink::Series(series))?;
    }
    drop(plot);
    let plain = Figures { unit: String::new(), ..chart.figures.clone() };
    rule_across(paper, &plain, times, frame)?;
    if widest > 0.0 {
        names_aside(paper, steps, &names, (scale, frame))?;
    }
    paper.name_across(&chart.across, frame)
}

/// How far a curve may be off, from each step of which that is known to the next.
fn band(plot: &mut Plot, curve: &Curve, scale: Scale, series: u8) -> Result<(), Error> {
    for pair in curve.steps.windows(2) {
        let [step, next] = pair else { continue };
        let Some((low, high)) = step.figure.interval.filter(|_| next.at > step.at) else { continue };
        let edge = |value: f64| vec![(step.at, value), (next.at, value)];
        area(plot, edge(high.min(scale.high)), edge(low.max(scale.low)), Ink::Band(series))?;
    }
    Ok(())
}

/// Across to the next step, then up or down to it.
fn stairs(places: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut stairs: Vec<(f64, f64)> = Vec::new();
    for (at, value) in places {
        if let Some((_, before)) = stairs.last().copied() {
            stairs.push((at, before));
        }
        stairs.push((at, value));
    }
    stairs
}

/// The names beside the ends of their curves, each with a sample of its dashes, apart from each
/// other.
fn names_aside(paper: &Paper, steps: &Steps, names: &[String], (scale, frame): (Scale, Frame)) -> Result<(), Error> {
    let height = paper.height - frame.top - frame.bottom;
    let end = |curve: &Curve| curve.steps.last().map_or(scale.low, |step| step.figure.value);
    let part = |value: f64| ((scale.high - value) / (scale.high - scale.low)) as f32;
    let middles: Vec<f32> = steps.curves.iter().map(|curve| frame.top + height * part(end(curve))).collect();
    let left = paper.width - frame.right + ASIDE;
    for ((name, middle), series) in names.iter().zip(apart(&middles, paper.height - frame.bottom)).zip(1..) {
        paper.sample(left, middle, Ink::Series(series))?;
        paper.words(name, (left + SAMPLE + ASIDE, middle), HPos::Left, Ink::Said)?;
    }
    Ok(())
}

/// Middles of lines moved so that no two overlap and none is below `bottom`.
fn apart(middles: &[f32], bottom: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..middles.len()).collect();
    order.sort_by(|one, other| middles[*one].total_cmp(&middles[*other]));
    let mut moved = middles.to_vec();
    let mut least = f32::NEG_INFINITY;
    for place in &order {
        moved[*place] = moved[*place].max(least);
        least = moved[*place] + LINE;
    }
    let mut most = bottom;
    for place in order.iter().rev() {
        moved[*place] = moved[*place].min(most);
        most = moved[*place] - LINE;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_overlap() {
        assert_eq!(apart(&[50.0, 52.0, 90.0], 200.0), [50.0, 50.0 + LINE, 90.0]);
        assert_eq!(apart(&[199.0, 200.0], 200.0), [200.0 - LINE, 200.0]);
        assert_eq!(apart(&[120.0, 20.0], 200.0), [120.0, 20.0]);
    }

    #[test]
    fn a_curve_keeps_its_figure_up_to_the_next_step() {
        let stairs = stairs([(0.0, 1.0), (3.0, 0.5), (8.0, 0.5)].into_iter());
        assert_eq!(stairs, [(0.0, 1.0), (3.0, 1.0), (3.0, 0.5), (8.0, 0.5), (8.0, 0.5)]);
    }
}
