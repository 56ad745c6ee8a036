//! The title, the notice and each part of a document become strips.

use std::rc::Rc;

use super::sheet::{BASELINE, BODY_SIZE, LINE, SMALL_SIZE};
use super::strip::{Area, Mark, Strip, keep_ends_together};
use super::{Layout, lists};
use crate::lettering::clean;
use crate::lettering::paragraph::{Look, Paragraph};
use crate::tags::{Kind, Node, Tags};
use crate::{Document, Part, Run};

/// The size of the title, and of headings by their level; deeper ones look like the last.
const TITLE_SIZE: f32 = 20.0;
const HEADING_SIZES: [f32; 3] = [14.0, 11.5, 10.0];
/// Blank space above a paragraph.
pub(super) const ABOVE: f32 = 6.0;
/// From a frame to its words.
const PADDING: f32 = 6.0;
/// How dark the ground of code is, and the bar beside a quote.
const CODE_GROUND: u8 = 240;
const QUOTE_BAR: u8 = 130;

/// Where lines stand in their strips.
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) above: f32,
}

impl Layout {
    /// What every document begins with.
    pub(super) fn opening(&mut self, document: &Document) {
        self.heading(0, &document.title);
        if let Some(notice) = &document.notice {
            self.notice(notice);
        }
        self.facts(&document.facts);
    }

    /// Lays out the first of some parts, or a list of several; gives what is left.
    pub(super) fn next_part<'a>(&mut self, parts: &'a [Part]) -> &'a [Part] {
        let Some((part, rest)) = parts.split_first() else { return parts };
        match part {
            Part::Heading { level, text } => self.heading(u16::from((*level).max(1)), text),
            Part::Paragraph(runs) => self.paragraph(runs, rest.first()),
            Part::Item { .. } => return lists::list(self, parts),
            Part::Quote(runs) => self.quote(runs),
            Part::Table { head, rows } => self.table(head, rows),
            Part::SignatureRows { head, names } => self.signatures(head, names),
            Part::Picture { bytes, alt } => self.picture(bytes, alt),
            Part::Figure { chart, caption } => self.figure(chart, caption),
            Part::Code(text) => self.code(text),
            Part::Rule => self.rule(),
            Part::PageBreak => self.strips.push(Strip { starts_page: true, ..Strip::default() }),
        }
        rest
    }

    /// A heading: of level 0 for the title. No level is left out below another, so that who
    /// leaps from heading to heading does not look for one.
    fn heading(&mut self, level: u16, text: &str) {
        let words = clean::line(text);
        if words.is_empty() {
            return;
        }
        let level = level.min(self.level).min(5);
        let place = usize::from(level).checked_sub(1);
        let size = place.map_or(TITLE_SIZE, |place| HEADING_SIZES[place.min(HEADING_SIZES.len() - 1)]);
        let node = self.tags.grow(Tags::ROOT, Kind::Heading(level + 1, words.clone()));
        let look = Look { strong: true, emphasis: level > 2, ..self.look(size) };
        let paragraph = Paragraph::new(self.fonts, &[Run::plain(&words)], look, &mut self.tags, node);
        let first = self.strips.len();
        self.lines(paragraph, &Column { above: size * 1.1 * self.sheet.scale, ..self.full() });
        self.strips[first..].iter_mut().for_each(|strip| strip.keeps_next = true);
        if let Some(strip) = self.strips.get_mut(first) {
            strip.heading = Some((level, words));
        }
        self.level = level + 1;
    }

    fn paragraph(&mut self, runs: &[Run], next: Option<&Part>) {
        let node = self.tags.grow(Tags::ROOT, Kind::Paragraph);
        let paragraph = self.words(runs, node);
        let announces = paragraph.text.ends_with(':') && matches!(next, Some(Part::Item { .. } | Part::Table { .. }));
        self.lines(paragraph, &self.full());
        if let Some(last) = self.strips.last_mut().filter(|_| announces) {
            last.keeps_next = true;
        }
    }

    fn quote(&mut self, runs: &[Run]) {
        let quote = self.tags.grow(Tags::ROOT, Kind::Quote);
        let node = self.tags.grow(quote, Kind::Paragraph);
        let look = Look { emphasis: true, ..self.look(BODY_SIZE) };
        let paragraph = Paragraph::new(self.fonts, runs, look, &mut self.tags, node);
        let first = self.strips.len();
        let left = 14.0 * self.sheet.scale;
        self.lines(paragraph, &Column { left, width: self.sheet.body_width() - left, ..self.full() });
        for strip in &mut self.strips[first..] {
            let area = Area { left: 3.0, top: 0.0, width: 2.0, height: strip.height };
            strip.marks.push(Mark::Fill { area, lightness: QUOTE_BAR });
        }
    }

    fn code(&mut self, text: &str) {
        let paragraph_node = self.tags.grow(Tags::ROOT, Kind::Paragraph);
        let node = self.tags.grow(paragraph_node, Kind::Code);
        let look = Look { code: true, ..self.look(SMALL_SIZE) };
        let mut above = self.full().above;
        for line in clean::text(text).trim_end().split('\n') {
            // A blank line is a line too.
            let run = Run::plain(if line.is_empty() { "\u{A0}" } else { line });
            let paragraph = Paragraph::new(self.fonts, &[run], look, &mut self.tags, node);
            let column = Column { left: PADDING, width: self.sheet.body_width() - 2.0 * PADDING, above };
            let first = self.strips.len();
            self.lines(paragraph, &column);
            for strip in &mut self.strips[first..] {
                let area = Area { left: 0.0, top: 0.0, width: self.sheet.body_width(), height: strip.height };
                strip.marks.insert(0, Mark::Fill { area, lightness: CODE_GROUND });
            }
            above = 0.0;
        }
    }

    /// A frame with bold words in it; it is parted only when it fits on no page.
    fn notice(&mut self, words: &str) {
        let node = self.tags.grow(Tags::ROOT, Kind::Paragraph);
        let look = Look { strong: true, ..self.look(BODY_SIZE) };
        let paragraph = Paragraph::new(self.fonts, &[Run::plain(words)], look, &mut self.tags, node);
        self.framed(paragraph);
    }

    /// Words in a frame.
    pub(super) fn framed(&mut self, paragraph: Paragraph) {
        let line_height = paragraph.size * LINE;
        let width = self.sheet.body_width();
        let most = ((self.sheet.body_height() - 2.0 * PADDING) / line_height).floor().max(1.0) as usize;
        let lines = paragraph.lines(width - 4.0 * PADDING);
        let paragraph = Rc::new(paragraph);
        for lines in lines.chunks(most) {
            let height = lines.len() as f32 * line_height + 2.0 * PADDING;
            let mut marks = Vec::from(Area { left: 0.0, top: 0.0, width, height }.frame(1.2));
            let left = 2.0 * PADDING;
            marks.extend(words_below(&paragraph, lines, left, PADDING));
            let before = 2.0 * ABOVE * self.sheet.scale;
            self.strips.push(Strip { before, height, marks, ..Strip::default() });
        }
    }

    fn rule(&mut self) {
        let area = Area { left: 0.0, top: 4.0, width: self.sheet.body_width(), height: 0.8 };
        let marks = vec![Mark::Fill { area, lightness: 0 }];
        self.strips.push(Strip { before: ABOVE, height: 8.0, marks, ..Strip::default() });
    }

    /// A paragraph of plain size.
    pub(super) fn words(&mut self, runs: &[Run], node: Node) -> Paragraph {
        Paragraph::new(self.fonts, runs, self.look(BODY_SIZE), &mut self.tags, node)
    }

    /// The whole width.
    pub(super) fn full(&self) -> Column {
        Column { left: 0.0, width: self.sheet.body_width(), above: ABOVE * self.sheet.scale }
    }

    /// A strip for each line.
    pub(super) fn lines(&mut self, paragraph: Paragraph, column: &Column) {
        let height = paragraph.size * LINE;
        let lines = paragraph.lines(column.width);
        let paragraph = Rc::new(paragraph);
        let first = self.strips.len();
        for (index, line) in lines.iter().enumerate() {
            let before = if index == 0 { column.above } else { 0.0 };
            let marks = words_below(&paragraph, std::slice::from_ref(line), column.left, 0.0).collect();
            self.strips.push(Strip { before, height, marks, ..Strip::default() });
        }
        keep_ends_together(&mut self.strips[first..]);
    }
}

/// Lines one below another, from `top`.
pub(super) fn words_below<'a>(
    paragraph: &'a Rc<Paragraph>,
    lines: &'a [crate::lettering::paragraph::Line],
    left: f32,
    top: f32,
) -> impl Iterator<Item = Mark> + 'a {
    lines.iter().enumerate().map(move |(index, line)| Mark::Words {
        paragraph: Rc::clone(paragraph),
        line: line.clone(),
        left,
        baseline: top + paragraph.size * (LINE * index as f32 + BASELINE),
    })
}

/// How many bytes of text a part has.
pub(super) fn bytes(part: &Part) -> usize {
    let runs = |runs: &[Run]| runs.iter().map(|run| run.text.len() + 1).sum::<usize>();
    let row = |row: &Vec<Vec<Run>>| row.iter().map(|cell| runs(cell)).sum::<usize>();
    match part {
        Part::Heading { text, .. } | Part::Code(text) => text.len(),
        Part::Paragraph(words) | Part::Quote(words) | Part::Item { runs: words, .. } => runs(words),
        Part::Table { head, rows } => row(head) + rows.iter().map(row).sum::<usize>(),
        Part::SignatureRows { head, names } => head.iter().chain(names).map(String::len).sum(),
        Part::Picture { alt, .. } => alt.len(),
        Part::Figure { chart, caption } => chart.title.len() + chart.description.len() + runs(caption),
        Part::Rule | Part::PageBreak => 0,
    }
}
