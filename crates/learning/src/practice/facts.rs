//! What later slices may read of practice.

use ground::Result;
use people::organization;
use people::work::Work;

use super::rows;

/// How many questions wait for whoever asks, today.
///
/// # Errors
/// Broken when the database says so.
pub fn waiting_for_me(work: &mut Work<'_>) -> Result<i64> {
    let me = work.me.staff_id();
    let today = organization::day(work.connection, work.now)?;
    rows::count_due(work.connection, (&me, today), work.me.language)
}
