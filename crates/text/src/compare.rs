//! What changed between two texts, as a reader would say it.
//!
//! Sections are matched by who they are, lines by what a reader sees of them, and words within a
//! line that is still itself. A comparison together with the old text gives the new one exactly.

mod alike;
mod fold;
mod html;
mod hunks;
mod in_lines;
mod in_words;
mod order;
mod sections;

use crate::Section;
use crate::lines::{Line, Run};

pub use fold::{Folded, fold};
pub use html::{Sayings, html, words as words_html};
pub(crate) use hunks::{Hunk, hunks};
pub use in_words::WordChange;
pub(crate) use order::rising;
pub(crate) use sections::partners;

/// What changed between two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// All sections in the new order; what was removed stands where it was.
    pub sections: Vec<SectionChange>,
}

/// What became of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionChange {
    /// What it comes to.
    pub what: What,
    /// The section without its words as it is now; of a removed one, as it was.
    pub head: Section,
    /// Its place in the old text, from 0.
    pub old_place: Option<usize>,
    /// Its place in the new text, from 0.
    pub new_place: Option<usize>,
    /// Whether it changed its order among the others, and not only because others came or went.
    pub moved: bool,
    /// The words of its title; all of them kept where it was not renamed.
    pub title: Vec<WordChange>,
    /// All its lines in the new order; what was removed stands where it was.
    pub lines: Vec<LineChange>,
}

/// What became of a section's lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A reader sees the same lines.
    Unchanged,
    /// Some lines changed.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// What became of one line. `old` is its place in the old section, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineChange {
    /// A reader sees the same; the Markdown may be spelled otherwise.
    Same {
        /// Its place before.
        old: usize,
        /// The line as it is now.
        line: Line,
        /// Whether its Markdown is the same byte for byte.
        to_the_byte: bool,
    },
    /// The same, at another place.
    Moved {
        /// Its place before.
        old: usize,
        /// The line as it is now.
        line: Line,
    },
    /// Still the same line, in other words.
    Changed {
        /// Its place before.
        old: usize,
        /// The line as it is now.
        line: Line,
        /// What became of its words.
        words: Vec<WordChange>,
    },
    /// It is new.
    Added {
        /// The line.
        line: Line,
    },
    /// It is gone.
    Removed {
        /// Its place before.
        old: usize,
        /// The line as it was.
        line: Line,
    },
}

/// How much changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Sections that are new, gone, moved, renamed.
    pub sections_added: usize,
    /// Sections that are gone.
    pub sections_removed: usize,
    /// Sections that moved.
    pub sections_moved: usize,
    /// Sections that were renamed.
    pub sections_retitled: usize,
    /// Sections with changed lines.
    pub sections_changed: usize,
    /// Lines that are new, those of new sections included.
    pub lines_added: usize,
    /// Lines that are gone, those of removed sections included.
    pub lines_removed: usize,
    /// Lines that changed.
    pub lines_changed: usize,
    /// Lines that moved.
    pub lines_moved: usize,
}

/// Compares two texts. It takes what [`crate::check`] lets through in well under a second.
#[must_use]
pub fn compare(old: &[Section], new: &[Section]) -> Comparison {
    Comparison { sections: sections::compare(old, new) }
}

/// The new text, from the old one and what changed: what is the same to the byte is taken from the old.
#[must_use]
pub fn apply(comparison: &Comparison, old: &[Section]) -> Vec<Section> {
    let now = comparison.sections.iter().filter(|change| change.what != What::Removed);
    now.map(|change| {
        let before = change.old_place.and_then(|place| old.get(place));
        let before = before.map(|section| crate::lines::lines(&section.words)).unwrap_or_default();
        let words = change.lines.iter().filter_map(|line| match line {
            LineChange::Same { old, to_the_byte: true, .. } => before.get(*old).map(|line| line.source.as_str()),
            LineChange::Removed { .. } => None,
            line => Some(line.line().source.as_str()),
        });
        Section { words: words.collect(), ..change.head.clone() }
    })
    .collect()
}

impl LineChange {
    /// The line as it is now; of a removed one, as it was.
    #[must_use]
    pub fn line(&self) -> &Line {
        match self {
            Self::Same { line, .. }
            | Self::Moved { line, .. }
            | Self::Changed { line, .. }
            | Self::Added { line }
            | Self::Removed { line, .. } => line,
        }
    }

    /// Whether a reader sees the same line at the same place.
    #[must_use]
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Same { .. })
    }
}

impl SectionChange {
    /// Whether its title changed.
    #[must_use]
    pub fn retitled(&self) -> bool {
        self.title.iter().any(|change| !matches!(change, WordChange::Kept(_)))
    }
}

impl Comparison {
    /// How much changed.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut sum = Summary::default();
        for section in &self.sections {
            sum.sections_added += usize::from(section.what == What::Added);
            sum.sections_removed += usize::from(section.what == What::Removed);
            sum.sections_changed += usize::from(section.what == What::Changed);
            sum.sections_moved += usize::from(section.moved);
            sum.sections_retitled += usize::from(section.retitled());
            for line in &section.lines {
                match line {
                    LineChange::Same { .. } => {}
                    LineChange::Moved { .. } => sum.lines_moved += 1,
                    LineChange::Changed { .. } => sum.lines_changed += 1,
                    LineChange::Added { .. } => sum.lines_added += 1,
                    LineChange::Removed { .. } => sum.lines_removed += 1,
                }
            }
        }
        sum
    }

    /// Whether a reader sees no change at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.summary() == Summary::default()
    }
}

/// The words of a title as runs.
fn title_runs(title: &str) -> Vec<Run> {
    let words = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { Vec::new() } else { vec![Run::words(words, crate::lines::Style::default())] }
}

#[cfg(test)]
mod tests;
