//! Long runs of lines that did not change, folded.

use super::LineChange;

/// This many lines in a row are shown even if none changed.
const SHOWN: usize = 3;
/// This many lines are shown before and after a change.
const CONTEXT: usize = 1;

/// What a reader of changes sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded<'a> {
    /// A line.
    Line(&'a LineChange),
    /// This many lines that did not change.
    Unchanged(usize),
}

/// Folds what did not change: all of a section without changes.
#[must_use]
pub fn fold(lines: &[LineChange]) -> Vec<Folded<'_>> {
    let mut view = Vec::new();
    for run in lines.chunk_by(|one, two| one.is_same() && two.is_same()) {
        let is_first = std::ptr::eq(run.as_ptr(), lines.as_ptr());
        let is_last = run.as_ptr_range().end == lines.as_ptr_range().end;
        let (before, after) = (if is_first { 0 } else { CONTEXT }, if is_last { 0 } else { CONTEXT });
        if run.len() <= SHOWN {
            view.extend(run.iter().map(Folded::Line));
            continue;
        }
        view.extend(run[..before].iter().map(Folded::Line));
        view.push(Folded::Unchanged(run.len() - before - after));
        view.extend(run[run.len() - after..].iter().map(Folded::Line));
    }
    view
}
