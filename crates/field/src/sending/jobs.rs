//! What the clock does: parts of pictures that were left behind are forgotten.

use ground::{App, Moment, Result};

use super::rows;

/// A picture whose parts came no further for so long, in seconds, is not coming.
const LEFT_BEHIND_SECONDS: i64 = 30 * 86_400;

/// Forgets what was left behind.
///
/// # Errors
/// Broken when the database says so.
pub fn sweep(app: &App, now: Moment, _payload: &str) -> Result<()> {
    app.db.write_here(move |connection| rows::forget_parts_before(connection, now.plus_seconds(-LEFT_BEHIND_SECONDS)))
}
