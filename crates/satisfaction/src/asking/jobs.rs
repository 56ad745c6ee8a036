//! What the clock does: it asks whoever is to be asked in the round that is open, and reminds them.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// Asks the contacts who are to be asked now.
///
/// # Errors
/// Broken when the database says so.
pub fn ask(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, rows::to_ask, super::ask)
}

/// Reminds contacts who did not answer.
///
/// # Errors
/// Broken when the database says so.
pub fn remind(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::to_remind(work.connection, work.now, most), super::remind)
}
