//! What the clock does: it asks the officers who stand where something was changed.

use ground::{App, Moment, Result};
use people::sweep::each;

use crate::adjustment;

/// Asks about every adjustment that is due.
///
/// # Errors
/// Broken when the database says so.
pub fn ask(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| adjustment::rows::to_ask_officers(work.connection, now, most), super::ask_officers)
}
