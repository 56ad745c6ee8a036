//! From parts to pages.

mod blocks;
pub(crate) mod figures;
mod lists;
pub(crate) mod paginate;
mod pictures;
pub(crate) mod sheet;
pub(crate) mod strip;
mod tables;

use paginate::Page;
use sheet::Sheet;
use strip::Strip;

use crate::lettering::fonts::Fonts;
use crate::lettering::paragraph::{Look, Paragraph};
use crate::tags::Tags;
use crate::{Document, Error, MOST_PAGES};

/// More letters than this fill more than [`MOST_PAGES`] in any case: about 4 000 fill a page of
/// plain text.
const MOST_BYTES: usize = MOST_PAGES * 12_000;

/// What grows while parts are laid out, one below another.
struct Layout {
    fonts: &'static Fonts,
    sheet: Sheet,
    tags: Tags,
    /// In order from top to bottom, as if there were one endless page.
    strips: Vec<Strip>,
    /// The heads of tables, to be repeated on each page that a table runs over to.
    heads: Vec<Vec<Strip>>,
    /// The level of the heading that stands last.
    level: u16,
}

/// The pages of a document, and its structure.
pub(crate) fn lay_out(document: &Document) -> Result<(Vec<Page>, Tags), Error> {
    if text_bytes(document) > MOST_BYTES {
        return Err(Error::TooManyPages);
    }
    let mut layout = Layout {
        fonts: Fonts::all()?,
        sheet: Sheet::of(document),
        tags: Tags::new(),
        strips: Vec::new(),
        heads: Vec::new(),
        level: 0,
    };
    layout.opening(document);
    let mut parts = document.parts.as_slice();
    while !parts.is_empty() {
        parts = layout.next_part(parts);
    }
    // A page that begins after the last words would be blank.
    while layout.strips.last().is_some_and(|strip| strip.starts_page) {
        layout.strips.pop();
    }
    let pages = paginate::paginate(layout.strips, &layout.heads, layout.sheet.body_height())?;
    Ok((pages, layout.tags))
}

impl Layout {
    fn look(&self, size: f32) -> Look {
        Look { size: size * self.sheet.scale, strong: false, emphasis: false, code: false }
    }

    fn plain(&self, words: &str, look: Look) -> Paragraph {
        Paragraph::plain(self.fonts, words, look)
    }
}

/// How many bytes of text there are, pictures aside.
fn text_bytes(document: &Document) -> usize {
    document.parts.iter().map(blocks::bytes).sum()
}
