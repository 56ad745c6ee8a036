//! What is told without being asked: that orders took force, and that a shift began without confirmation.

use agreement::post::{self, Assignment};
use ground::{Id, Result};
use orders::post_orders;
use orders::revision::{self, Revision};
use people::staff;
use people::work::{Done, Work};
use serde_json::json;

use super::{ANNOUNCED, TOLD, letters, rows, standing};

/// Tells those who must confirm a revision that it took force.
///
/// # Errors
/// Refused when they were told, or it is in force no longer.
pub fn announce(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Done<()>> {
    let revision = revision::rows::any(work.connection, id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    rows::announced(work.connection, id, work.now)?;
    let lines = standing(work, &orders, &revision)?;
    for line in lines.iter().filter(|line| line.confirmation.is_none()) {
        letters::announce(work, (&orders, &revision), line)?;
    }
    work.done(ANNOUNCED, id.as_str(), (None, &json!({ "officers": lines.len() })), ())
}

/// A shift that began without confirmation.
#[derive(Debug, Clone)]
pub struct Unconfirmed {
    /// The shift.
    pub assignment: Assignment,
    /// What was not confirmed.
    pub revision_id: Id<Revision>,
}

/// Tells the supervisors on duty that a shift began without confirmation.
///
/// # Errors
/// Refused when they were told.
pub fn tell(work: &mut Work<'_>, unconfirmed: &Unconfirmed) -> Result<Done<()>> {
    let Unconfirmed { assignment, revision_id } = unconfirmed;
    rows::told(work.connection, (&assignment.id, revision_id), work.now)?;
    let post = post::rows::any(work.connection, &assignment.post_id)?;
    let officer = staff::rows::find(work.connection, &assignment.staff_id)?;
    for supervisor in calling::duty::rows::on_duty(work.connection, &post.site_id, work.now)? {
        letters::unconfirmed(work, (&post, assignment), &officer, &supervisor)?;
    }
    work.done(TOLD, assignment.id.as_str(), (None, &json!({ "revision": revision_id })), ())
}
