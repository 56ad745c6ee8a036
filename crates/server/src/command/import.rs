//! `rapport import`: files of another system.

use std::path::PathBuf;
use std::process::ExitCode;

use agreement::import::{self, Counts, Problem, Report, Way};
use clap::Args;
use ground::App;
use ground::words::{Language, Words};
use indicatif::{ProgressBar, ProgressStyle};
use people::Door;

use crate::Outcome;

/// Takes clients, sites, contacts, staff, posts, assignments and contracts from CSV files.
///
/// The name of a file says what is in it: clients.csv, sites.csv, contacts.csv, staff.csv,
/// posts.csv, assignments.csv, contracts.csv. Every row has a `key`, its name in the other system,
/// so that the same files can be imported again: what is new is added, what differs is changed,
/// what is equal is left alone. Either all of it is applied or nothing; every row that is wrong is
/// named with its line and its reason.
#[derive(Args)]
#[command(after_help = "\
Examples:
  rapport import --dry-run old-system/       says what would happen, and changes nothing
  rapport import old-system/clients.csv old-system/sites.csv

docs/import has an example of each file, and a line on each column.")]
pub struct Arguments {
    /// Files, or folders of files that end in .csv.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Say what would happen, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Imports, or makes a dry run; ends with 1 when a row is wrong.
///
/// # Errors
/// When a file cannot be read, or the database says so.
pub fn run(app: &App, arguments: &Arguments) -> Outcome<ExitCode> {
    let files = import::gather(&arguments.files)?;
    let way = if arguments.dry_run { Way::DryRun } else { Way::Apply };
    let bar = ProgressBar::new(0)
        .with_style(ProgressStyle::with_template("{bar:30} {pos} of {len} rows").map_err(|error| error.to_string())?);
    let shown = bar.clone();
    let report = import::run(&Door::of_system(app, app.clock.now()), &files, way, move |done, total| {
        shown.set_length(total as u64);
        shown.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    say(&report, way, &app.catalogue.speak(Language::English));
    Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn say(report: &Report, way: Way, words: &Words) {
    for Problem { file, line, column, refusal } in &report.problems {
        let place = match (line, column.as_str()) {
            (0, _) => file.clone(),
            (line, "") => format!("{file}, line {line}"),
            (line, column) => format!("{file}, line {line}, {column}"),
        };
        println!("{place}: {}", words.refusal(refusal));
    }
    if !report.problems.is_empty() {
        println!("{} places are wrong. Nothing was changed.", report.problems.len());
        return;
    }
    for (kind, Counts { added, changed, unchanged }) in &report.counts {
        println!("{kind}: {added} added, {changed} changed, {unchanged} as they were");
    }
    if way == Way::DryRun {
        println!("A dry run: nothing was changed.");
    }
}
