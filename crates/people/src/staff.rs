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

/// Takes on a staff member.
///
/// # Errors
/// Refused when somebody has this address of mail already.
pub fn take_on(work: &mut Work<'_>, new: &NewStaffMember) -> Result<Done<Id<StaffMember>>> {
    let member = StaffMember::taken_on(new);
    rows::insert(work.connection, &member)?;
    work.done(TAKEN_ON, member.id.as_str(), (None, &member), member.id.clone())
}
