//! What an officer confirmed on paper, entered by a supervisor.

use ground::{Error, Id, Moment, Result};
use orders::revision::{self, Revision};
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::{Done, Work};

use super::{Confirmation, ENTERED, Way, confirmation, of_staff, rows, standing};

/// A supervisor enters what an officer confirmed on paper.
///
/// # Errors
/// Not found out of reach; refused when the revision is not in force, when it was not at that time, when
/// the officer need not confirm it, or did already.
pub fn enter(
    work: &mut Work<'_>,
    site_id: &Id<Site>,
    (revision_id, staff_id): (&Id<Revision>, &Id<StaffMember>),
    (confirmed_at, photo): (Moment, &str),
) -> Result<Done<()>> {
    let site = site::rows::find(work, site_id)?;
    let (revision, orders) = revision::rows::find(work, revision_id)?;
    if orders.site_id != site.id {
        return Err(Error::NotFound);
    }
    if orders.revision_id.as_ref() != Some(revision_id) {
        return Err(Error::refused("confirmation-stale"));
    }
    if confirmed_at > work.now || revision.in_force_at.is_none_or(|since| confirmed_at < since) {
        return Err(Error::refused("confirmation-paper-time"));
    }
    let lines = standing(work, &orders, &revision)?;
    match lines.iter().find(|line| line.assignment.staff_id == *staff_id) {
        None => return Err(Error::refused("confirmation-not-theirs")),
        Some(line) if line.confirmation.is_some() => return Err(Error::refused("confirmation-there")),
        Some(_) => {}
    }
    let earlier = of_staff(work, (revision_id, staff_id))?;
    let confirmation = Confirmation {
        entered_by: Some(work.me.actor.clone()),
        photo: Some(photo.to_owned()),
        ..confirmation(&revision, staff_id, (Way::Paper, earlier.len()), confirmed_at)
    };
    rows::insert(work.connection, &confirmation)?;
    work.done(ENTERED, confirmation.id.as_str(), (None, &confirmation), ())
}
