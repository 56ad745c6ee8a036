//! Lines as safe HTML, or as plain words for a letter.
//!
//! Nothing of the text reaches the page unescaped, and tags, attributes and classes are all ours:
//! that is why no sanitizer runs behind it. The tests let one judge.

mod blocks;
mod inline;

use crate::lines::{Item, Kind, Line, Piece};

pub(crate) use blocks::{Block, write};
pub(crate) use inline::{escape, run, runs};

/// What the caller says about one line.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Its anchor on the page; empty for none.
    pub id: String,
    /// Its class; empty for none.
    pub class: String,
    /// A link behind it, as address and words: "why?".
    pub link: Option<(String, String)>,
}

/// How lines are shown.
pub struct Ways<'a> {
    /// The address of the picture with this hash (64 hexadecimal digits).
    pub picture: &'a dyn Fn(&str) -> String,
    /// What is said about the line at this place (from 0).
    pub around: &'a dyn Fn(usize) -> Around,
}

/// Lines as HTML below a section's title, which is an `h2`.
#[must_use]
pub fn html(lines: &[Line], ways: &Ways) -> String {
    let block = |(place, line)| Block::of(line, runs(line, ways.picture), (ways.around)(place));
    let blocks: Vec<Block> = lines.iter().enumerate().map(block).collect();
    write(&blocks)
}

/// Lines as words, for letters: one below the other.
#[must_use]
pub fn plain(lines: &[Line]) -> String {
    let mut out = String::new();
    for line in lines {
        let mark = match line.item {
            Item::No => String::new(),
            Item::Bullet => "- ".into(),
            Item::Number(number) => format!("{number}. "),
        };
        let indent = "  ".repeat(line.depth().saturating_sub(1));
        let words = match line.kind {
            Kind::Rule => "---".into(),
            _ => words(line),
        };
        out.push_str(&format!("{indent}{mark}{words}\n"));
    }
    out
}

fn words(line: &Line) -> String {
    let mut out = String::new();
    for run in &line.runs {
        match (&run.piece, &run.style.link) {
            (Piece::Break, _) => out.push(' '),
            (Piece::Cell, _) => out.push_str(" | "),
            (_, Some(link)) if inline::is_link(link) && *link != run.text => {
                out.push_str(&format!("{} ({link})", run.text));
            }
            _ => out.push_str(&run.text),
        }
    }
    out
}

#[cfg(test)]
mod tests;
