//! What later slices may read of surveys.

use ground::{Moment, Result};
use people::work::Work;

use crate::{asking, round};

/// Until when the contact who asks can answer the survey that is open; none where none is, or where they answered it.
///
/// # Errors
/// Broken when the database says so.
pub fn open_for_me(work: &mut Work<'_>) -> Result<Option<Moment>> {
    let Some(round) = round::rows::open(work.connection, work.now)? else { return Ok(None) };
    let asking = asking::rows::mine(work, &round.id)?;
    Ok(if asking.is_some_and(|asking| asking.answered_at.is_some()) { None } else { Some(round.closes_at) })
}
