//! What the clock does: it writes to those who should know that a certificate expires.

use ground::{App, Moment, Result};
use people::sweep::each_by_today;

use super::{remind as remind_one, rows};

/// Writes about the certificates that are to be spoken of by today.
///
/// # Errors
/// Broken when the database says so.
pub fn remind(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each_by_today(app, now, rows::to_remind, remind_one)
}
