//! What the clock does: it fits questions to answers, when there are enough new ones.

use ground::{App, Moment, Result};
use learning::question::rows::narrow;
use people::door::Door;

use super::{fitted, is_due, rows, rules};
use crate::known::{self, Pool};

/// Fits the questions again, when a tenth more was answered since the last time. It counts before it reads all answers, reads
/// these at once, and reckons while nobody waits for it.
///
/// # Errors
/// Broken when the database says so.
pub fn refit(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    let due = door.read(|work| {
        let (questions, kept) = (narrow(work.connection)?, rows::all(work.connection)?);
        let pool = Pool::of(questions, &kept);
        let before = rules::still_held(&pool, kept.values());
        if !is_due(before, rules::usable(&known::counts(work.connection, &pool)?)) {
            return Ok(None);
        }
        let told = known::of_questions(work.connection, &pool, None)?;
        Ok(Some((pool, told)))
    })?;
    match due.and_then(|(pool, told)| fitted(&pool, &told, now)) {
        Some(all) => door.write(move |work| super::keep(work, &all)),
        // What does not settle is tried again tomorrow; until then the last figures hold.
        None => Ok(()),
    }
}
