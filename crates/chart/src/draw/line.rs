//! One figure over periods.

use plotters::element::Circle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use super::{ASIDE, Frame, LINE, Paper, Plot, RIGHT, SAMPLE, area, library, path, rule_up};
use crate::Error;
use crate::chart::{Chart, Figure, Line, Point, Reference};
use crate::drawing::Ink;
use crate::recorder::pixels;
use crate::scale::Scale;

/// A dot for each period, smaller where many stand side by side.
const DOT: f32 = 3.0;
/// The most of the width that the label of a period has.
const MOST_LABEL: f32 = 0.3;
/// Between the labels of two periods.
const BETWEEN: f32 = 8.0;
const SERIES: Ink = Ink::Series(1);

/// A figure that is known, with the place of its period.
type Known = (f64, Figure);

pub(super) fn draw(paper: &Paper, chart: &Chart, line: &Line) -> Result<(), Error> {
    let scale = Scale::of(chart);
    let rows = heads(paper, chart, line)?;
    let frame = Frame {
        left: paper.ticks_width(&chart.figures, scale) + 2.0 * ASIDE,
        right: RIGHT,
        top: rows as f32 * LINE + LINE / 2.0,
        bottom: LINE + ASIDE + if chart.across.is_empty() { 0.0 } else { LINE },
    };
    let count = line.points.len() as f64;
    let periods = Scale { low: -0.5, high: count - 0.5 };
    let mut plot = paper.plot(frame, periods, (scale.low, scale.high))?;
    rule_up(paper, &mut plot, &chart.figures, scale)?;
    path(&mut plot, vec![(periods.low, scale.floor()), (periods.high, scale.floor())], Ink::Axis)?;
    if let Some(reference) = &line.reference {
        path(&mut plot, vec![(periods.low, reference.value), (periods.high, reference.value)], Ink::Reference)?;
    }
    let slot = (paper.width - frame.left - frame.right) / count as f32;
    for run in runs(&line.points) {
        draw_run(&mut plot, &run, scale, (slot * 0.4).clamp(1.0, DOT))?;
    }
    labels(paper, &line.points, frame, slot)?;
    paper.name_across(&chart.across, frame)
}

/// The words above the plot: what runs upwards, and what the line across is. Gives how many lines
/// they take.
fn heads(paper: &Paper, chart: &Chart, line: &Line) -> Result<usize, Error> {
    let whole = paper.width - RIGHT;
    paper.name_up(&chart.up, whole)?;
    let named = usize::from(!chart.up.is_empty());
    let Some(Reference { label, .. }) = &line.reference else { return Ok(named) };
    let label = paper.lettering.fitted(label, whole - SAMPLE - ASIDE);
    let width = SAMPLE + ASIDE + paper.lettering.width(&label);
    let fits = named == 0 || paper.lettering.width(&chart.up) + 3.0 * BETWEEN + width <= whole;
    let rows = if fits { 1 } else { named + 1 };
    let left = if fits { whole - width } else { 0.0 };
    let middle = (rows as f32 - 0.5) * LINE;
    paper.sample(left, middle, Ink::Reference)?;
    paper.words(&label, (left + SAMPLE + ASIDE, middle), HPos::Left, Ink::Label)?;
    Ok(rows)
}

/// Figures of periods that follow one another, without the gaps between.
fn runs(points: &[Point]) -> Vec<Vec<Known>> {
    let all: Vec<Option<Known>> =
        points.iter().enumerate().map(|(period, point)| point.figure.map(|figure| (period as f64, figure))).collect();
    all.split(Option::is_none)
        .map(|run| run.iter().flatten().copied().collect())
        .filter(|run: &Vec<Known>| !run.is_empty())
        .collect()
}

/// The line of a run, and how far its figures may be off: as a band where two stand side by side.
fn draw_run(plot: &mut Plot, run: &[Known], scale: Scale, dot: f32) -> Result<(), Error> {
    let ends = |(period, figure): &Known| {
        figure.interval.map(|(low, high)| (*period, low.max(scale.low), high.min(scale.high)))
    };
    let intervals: Vec<Option<(f64, f64, f64)>> = run.iter().map(ends).collect();
    for sure in intervals.split(Option::is_none) {
        let sure: Vec<(f64, f64, f64)> = sure.iter().flatten().copied().collect();
        match sure.as_slice() {
            [] => {}
            [(period, low, high)] => path(plot, vec![(*period, *low), (*period, *high)], Ink::Whisker)?,
            _ => {
                let upper = sure.iter().map(|(period, _, high)| (*period, *high)).collect();
                let lower = sure.iter().map(|(period, low, _)| (*period, *low)).collect();
                area(plot, upper, lower, Ink::Band(1))?;
            }
        }
    }
    let places: Vec<(f64, f64)> = run.iter().map(|(period, figure)| (*period, figure.value)).collect();
    path(plot, places.clone(), SERIES)?;
    let dots = places.into_iter().map(|place| Circle::new(place, pixels(dot), SERIES.colour().filled()));
    plot.draw_series(dots).map_err(library).map(drop)
}

/// The labels of as many periods as have room, the last one always.
fn labels(paper: &Paper, points: &[Point], frame: Frame, slot: f32) -> Result<(), Error> {
    let plot_width = paper.width - frame.left - frame.right;
    let fitted = |point: &Point| paper.lettering.fitted(&point.label, plot_width * MOST_LABEL);
    let labels: Vec<String> = points.iter().map(fitted).collect();
    let widest = labels.iter().map(|label| paper.lettering.width(label)).fold(0.0, f32::max);
    let every = ((widest + BETWEEN) / slot).ceil().max(1.0) as usize;
    let middle = paper.height - frame.bottom + ASIDE + LINE / 2.0;
    let last = labels.len().saturating_sub(1);
    for (period, label) in labels.iter().enumerate().filter(|(period, _)| (last - period).is_multiple_of(every)) {
        let half = paper.lettering.width(label) / 2.0;
        let right = (paper.width - half).max(half);
        let left = (frame.left + slot * (period as f32 + 0.5)).clamp(half, right);
        paper.words(label, (left, middle), HPos::Center, Ink::Label)?;
    }
    Ok(())
}
