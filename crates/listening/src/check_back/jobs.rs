//! What the clock does: it asks whether an answer helped, and closes what nobody spoke of again.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;
use crate::promise::Step;

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
    let until = now.plus_seconds(AHEAD_SECONDS);
    each(app, now, |work, most| rows::due(work.connection, Step::CheckBack, until, most), super::ask)
}

/// Closes every concern of which nobody spoke after we asked.
///
/// # Errors
/// Broken when the database says so.
pub fn close(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::due(work.connection, Step::Close, now, most), super::close_in_silence)
}
