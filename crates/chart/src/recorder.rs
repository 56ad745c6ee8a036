//! What the library draws is written down, with inks in place of colours.
//!
//! The library counts in whole pixels; here a pixel is a tenth of a unit.

use std::convert::Infallible;

use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::LETTER_SIZE;
use crate::drawing::{Align, Ink, Mark, Place};
use crate::lettering::Lettering;

/// Pixels of the library in a unit.
pub(crate) const FINE: f32 = 10.0;

type Done = Result<(), DrawingErrorKind<Infallible>>;

/// Writes down what is drawn.
pub(crate) struct Recorder<'a> {
    pub(crate) size: (u32, u32),
    pub(crate) lettering: &'a Lettering<'a>,
    pub(crate) marks: &'a mut Vec<Mark>,
}

/// Units as pixels.
pub(crate) fn pixels(units: f32) -> i32 {
    (units * FINE).round() as i32
}

fn units((across, down): BackendCoord) -> Place {
    (across as f32 / FINE, down as f32 / FINE)
}

impl Recorder<'_> {
    fn with_ink(&mut self, colour: BackendColor, mark: impl FnOnce(Ink) -> Mark) -> Done {
        if let Some(ink) = Ink::of(colour.rgb) {
            self.marks.push(mark(ink));
        }
        Ok(())
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    /// No part of a chart is a single pixel.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _: bool,
    ) -> Done {
        self.fill_polygon([(left, top), (right, top), (right, bottom), (left, bottom)], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let places: Vec<Place> = path.into_iter().map(units).collect();
        if places.len() < 2 {
            return Ok(());
        }
        self.with_ink(style.color(), |ink| Mark::Line { places, ink })
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, _: bool) -> Done {
        let (place, radius) = (units(centre), radius as f32 / FINE);
        self.with_ink(style.color(), |ink| Mark::Dot { place, radius, ink })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        let places = corners.into_iter().map(units).collect();
        self.with_ink(style.color(), |ink| Mark::Area { places, ink })
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, place: BackendCoord) -> Done {
        if words.is_empty() {
            return Ok(());
        }
        let (across, down) = units(place);
        let align = match style.anchor().h_pos {
            HPos::Left => Align::Start,
            HPos::Center => Align::Middle,
            HPos::Right => Align::End,
        };
        // Letters stand about three quarters of their size above the line.
        let lower = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.36,
            VPos::Bottom => -0.2,
        };
        let place = (across, down + lower * LETTER_SIZE);
        let words = words.to_owned();
        self.with_ink(style.color(), |ink| Mark::Words { words, place, align, ink })
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let wide = pixels(self.lettering.width(words));
        Ok((wide.unsigned_abs(), pixels(LETTER_SIZE).unsigned_abs()))
    }
}
