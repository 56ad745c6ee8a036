//! What the clock does: it writes to those who should know that a certificate expires.

use ground::{App, Moment, Result};
use people::organization;
use people::sweep::each;
use people::work::Work;

use super::{remind as remind_one, rows};

/// Writes about the certificates that are to be spoken of by today.
///
/// # Errors
/// Broken when the database says so.
pub fn remind(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let due = |work: &mut Work<'_>, most| {
        let today = organization::day(work.connection, work.now)?;
        rows::to_remind(work.connection, today, most)
    };
    each(app, now, due, remind_one)
}
