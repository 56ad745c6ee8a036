//! What the clock does: it tells whoever is to be told by now.

use ground::{App, Error, Moment, Result};
use people::Door;

use super::rows;

/// How often the clock looks whom to tell.
pub const TELLING_SECONDS: i64 = 15;
const AT_ONCE: i64 = 200;

/// Tells everybody who is to be told by now.
///
/// # Errors
/// Broken when the database says so.
pub fn tell(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    loop {
        let due = door.read(|work| rows::due(work.connection, now, AT_ONCE))?;
        let count = due.len();
        for id in due {
            match door.write(move |work| super::tell(work, &id)) {
                // It changed meanwhile; the next look finds it as it is then.
                Ok(()) | Err(Error::Refused(_) | Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        if i64::try_from(count).unwrap_or(i64::MAX) < AT_ONCE {
            return Ok(());
        }
    }
}
