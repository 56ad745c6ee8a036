//! What became of the words of a line.

use unicode_segmentation::UnicodeSegmentation;

use super::hunks::{Hunk, hunks};
use crate::lines::{Piece, Run, Style};

/// Words next to each other that share a fate. What is gone stands before what is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordChange {
    /// They were there and still are.
    Kept(Vec<Run>),
    /// They are gone.
    Gone(Vec<Run>),
    /// They are new.
    New(Vec<Run>),
}

/// One word, sign, picture or break. The space before it is no part of what it is, for a reader
/// does not see a space change.
#[derive(Clone)]
struct Word<'a> {
    text: &'a str,
    run: &'a Run,
    space_before: bool,
}

impl Word<'_> {
    fn face(&self) -> (&str, &Piece, &Style) {
        (self.text, &self.run.piece, &self.run.style)
    }

    fn is_sign(&self) -> bool {
        self.run.piece == Piece::Words && !self.text.contains(char::is_alphanumeric)
    }
}

/// Compares word by word; the cells of two rows, which are as many, cell by cell.
pub(super) fn compare(old: &[Run], new: &[Run]) -> Vec<WordChange> {
    let mut changes = Vec::new();
    let is_cell = |run: &Run| run.piece == Piece::Cell;
    for (index, (old, new)) in old.split(is_cell).zip(new.split(is_cell)).enumerate() {
        if index > 0 {
            changes.push(WordChange::Kept(vec![Run::mark(Piece::Cell)]));
        }
        compare_cell(&words(old), &words(new), &mut changes);
    }
    changes
}

fn words(runs: &[Run]) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut space_before = false;
    for run in runs {
        if run.piece != Piece::Words {
            words.push(Word { text: &run.text, run, space_before });
            space_before = false;
            continue;
        }
        for text in run.text.split_word_bounds() {
            if text.trim().is_empty() {
                space_before = true;
            } else {
                words.push(Word { text, run, space_before });
                space_before = false;
            }
        }
    }
    words
}

fn compare_cell(old: &[Word], new: &[Word], changes: &mut Vec<WordChange>) {
    // A comma that stays between two changes is no island: it joins them.
    let mut joined: Vec<Hunk> = Vec::new();
    for (before, after) in hunks(old.iter().map(Word::face), new.iter().map(Word::face)) {
        match joined.last_mut() {
            Some((last_before, last_after)) if new[last_after.end..after.start].iter().all(Word::is_sign) => {
                last_before.end = before.end;
                last_after.end = after.end;
            }
            _ => joined.push((before, after)),
        }
    }
    let mut at = 0;
    for (before, after) in joined {
        say(changes, WordChange::Kept, &new[at..after.start]);
        say(changes, WordChange::Gone, &old[before]);
        say(changes, WordChange::New, &new[after.clone()]);
        at = after.end;
    }
    say(changes, WordChange::Kept, &new[at..]);
}

/// Adds words of one fate. The space before what came or went is a kept one, so that no mark
/// stands under it.
fn say(changes: &mut Vec<WordChange>, fate: fn(Vec<Run>) -> WordChange, words: &[Word]) {
    let Some(first) = words.first() else { return };
    let is_kept = matches!(fate(Vec::new()), WordChange::Kept(_));
    let mut runs: Vec<Run> = Vec::new();
    if first.space_before && !changes.is_empty() {
        let space = Run::words(" ", Style::default());
        match changes.last_mut() {
            _ if is_kept => runs.push(space),
            Some(WordChange::Kept(kept)) => kept.push(space),
            _ => changes.push(WordChange::Kept(vec![space])),
        }
    }
    for (index, word) in words.iter().enumerate() {
        let space = if index > 0 && word.space_before { " " } else { "" };
        match runs.last_mut() {
            Some(last) if last.piece == Piece::Words && word.run.piece == Piece::Words => {
                if last.style == word.run.style {
                    last.text.push_str(space);
                    last.text.push_str(word.text);
                    continue;
                }
                last.text.push_str(space);
            }
            Some(_) if !space.is_empty() => runs.push(Run::words(" ", Style::default())),
            _ => {}
        }
        runs.push(Run { text: word.text.to_owned(), ..word.run.clone() });
    }
    changes.push(fate(runs));
}
