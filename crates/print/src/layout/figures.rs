//! Charts: drawn in lines as wide as the page, with their captions below.

use std::rc::Rc;

use chart::{Chart, Drawing, LETTER_SIZE};

use super::Layout;
use super::blocks::ABOVE;
use super::sheet::{BODY_SIZE, SMALL_SIZE};
use super::strip::{Area, Mark, Strip};
use crate::Run;
use crate::lettering::clean;
use crate::lettering::fonts::Fonts;
use crate::lettering::paragraph::{Look, Paragraph};
use crate::tags::{Kind, Tags};

/// At most this part of the height of a page, so that its caption stands below it.
const MOST_HEIGHT: f32 = 0.75;
/// What the words of a drawing look like; their size is that of the drawing.
const WORDS: Look = Look { size: 1.0, strong: false, emphasis: false, code: false };

impl Layout {
    /// A chart with its caption; a frame with its words if it cannot be drawn.
    pub(super) fn figure(&mut self, chart: &Chart, caption: &[Run]) {
        let words = clean::line(&format!("{}. {}", chart.title.trim_end_matches('.'), chart.description));
        let first = self.strips.len();
        match self.drawing(chart) {
            Some((drawing, unit)) => {
                let area = Area { left: 0.0, top: 0.0, width: drawing.width * unit, height: drawing.height * unit };
                let node = self.tags.grow(Tags::ROOT, Kind::Figure(words));
                let marks = vec![Mark::Chart { drawing: Rc::new(drawing), area, node }];
                let before = 2.0 * ABOVE * self.sheet.scale;
                self.strips.push(Strip { before, height: area.height, marks, ..Strip::default() });
            }
            None => self.undrawable(&words),
        }
        self.caption(caption);
        let last = self.strips.len().saturating_sub(1);
        self.strips[first..last].iter_mut().for_each(|strip| strip.keeps_next = true);
    }

    /// The drawing, and how many points its units are: letters as in a table, or smaller when it
    /// would be too tall.
    fn drawing(&self, chart: &Chart) -> Option<(Drawing, f32)> {
        let draw =
            |unit: f32| chart::draw(chart, self.sheet.body_width() / unit, &|words| width(self.fonts, words)).ok();
        let unit = SMALL_SIZE * self.sheet.scale / LETTER_SIZE;
        let drawing = draw(unit)?;
        let most = self.sheet.body_height() * MOST_HEIGHT;
        if drawing.height * unit <= most {
            return Some((drawing, unit));
        }
        let smaller = most / drawing.height;
        Some((draw(smaller)?, smaller))
    }

    /// A paragraph and no `Caption` within the figure: a reader that says a figure's alternative
    /// text says nothing else that is in it.
    fn caption(&mut self, caption: &[Run]) {
        let node = self.tags.grow(Tags::ROOT, Kind::Paragraph);
        let look = Look { emphasis: true, ..self.look(SMALL_SIZE) };
        let paragraph = Paragraph::new(self.fonts, caption, look, &mut self.tags, node);
        self.lines(paragraph, &self.full());
    }

    fn undrawable(&mut self, words: &str) {
        let node = self.tags.grow(Tags::ROOT, Kind::Paragraph);
        let look = Look { emphasis: true, ..self.look(BODY_SIZE) };
        let run = Run::plain(format!("\u{2612} {words}"));
        let paragraph = Paragraph::new(self.fonts, &[run], look, &mut self.tags, node);
        self.framed(paragraph);
    }
}

/// A line of words in a drawing, with letters of a size.
pub(crate) fn words(fonts: &Fonts, words: &str, size: f32) -> Paragraph {
    Paragraph::plain(fonts, words, Look { size, ..WORDS })
}

/// How wide some words are, in sizes of their letters.
fn width(fonts: &Fonts, text: &str) -> f32 {
    let paragraph = words(fonts, text, 1.0);
    paragraph.width(0..paragraph.glyphs.len())
}
