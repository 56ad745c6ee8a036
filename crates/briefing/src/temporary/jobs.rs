//! What the clock does: before a temporary order ends, it asks whoever gave it what becomes of it.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// Asks about each that is due.
///
/// # Errors
/// Broken when the database says so.
pub fn ask(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::to_ask(work.connection, now, most), super::ask)
}
