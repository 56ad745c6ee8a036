//! What happens later to sessions and links.

use ground::{App, Error, Moment, Result};

use super::{link, rows};
use crate::door::Door;

/// The kind of job that sends a link to whoever asked for one.
pub const SEND_LINK: &str = "session.send_link";

/// Sends a link to a person.
///
/// # Errors
/// Broken when the database says so.
pub fn send_link(app: &App, now: Moment, person_id: &str) -> Result<()> {
    let person_id = person_id.to_owned();
    match Door::of_system(app, now).write(move |work| link::send(work, &person_id)) {
        // Nobody had the address, or whoever had it has left meanwhile.
        Ok(()) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Forgets sessions and links that have ended.
///
/// # Errors
/// Broken when the database says so.
pub fn sweep(app: &App, now: Moment, _payload: &str) -> Result<()> {
    app.db.write_here(move |connection| rows::forget(connection, now))
}
