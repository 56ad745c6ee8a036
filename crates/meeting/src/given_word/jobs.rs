//! What the clock does: it reminds holders, and tells those on duty of what is late.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// Reminds holders of what they promised.
///
/// # Errors
/// Broken when the database says so.
pub fn ask(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::to_ask(work.connection, work.now, most), super::ask)
}

/// Tells those on duty of words that are late.
///
/// # Errors
/// Broken when the database says so.
pub fn tell(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::to_tell(work.connection, work.now, most), super::tell)
}
