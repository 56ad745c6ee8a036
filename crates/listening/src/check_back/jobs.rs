//! What the clock does: it asks whether an answer helped, and closes what nobody spoke of again.

use ground::{App, Error, Id, Moment, Result};
use people::Door;
use people::work::{Done, Work};

use super::rows;
use crate::concern::Concern;
use crate::promise::Step;

const AT_ONCE: i64 = 200;

/// Asks about every concern whose check-back is due.
///
/// # Errors
/// Broken when the database says so.
pub fn ask(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, Step::CheckBack, super::ask)
}

/// Closes every concern of which nobody spoke after we asked.
///
/// # Errors
/// Broken when the database says so.
pub fn close(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, Step::Close, super::close_in_silence)
}

fn each(app: &App, now: Moment, step: Step, verb: fn(&mut Work<'_>, &Id<Concern>) -> Result<Done<()>>) -> Result<()> {
    let door = Door::of_system(app, now);
    loop {
        let due = door.read(|work| rows::due(work.connection, step, now, AT_ONCE))?;
        let count = due.len();
        for id in due {
            match door.write(move |work| verb(work, &id)) {
                // Somebody else was first: it is no longer due.
                Ok(()) | Err(Error::Refused(_) | Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        if i64::try_from(count).unwrap_or(i64::MAX) < AT_ONCE {
            return Ok(());
        }
    }
}
