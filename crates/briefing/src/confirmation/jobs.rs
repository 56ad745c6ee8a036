//! What the clock does: it tells officers of revisions that took force, and those on duty of shifts that
//! began without confirmation.

use agreement::post;
use ground::{App, Moment, Result};
use orders::post_orders;
use orders::revision;
use people::sweep::each;
use people::work::Work;

use super::{Unconfirmed, rows, standing};

/// What took force longer ago than this, in seconds, is not announced any more: everybody who began since
/// found it on the page of the post.
const ANNOUNCED_WITHIN_SECONDS: i64 = 2 * 86_400;
/// Shifts that began longer ago than this, in seconds, are on the board alone.
const TOLD_WITHIN_SECONDS: i64 = 3_600;

/// Tells officers of what took force.
///
/// # Errors
/// Broken when the database says so.
pub fn announce(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let due = |work: &mut Work<'_>, most: i64| {
        let since = now.plus_seconds(-ANNOUNCED_WITHIN_SECONDS);
        let found = revision::rows::in_force_since(work.connection, since)?;
        let mut found = rows::not_announced(work.connection, found)?;
        found.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(found)
    };
    each(app, now, due, super::announce)
}

/// Tells those on duty of shifts that began without confirmation.
///
/// # Errors
/// Broken when the database says so.
pub fn tell(app: &App, now: Moment, _payload: &str) -> Result<()> {
    each(app, now, |work, most| unconfirmed(work, usize::try_from(most).unwrap_or(usize::MAX)), super::tell)
}

fn unconfirmed(work: &mut Work<'_>, most: usize) -> Result<Vec<Unconfirmed>> {
    let since = work.now.plus_seconds(-TOLD_WITHIN_SECONDS);
    let mut found = Vec::new();
    for assignment in post::rows::begun_between(work.connection, (since, work.now))? {
        let post = post::rows::any(work.connection, &assignment.post_id)?;
        for orders in post_orders::rows::of_post(work.connection, &post)? {
            let Some(revision_id) = orders.revision_id.clone() else { continue };
            if rows::was_told(work.connection, (&assignment.id, &revision_id))? {
                continue;
            }
            let revision = revision::rows::any(work.connection, &revision_id)?;
            let lines = standing(work, &orders, &revision)?;
            let theirs = lines.iter().find(|line| line.assignment.staff_id == assignment.staff_id);
            if theirs.is_some_and(|line| line.confirmation.is_none()) {
                found.push(Unconfirmed { assignment: assignment.clone(), revision_id });
            }
            if found.len() >= most {
                return Ok(found);
            }
        }
    }
    Ok(found)
}
