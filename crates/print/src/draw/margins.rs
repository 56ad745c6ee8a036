//! The head and the foot of each page.

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use super::{fill, glyphs};
use crate::layout::sheet::{LINE, MARGIN_SIZE, Sheet};
use crate::layout::strip::Area;
use crate::lettering::fonts::Fonts;
use crate::lettering::paragraph::{Line, Look, Paragraph};
use crate::{Document, Error};

/// From the edge of the paper to the first line of the head.
const HEAD_TOP: f32 = 36.0;
/// From the text to the line below the head and above the foot.
const AWAY: f32 = 12.0;
/// What is not said in so many lines is not said.
const MOST_LINES: usize = 2;
/// The part of the width for what stands on the left; what stands on the right has the rest.
const HEAD_LEFT: f32 = 0.45;
const FOOT_LEFT: f32 = 0.78;

/// Draws the head and the foot of page `page` of `pages`.
pub(super) fn draw(
    surface: &mut Surface,
    document: &Document,
    sheet: &Sheet,
    (page, pages): (usize, usize),
) -> Result<(), Error> {
    let fonts = Fonts::all()?;
    let number = document.page_of_pages.replace("{pages}", &pages.to_string()).replace("{page}", &page.to_string());
    let width = sheet.body_width();
    let mut margin = Margin { surface, fonts, sheet, kind: ArtifactType::Header, top: HEAD_TOP };
    margin.words(&document.organization, true, width * HEAD_LEFT, false);
    margin.words(&document.header, false, width * (1.0 - HEAD_LEFT) - AWAY, true);
    margin.across(sheet.top() - AWAY);
    margin.kind = ArtifactType::Footer;
    margin.top = sheet.bottom() + AWAY + 4.0;
    margin.across(sheet.bottom() + AWAY);
    margin.words(&document.footer, false, width * FOOT_LEFT, false);
    margin.words(&number, false, width * (1.0 - FOOT_LEFT) - AWAY, true);
    Ok(())
}

struct Margin<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'static Fonts,
    sheet: &'a Sheet,
    kind: ArtifactType,
    top: f32,
}

impl Margin<'_, '_> {
    /// Words at the left or at the right edge, in as many lines as there may be.
    fn words(&mut self, words: &str, strong: bool, width: f32, at_right: bool) {
        let look = Look { size: MARGIN_SIZE, strong, emphasis: false, code: false };
        let paragraph = Paragraph::plain(self.fonts, words, look);
        let lines = paragraph.lines(width);
        let (paragraph, lines) = match lines.get(MOST_LINES - 1).filter(|_| lines.len() > MOST_LINES) {
            Some(last) => shortened(self.fonts, &paragraph, last, look, width),
            None => (paragraph, lines),
        };
        for (index, line) in lines.iter().take(MOST_LINES).enumerate() {
            let left = if at_right { self.sheet.right() - line.width } else { self.sheet.left() };
            let start = Point::from_xy(left, self.top + MARGIN_SIZE * (1.0 + LINE * index as f32));
            self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(self.kind)));
            glyphs(self.surface, self.fonts, &paragraph, line.glyphs.clone(), start);
            self.surface.end_tagged();
        }
    }

    fn across(&mut self, top: f32) {
        let area = Area { left: self.sheet.left(), top, width: self.sheet.body_width(), height: 0.5 };
        fill(self.surface, area, 110);
    }
}

/// As many words as stand in the lines up to `last`, and an ellipsis.
fn shortened(fonts: &Fonts, paragraph: &Paragraph, last: &Line, look: Look, width: f32) -> (Paragraph, Vec<Line>) {
    let mut words = paragraph.text[..paragraph.glyphs[last.glyphs.end - 1].0.bytes.end].to_owned();
    loop {
        words.truncate(words.trim_end().len());
        let short = Paragraph::plain(fonts, &format!("{words}\u{2026}"), look);
        let lines = short.lines(width);
        if lines.len() <= MOST_LINES || words.is_empty() {
            return (short, lines);
        }
        words.pop();
    }
}
