//! Staff members: people of the organization, and what they do.

pub mod rows;
mod rules;

use ground::entry::{ActorKind, Deed};
use ground::{Id, Result};
pub(crate) use rules::language;

use crate::session::PersonKey;
use crate::work::{Done, Work};

pub use rules::{NewStaffMember, Role, Roles, StaffMember};

/// A staff member was taken on.
pub const TAKEN_ON: Deed = Deed("staff.taken_on");
/// A staff member left the organization.
pub const LEFT: Deed = Deed("staff.left");

/// Takes on a staff member.
///
/// # Errors
/// Refused when somebody has this address of mail already.
pub fn take_on(work: &mut Work<'_>, new: &NewStaffMember) -> Result<Done<Id<StaffMember>>> {
    let member = StaffMember::taken_on(new);
    rows::insert(work.connection, &member)?;
    work.done(TAKEN_ON, member.id.as_str(), (None, &member), member.id.clone())
}

/// A staff member left: they are signed out everywhere and can no longer sign in; what they did stays.
///
/// # Errors
/// Not found when there is none; refused when that was done before.
pub fn leave(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().left(work.now)?;
    rows::save(work.connection, &after)?;
    let person = PersonKey { kind: ActorKind::Staff, id: id.to_string() };
    crate::session::rows::delete_all(work.connection, &person)?;
    work.done(LEFT, id.as_str(), (Some(&before), &after), ())
}
