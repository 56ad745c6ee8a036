//! What the clock does: it posts the report of the month before.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// Posts the report of the month before to those who decide, each in its own transaction.
///
/// # Errors
/// Broken when the database says so.
pub fn post(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, rows::due, super::post)
}
