//! A comparison of lines as HTML that neither needs colour nor eyes.

use super::{Folded, LineChange, WordChange};
use crate::lines::{Kind, Line, Run};
use crate::show::{Around, Block, escape, run, runs, write};

/// What is said in the reader's language. The first four are heard and not seen.
pub struct Sayings<'a> {
    /// Before what is new: "added:".
    pub added: &'a str,
    /// Before what is gone: "removed:".
    pub removed: &'a str,
    /// Before a line that changed: "changed:".
    pub changed: &'a str,
    /// Before a line that moved, with its place before (from 1): "moved from line 7:".
    pub moved: &'a dyn Fn(usize) -> String,
    /// Instead of lines that did not change: "12 lines unchanged".
    pub unchanged: &'a dyn Fn(usize) -> String,
    /// The address of the picture with this hash.
    pub picture: &'a dyn Fn(&str) -> String,
}

/// The lines of a section as [`super::fold`] left them. The classes are `line-added`, `line-removed`,
/// `line-changed`, `line-moved`, `lines-unchanged`, `mark` (the sign) and `unseen` (for screen readers).
#[must_use]
pub fn html(view: &[Folded], sayings: &Sayings) -> String {
    let blocks = view.iter().map(|folded| match folded {
        Folded::Line(change) => line(change, sayings),
        Folded::Unchanged(count) => Block::note("lines-unchanged", &(sayings.unchanged)(*count)),
    });
    let blocks: Vec<Block> = blocks.collect();
    write(&blocks)
}

/// The words of a title, or of any line, with what came and went.
#[must_use]
pub fn words(changes: &[WordChange], kind: Kind, sayings: &Sayings) -> String {
    let shown = |runs: &[Run]| runs.iter().map(|it| run(it, kind, sayings.picture)).collect::<String>();
    let changes = changes.iter().map(|change| match change {
        WordChange::Kept(runs) => shown(runs),
        WordChange::Gone(runs) => format!("<del>{}{}</del>", unseen(sayings.removed), shown(runs)),
        WordChange::New(runs) => format!("<ins>{}{}</ins>", unseen(sayings.added), shown(runs)),
    });
    changes.collect()
}

fn line<'a>(change: &'a LineChange, sayings: &Sayings) -> Block<'a> {
    let line = change.line();
    let (class, sign, saying, inner) = match change {
        LineChange::Same { .. } => return Block::of(line, runs(line, sayings.picture), Around::default()),
        LineChange::Added { .. } => ("line-added", "+", sayings.added.to_owned(), whole(line, "ins", sayings)),
        LineChange::Removed { .. } => ("line-removed", "-", sayings.removed.to_owned(), whole(line, "del", sayings)),
        LineChange::Moved { old, .. } => ("line-moved", ">", (sayings.moved)(old + 1), runs(line, sayings.picture)),
        LineChange::Changed { words: changes, .. } => {
            ("line-changed", "~", sayings.changed.to_owned(), words(changes, line.kind, sayings))
        }
    };
    let around = Around { class: class.into(), ..Around::default() };
    let mut block = Block::of(line, inner, around);
    block.before = format!("<span class=\"mark\" aria-hidden=\"true\">{}</span>{}", escape(sign), unseen(&saying));
    block
}

/// A whole line that came or went; a row, cell by cell.
fn whole(line: &Line, tag: &str, sayings: &Sayings) -> String {
    let cells = line.runs.split(|run| run.piece == crate::lines::Piece::Cell);
    let cells = cells.map(|cell| {
        let shown: String = cell.iter().map(|it| run(it, line.kind, sayings.picture)).collect();
        if shown.is_empty() { shown } else { format!("<{tag}>{shown}</{tag}>") }
    });
    let between = run(&Run::mark(crate::lines::Piece::Cell), line.kind, sayings.picture);
    cells.collect::<Vec<_>>().join(&between)
}

fn unseen(saying: &str) -> String {
    format!("<span class=\"unseen\">{} </span>", escape(saying))
}
