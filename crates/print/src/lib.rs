//! Print: a small document becomes a tagged PDF that may be handed over on paper.
//!
//! Pure: no network, no files, no clock. The same document gives the same bytes. What a reader who
//! sees nothing needs is in it: structure, reading order, languages, alternative texts (PDF/UA-1),
//! and it can be kept for years (PDF/A-2a).

mod document;
mod draw;
mod layout;
mod lettering;
mod tags;

pub use document::{Cell, Document, Paper, Part, Run, TypeSize};

/// At most so many pages: more is no document for a post.
pub const MOST_PAGES: usize = 500;

/// At most so many bytes of pictures in one document.
pub const MOST_PICTURE_BYTES: usize = 50 * 1024 * 1024;

/// Why a document cannot be printed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// A PDF without a title cannot be found again, and is not accessible.
    #[error("the document has no title")]
    NoTitle,
    /// The language is not a language tag such as `en` or `es-ES`.
    #[error("the document has no language")]
    NoLanguage,
    /// More than [`MOST_PAGES`].
    #[error("the document has more than {MOST_PAGES} pages")]
    TooManyPages,
    /// More than [`MOST_PICTURE_BYTES`].
    #[error("the pictures have more than {MOST_PICTURE_BYTES} bytes")]
    TooManyPictureBytes,
    /// The writer of PDFs refused; a mistake of ours, never of the document.
    #[error("the PDF could not be written: {0}")]
    Writer(String),
}

/// The PDF of a document.
///
/// # Errors
///
/// When the document lacks a title or a language, or is beyond the bounds.
pub fn print(document: &Document) -> Result<Vec<u8>, Error> {
    let document = document.checked()?;
    let (pages, tags) = layout::lay_out(&document)?;
    draw::draw(&document, pages, tags)
}
