//! What the clock does: what waits for a revision of orders is in force with it.

use ground::{App, Moment, Result};
use people::sweep::each;

use super::rows;

/// Puts in force what waited for a revision that is in force by now.
///
/// # Errors
/// Broken when the database says so.
pub fn follow_revisions(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| rows::with_revision_in_force(work.connection, most), super::follow_revision)
}
