//! Runs of words become a paragraph, and a paragraph becomes lines.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::clean;
use super::fonts::{Face, Fonts};
use super::shape::{Glyph, shape};
use crate::Run;
use crate::tags::{Kind, Node, Tags};

/// Sums of the same widths may differ by so much, in points.
const ROUNDING: f32 = 0.01;

/// What all words of a paragraph share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// The size of the letters, in points.
    pub(crate) size: f32,
    pub(crate) strong: bool,
    pub(crate) emphasis: bool,
    /// In letters of one width.
    pub(crate) code: bool,
}

/// Words of one look within a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub(crate) node: Node,
    pub(crate) link: Option<String>,
    pub(crate) change: Option<Change>,
    face: Face,
    bytes: Range<usize>,
}

/// What happened to words from one text to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Gone,
    New,
}

/// Words, set in their fonts, and not yet in lines.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) size: f32,
    pub(crate) spans: Vec<Span>,
    /// The glyphs, each with the place of its span.
    pub(crate) glyphs: Vec<(Glyph, usize)>,
    pieces: Vec<Piece>,
}

/// What stays together in a line if it can: a word, and the blanks after it.
#[derive(Debug)]
struct Piece {
    glyphs: Range<usize>,
    /// With and without the blanks at its end, in points.
    width: f32,
    ink: f32,
    ends_line: bool,
}

/// Some glyphs of a paragraph that stand in one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) glyphs: Range<usize>,
    /// In points, without the blanks at its end.
    pub(crate) width: f32,
}

impl Paragraph {
    /// A paragraph of these words; its spans grow below `parent`.
    pub(crate) fn new(fonts: &Fonts, runs: &[Run], look: Look, tags: &mut Tags, parent: Node) -> Paragraph {
        let mut paragraph = Paragraph {
            text: String::new(),
            size: look.size,
            spans: Vec::new(),
            glyphs: Vec::new(),
            pieces: Vec::new(),
        };
        for (index, run) in runs.iter().enumerate() {
            let follows =
                |other: Option<&Run>| other.is_some_and(|other| (other.gone, other.new) == (run.gone, run.new));
            let begins = !follows(index.checked_sub(1).and_then(|before| runs.get(before)));
            paragraph.add(run, (begins, !follows(runs.get(index + 1))), look, (tags, parent));
        }
        let trimmed = paragraph.text.trim_end().len();
        paragraph.cut(trimmed);
        paragraph.set(fonts);
        paragraph
    }

    /// One look, plain words.
    pub(crate) fn plain(fonts: &Fonts, words: &str, look: Look) -> Paragraph {
        Paragraph::new(fonts, &[Run::plain(words)], look, &mut Tags::new(), Tags::ROOT)
    }

    fn add(&mut self, run: &Run, (begins, ends): (bool, bool), look: Look, (tags, parent): (&mut Tags, Node)) {
        let link = run.link.as_deref().and_then(address);
        let kind = match (run.gone, run.new, run.code) {
            (true, _, _) => Kind::Gone,
            (_, true, _) => Kind::New,
            (_, _, true) => Kind::Code,
            _ => Kind::Words,
        };
        let mut node = tags.grow(parent, kind);
        if link.is_some() {
            node = tags.grow(node, Kind::Link);
        }
        let face = face(run, look);
        let (open, close) = match (run.gone, run.new) {
            (true, _) => ("[\u{2212}", "\u{2212}]"),
            (_, true) => ("[+", "+]"),
            _ => ("", ""),
        };
        if begins {
            self.push(open, Span { node, link: None, change: None, face, bytes: 0..0 });
        }
        let mut words = clean::text(&run.text);
        if link.is_some() && words.chars().all(|character| character.is_ascii_digit() || "+-() ".contains(character)) {
            // A number that is dialled is not parted by the end of a line.
            words = words.replace(' ', "\u{A0}");
        }
        if let Some(spoken) = link.as_deref().map(spoken).filter(|spoken| !says(&words, spoken)) {
            words.push_str(&format!(" ({spoken})"));
        }
        let change = match (run.gone, run.new) {
            (true, _) => Some(Change::Gone),
            (_, true) => Some(Change::New),
            _ => None,
        };
        self.push(&words, Span { node, link, change, face, bytes: 0..0 });
        if ends {
            self.push(close, Span { node, link: None, change: None, face, bytes: 0..0 });
        }
    }

    fn push(&mut self, words: &str, span: Span) {
        let start = self.text.len();
        self.text.push_str(words);
        if !words.is_empty() {
            self.spans.push(Span { bytes: start..self.text.len(), ..span });
        }
    }

    /// Keeps the first `length` bytes.
    fn cut(&mut self, length: usize) {
        self.text.truncate(length);
        for span in &mut self.spans {
            span.bytes = span.bytes.start.min(length)..span.bytes.end.min(length);
        }
    }

    /// Finds where lines may end, and sets each piece in its fonts.
    fn set(&mut self, fonts: &Fonts) {
        let ends: Vec<(usize, BreakOpportunity)> = linebreaks(&self.text).collect();
        self.text = self.text.replace('\n', " ");
        let (mut start, mut first_span) = (0, 0);
        for (end, opportunity) in ends {
            let first_glyph = self.glyphs.len();
            while self.spans.get(first_span).is_some_and(|span| span.bytes.end <= start) {
                first_span += 1;
            }
            for (offset, span) in self.spans[first_span..].iter().enumerate() {
                let bytes = span.bytes.start.max(start)..span.bytes.end.min(end);
                if bytes.start >= end {
                    break;
                }
                let mut glyphs = Vec::new();
                shape(fonts, &self.text, bytes, span.face, &mut glyphs);
                self.glyphs.extend(glyphs.into_iter().map(|glyph| (glyph, first_span + offset)));
            }
            self.add_piece(first_glyph, opportunity == BreakOpportunity::Mandatory);
            start = end;
        }
    }

    fn add_piece(&mut self, first_glyph: usize, ends_line: bool) {
        let glyphs = first_glyph..self.glyphs.len();
        let width = self.width(glyphs.clone());
        let ink = self.width(glyphs.start..self.end_of_ink(glyphs.clone()));
        if !glyphs.is_empty() {
            self.pieces.push(Piece { glyphs, width, ink, ends_line });
        }
    }

    /// Without the blanks at the end.
    fn end_of_ink(&self, glyphs: Range<usize>) -> usize {
        let blank = |index: usize| self.text[self.glyphs[index].0.bytes.clone()].chars().all(|c| c == ' ');
        let mut end = glyphs.end;
        while end > glyphs.start && blank(end - 1) {
            end -= 1;
        }
        end
    }

    /// The width of some glyphs, in points.
    pub(crate) fn width(&self, glyphs: Range<usize>) -> f32 {
        self.glyphs[glyphs].iter().map(|(glyph, _)| glyph.advance * self.size).sum()
    }

    /// The width of the widest word, and of the widest line when none is broken.
    pub(crate) fn widths(&self) -> (f32, f32) {
        let least = self.pieces.iter().map(|piece| piece.ink).fold(0.0, f32::max);
        let (mut most, mut line): (f32, f32) = (0.0, 0.0);
        for piece in &self.pieces {
            most = most.max(line + piece.ink);
            line = if piece.ends_line { 0.0 } else { line + piece.width };
        }
        (least, most)
    }

    /// The paragraph in lines of at most `width` points; a word that is wider is cut.
    pub(crate) fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut current: Option<Line> = None;
        let mut filled = 0.0;
        for piece in &self.pieces {
            if current.is_some() && filled + piece.ink > width + ROUNDING {
                lines.extend(current.take());
            }
            let mut line =
                current.take().unwrap_or(Line { glyphs: piece.glyphs.start..piece.glyphs.start, width: 0.0 });
            if line.glyphs.is_empty() {
                filled = 0.0;
                line.glyphs.start = self.cut_word(piece, width, &mut lines);
            }
            let rest = line.glyphs.start.max(piece.glyphs.start)..piece.glyphs.end;
            let ink = self.width(rest.start..self.end_of_ink(rest.clone()));
            line = Line { glyphs: line.glyphs.start..piece.glyphs.end, width: filled + ink };
            filled += self.width(rest);
            if piece.ends_line {
                lines.push(line);
            } else {
                current = Some(line);
            }
        }
        lines.extend(current);
        lines
    }

    /// Makes lines of the beginning of a word that fits into no line; says where its rest begins.
    fn cut_word(&self, piece: &Piece, width: f32, lines: &mut Vec<Line>) -> usize {
        let end = self.end_of_ink(piece.glyphs.clone());
        let (mut start, mut filled) = (piece.glyphs.start, 0.0);
        for index in piece.glyphs.start..end {
            let advance = self.glyphs[index].0.advance * self.size;
            let starts_letter = index > start && self.glyphs[index].0.bytes != self.glyphs[index - 1].0.bytes;
            if starts_letter && filled + advance > width + ROUNDING {
                lines.push(Line { glyphs: start..index, width: filled });
                (start, filled) = (index, 0.0);
            }
            filled += advance;
        }
        start
    }
}

fn face(run: &Run, look: Look) -> Face {
    match (look.code || run.code, look.strong || run.strong, look.emphasis || run.emphasis) {
        (true, _, _) => Face::Mono,
        (_, true, true) => Face::BoldItalic,
        (_, true, false) => Face::Bold,
        (_, false, true) => Face::Italic,
        (_, false, false) => Face::Regular,
    }
}

/// A link that may be in a document: one that leads to a page, a mailbox or a telephone.
fn address(link: &str) -> Option<String> {
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme));
    let plain = link.len() <= 2_000 && link.bytes().all(|byte| byte.is_ascii_graphic());
    (known && plain).then(|| link.to_owned())
}

/// An address as people say it.
fn spoken(address: &str) -> &str {
    address.strip_prefix("mailto:").or_else(|| address.strip_prefix("tel:")).unwrap_or(address)
}

/// Whether words say an address themselves; in a telephone number blanks say nothing.
fn says(words: &str, spoken: &str) -> bool {
    words.contains(spoken) || words.split_whitespace().collect::<String>().contains(spoken)
}

#[cfg(test)]
mod tests;
