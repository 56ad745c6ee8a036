//! Lines, already filled with HTML, put into paragraphs, lists, quotes and tables.

use super::{Around, escape};
use crate::lines::{Item, Kind, Line, Within};

/// A line that is ready to be shown. All of it but the line is HTML.
pub(crate) struct Block<'a> {
    /// The line; `None` says something between the lines.
    pub(crate) line: Option<&'a Line>,
    /// Its words.
    pub(crate) inner: String,
    /// What is said before its words.
    pub(crate) before: String,
    /// Its attributes.
    pub(crate) attributes: String,
    /// What is said behind its words.
    pub(crate) after: String,
}

impl<'a> Block<'a> {
    /// A line with its words as HTML.
    pub(crate) fn of(line: &'a Line, inner: String, around: Around) -> Self {
        let mut attributes = String::new();
        for (name, value) in [("id", &around.id), ("class", &around.class)] {
            if !value.is_empty() {
                attributes.push_str(&format!(" {name}=\"{}\"", escape(value)));
            }
        }
        let link = |(address, words): (String, String)| {
            format!(" <a class=\"line-link\" href=\"{}\">{}</a>", escape(&address), escape(&words))
        };
        let after = around.link.map(link).unwrap_or_default();
        Block { line: Some(line), inner, before: String::new(), attributes, after }
    }

    /// Words between the lines.
    pub(crate) fn note(class: &str, words: &str) -> Self {
        let attributes = format!(" class=\"{class}\"");
        Block { line: None, inner: escape(words), before: String::new(), attributes, after: String::new() }
    }
}

/// All blocks, one below the other.
pub(crate) fn write(blocks: &[Block]) -> String {
    let levels = blocks.iter().filter_map(|block| match block.line?.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    });
    let mut writer = Writer { highest: levels.min().unwrap_or(1), ..Writer::default() };
    for block in blocks {
        writer.block(block);
    }
    writer.shut(0);
    writer.table(false);
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    highest: u8,
    /// What is open, each list with the number that its next item has by itself.
    open: Vec<(Within, u64)>,
    in_table: bool,
    /// The innermost list has no item yet.
    fresh: bool,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        let Block { inner, before, attributes, after, .. } = block;
        let Some(line) = block.line else {
            self.table(false);
            self.shut(0);
            self.out.push_str(&format!("<p{attributes}>{inner}</p>\n"));
            return;
        };
        self.step_into(line);
        self.table(matches!(line.kind, Kind::Head | Kind::Row));
        let content = format!("{before}{inner}{after}");
        let attributes = if self.item(line, attributes) { "" } else { attributes };
        let shown = match line.kind {
            Kind::Paragraph if line.item != Item::No => content,
            Kind::Paragraph | Kind::Picture => format!("<p{attributes}>{content}</p>\n"),
            Kind::Heading(level) => {
                let level = (3 + level.saturating_sub(self.highest)).min(6);
                format!("<h{level}{attributes}>{content}</h{level}>\n")
            }
            Kind::Head => format!("<tr{attributes}><th scope=\"col\">{content}</th></tr>\n"),
            Kind::Row => format!("<tr{attributes}><td>{content}</td></tr>\n"),
            Kind::Rule => format!("{before}<hr{attributes}>{after}\n"),
            Kind::Code => format!("<pre{attributes}>{content}</pre>\n"),
        };
        self.out.push_str(&shown);
    }

    /// Closes what the line does not stand in, and opens what it does.
    fn step_into(&mut self, line: &Line) {
        let common = self.open.iter().zip(&line.within).take_while(|((open, _), within)| open == *within).count();
        if common < self.open.len() || common < line.within.len() {
            self.table(false);
        }
        self.shut(common);
        for (depth, within) in line.within.iter().enumerate().skip(common) {
            let innermost = depth + 1 == line.within.len();
            let number = match line.item {
                Item::Number(number) if innermost => number,
                _ => 1,
            };
            self.out.push_str(&match within {
                Within::Quote => "<blockquote>".into(),
                Within::Bullets => "<ul>".to_owned(),
                Within::Numbers if number == 1 => "<ol>".into(),
                Within::Numbers => format!("<ol start=\"{number}\">"),
            });
            let in_item = *within != Within::Quote && (!innermost || line.item == Item::No);
            if in_item {
                self.out.push_str("<li>");
            }
            // A list whose first item is still to come counts from its number.
            self.open.push((*within, if in_item { number + 1 } else { number }));
            self.fresh = innermost && !in_item;
        }
    }

    /// Begins an item, and says whether it did.
    fn item(&mut self, line: &Line, attributes: &str) -> bool {
        if line.item == Item::No {
            return false;
        }
        if !std::mem::take(&mut self.fresh) {
            self.out.push_str("</li>\n");
        }
        let mut value = String::new();
        if let (Item::Number(number), Some((_, next))) = (line.item, self.open.last_mut()) {
            if number != *next {
                value = format!(" value=\"{number}\"");
            }
            *next = number.saturating_add(1);
        }
        self.out.push_str(&format!("<li{value}{attributes}>"));
        true
    }

    fn shut(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.table(false);
            self.out.push_str(match self.open.pop() {
                Some((Within::Bullets, _)) => "</li></ul>\n",
                Some((Within::Numbers, _)) => "</li></ol>\n",
                _ => "</blockquote>\n",
            });
        }
    }

    fn table(&mut self, wanted: bool) {
        if wanted != self.in_table {
            self.out.push_str(if wanted { "<table>\n" } else { "</table>\n" });
            self.in_table = wanted;
        }
    }
}
