//! What is printed: a title, facts, and parts one below another.

use chart::Chart;
use jiff::Timestamp;

use crate::lettering::clean;
use crate::{Error, MOST_PICTURE_BYTES};

/// A small document. All text is plain; what it looks like is decided here and nowhere else.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The language of the text, as a language tag: `en`, `es`, `es-ES`.
    pub language: String,
    /// The title: on the first page, in the file's properties and in the window of a reader.
    pub title: String,
    /// Who is behind it; the author in the file's properties, and on the left of each page's head.
    pub organization: String,
    /// On the right of each page's head: the site and the post.
    pub header: String,
    /// On the left of each page's foot: the revision, since when it is in force, when it was
    /// printed. Two lines at most.
    pub footer: String,
    /// On the right of each page's foot, with `{page}` and `{pages}`: `Page {page} of {pages}`.
    pub page_of_pages: String,
    /// When it is printed, for the file's properties alone; a file that is to be kept says it.
    pub printed_at: Timestamp,
    /// The sheet.
    pub paper: Paper,
    /// How large the letters are.
    pub type_size: TypeSize,
    /// A framed line below the title: what must be known before anything else.
    pub notice: Option<String>,
    /// Name and value, as a table below the title.
    pub facts: Vec<(String, String)>,
    /// What it says.
    pub parts: Vec<Part>,
}

/// The sheet, upright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TypeSize {
    /// To be read in the hand.
    #[default]
    Hand,
    /// To be read from a wall.
    Poster,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading; 1 is the highest level below the title, 3 the lowest that looks different.
    Heading {
        /// From 1.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// One item of a list; items in a row are one list.
    Item {
        /// Its number, or none for a bullet.
        ordered: Option<u32>,
        /// How deep: 0 is the outermost list.
        depth: u8,
        /// The words.
        runs: Vec<Run>,
    },
    /// Somebody's words.
    Quote(Vec<Run>),
    /// A table. Its head is repeated on each page; no row is cut that fits on a page.
    Table {
        /// The column heads; may be empty.
        head: Vec<Cell>,
        /// The rows; what is missing in a row is blank.
        rows: Vec<Vec<Cell>>,
    },
    /// Names with blank cells to write in.
    SignatureRows {
        /// The column heads: name, signature, date.
        head: Vec<String>,
        /// Who signs, a row each.
        names: Vec<String>,
    },
    /// A picture (JPEG, PNG or WebP). One that cannot be read leaves a frame with its words.
    Picture {
        /// The file.
        bytes: Vec<u8>,
        /// What it shows, for who does not see it; empty for an ornament.
        alt: String,
    },
    /// A chart, drawn in lines, black on white, with its caption below; both stand on one page. One
    /// that cannot be drawn leaves a frame with its words.
    Figure {
        /// The chart. Its title and its description are for who does not see it.
        chart: Box<Chart>,
        /// The words below it.
        caption: Vec<Run>,
    },
    /// Text as it was typed, in letters of one width.
    Code(String),
    /// A line across.
    Rule,
    /// What follows begins on a new page.
    PageBreak,
}

/// What stands in a cell of a table.
pub type Cell = Vec<Run>;

/// Words of one look.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// In letters of one width.
    pub code: bool,
    /// Where it leads (`https`, `http`, `mailto` or `tel`; others are ignored). Paper cannot be
    /// clicked, so the address follows the words that do not say it themselves.
    pub link: Option<String>,
    /// No longer there: struck, in `[- -]`, with a bar in the margin.
    pub gone: bool,
    /// Newly there: underlined, in `[+ +]`, with a bar in the margin.
    pub new: bool,
}

impl Run {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    /// Bold words.
    pub fn strong(text: impl Into<String>) -> Run {
        Run { strong: true, ..Run::plain(text) }
    }
}

impl Document {
    /// The document with nothing in it that cannot stand in a PDF.
    pub(crate) fn checked(&self) -> Result<Document, Error> {
        let picture_bytes: usize = self.parts.iter().map(Part::picture_bytes).sum();
        if picture_bytes > MOST_PICTURE_BYTES {
            return Err(Error::TooManyPictureBytes);
        }
        if !is_language(&self.language) {
            return Err(Error::NoLanguage);
        }
        let title = clean::line(&self.title);
        if title.is_empty() {
            return Err(Error::NoTitle);
        }
        Ok(Document {
            title,
            organization: clean::line(&self.organization),
            header: clean::line(&self.header),
            footer: clean::line(&self.footer),
            page_of_pages: clean::line(&self.page_of_pages),
            ..self.clone()
        })
    }
}

impl Part {
    fn picture_bytes(&self) -> usize {
        match self {
            Part::Picture { bytes, .. } => bytes.len(),
            _ => 0,
        }
    }
}

/// RFC 5646 in short: letters first, then parts of letters and digits, joined by hyphens.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_language_tag() {
        let known = ["en", "es-ES", "de-CH-1996", "zh-Hant"];
        assert!(known.iter().all(|tag| is_language(tag)));
        let unknown = ["", "e", "en_US", "-en", "en-", "12", "English language"];
        assert!(!unknown.iter().any(|tag| is_language(tag)));
    }
}
