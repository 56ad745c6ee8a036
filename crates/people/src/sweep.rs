//! What the clock does to everything that is due, a few at a time.

use ground::db::DbConnection;
use ground::{App, Day, Error, Moment, Result};

use crate::door::Door;
use crate::organization;
use crate::work::{Done, Work};

/// How many things are found at once.
const AT_ONCE: i64 = 200;

/// Runs a verb on each thing that is due, each in its own transaction. `due` finds the first of
/// them, at most so many; the verb makes each no longer due.
///
/// # Errors
/// Broken when the database says so.
pub fn each<T: Clone + Send + 'static>(
    app: &App,
    now: Moment,
    due: impl Fn(&mut Work<'_>, i64) -> Result<Vec<T>>,
    verb: fn(&mut Work<'_>, &T) -> Result<Done<()>>,
) -> Result<()> {
    let door = Door::of_system(app, now);
    let mut broken = None;
    loop {
        let found = door.read(|work| due(work, AT_ONCE))?;
        let count = found.len();
        for due in found {
            match door.write(move |work| verb(work, &due)) {
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

/// The same for what is due by a day, where the organization is.
///
/// # Errors
/// Broken when the database says so.
pub fn each_by_today<T: Clone + Send + 'static>(
    app: &App,
    now: Moment,
    due: fn(&mut DbConnection, Day, i64) -> Result<Vec<T>>,
    verb: fn(&mut Work<'_>, &T) -> Result<Done<()>>,
) -> Result<()> {
    let by_today = |work: &mut Work<'_>, most| {
        let today = organization::day(work.connection, work.now)?;
        due(work.connection, today, most)
    };
    each(app, now, by_today, verb)
}
