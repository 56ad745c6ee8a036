//! Tables: how wide columns are, and rows that are not cut.

use std::rc::Rc;

use super::Layout;
use super::blocks::{ABOVE, words_below};
use super::sheet::{BASELINE, LINE, SMALL_SIZE};
use super::strip::{Area, Mark, Strip, keep_ends_together};
use crate::lettering::clean;
use crate::lettering::paragraph::{Line, Look, Paragraph};
use crate::tags::{Kind, Node, Tags};
use crate::{Cell, Run};

/// From the edge of a cell to its words.
const ASIDE: f32 = 4.0;
const ABOVE_WORDS: f32 = 2.5;
/// The lines between cells.
const HAIRLINE: f32 = 0.5;
const LINE_LIGHTNESS: u8 = 110;
const HEAD_GROUND: u8 = 232;
/// The least height of a row that people write in (about 1 cm).
const WRITING_HEIGHT: f32 = 30.0;
/// A head that is taller than this part of a page is not repeated.
const MOST_HEAD: f32 = 0.3;

/// How a table looks.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Style {
    /// Lines between columns too, not only between rows.
    grid: bool,
    /// The first cell of a row says what the row is about.
    row_heads: bool,
    least_height: f32,
    /// Columns are as wide as their share of the sheet, whatever stands in them.
    even: bool,
}

/// The cells of a row, laid out.
struct Row {
    cells: Vec<(Rc<Paragraph>, Vec<Line>)>,
    nodes: Vec<Node>,
    is_head: bool,
}

struct Table {
    style: Style,
    /// The left edges of the columns, and the right edge of the last.
    edges: Vec<f32>,
    head: Option<usize>,
    head_height: f32,
}

impl Layout {
    pub(super) fn table(&mut self, head: &[Cell], rows: &[Vec<Cell>]) {
        let style = Style { grid: true, row_heads: false, least_height: 0.0, even: false };
        self.rows(head, rows, style);
    }

    pub(super) fn signatures(&mut self, head: &[String], names: &[String]) {
        let head: Vec<Cell> = head.iter().map(|words| vec![Run::plain(words)]).collect();
        let rows: Vec<Vec<Cell>> = names.iter().map(|name| vec![vec![Run::plain(name)]]).collect();
        let style = Style { grid: true, row_heads: true, least_height: WRITING_HEIGHT, even: true };
        self.rows(&head, &rows, style);
    }

    pub(super) fn facts(&mut self, facts: &[(String, String)]) {
        let cell = |words: &str| vec![Run::plain(clean::line(words))];
        let rows: Vec<Vec<Cell>> = facts.iter().map(|(name, value)| vec![cell(name), cell(value)]).collect();
        self.rows(&[], &rows, Style { grid: false, row_heads: true, least_height: 0.0, even: false });
    }

    fn rows(&mut self, head: &[Cell], rows: &[Vec<Cell>], style: Style) {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let node = self.tags.grow(Tags::ROOT, Kind::Table);
        let head_node = self.tags.grow(node, Kind::TableHead);
        let body_node = self.tags.grow(node, Kind::TableBody);
        let head = (!head.is_empty()).then(|| self.cells(head, columns, (head_node, true), style));
        let rows: Vec<_> = rows.iter().map(|row| self.cells(row, columns, (body_node, false), style)).collect();
        let all: Vec<&Vec<(Paragraph, Node)>> = head.iter().chain(&rows).collect();
        let edges = edges(&all, columns, self.sheet.body_width(), style);
        let mut table = Table { style, edges, head: None, head_height: 0.0 };
        let first = self.strips.len();
        if let Some(head) = head {
            self.row(&mut table, head, true);
        }
        let first_row = self.strips.len();
        rows.into_iter().for_each(|row| self.row(&mut table, row, false));
        keep_ends_together(&mut self.strips[first_row..]);
        if let Some(strip) = self.strips.get_mut(first) {
            strip.before = 1.5 * ABOVE * self.sheet.scale;
        }
    }

    /// The words of a row's cells; blank ones where it has none.
    fn cells(
        &mut self,
        row: &[Cell],
        columns: usize,
        (parent, is_head): (Node, bool),
        style: Style,
    ) -> Vec<(Paragraph, Node)> {
        let row_node = self.tags.grow(parent, Kind::Row);
        let mut cells = Vec::with_capacity(columns);
        for column in 0..columns {
            let names_row = style.row_heads && column == 0 && !is_head;
            let kind = match (is_head, names_row) {
                (true, _) => Kind::ColumnHead,
                (_, true) => Kind::RowHead,
                _ => Kind::Cell,
            };
            let node = self.tags.grow(row_node, kind);
            let look = Look { strong: is_head || (names_row && !style.grid), ..self.look(SMALL_SIZE) };
            let runs = row.get(column).map_or(&[][..], Vec::as_slice);
            cells.push((Paragraph::new(self.fonts, runs, look, &mut self.tags, node), node));
        }
        cells
    }

    /// A strip for a row, or several when it fits on no page.
    fn row(&mut self, table: &mut Table, cells: Vec<(Paragraph, Node)>, is_head: bool) {
        let (mut laid_out, mut nodes) = (Vec::new(), Vec::new());
        for (column, (paragraph, node)) in cells.into_iter().enumerate() {
            let width = table.edges[column + 1] - table.edges[column] - 2.0 * ASIDE;
            let lines = paragraph.lines(width.max(1.0));
            laid_out.push((Rc::new(paragraph), lines));
            nodes.push(node);
        }
        let row = Row { cells: laid_out, nodes, is_head };
        let room = self.sheet.body_height() - table.head_height;
        let line_height = SMALL_SIZE * self.sheet.scale * LINE;
        let most = ((room - 2.0 * ABOVE_WORDS) / line_height).floor().max(1.0) as usize;
        let count = row.cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0).max(1);
        let first = self.strips.len();
        for start in (0..count).step_by(most) {
            let strip = self.row_strip(table, &row, start..(start + most).min(count));
            self.strips.push(strip);
        }
        if is_head {
            let head: Vec<Strip> = self.strips[first..].to_vec();
            self.strips[first..].iter_mut().for_each(|strip| strip.keeps_next = true);
            let height: f32 = head.iter().map(|strip| strip.height).sum();
            if height <= MOST_HEAD * self.sheet.body_height() {
                (table.head, table.head_height) = (Some(self.heads.len()), height);
                self.heads.push(head);
            }
        }
    }

    fn row_strip(&self, table: &Table, row: &Row, lines: std::ops::Range<usize>) -> Strip {
        let size = SMALL_SIZE * self.sheet.scale;
        let words_height = lines.len() as f32 * size * LINE + 2.0 * ABOVE_WORDS;
        let least = if row.is_head { 0.0 } else { table.style.least_height * self.sheet.scale };
        let height = words_height.max(least);
        let mut marks = ruling(table, row.is_head, height);
        for (column, (paragraph, all)) in row.cells.iter().enumerate() {
            let left = table.edges[column] + if table.style.grid { ASIDE } else { 0.0 };
            let end = lines.end.min(all.len());
            let part = all.get(lines.start..end).unwrap_or_default();
            marks.extend(words_below(paragraph, part, left, ABOVE_WORDS));
            if all.is_empty() && lines.start == 0 {
                let baseline = ABOVE_WORDS + size * BASELINE;
                marks.push(Mark::Blank { node: row.nodes[column], left, baseline });
            }
        }
        Strip { height, marks, table: if row.is_head { None } else { table.head }, ..Strip::default() }
    }
}

/// The ground of a head, and the lines around cells.
fn ruling(table: &Table, is_head: bool, height: f32) -> Vec<Mark> {
    let width = table.edges.last().copied().unwrap_or_default();
    let fill = |left, top, width, height, lightness| Mark::Fill { area: Area { left, top, width, height }, lightness };
    let mut marks = Vec::new();
    if is_head {
        marks.push(fill(0.0, 0.0, width, height, HEAD_GROUND));
    }
    if table.style.grid {
        marks.push(fill(0.0, 0.0, width, HAIRLINE, LINE_LIGHTNESS));
        for edge in &table.edges {
            marks.push(fill(edge - HAIRLINE / 2.0, 0.0, HAIRLINE, height, LINE_LIGHTNESS));
        }
    }
    marks.push(fill(0.0, height, width, HAIRLINE, LINE_LIGHTNESS));
    marks
}

/// The edges of the columns: each as wide as it wants if there is room; else each has its widest
/// word, and the rest is shared by what they want.
fn edges(rows: &[&Vec<(Paragraph, Node)>], columns: usize, width: f32, style: Style) -> Vec<f32> {
    let mut wanted = vec![(0.0f32, 0.0f32); columns];
    for row in rows {
        for (want, (paragraph, _)) in wanted.iter_mut().zip(row.iter()) {
            let (least, most) = paragraph.widths();
            *want = (want.0.max(least + 2.0 * ASIDE), want.1.max(most + 2.0 * ASIDE));
        }
    }
    if style.even {
        wanted = vec![(1.0, 1.0); columns];
    }
    let mut edges = vec![0.0];
    let mut right = 0.0;
    for width in shares(&wanted, width, !style.grid) {
        right += width;
        edges.push(right);
    }
    edges
}

/// Shares a width among columns that want at least and at most so much.
fn shares(wanted: &[(f32, f32)], width: f32, last_takes_rest: bool) -> Vec<f32> {
    let least: f32 = wanted.iter().map(|want| want.0).sum();
    let most: f32 = wanted.iter().map(|want| want.1).sum();
    if most <= width && last_takes_rest {
        let rest = width - most;
        let last = wanted.len() - 1;
        return wanted
            .iter()
            .enumerate()
            .map(|(column, want)| want.1 + if column == last { rest } else { 0.0 })
            .collect();
    }
    if most <= width {
        return wanted.iter().map(|want| want.1 * width / most).collect();
    }
    if least >= width {
        return wanted.iter().map(|want| want.0 * width / least).collect();
    }
    let part = (width - least) / (most - least);
    wanted.iter().map(|want| want.0 + (want.1 - want.0) * part).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_have_their_widest_word_if_there_is_room() {
        assert_eq!(shares(&[(10.0, 20.0), (10.0, 60.0)], 160.0, false), [40.0, 120.0]);
        assert_eq!(shares(&[(10.0, 20.0), (10.0, 60.0)], 100.0, true), [20.0, 80.0]);
        assert_eq!(shares(&[(10.0, 20.0), (10.0, 90.0)], 65.0, false), [15.0, 50.0]);
        assert_eq!(shares(&[(30.0, 40.0), (90.0, 90.0)], 60.0, false), [15.0, 45.0]);
    }

    proptest! {
        #[test]
        fn columns_fill_the_width(
            wanted in prop::collection::vec((8.0f32..200.0, 0.0f32..900.0), 1..12), last in any::<bool>(),
        ) {
            let wanted: Vec<_> = wanted.into_iter().map(|(least, more)| (least, least + more)).collect();
            let shares = shares(&wanted, 480.0, last);
            prop_assert!(shares.iter().all(|share| *share > 0.0));
            prop_assert!((shares.iter().sum::<f32>() - 480.0).abs() < 0.1);
        }
    }
}
