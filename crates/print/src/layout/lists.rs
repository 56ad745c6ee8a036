//! Items in a row are one list, with lists within it.

use std::rc::Rc;

use super::Layout;
use super::blocks::{ABOVE, words_below};
use super::sheet::{BODY_SIZE, LINE};
use super::strip::{Strip, keep_ends_together};
use crate::lettering::paragraph::Paragraph;
use crate::tags::{Kind, Node, Tags};
use crate::{Part, Run};

/// Deeper items stand where these stand.
const DEEPEST: usize = 5;
/// How far a list stands from what is around it.
const INDENT: f32 = 16.0;
/// The bullets by depth.
const BULLETS: [&str; 3] = ["\u{2022}", "\u{2013}", "\u{25AA}"];

/// A list that is open while its items come.
struct Open {
    numbered: bool,
    list: Node,
    /// The body of its last item, where lists within it grow.
    body: Node,
    left: f32,
    /// From the left of the bullet to the left of the words.
    indent: f32,
}

struct Item<'a> {
    ordered: Option<u32>,
    depth: usize,
    runs: &'a [Run],
}

/// Lays out all items that come first; gives what is left.
pub(super) fn list<'a>(layout: &mut Layout, parts: &'a [Part]) -> &'a [Part] {
    let items: Vec<Item> = parts.iter().map_while(item).collect();
    let mut open: Vec<Open> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let depth = item.depth.min(open.len()).min(DEEPEST);
        open.truncate(depth + 1);
        let other_kind = |open: &Open| open.numbered != item.ordered.is_some();
        if open.get(depth).is_some_and(other_kind) {
            open.truncate(depth);
        }
        if open.len() == depth {
            let began = begin(layout, open.last(), &items[index..]);
            open.push(began);
        }
        if let Some(list) = open.last_mut() {
            put(layout, list, item, (index, depth));
        }
    }
    &parts[items.len()..]
}

fn item(part: &Part) -> Option<Item<'_>> {
    match part {
        Part::Item { ordered, depth, runs } => Some(Item { ordered: *ordered, depth: usize::from(*depth), runs }),
        _ => None,
    }
}

fn begin(layout: &mut Layout, around: Option<&Open>, items: &[Item]) -> Open {
    let parent = around.map_or(Tags::ROOT, |around| around.body);
    let left = around.map_or(0.0, |around| around.left + around.indent);
    let numbered = items.first().is_some_and(|item| item.ordered.is_some());
    let list = layout.tags.grow(parent, Kind::List { numbered });
    let widest = items.iter().filter_map(|item| item.ordered).max().map_or(0.0, |number| label_width(layout, number));
    let indent = (INDENT * layout.sheet.scale).max(if numbered { widest } else { 0.0 });
    Open { numbered, list, body: list, left, indent }
}

fn label_width(layout: &Layout, number: u32) -> f32 {
    let label = layout.plain(&format!("{number}. "), layout.look(BODY_SIZE));
    label.widths().1 + 5.0 * layout.sheet.scale
}

fn put(layout: &mut Layout, list: &mut Open, item: &Item, (index, depth): (usize, usize)) {
    let node = layout.tags.grow(list.list, Kind::Item);
    let label_node = layout.tags.grow(node, Kind::Label);
    list.body = layout.tags.grow(node, Kind::ItemBody);
    let words = item.ordered.map_or(BULLETS[depth.min(BULLETS.len() - 1)].to_owned(), |number| format!("{number}."));
    let label =
        Paragraph::new(layout.fonts, &[Run::plain(words)], layout.look(BODY_SIZE), &mut layout.tags, label_node);
    let body_node = layout.tags.grow(list.body, Kind::Paragraph);
    let paragraph = layout.words(item.runs, body_node);
    let left = list.left + list.indent;
    let lines = paragraph.lines(layout.sheet.body_width() - left);
    let (label_lines, paragraph, label) = (label.lines(f32::MAX), Rc::new(paragraph), Rc::new(label));
    let first = layout.strips.len();
    let above = (if index == 0 { ABOVE } else { ABOVE / 3.0 }) * layout.sheet.scale;
    let mut label_marks: Vec<_> = words_below(&label, &label_lines, list.left, 0.0).collect();
    for row in 0..lines.len().max(1) {
        let mut marks = std::mem::take(&mut label_marks);
        marks.extend(words_below(&paragraph, lines.get(row..=row).unwrap_or_default(), left, 0.0));
        let before = if row == 0 { above } else { 0.0 };
        layout.strips.push(Strip { before, height: paragraph.size * LINE, marks, ..Strip::default() });
    }
    keep_ends_together(&mut layout.strips[first..]);
}
