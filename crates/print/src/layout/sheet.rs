//! The measures of a sheet. All lengths are points: 72 to an inch.

use crate::{Document, Paper, TypeSize};

/// From the edge of the paper to the text, left and right (about 2 cm).
const SIDE: f32 = 57.0;
/// From the edge of the paper to the text, above and below.
const TOP: f32 = 74.0;
const BOTTOM: f32 = 70.0;
/// How much larger letters are that are read from a wall.
const POSTER: f32 = 1.8;

/// The size of plain letters in the hand.
pub(crate) const BODY_SIZE: f32 = 10.0;
/// The size of letters in tables and in code.
pub(crate) const SMALL_SIZE: f32 = 9.0;
/// The size of letters in the head and the foot of a page, whatever the size of the rest.
pub(crate) const MARGIN_SIZE: f32 = 8.0;

/// How tall a line is, in sizes of its letters.
pub(crate) const LINE: f32 = 1.4;
/// How far below the top of its line a letter stands.
pub(crate) const BASELINE: f32 = 1.05;

/// A sheet, with how large the letters are on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) scale: f32,
}

impl Sheet {
    pub(crate) fn of(document: &Document) -> Sheet {
        let (width, height) = match document.paper {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        };
        let scale = match document.type_size {
            TypeSize::Hand => 1.0,
            TypeSize::Poster => POSTER,
        };
        Sheet { width, height, scale }
    }

    pub(crate) fn left(&self) -> f32 {
        SIDE
    }

    pub(crate) fn right(&self) -> f32 {
        self.width - SIDE
    }

    pub(crate) fn top(&self) -> f32 {
        TOP
    }

    pub(crate) fn bottom(&self) -> f32 {
        self.height - BOTTOM
    }

    pub(crate) fn body_width(&self) -> f32 {
        self.right() - self.left()
    }

    pub(crate) fn body_height(&self) -> f32 {
        self.bottom() - self.top()
    }
}
