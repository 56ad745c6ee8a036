//! Charts: a few figures with their uncertainty, drawn for a page and for paper.
//!
//! Pure: no clock, no network, no files, no fonts. The same chart gives the same drawing. The words
//! and the figures in words are the caller's, already in the reader's language. Nothing is told by
//! colour alone, and each chart has its figures as a table too.

mod chart;
mod check;
mod draw;
mod drawing;
mod lettering;
mod recorder;
mod scale;
mod svg;
mod table;

pub use chart::{Bars, Chart, Curve, Figure, Figures, Kind, Line, Point, Range, Reference, Step, Steps};
pub use drawing::{Align, Drawing, Ink, Mark, Place};
pub use lettering::rough_width;
pub use table::{Table, table};

/// The width of a drawing for a page, in units: a phone's.
pub const PAGE_WIDTH: f32 = 360.0;
/// The size of all letters, in units.
pub const LETTER_SIZE: f32 = 13.0;
/// At most so many points on a line.
pub const MOST_POINTS: usize = 120;
/// At most so many bars.
pub const MOST_BARS: usize = 24;
/// At most so many curves: more cannot be told apart.
pub const MOST_CURVES: usize = 4;
/// At most so many steps in a curve.
pub const MOST_STEPS: usize = 1_000;

/// Why a chart cannot be drawn.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// A picture without a title and a description says nothing to who does not see it.
    #[error("the chart has no title or no description")]
    NoWords,
    /// There is nothing, or nothing is known of it: a sentence says that better than a picture.
    #[error("the chart has no figure")]
    NoFigure,
    /// A figure is not a number, or too large to be drawn.
    #[error("a figure is not finite, or too large")]
    NotFinite,
    /// An interval is not around its value.
    #[error("an interval does not hold its value")]
    Interval,
    /// A fixed range is empty, or a value is beyond it.
    #[error("the range is empty, or a value is beyond it")]
    Range,
    /// The steps of a curve are not in order, or begin before 0.
    #[error("the steps of a curve are not in order")]
    Order,
    /// More than can be told apart.
    #[error("the chart has more than {most} of a kind")]
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// The width is less than a chart needs, or not a number.
    #[error("the drawing is too narrow, or too wide")]
    Width,
    /// An id is not a letter followed by letters, digits and hyphens.
    #[error("the id cannot stand in a page")]
    Id,
    /// The library refused; a mistake of ours, never of the chart.
    #[error("the chart could not be drawn: {0}")]
    Library(String),
}

/// The drawing of a chart, `width` units wide. `measure` tells how wide some words are, in sizes of
/// their letters.
///
/// # Errors
///
/// When the chart has nothing to draw, or what cannot be drawn.
pub fn draw(chart: &Chart, width: f32, measure: &dyn Fn(&str) -> f32) -> Result<Drawing, Error> {
    check::check(chart)?;
    draw::draw(chart, width, measure)
}

/// The chart as an SVG that stands in a page: it has no colours of its own, but classes; `id` keeps
/// its ids apart from others in the page.
///
/// # Errors
///
/// As [`draw`], and when the id cannot stand in a page.
pub fn to_svg(chart: &Chart, id: &str) -> Result<String, Error> {
    if !svg::is_id(id) {
        return Err(Error::Id);
    }
    let drawing = draw(chart, PAGE_WIDTH, &rough_width)?;
    Ok(svg::write(chart, &drawing, id))
}
