//! What the clock does: it writes digests that are due, and begins those of people who came lately.

use ground::entry::Actor;
use ground::{App, Error, Moment, Result};
use people::{Door, organization};

use super::{Digest, Wanted, rows};

/// How often the clock looks whom to write to.
pub const WRITING_SECONDS: i64 = 300;
/// How often the clock looks who came lately.
pub const BEGINNING_SECONDS: i64 = 3_600;
const AT_ONCE: i64 = 200;

/// Writes every digest that is due by now, each in its own transaction.
///
/// # Errors
/// Broken when the database says so.
pub fn write(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    loop {
        let due = door.read(|work| rows::due(work.connection, now, AT_ONCE))?;
        let is_last = due.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
        for id in due {
            match door.write(move |work| super::write(work, &id)) {
                // Somebody else was first: it is no longer due.
                Ok(()) | Err(Error::Refused(_) | Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        if is_last {
            return Ok(());
        }
    }
}

/// Begins the digest of everybody who has none yet.
///
/// # Errors
/// Broken when the database says so.
pub fn begin(app: &App, now: Moment, _payload: &str) -> Result<()> {
    app.db.write_here(move |connection| {
        let zone = organization::rows::get(connection)?.zone;
        for (kind, id) in rows::without(connection)? {
            let person = Actor { kind, id, name: String::new() };
            rows::save(connection, &Digest::begun(&person, &Wanted::usual(kind, &zone), now))?;
        }
        Ok(())
    })
}
