//! Whole documents of others become sections: Markdown, and DOCX by way of Markdown.

mod docx;
mod markdown;

use crate::Section;

pub use docx::docx;
pub use markdown::markdown;

/// The largest file that is read, in bytes.
pub const FILE_BYTES: usize = 20_000_000;
/// The most that a packed file may unpack to, in bytes.
pub const UNPACKED_BYTES: u64 = 100_000_000;
/// The most files that a packed file may hold.
pub const ENTRIES: usize = 10_000;

/// What a document became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What the document calls itself; may be empty.
    pub name: String,
    /// Its sections. Keys and kinds are empty: whoever keeps them gives them.
    pub sections: Vec<Section>,
    /// Its pictures: the address that stands for each in the words, and the bytes as they are.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// What was not taken as it is, each once, with how often it was met.
    pub left_out: Vec<(LeftOut, usize)>,
}

/// What is not taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Changes that were tracked; they are taken as accepted.
    TrackedChange,
    /// A comment.
    Comment,
    /// A header or footer.
    HeaderOrFooter,
    /// A footnote or endnote.
    Footnote,
    /// A picture that is somewhere else, or of a kind that we do not show.
    Picture,
    /// A chart or diagram.
    Chart,
    /// A formula.
    Formula,
    /// A file inside of the file.
    Embedded,
}

/// Why a document could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is larger than [`FILE_BYTES`].
    TooLarge,
    /// It is not text in UTF-8.
    NotText,
    /// It is no DOCX file.
    NotDocx,
    /// It is protected by a password.
    Encrypted,
    /// It is of Word before 2007.
    OldWord,
    /// It holds more than [`ENTRIES`] files.
    TooManyEntries,
    /// It unpacks to more than [`UNPACKED_BYTES`], or to far more than documents do.
    Bomb,
    /// Something in it is nested too deep or has too many parts.
    TooDeep,
    /// It defines words of its own for the reader of the file, which no document does.
    Doctype,
    /// It is broken.
    Damaged,
}

#[cfg(test)]
mod tests;
