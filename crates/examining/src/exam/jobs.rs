//! What the clock does: it watches the clocks of exams.

use ground::{App, Error, Id, Moment, Result};
use people::door::Door;

use super::{Exam, rows};

/// Gives back what the clocks lost while we were away, closes what is over, and says of the others that they are watched.
/// Where no exam is under way it writes nothing.
///
/// # Errors
/// Broken when the database says so.
pub fn watch(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    let mut watched: Vec<Id<Exam>> = Vec::new();
    // One that is broken does not keep the others waiting, nor their clocks unwatched.
    let mut broken = Ok(());
    for exam in door.read(|work| rows::against_the_clock(work.connection))? {
        let id = exam.id.clone();
        if exam.clock(now).is_some_and(|clock| clock.given_back_seconds > exam.given_back_seconds) {
            broken = broken.and(unless_refused(door.write(move |work| super::give_back(work, &id))));
        } else if exam.is_over(now) {
            broken = broken.and(unless_refused(door.write(move |work| super::run_out(work, &id))));
        } else {
            watched.push(exam.id);
        }
    }
    if !watched.is_empty() {
        app.db.write_here(move |connection| rows::beat(connection, &watched, now))?;
    }
    broken
}

/// The officer may have handed it in meanwhile; that is no failure of ours.
fn unless_refused(done: Result<()>) -> Result<()> {
    match done {
        Err(Error::Refused(_)) => Ok(()),
        done => done,
    }
}
