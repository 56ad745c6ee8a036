//! What the clock does: it fits questions to answers, when there are enough new ones.

use ground::{App, Moment, Result};
use people::door::Door;

use super::{fitted, is_due, rows, rules};
use crate::known::{self, Pool};

/// Fits the questions again, when a tenth more was answered since the last time. What it reads it reads at once, and it
/// reckons while nobody waits for it.
///
/// # Errors
/// Broken when the database says so.
pub fn refit(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    let (pool, told, before) = door.read(|work| {
        let pool = Pool::read(work.connection)?;
        let told = known::of_everybody(work.connection, &pool)?;
        let before = rules::still_held(&pool, rows::all(work.connection)?.values());
        Ok((pool, told, before))
    })?;
    if !is_due(before, rules::usable(&told)) {
        return Ok(());
    }
    match fitted(&pool, &told, now) {
        Some(all) => door.write(move |work| super::keep(work, &all)),
        // What does not settle is tried again tomorrow; until then the last figures hold.
        None => Ok(()),
    }
}
