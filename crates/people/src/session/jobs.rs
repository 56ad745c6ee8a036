//! What happens later to sessions.

use ground::{App, Moment, Result};

use super::rows;

/// Forgets sessions and links that have ended.
///
/// # Errors
/// Broken when the database says so.
pub fn sweep(app: &App, now: Moment, _payload: &str) -> Result<()> {
    app.db.write_here(move |connection| rows::forget(connection, now))
}
