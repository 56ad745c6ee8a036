//! What the clock does: it closes rounds whose time is over, and opens those that follow.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// Closes rounds whose time is over.
///
/// # Errors
/// Broken when the database says so.
pub fn close(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::to_close(work.connection, work.now, most), super::close)
}

/// Opens the rounds that follow others.
///
/// # Errors
/// Broken when the database says so.
pub fn repeat(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::to_repeat(work.connection, work.now, most), super::repeat)
}
