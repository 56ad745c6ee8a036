//! Reads an archive back: all of it, or nothing.
//!
//! What is restored is first put together in a folder `restoring` in the data folder. Once it is
//! whole, what was there is moved aside and the new takes its place. As long as `restoring` is
//! there no server starts, so that a restore that was interrupted is noticed.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ground::config::Settings;
use ground::db::{self, DbConnection};
use ground::entry::verify;
use ground::file::Files;
use ground::secret::Keys;
use ground::{Error, clock::Clock};

use super::archive::{self, Part, small};
use super::manifest::Manifest;
use super::rows::{self, TABLES};
use crate::command::{KEY, record};
use crate::{Outcome, Trouble, slices};

/// Where a restore is put together.
const RESTORING: &str = "restoring";
/// What takes the place of what was there; the database last, for with it the folder is a whole one.
const PLACES: [&str; 6] = ["files", "mail-in", KEY, "rapport.db-wal", "rapport.db-shm", db::FILE];
/// The largest file that came in: a mail, or what came with one.
const LARGEST_FILE_BYTES: u64 = mail::reading::bounds::LARGEST_BYTES as u64;
/// How many rows are written at once, and how many bytes of them at most.
const ROWS_AT_ONCE: usize = 1_000;
const BYTES_AT_ONCE: usize = 4 * 1024 * 1024;

/// Restores an archive and says what the record is worth.
///
/// # Errors
/// When the archive is damaged, something is there already, or the database says no; then
/// nothing was changed.
pub fn restore(settings: Settings, archive: &Path, replace: bool) -> Outcome<ExitCode> {
    let manifest = archive::check(archive)?;
    ground::disk::make_private_folder(&settings.data)?;
    check_target(&settings, replace)?;
    let place = Place::begin(&settings)?;
    let mut connection = place.connect()?;
    let migration = rows::newest_migration(&mut connection)?;
    if migration != manifest.migration {
        place.give_up();
        return Err(other_version(archive, &manifest, &migration));
    }
    if let Err(trouble) = place.fill(&mut connection, archive, replace) {
        drop(connection);
        place.give_up();
        return Err(trouble);
    }
    drop(connection);
    let replaced = place.move_in()?;
    let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
    let (pictures, mails) = (manifest.pictures.count, manifest.mails.count);
    println!("Restored {rows} rows, {pictures} pictures and {mails} mails of {}.", manifest.made_at);
    if let Some(replaced) = replaced {
        println!("What was in the data folder is in {}.", replaced.display());
    }
    let key = Keys::open(&settings.data)?.seal().verifying_key();
    let mut connection = db::connect_alone(settings.database.as_deref(), &settings.data)?;
    Ok(record::say(&verify::verify(&mut connection, &key)?))
}

/// No server starts, and nothing else is done, as long as a restore is not finished.
///
/// # Errors
/// When it is not.
pub fn check_no_restore_is_open(data: &Path) -> Outcome {
    let folder = data.join(RESTORING);
    if !folder.exists() {
        return Ok(());
    }
    Err(format!(
        "A restore was interrupted: {} is there. Repeat `rapport restore FILE --replace`, or put back what lies in \
         the newest folder `replaced-...` beside it and delete it.",
        folder.display()
    )
    .into())
}

fn other_version(archive: &Path, manifest: &Manifest, migration: &str) -> Trouble {
    let (name, version) = (archive.display(), &manifest.version);
    Trouble(format!(
        "{name} was written by Rapport {version} (migration {}), and this one has migration {migration}. \
         Restore it with that version, then upgrade.",
        manifest.migration
    ))
}

/// The target must be empty, or may be replaced, and nobody may work on it.
fn check_target(settings: &Settings, replace: bool) -> Outcome {
    let (data, url) = (&settings.data, settings.database.as_deref());
    if url.is_none() && rows::is_in_use(&data.join(db::FILE)) {
        return Err(format!("A server works on {}: stop it first.", data.display()).into());
    }
    if replace || (url.is_none() && !data.join(db::FILE).exists()) {
        return Ok(());
    }
    let mut connection = db::connect_alone(url, data)?;
    match ground::entry::rows::last_recorded_at(&mut connection)? {
        None => Ok(()),
        Some(_) => Err("There is something already. Restore elsewhere, or say --replace to replace it.".into()),
    }
}

/// Where a restore is put together.
struct Place<'a> {
    settings: &'a Settings,
    folder: PathBuf,
}

impl<'a> Place<'a> {
    fn begin(settings: &'a Settings) -> Outcome<Self> {
        let folder = settings.data.join(RESTORING);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir(&folder)?;
        Ok(Self { settings, folder })
    }

    fn connect(&self) -> Outcome<DbConnection> {
        let connection = db::connect_alone(self.settings.database.as_deref(), &self.folder);
        Ok(connection.inspect_err(|_| self.give_up())?)
    }

    /// Removes what was put together so far.
    fn give_up(&self) {
        let _left_for_the_next = std::fs::remove_dir_all(&self.folder);
    }

    /// Pictures and key go into the folder, rows into the database in one transaction.
    fn fill(&self, connection: &mut DbConnection, archive: &Path, replace: bool) -> Outcome {
        let files = Files::open(&self.folder)?;
        let mut said = None;
        let filled = db::change_alone(connection, |connection| {
            if replace {
                rows::clear(connection)?;
            }
            let mut read = |part: Part<'_>, content: &mut dyn Read| self.take(connection, &files, part, content);
            // A sentence for whoever restores is kept; the transaction only has to know that it failed.
            archive::walk(archive, &mut read).map_err(|trouble| {
                let short = trouble.0.clone();
                said = Some(trouble);
                Error::broken(short)
            })?;
            slices::derive(connection)
        });
        match (filled, said) {
            (Err(_), Some(trouble)) => Err(trouble),
            (filled, _) => Ok(filled?),
        }
    }

    fn take(&self, connection: &mut DbConnection, files: &Files, part: Part<'_>, content: &mut dyn Read) -> Outcome {
        match part {
            Part::Table(name) => add_rows(connection, name, content),
            Part::Picture(hash) => {
                let mut picture = Vec::new();
                content.take(LARGEST_FILE_BYTES).read_to_end(&mut picture)?;
                Ok(files.put(hash, &picture)?)
            }
            Part::Mail(hash) => {
                let folder = self.folder.join("mail-in");
                ground::disk::make_private_folder(&folder)?;
                let mut mail = Vec::new();
                content.take(LARGEST_FILE_BYTES).read_to_end(&mut mail)?;
                write_private(&folder.join(format!("{hash}.eml")), &mail)
            }
            Part::Key => write_private(&self.folder.join(KEY), &small(content)?),
            Part::Manifest => Ok(()),
        }
    }

    /// Moves aside what was there, and in what is new.
    fn move_in(&self) -> Outcome<Option<PathBuf>> {
        let data = &self.settings.data;
        let aside = data.join(format!("replaced-{}", Clock::system().now().millis()));
        for name in PLACES {
            if data.join(name).exists() {
                std::fs::create_dir_all(&aside)?;
                std::fs::rename(data.join(name), aside.join(name))?;
            }
        }
        for name in PLACES {
            if self.folder.join(name).exists() {
                std::fs::rename(self.folder.join(name), data.join(name))?;
            }
        }
        std::fs::remove_dir_all(&self.folder)?;
        std::fs::File::open(data)?.sync_all()?;
        Ok(aside.exists().then_some(aside))
    }
}

fn write_private(file: &Path, content: &[u8]) -> Outcome {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut made = std::fs::File::options().write(true).create_new(true).mode(0o600).open(file)?;
    made.write_all(content)?;
    Ok(made.sync_all()?)
}

/// Adds the lines of a table, many at once.
fn add_rows(connection: &mut DbConnection, name: &str, content: &mut dyn Read) -> Outcome {
    let known = TABLES.iter().find(|known| **known == name);
    let table = rows::Table::of(connection, known.ok_or_else(|| format!("There is no table {name}."))?)?;
    let mut lines = BufReader::new(content).lines();
    loop {
        let (mut array, mut count) = (String::from("["), 0);
        while count < ROWS_AT_ONCE && array.len() < BYTES_AT_ONCE {
            let Some(line) = lines.next().transpose()? else { break };
            if count > 0 {
                array.push(',');
            }
            array.push_str(&line);
            count += 1;
        }
        if count == 0 {
            return Ok(());
        }
        array.push(']');
        if table.add(connection, &array)? != count {
            return Err(format!("The database did not take all rows of {name}.").into());
        }
    }
}
