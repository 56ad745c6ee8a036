//! Charts, in black and greys: their lines, areas and words, as one figure.

use chart::{Align, Drawing, Ink, LETTER_SIZE, Mark, Place};
use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::ContentTag;

use super::{Pen, glyphs};
use crate::layout::figures;
use crate::layout::strip::Area;
use crate::lettering::fonts::Fonts;
use crate::tags::Node;

/// How far from its centre the handles of a quarter of a circle are, in radii: 4/3 (sqrt 2 - 1).
const HANDLE: f32 = 0.552_285;

/// A sheet that a chart is drawn on, from its upper left corner.
struct Sheet<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'static Fonts,
    area: Area,
    /// Points in a unit.
    unit: f32,
}

impl Pen<'_> {
    /// A chart, tagged as one figure.
    pub(super) fn chart(&mut self, surface: &mut Surface, drawing: &Drawing, area: Area, node: Node) {
        let drawn = surface.start_tagged(ContentTag::Other);
        self.tags.hang(node, drawn);
        let mut sheet = Sheet { surface, fonts: self.fonts, area, unit: area.width / drawing.width };
        drawing.marks.iter().for_each(|mark| sheet.mark(mark));
        surface.end_tagged();
        if let Some(rect) = area.rect() {
            self.tags.place(node, self.page, rect);
        }
    }
}

impl Sheet<'_, '_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Line { places, ink } => self.path(self.line(places), None, Some(self.stroke(*ink))),
            Mark::Area { places, ink } => self.path(self.area(places), Some(fill(*ink)), None),
            Mark::Dot { place, radius, ink } => self.path(self.dot(*place, *radius), Some(fill(*ink)), None),
            Mark::Words { words, place, align, .. } => self.words(words, *place, *align),
        }
    }

    fn path(&mut self, path: Option<Path>, fill: Option<Fill>, stroke: Option<Stroke>) {
        let Some(path) = path else { return };
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.draw_path(&path);
        // Letters that follow are filled, not outlined.
        self.surface.set_stroke(None);
    }

    fn words(&mut self, words: &str, place: Place, align: Align) {
        let paragraph = figures::words(self.fonts, words, LETTER_SIZE * self.unit);
        let all = 0..paragraph.glyphs.len();
        let width = paragraph.width(all.clone());
        let (left, baseline) = self.at(place);
        let left = match align {
            Align::Start => left,
            Align::Middle => left - width / 2.0,
            Align::End => left - width,
        };
        glyphs(self.surface, self.fonts, &paragraph, all, Point::from_xy(left, baseline));
    }

    fn line(&self, places: &[Place]) -> Option<Path> {
        self.through(places)?.finish()
    }

    fn area(&self, places: &[Place]) -> Option<Path> {
        let mut path = self.through(places)?;
        path.close();
        path.finish()
    }

    fn through(&self, places: &[Place]) -> Option<PathBuilder> {
        let (first, rest) = places.split_first()?;
        let mut path = PathBuilder::new();
        let (left, top) = self.at(*first);
        path.move_to(left, top);
        for place in rest {
            let (left, top) = self.at(*place);
            path.line_to(left, top);
        }
        Some(path)
    }

    /// A circle of four curves.
    fn dot(&self, place: Place, radius: f32) -> Option<Path> {
        let (x, y) = self.at(place);
        let (r, h) = (radius * self.unit, radius * self.unit * HANDLE);
        let mut path = PathBuilder::new();
        path.move_to(x + r, y);
        path.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
        path.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
        path.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
        path.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
        path.close();
        path.finish()
    }

    /// A place of the drawing on the page.
    fn at(&self, (left, top): Place) -> (f32, f32) {
        (self.area.left + left * self.unit, self.area.top + top * self.unit)
    }

    fn stroke(&self, ink: Ink) -> Stroke {
        let array: Vec<f32> = ink.dashes().iter().map(|length| length * self.unit).collect();
        Stroke {
            paint: luma::Color::new(lightness(ink)).into(),
            width: ink.line_width() * self.unit,
            dash: (!array.is_empty()).then_some(StrokeDash { array, offset: 0.0 }),
            ..Stroke::default()
        }
    }
}

/// Bands let through what lies below them.
fn fill(ink: Ink) -> Fill {
    let opacity = match ink {
        Ink::Band(_) => NormalizedF32::new(0.13).unwrap_or(NormalizedF32::ONE),
        _ => NormalizedF32::ONE,
    };
    Fill { paint: luma::Color::new(lightness(ink)).into(), opacity, ..Fill::default() }
}

/// 0 is black.
fn lightness(ink: Ink) -> u8 {
    match ink {
        Ink::Grid => 205,
        Ink::Axis => 90,
        Ink::Bar => 170,
        Ink::Reference => 60,
        _ => 0,
    }
}
