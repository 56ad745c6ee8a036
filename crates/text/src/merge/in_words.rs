//! Merges the words of one section, line by line.
//!
//! Lines are compared as a reader sees them. So a list that is numbered anew, or white space that a
//! browser changed, touches nobody's edit.

use std::ops::Range;

use super::pick;
use crate::compare::{Hunk, hunks};
use crate::lines::{Line, lines};

/// Merged words.
#[derive(Default)]
pub(super) struct Words {
    pub(super) words: String,
    pub(super) conflicts: Vec<Part>,
}

/// Lines that both changed.
pub(super) struct Part {
    pub(super) at: Range<usize>,
    pub(super) base: String,
    pub(super) ours: String,
    pub(super) theirs: String,
}

pub(super) fn merge(base: &str, ours: &str, theirs: &str) -> Words {
    if let Some(words) = pick(base, ours, theirs) {
        return Words { words: words.to_owned(), conflicts: Vec::new() };
    }
    let (base, ours, theirs) = (lines(base), lines(ours), lines(theirs));
    let mut merged = Words::default();
    let (mut ours, mut theirs) = (Side::new(&base, &ours), Side::new(&base, &theirs));
    let mut at = 0;
    loop {
        let next = ours.next_start().min(theirs.next_start()).min(base.len());
        for line in &base[at..next] {
            let (one, two) = (ours.keep(), theirs.keep());
            append(&mut merged.words, if one == line.source { two } else { one });
        }
        if ours.next_start().min(theirs.next_start()) == usize::MAX {
            return merged;
        }
        // Edits that touch are one: each that begins before the others end widens it.
        let mut end = next;
        let mut taken = (0, 0);
        while let Some(grown) = ours.grow(end, &mut taken.0).or_else(|| theirs.grow(end, &mut taken.1)) {
            end = end.max(grown);
        }
        let one = ours.take(next..end, taken.0);
        let two = theirs.take(next..end, taken.1);
        merged.region((&base[next..end], taken), one, two);
        at = end;
    }
}

impl Words {
    fn region(&mut self, (base, taken): (&[Line], (usize, usize)), ours: &[Line], theirs: &[Line]) {
        let faces = |lines: &[Line], others: &[Line]| lines.iter().map(Line::face).eq(others.iter().map(Line::face));
        if taken.0 == 0 {
            return append(&mut self.words, &join(theirs));
        }
        let from = self.words.len();
        let text = join(ours);
        append(&mut self.words, &text);
        if taken.1 > 0 && !faces(ours, theirs) {
            let at = if text.is_empty() { from..from } else { self.words.len() - text.len()..self.words.len() };
            self.conflicts.push(Part { at, base: join(base), ours: text, theirs: join(theirs) });
        }
    }
}

/// One of the two, on its way along the base.
struct Side<'a> {
    lines: &'a [Line],
    hunks: std::collections::VecDeque<Hunk>,
    at: usize,
}

impl<'a> Side<'a> {
    fn new(base: &[Line], lines: &'a [Line]) -> Self {
        let hunks = hunks(base.iter().map(Line::face), lines.iter().map(Line::face)).into();
        Self { lines, hunks, at: 0 }
    }

    fn next_start(&self) -> usize {
        self.hunks.front().map_or(usize::MAX, |hunk| hunk.0.start)
    }

    /// The source of a line that this side kept.
    fn keep(&mut self) -> &'a str {
        self.at += 1;
        self.lines.get(self.at - 1).map_or("", |line| line.source.as_str())
    }

    /// The end of the next edit, if it begins up to here.
    fn grow(&self, end: usize, taken: &mut usize) -> Option<usize> {
        let hunk = self.hunks.get(*taken).filter(|hunk| hunk.0.start <= end)?;
        *taken += 1;
        Some(hunk.0.end)
    }

    /// What this side has in place of these lines of the base.
    fn take(&mut self, base: Range<usize>, hunks: usize) -> &'a [Line] {
        let from = self.at;
        let mut length = base.len();
        for (before, after) in self.hunks.drain(..hunks) {
            length = length + after.len() - before.len();
        }
        self.at = (from + length).min(self.lines.len());
        &self.lines[from..self.at]
    }
}

fn join(lines: &[Line]) -> String {
    lines.iter().map(|line| line.source.as_str()).collect()
}

/// Puts a line behind others. What ended one of the texts may have to go on in the merged one.
pub(super) fn append(words: &mut String, text: &str) {
    if !words.is_empty() && !text.is_empty() && !words.ends_with(['\n', '\r']) {
        words.push_str("\n\n");
    }
    words.push_str(text);
}

/// Puts other words in place of some.
pub(super) fn put(words: &mut String, at: &Range<usize>, text: &str) {
    let (Some(before), Some(after)) = (words.get(..at.start), words.get(at.end..)) else { return };
    let mut out = before.to_owned();
    append(&mut out, text);
    append(&mut out, after);
    *words = out;
}
