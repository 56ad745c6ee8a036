//! Everything in one file, and back: `rapport backup` and `rapport restore`.
//!
//! The file is a tar archive: a JSON line for each row of each table, the pictures and mails, the
//! installation's key, and last a manifest with the digest of every part. Nothing in it depends
//! on the kind of database, so it is also the way from SQLite to PostgreSQL and back.

mod archive;
mod manifest;
mod restore;
pub mod rows;

use std::path::{Path, PathBuf};

use ground::App;

use crate::{Outcome, Trouble};
use manifest::Manifest;

pub use restore::{check_no_restore_is_open, restore};
pub use rows::{is_in_use, newest_migration};

/// Writes everything into a file, reads it back, and only then gives it its name.
///
/// # Errors
/// When the file is there already, or cannot be written or read back.
pub fn write(app: &App, to: &Path) -> Outcome {
    if to.exists() {
        return Err(format!("{} is there already; choose another name.", to.display()).into());
    }
    let part = beside(to);
    let written = archive::write(app, &part).and_then(|()| archive::check(&part));
    let manifest = written.inspect_err(|_| {
        // What could not be finished is of no use to anybody.
        let _gone = std::fs::remove_file(&part);
    })?;
    std::fs::rename(&part, to).map_err(|error| Trouble::with(to, &error))?;
    say(&manifest, to);
    Ok(())
}

/// The name under which a file is written before it is whole.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

fn say(manifest: &Manifest, file: &Path) {
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    println!(
        "{}: {rows} rows in {} tables, {} pictures and {} mails, written and read back.",
        file.display(),
        manifest.tables.len(),
        manifest.pictures.count,
        manifest.mails.count
    );
}
