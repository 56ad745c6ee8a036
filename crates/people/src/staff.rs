//! Staff members: people of the organization, and what they do.

pub mod rows;
mod rules;

use ground::entry::Deed;
use ground::{Id, Result};
pub(crate) use rules::language;

use crate::work::{Done, Work};

pub use rules::{NewStaffMember, Role, Roles, StaffMember};

/// A staff member was taken on.
pub const TAKEN_ON: Deed = Deed("staff.taken_on");
/// What we know of a staff member was changed.
pub const CHANGED: Deed = Deed("staff.changed");

/// Takes on a staff member.
///
/// # Errors
/// Refused when somebody has this address of mail already.
pub fn take_on(work: &mut Work<'_>, new: &NewStaffMember) -> Result<Done<Id<StaffMember>>> {
    let member = StaffMember::taken_on(new);
    rows::insert(work.connection, &member)?;
    work.done(TAKEN_ON, member.id.as_str(), (None, &member), member.id.clone())
}

/// Changes what we know of a staff member.
///
/// # Errors
/// Not found; refused when somebody else changed them since they were looked at, or has this address of mail.
pub fn change(work: &mut Work<'_>, id: &Id<StaffMember>, new: &NewStaffMember, version: i64) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().changed(new, version)?;
    rows::save(work.connection, &after)?;
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}
