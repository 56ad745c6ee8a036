//! A strip of a page from its left to its right: what is never cut.

use std::rc::Rc;

use chart::Drawing;
use krilla::image::Image;

use crate::lettering::paragraph::{Line, Paragraph};
use crate::tags::Node;

/// A strip: a line of text, a row, a picture. Its marks are placed from its upper left corner.
#[derive(Clone, Default)]
pub(crate) struct Strip {
    /// Blank space above it, but at the top of a page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    /// It does not stand last on a page.
    pub(crate) keeps_next: bool,
    /// It stands first on a page.
    pub(crate) starts_page: bool,
    /// The table whose head is repeated above it when it stands first on a page.
    pub(crate) table: Option<usize>,
    /// The level and the words of a heading, for the document's outline.
    pub(crate) heading: Option<(u16, String)>,
    pub(crate) marks: Vec<Mark>,
}

/// A place and a size; from the upper left corner of a strip, then of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// Something to be drawn.
#[derive(Clone)]
pub(crate) enum Mark {
    /// Words.
    Words { paragraph: Rc<Paragraph>, line: Line, left: f32, baseline: f32 },
    /// A blank, so that a cell without words is a cell all the same.
    Blank { node: Node, left: f32, baseline: f32 },
    /// An area filled with a grey: 0 is black. Lines are thin areas.
    Fill { area: Area, lightness: u8 },
    /// A picture; without a node it is an ornament.
    Picture { image: Image, area: Area, node: Option<Node> },
    /// A chart.
    Chart { drawing: Rc<Drawing>, area: Area, node: Node },
}

impl Area {
    pub(crate) fn lowered(self, by: f32) -> Area {
        Area { top: self.top + by, ..self }
    }

    /// Four thin areas around it.
    pub(crate) fn frame(self, thickness: f32) -> [Mark; 4] {
        let Area { left, top, width, height } = self;
        let fill = |left, top, width, height| Mark::Fill { area: Area { left, top, width, height }, lightness: 0 };
        [
            fill(left, top, width, thickness),
            fill(left, top + height - thickness, width, thickness),
            fill(left, top, thickness, height),
            fill(left + width - thickness, top, thickness, height),
        ]
    }
}

/// Keeps the first two and the last two of some lines together: no line of a paragraph stands
/// alone at the foot or at the top of a page.
pub(crate) fn keep_ends_together(strips: &mut [Strip]) {
    let count = strips.len();
    if count > 1 {
        strips[0].keeps_next = true;
        strips[count - 2].keeps_next = true;
    }
}
