//! What happens later: something is pushed to one device.

use ground::push::{self, Outcome};
use ground::{App, Error, Moment, Result};
use people::Door;

use super::rows;
use super::rules::Order;

/// The kind of job that pushes to one device.
pub const SEND: &str = "push.send";

/// Pushes to one device. One whose browser wants nothing any more is removed; one that was removed
/// meanwhile is given nothing. A push that is sent again after a crash takes the place of the first.
///
/// # Errors
/// Broken when the push service cannot be reached or refuses; too often when it asks us to wait.
pub fn send(app: &App, now: Moment, payload: &str) -> Result<()> {
    let order: Order = serde_json::from_str(payload)?;
    let id = order.device_id.clone();
    let Some(device) = app.db.read_here(|connection| rows::any(connection, &id))? else { return Ok(()) };
    match push::send(app, &device.subscription, &order.message(), now)? {
        Outcome::Taken => app.db.write_here(move |connection| rows::took(connection, &id, now)),
        Outcome::Gone => match Door::of_system(app, now).write(move |work| super::remove(work, &id)) {
            // Its owner was first.
            Err(Error::NotFound) => Ok(()),
            removed => removed,
        },
        Outcome::Later(seconds) => Err(Error::TooOften(seconds)),
        Outcome::Refused(status) => Err(Error::broken(format!("a push service refused what was pushed: {status}"))),
    }
}
