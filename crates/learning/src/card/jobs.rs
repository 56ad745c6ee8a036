//! What happens later: what an officer remembers is reckoned anew.

use ground::{App, Id, Moment, Result};
use people::door::Door;

/// Reckons it for the officer whom the payload names.
///
/// # Errors
/// Broken when the database says so.
pub fn reckon(app: &App, now: Moment, payload: &str) -> Result<()> {
    let staff_id = Id::known(payload);
    Door::of_system(app, now).write(move |work| super::reckon(work, &staff_id))
}
