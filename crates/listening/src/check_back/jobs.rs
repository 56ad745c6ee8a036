//! What the clock does: it asks whether an answer helped, and closes what nobody spoke of again.

use ground::{App, Error, Id, Moment, Result};
use people::Door;
use people::work::{Done, Work};

use super::rows;
use crate::concern::Concern;
use crate::promise::Step;

const AT_ONCE: i64 = 200;

/// How often the clock looks whom to ask.
pub const ASKING_SECONDS: i64 = 60;
/// How long before it is due a question may go out. It is promised by its due time, so it goes out
/// before it, also when a run comes late by a whole turn.
const AHEAD_SECONDS: i64 = 2 * ASKING_SECONDS;

/// Asks about every concern whose check-back falls due before the clock looks again.
///
/// # Errors
/// Broken when the database says so.
pub fn ask(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, (Step::CheckBack, now.plus_seconds(AHEAD_SECONDS)), super::ask)
}

/// Closes every concern of which nobody spoke after we asked.
///
/// # Errors
/// Broken when the database says so.
pub fn close(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, (Step::Close, now), super::close_in_silence)
}

fn each(
    app: &App,
    now: Moment,
    (step, until): (Step, Moment),
    verb: fn(&mut Work<'_>, &Id<Concern>) -> Result<Done<()>>,
) -> Result<()> {
    let door = Door::of_system(app, now);
    let mut broken = None;
    loop {
        let due = door.read(|work| rows::due(work.connection, step, until, AT_ONCE))?;
        let count = due.len();
        for id in due {
            match door.write(move |work| verb(work, &id)) {
                // Somebody else was first: it is no longer due.
                Ok(()) | Err(Error::Refused(_) | Error::NotFound) => {}
                // One that is broken does not keep the others waiting.
                Err(error) => broken = Some(error),
            }
        }
        // Those that are broken are found again and again: then the next run goes on.
        if i64::try_from(count).unwrap_or(i64::MAX) < AT_ONCE || broken.is_some() {
            return broken.map_or(Ok(()), Err);
        }
    }
}
