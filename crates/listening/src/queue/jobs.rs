//! What the clock does: no open concern stays with somebody who cannot see to it any more.

use ground::{App, Error, Id, Moment, Result};
use people::Door;
use people::site;
use people::staff::{self, Role, StaffMember};
use people::work::Work;

use super::rows;
use crate::concern::{self, Concern, may_own};

/// How many concerns are handed over in one run.
const AT_ONCE: i64 = 1_000;

/// Hands open concerns of those who left, or who may no longer own them, to the owner of their
/// site, or else to an administrator.
///
/// # Errors
/// Broken when the database says so.
pub fn find_owners(app: &App, now: Moment, _payload: &str) -> Result<()> {
    let door = Door::of_system(app, now);
    for (id, to) in door.read(orphans)? {
        match door.write(move |work| concern::hand_over(work, &id, None, &to)) {
            // Somebody else was first.
            Ok(()) | Err(Error::Refused(_) | Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The open concerns whose owner cannot see to them, each with who can.
fn orphans(work: &mut Work<'_>) -> Result<Vec<(Id<Concern>, Id<StaffMember>)>> {
    let mut found = Vec::new();
    let administrators = staff::rows::with_role(work.connection, Role::Administrator)?;
    for owner_id in rows::owners(work.connection)? {
        let owner = staff::rows::find(work.connection, &owner_id)?;
        // Who may own the protected ones may own all.
        if may_own(&owner, true) {
            continue;
        }
        for concern in rows::owned_by(work.connection, &owner_id, AT_ONCE)? {
            let protected = concern.protected_at.is_some();
            if may_own(&owner, protected) {
                continue;
            }
            let site = site::rows::any(work.connection, &concern.site_id)?;
            let of_site = staff::rows::find(work.connection, &site.owner_id)?;
            let fits =
                |member: &&StaffMember| may_own(member, protected) && concern.about_id.as_ref() != Some(&member.id);
            if let Some(next) = std::iter::once(&of_site).chain(&administrators).find(fits) {
                found.push((concern.id, next.id.clone()));
            }
        }
    }
    Ok(found)
}
