//! Texts in sections: written in Markdown, shown, compared for a reader, merged, traced, brought in.
//!
//! Pure: no database, no page, no clock, no file. A text is a list of [`Section`]s; a section's
//! words become [`lines::Line`]s, and everything else is said about lines.

mod bounds;
pub mod compare;
pub mod import;
pub mod lines;
pub mod merge;
pub mod sample;
pub mod show;
pub mod trace;
mod verbatim;

use serde::{Deserialize, Serialize};

pub use bounds::{Passed, SECTION_BYTES, SECTIONS, TEXT_BYTES, check};
pub use verbatim::verbatim;

/// A part of a text with a title of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Who the section is: it stays when the section is renamed or moved.
    pub key: String,
    /// What it is about, in the caller's own words; opaque here, and may be empty.
    pub kind: String,
    /// What stands above it.
    pub title: String,
    /// Its words, in Markdown.
    pub words: String,
}
