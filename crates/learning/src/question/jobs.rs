//! What the clock does: it takes in what there is to ask.

use ground::{App, Moment, Result};
use people::door::Door;

use super::{Origin, of_orders, rows};
use crate::library;

/// Takes in the content that this binary carries, when it is another than the last time.
///
/// # Errors
/// Broken when the database says so.
pub fn take_content(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    if door.read(|work| rows::is_taken(work.connection, library::digest()))? {
        return Ok(());
    }
    door.write(super::take_content).map(drop)
}

/// Takes in what officers are asked about the orders that are in force, when that changed.
///
/// # Errors
/// Broken when the database says so.
pub fn take_orders(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    let asked = |work: &mut people::Work<'_>| {
        let asked = orders::facts::asked_of_officers(work.connection)?;
        let mut asked: Vec<String> = asked.into_iter().map(|one| of_orders(one).name).collect();
        asked.sort();
        Ok(asked == rows::names_there(work.connection, Origin::Orders)?)
    };
    if door.read(asked)? { Ok(()) } else { door.write(super::take_orders).map(drop) }
}
