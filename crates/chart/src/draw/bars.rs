//! Figures side by side: each with its words above its bar, so that long ones have room on a phone.

use plotters::element::Rectangle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use super::{ASIDE, Frame, LINE, Paper, Plot, library, path, rule_across};
use crate::Error;
use crate::chart::{Bars, Chart, Figure, Point};
use crate::drawing::Ink;
use crate::scale::Scale;

/// How tall a bar is with its words and the blank below it.
const ROW: f32 = 38.0;
/// Where a bar lies in its row, in parts of it.
const BAR: (f64, f64) = (0.5, 0.8);
/// How tall the ends of a whisker are, in parts of a row.
const CAP: f64 = 0.2;
/// The most of the width that the words of a figure have.
const MOST_SAID: f32 = 0.55;

pub(super) fn height(chart: &Chart, bars: &Bars) -> f32 {
    let lines = usize::from(!chart.up.is_empty()) + usize::from(!chart.across.is_empty()) + 1;
    bars.bars.len() as f32 * ROW + lines as f32 * LINE + 3.0 * ASIDE
}

pub(super) fn draw(paper: &Paper, chart: &Chart, bars: &Bars) -> Result<(), Error> {
    let scale = Scale::of(chart);
    // The first and the last figure stand with their middles at the ends of the axis.
    let side = (paper.ticks_width(&chart.figures, scale) / 2.0).clamp(ASIDE, paper.width / 4.0);
    let named = if chart.up.is_empty() { 0.0 } else { LINE + ASIDE };
    let below = if chart.across.is_empty() { 0.0 } else { LINE };
    let frame = Frame { left: side, right: side, top: named, bottom: LINE + 2.0 * ASIDE + below };
    paper.name_up(&chart.up, paper.width)?;
    let mut plot = paper.plot(frame, scale, (bars.bars.len() as f64, 0.0))?;
    for (row, bar) in bars.bars.iter().enumerate() {
        if let Some(figure) = bar.figure {
            draw_bar(&mut plot, row as f64, figure, scale)?;
        }
        words(paper, bar, frame, frame.top + row as f32 * ROW + ROW * 0.25)?;
    }
    drop(plot);
    rule_across(paper, &chart.figures, scale, frame)?;
    paper.name_across(&chart.across, frame)
}

fn draw_bar(plot: &mut Plot, row: f64, figure: Figure, scale: Scale) -> Result<(), Error> {
    // Beside the bar alone: grid lines over the whole height would strike the words.
    let upright = |value: f64| vec![(value, row + BAR.0 - CAP / 4.0), (value, row + BAR.1 + CAP / 4.0)];
    for tick in scale.ticks() {
        path(plot, upright(tick), Ink::Grid)?;
    }
    let corners = [(0.0, row + BAR.0), (figure.value, row + BAR.1)];
    plot.draw_series([Rectangle::new(corners, Ink::Bar.colour().filled())]).map_err(library)?;
    path(plot, upright(0.0), Ink::Axis)?;
    let Some((low, high)) = figure.interval else { return Ok(()) };
    let (low, high) = (low.max(scale.low), high.min(scale.high));
    let middle = row + f64::midpoint(BAR.0, BAR.1);
    path(plot, vec![(low, middle), (high, middle)], Ink::Whisker)?;
    for end in [low, high] {
        path(plot, vec![(end, middle - CAP / 2.0), (end, middle + CAP / 2.0)], Ink::Whisker)?;
    }
    Ok(())
}

/// What a bar stands for at the left, its figure in words at the right.
fn words(paper: &Paper, bar: &Point, frame: Frame, middle: f32) -> Result<(), Error> {
    let width = paper.width - frame.left - frame.right;
    let said = paper.lettering.fitted(&bar.said, width * MOST_SAID);
    let rest = width - paper.lettering.width(&said) - 2.0 * ASIDE;
    let label = paper.lettering.fitted(&bar.label, rest);
    paper.words(&label, (frame.left, middle), HPos::Left, Ink::Said)?;
    paper.words(&said, (paper.width - frame.right, middle), HPos::Right, Ink::Said)
}
