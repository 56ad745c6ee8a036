//! A section's Markdown as lines: what a reader sees one below the other.

mod read;
mod runs;

pub use runs::{Piece, Run, Style, plain};

/// One paragraph, list item, heading, table row, picture, rule or block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// The quotes and lists that it stands in, from the outside.
    pub within: Vec<Within>,
    /// Whether it begins an item of the innermost list.
    pub item: Item,
    /// What it says.
    pub runs: Vec<Run>,
    /// The exact Markdown of the line, with the white space up to the next one.
    pub source: String,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Words.
    Paragraph,
    /// A heading inside the section, from 1 to 6.
    Heading(u8),
    /// The head of a table.
    Head,
    /// A row of a table.
    Row,
    /// A paragraph that is one picture and nothing else.
    Picture,
    /// A line across.
    Rule,
    /// Words whose spaces and line ends count.
    Code,
}

/// What a line may stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Within {
    /// A quote.
    Quote,
    /// A list with bullets.
    Bullets,
    /// A list with numbers.
    Numbers,
}

/// Whether a line begins an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// It stands in no list, or goes on with an item.
    No,
    /// It begins an item with a bullet.
    Bullet,
    /// It begins the item of this number.
    Number(u64),
}

impl Line {
    /// What a reader sees of the line. Neither the spelling of its Markdown nor its number in a list
    /// is part of it: an item stays itself when another is put before it.
    #[must_use]
    pub fn face(&self) -> Face<'_> {
        (self.kind, &self.within, self.item != Item::No, &self.runs)
    }

    /// How many lists it stands in.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.within.iter().filter(|within| **within != Within::Quote).count()
    }
}

/// See [`Line::face`].
pub type Face<'a> = (Kind, &'a [Within], bool, &'a [Run]);

/// The lines of a section's words. Their sources, joined, are the words byte for byte.
#[must_use]
pub fn lines(words: &str) -> Vec<Line> {
    read::read(words)
}

#[cfg(test)]
mod tests;
