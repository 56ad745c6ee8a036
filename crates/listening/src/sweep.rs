//! What the clock does to every concern that is due, a few at a time.

use ground::{App, Error, Id, Moment, Result};
use people::Door;
use people::work::{Done, Work};

use crate::concern::Concern;

/// How many concerns are found at once.
const AT_ONCE: i64 = 200;

/// Runs a verb on each concern that is due, each in its own transaction. `due` finds the first of
/// them, at most so many; the verb makes each no longer due.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn each(
    app: &App,
    now: Moment,
    due: impl Fn(&mut Work<'_>, i64) -> Result<Vec<Id<Concern>>>,
    verb: fn(&mut Work<'_>, &Id<Concern>) -> Result<Done<()>>,
) -> Result<()> {
    let door = Door::of_system(app, now);
    let mut broken = None;
    loop {
        let found = door.read(|work| due(work, AT_ONCE))?;
        let count = found.len();
        for id in found {
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
