//! The import: files of another system become clients, sites, people, posts, assignments and contracts.
//!
//! Each file is a table with a header, and each row has a key of the other system by which it is
//! known again, so that an import can be repeated: what is new is added, what differs is changed,
//! what is equal is left alone, and what is not in a file is not touched. Rows are read by the same
//! rules as forms. All files are brought in within one transaction, or nothing is; every row that
//! is wrong is reported with its line and its reason.

mod assignments;
mod beats;
mod clients;
mod contacts;
mod contracts;
mod desk;
mod kind;
mod posts;
mod sheet;
mod sites;
mod staff;
mod table;

pub use sheet::{SHEETS, Sheet};

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ground::entry::Deed;
use ground::{Error, Id, Refusal, Result};
use people::door::SystemDoor;
use people::work::{Done, Work};
use serde::Serialize;

use desk::Desk;
use table::Table;

/// Files of another system were brought in.
pub const BROUGHT_IN: Deed = Deed("import.brought_in");

/// A file to import: its name says what is in it.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name without its folder, such as `clients.csv`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Whether an import is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Everything is done as if it were, and then undone.
    DryRun,
    /// What is said is done.
    Apply,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How much of each kind, in the order of bringing in.
    pub counts: Vec<(&'static str, Counts)>,
    /// Every place that is wrong, file by file and line by line. With a single one nothing is applied.
    pub problems: Vec<Problem>,
}

/// How many rows of one kind were what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Rows with a new key.
    pub added: usize,
    /// Rows that differ from what was known.
    pub changed: usize,
    /// Rows that say what was known.
    pub unchanged: usize,
}

/// A place of a file that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file.
    pub file: String,
    /// The line on which the row begins, from 1; 0 when it is about the whole file.
    pub line: u64,
    /// The column; empty when it is about the whole line.
    pub column: String,
    /// What is expected.
    pub refusal: Refusal,
}

/// An import was undone: it was a dry run, or a row is wrong, or there was nothing to do. The
/// report leaves the transaction as its error, because what a transaction answers is committed.
#[derive(Debug, thiserror::Error)]
#[error("the import was undone")]
struct Undone(Report);

/// Finds the files: those that are named, and all that end in `.csv` of folders that are named.
///
/// # Errors
/// Broken when one of them cannot be read.
pub fn gather(paths: &[PathBuf]) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
            let mut inside: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
            inside.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
            inside.sort();
            for path in inside {
                files.push(file(&path)?);
            }
        } else {
            files.push(file(path)?);
        }
    }
    Ok(files)
}

fn file(path: &Path) -> Result<File> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(File { name, bytes })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::broken(format!("{} cannot be read: {error}", path.display()))
}

/// Imports files, or makes a dry run. `progress` is told how many rows of how many are done; a database
/// that asks for a change to be run again makes it begin anew.
///
/// # Errors
/// Broken when the database says so. Rows that are wrong are no error, but problems of the report.
pub fn run(
    door: &SystemDoor,
    files: &[File],
    way: Way,
    progress: impl FnMut(usize, usize) + Send + 'static,
) -> Result<Report> {
    let (tables, problems) = table::read_all(files);
    let progress = Mutex::new(progress);
    let outcome = door.write(move |work| {
        bring_in(work, (&tables, &problems), way, |done, total| {
            if let Ok(mut progress) = progress.lock() {
                progress(done, total);
            }
        })
    });
    match outcome {
        Err(Error::Broken(cause)) => cause.downcast::<Undone>().map(|undone| undone.0).map_err(Error::Broken),
        outcome => outcome,
    }
}

fn bring_in(
    work: &mut Work<'_>,
    (tables, problems): (&[Table], &[Problem]),
    way: Way,
    progress: impl Fn(usize, usize),
) -> Result<Done<Report>> {
    let mut desk = Desk::new(tables, problems);
    let steps = kind::plan(work.connection, &mut desk, tables)?;
    let nothing_to_do = steps.is_empty();
    if desk.problems.is_empty() {
        kind::apply(work, &mut desk, steps, progress)?;
    }
    let report = desk.report(tables);
    if way == Way::DryRun || nothing_to_do || !report.problems.is_empty() {
        return Err(Error::Broken(Box::new(Undone(report))));
    }
    let id = Id::<Report>::fresh();
    let counts: serde_json::Map<String, serde_json::Value> = report
        .counts
        .iter()
        .map(|(name, counts)| Ok(((*name).to_owned(), serde_json::to_value(counts)?)))
        .collect::<Result<_>>()?;
    work.done(BROUGHT_IN, id.as_str(), (None, &counts), report)
}
