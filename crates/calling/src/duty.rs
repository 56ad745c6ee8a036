//! Duty: which supervisors are called first, from when until when.

mod pages;
pub mod rows;
mod rules;

pub use rules::{Duty, NewDuty, first_shown};

use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::Me;
use people::staff::{self, Role, StaffMember};
use people::work::{Done, Person, Work};

/// A supervisor took a span of duty.
pub const TAKEN: Deed = Deed("duty.taken");
/// A span of duty was ended.
pub const ENDED: Deed = Deed("duty.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/duty", pages::list)
        .post("/duty", pages::take)
        .post("/duty/{id}/ending", pages::end)
        .destination("/duty", "duty-title", (ActorKind::Staff, &["supervisor", "account_manager", "administrator"]))
}

/// A supervisor takes a span of duty, or somebody who looks after clients enters it for them.
///
/// # Errors
/// Not allowed for somebody else; refused when they are no supervisor, or on duty already in some of it.
pub fn take(work: &mut Work<'_>, new: &NewDuty) -> Result<Done<Id<Duty>>> {
    if !may_enter_for(work.me, &new.staff_id) {
        return Err(Error::NotAllowed);
    }
    let duty = Duty::taken(new);
    Duty::check_takes(&staff::rows::find(work.connection, &new.staff_id)?)?;
    duty.fits(&rows::of_staff(work.connection, &new.staff_id, duty.starts_at)?)?;
    rows::insert(work.connection, &duty)?;
    work.done(TAKEN, duty.id.as_str(), (None, &duty), duty.id.clone())
}

/// A span of duty ends now; one that has not begun will not.
///
/// # Errors
/// Not found when it is somebody else's; refused when it is over.
pub fn end(work: &mut Work<'_>, id: &Id<Duty>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().ended(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}

/// Whether somebody may say when this staff member is on duty: themselves, and those above the sites.
fn may_enter_for(me: &Me, staff_id: &Id<StaffMember>) -> bool {
    me.actor.id == staff_id.as_str()
        || matches!(me.person, Person::System)
        || me.has_role(&[Role::AccountManager, Role::Administrator])
}
