//! The demo's data folder: what is in it, and how it goes away.

use std::path::Path;

use ground::config::Settings;
use serde::{Deserialize, Serialize};

use crate::command::KEY;
use crate::{Outcome, Trouble, backup};

/// The file that is written last: with it, the demo is whole.
const MARK: &str = "demo.toml";

/// What the mark says: how the demo was grown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    pub seed: u64,
    pub scale: u32,
    pub days: i64,
}

/// What a data folder holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    /// No demo, or nothing at all.
    NoDemo,
    /// A demo whose growing was interrupted.
    HalfGrown,
    /// A demo.
    Grown,
}

/// What the data folder of these settings holds. On PostgreSQL that is decided once it is open.
pub(super) fn state(settings: &Settings) -> Outcome<State> {
    let data = &settings.data;
    if settings.database.is_some() || !data.join(ground::db::FILE).exists() {
        return Ok(State::NoDemo);
    }
    let mut connection = ground::db::connect_alone(None, data)?;
    let demo = people::organization::rows::get(&mut connection)?.demo_since.is_some();
    Ok(match (demo, data.join(MARK).exists()) {
        (false, _) => State::NoDemo,
        (true, false) => State::HalfGrown,
        (true, true) => State::Grown,
    })
}

/// Deletes a demo, and nothing that is none.
pub(super) fn remove(settings: &Settings) -> Outcome {
    let data = &settings.data;
    if settings.database.is_some() {
        return Err("A demo in PostgreSQL is deleted by dropping its database.".into());
    }
    if !data.exists() {
        return Ok(());
    }
    let folder = data.display();
    if state(settings)? == State::NoDemo {
        return Err(format!("{folder} holds no demo, so nothing in it is deleted.").into());
    }
    if backup::is_in_use(&data.join(ground::db::FILE)) {
        return Err(format!("A server works on {folder}: stop it first.").into());
    }
    // The database goes last: as long as it is there, the folder is known as a demo's.
    for name in ["files", "mail", MARK, KEY, "rapport.db-wal", "rapport.db-shm", ground::db::FILE] {
        let path = data.join(name);
        let removed = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        match removed {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Trouble::with(&path, &error)),
            _ => {}
        }
    }
    // A folder in which something else lies is not ours to remove.
    let _not_empty = std::fs::remove_dir(data);
    Ok(())
}

/// Notes that the demo is whole.
pub(super) fn mark(data: &Path, mark: Mark) -> Outcome {
    let text = toml::to_string(&mark).map_err(|error| error.to_string())?;
    Ok(std::fs::write(data.join(MARK), text)?)
}

/// Whether the demo that is there is the one that was asked for.
pub(super) fn check_grown_alike(data: &Path, mark: Mark) -> Outcome {
    let text = std::fs::read_to_string(data.join(MARK)).map_err(|error| Trouble::with(&data.join(MARK), &error))?;
    let grown: Mark = toml::from_str(&text).map_err(|error| error.to_string())?;
    if grown == mark {
        return Ok(());
    }
    let Mark { seed, scale, .. } = grown;
    Err(format!("The demo that is there was grown with --seed {seed} --scale {scale}; --fresh grows another.").into())
}
