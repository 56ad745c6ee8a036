//! From a chart to its drawing: the library's axes and series, around them words that fit.

mod bars;
mod line;
mod steps;

use std::fmt::Debug;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Polygon};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, IntoFont, RGBColor, ShapeStyle, TextStyle};

use crate::chart::{Chart, Figures, Kind};
use crate::drawing::{Drawing, Ink, Mark};
use crate::lettering::Lettering;
use crate::recorder::{FINE, Recorder, pixels};
use crate::scale::{MOST_TICKS, Scale};
use crate::{Error, LETTER_SIZE};

/// A drawing is at least and at most so wide.
const LEAST_WIDTH: f32 = 240.0;
const MOST_WIDTH: f32 = 2_000.0;
/// A line of words.
const LINE: f32 = 18.0;
/// From words to what they stand beside.
const ASIDE: f32 = 4.0;
/// From the plot to the right edge.
const RIGHT: f32 = 10.0;
/// The most of the width that a figure at an axis has.
const MOST_TICK: f32 = 0.25;
/// How wide the sample of a line is that stands before its name.
const SAMPLE: f32 = 20.0;

/// What the library draws with this is not drawn: its axes are lines on all sides.
const NO_INK: RGBColor = RGBColor(0, 0, 0);

type Plot<'a, 'b> = ChartContext<'b, Recorder<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// What is drawn on, with what is known of its letters.
struct Paper<'a> {
    area: DrawingArea<Recorder<'a>, Shift>,
    lettering: &'a Lettering<'a>,
    width: f32,
    height: f32,
}

/// Where the plot lies between its words: what is left to each of its sides.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
}

/// Draws a chart.
pub(crate) fn draw(chart: &Chart, width: f32, measure: &dyn Fn(&str) -> f32) -> Result<Drawing, Error> {
    if !(LEAST_WIDTH..=MOST_WIDTH).contains(&width) {
        return Err(Error::Width);
    }
    let width = width.round();
    let height = match &chart.kind {
        Kind::Bars(bars) => bars::height(chart, bars),
        // About as on a phone held upright; a wide one is flatter.
        Kind::Line(_) | Kind::Steps(_) => (width * 0.6).clamp(220.0, 260.0),
    };
    let mut marks: Vec<Mark> = Vec::new();
    let lettering = Lettering { measure };
    let size = (pixels(width).unsigned_abs(), pixels(height).unsigned_abs());
    let recorder = Recorder { size, lettering: &lettering, marks: &mut marks };
    let paper = Paper { area: recorder.into_drawing_area(), lettering: &lettering, width, height };
    match &chart.kind {
        Kind::Line(line) => line::draw(&paper, chart, line)?,
        Kind::Bars(bars) => bars::draw(&paper, chart, bars)?,
        Kind::Steps(steps) => steps::draw(&paper, chart, steps)?,
    }
    drop(paper);
    Ok(Drawing { width, height, marks })
}

impl<'a> Paper<'a> {
    /// A plot of two axes within a frame.
    fn plot(&self, frame: Frame, across: Scale, up: (f64, f64)) -> Result<Plot<'a, '_>, Error> {
        ChartBuilder::on(&self.area)
            .margin_top(pixels(frame.top))
            .margin_right(pixels(frame.right))
            .y_label_area_size(pixels(frame.left))
            .x_label_area_size(pixels(frame.bottom))
            .build_cartesian_2d(across.low..across.high, up.0..up.1)
            .map_err(library)
    }

    /// A line of words; `place` is the middle of its height.
    fn words(&self, words: &str, (left, middle): (f32, f32), align: HPos, ink: Ink) -> Result<(), Error> {
        let style = style(ink, align, VPos::Center);
        self.area.draw_text(words, &style, (pixels(left), pixels(middle))).map_err(library)
    }

    /// A line straight across, as a sample of others.
    fn sample(&self, left: f32, middle: f32, ink: Ink) -> Result<(), Error> {
        let places = vec![(pixels(left), pixels(middle)), (pixels(left + SAMPLE), pixels(middle))];
        self.area.draw(&PathElement::new(places, stroke(ink))).map_err(library)
    }

    /// The name of the axis that runs upwards, above it.
    fn name_up(&self, name: &str, width: f32) -> Result<(), Error> {
        self.words(&self.lettering.fitted(name, width), (0.0, LINE / 2.0), HPos::Left, Ink::Label)
    }

    /// The name of the axis that runs across, below its right end.
    fn name_across(&self, name: &str, frame: Frame) -> Result<(), Error> {
        let right = self.width - frame.right;
        let name = self.lettering.fitted(name, right);
        self.words(&name, (right, self.height - LINE / 2.0), HPos::Right, Ink::Label)
    }

    /// A figure at an axis.
    fn tick(&self, figures: &Figures, value: f64, decimals: usize) -> String {
        self.lettering.fitted(&figures.write(value, decimals), self.width * MOST_TICK)
    }

    /// How wide the figures at an axis are.
    fn ticks_width(&self, figures: &Figures, scale: Scale) -> f32 {
        let decimals = scale.decimals();
        let width = |tick: f64| self.lettering.width(&self.tick(figures, tick, decimals));
        scale.ticks().into_iter().map(width).fold(0.0, f32::max)
    }
}

/// The grid and the figures of an axis that runs upwards.
fn rule_up(paper: &Paper, plot: &mut Plot, figures: &Figures, scale: Scale) -> Result<(), Error> {
    let decimals = scale.decimals();
    let written = |value: &f64| paper.tick(figures, *value, decimals);
    plot.configure_mesh()
        .disable_x_mesh()
        .x_labels(0)
        .y_labels(MOST_TICKS)
        .y_max_light_lines(0)
        .y_label_formatter(&written)
        .label_style(style(Ink::Label, HPos::Right, VPos::Center))
        .bold_line_style(stroke(Ink::Grid))
        .axis_style(NO_INK)
        .set_all_tick_mark_size(pixels(ASIDE / 2.0))
        .draw()
        .map_err(library)
}

/// The figures of an axis that runs across, as many as have room. The library would let them
/// overlap.
fn rule_across(paper: &Paper, figures: &Figures, scale: Scale, frame: Frame) -> Result<(), Error> {
    let (decimals, ticks) = (scale.decimals(), scale.ticks());
    let width = paper.width - frame.left - frame.right;
    let place = |value: f64| frame.left + width * ((value - scale.low) / (scale.high - scale.low)) as f32;
    let apart = ticks.get(..2).map_or(width, |two| place(two[1]) - place(two[0]));
    let widest = paper.ticks_width(figures, scale);
    let every = ((widest + 2.0 * ASIDE) / apart.max(1.0)).ceil().max(1.0) as usize;
    let middle = paper.height - frame.bottom + ASIDE + LINE / 2.0;
    for tick in ticks.into_iter().step_by(every) {
        let written = paper.tick(figures, tick, decimals);
        let half = paper.lettering.width(&written) / 2.0;
        let left = place(tick).clamp(half, (paper.width - half).max(half));
        paper.words(&written, (left, middle), HPos::Center, Ink::Label)?;
    }
    Ok(())
}

/// A line through places.
fn path(plot: &mut Plot, places: Vec<(f64, f64)>, ink: Ink) -> Result<(), Error> {
    plot.draw_series([PathElement::new(places, stroke(ink))]).map_err(library).map(drop)
}

/// An area between an upper edge and a lower one, both from left to right.
fn area(plot: &mut Plot, mut upper: Vec<(f64, f64)>, lower: Vec<(f64, f64)>, ink: Ink) -> Result<(), Error> {
    upper.extend(lower.into_iter().rev());
    plot.draw_series([Polygon::new(upper, ink.colour().filled())]).map_err(library).map(drop)
}

fn stroke(ink: Ink) -> ShapeStyle {
    ink.colour().stroke_width(1)
}

fn style(ink: Ink, across: HPos, down: VPos) -> TextStyle<'static> {
    let size = f64::from(LETTER_SIZE * FINE);
    let font: FontDesc = ("sans-serif", size).into_font();
    TextStyle { color: ink.colour().to_backend_color(), pos: Pos::new(across, down), ..TextStyle::from(font) }
}

fn library(error: impl Debug) -> Error {
    Error::Library(format!("{error:?}"))
}
