//! Phones: browsers in which one of ours has signed in, and which may send what they wrote without signal.

mod pages;
pub mod rows;
mod rules;

pub use rules::{Phone, TOLERATED_SECONDS, ahead_seconds, happened_at, key};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::staff::{Role, StaffMember};
use people::work::{Done, Work};

/// One of ours signed in on a phone for the first time.
pub const INTRODUCED: Deed = Deed("phone.introduced");
/// It is lost: what it sends is held from now on.
pub const GIVEN_UP: Deed = Deed("phone.given_up");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .post("/field/phone", pages::introduce)
        .get("/staff/{id}/phones", pages::list)
        .post("/staff/{id}/phones/{phone}", pages::give_up)
}

/// Whoever works is on this phone.
///
/// # Errors
/// Refused when they said that it is lost.
pub fn introduce(work: &mut Work<'_>, new: Phone) -> Result<Done<()>> {
    rows::insert(work.connection, &new)?;
    work.done(INTRODUCED, new.id.as_str(), (None, &new), ())
}

/// A phone is lost: what it sends is held, and it is given no key.
///
/// # Errors
/// Not found unless it is one's own, or one sets things up; refused when that was said before.
pub fn give_up(work: &mut Work<'_>, (id, staff_id): (&Id<Phone>, &Id<StaffMember>)) -> Result<Done<()>> {
    check_theirs(work, staff_id)?;
    let before = rows::find(work.connection, (id, staff_id))?.ok_or(Error::NotFound)?;
    let after = before.clone().given_up(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(GIVEN_UP, id.as_str(), (Some(&before), &after), ())
}

/// Holds that whoever works may know of somebody's phones: their own, and those who set things up all.
fn check_theirs(work: &Work<'_>, staff_id: &Id<StaffMember>) -> Result<()> {
    let own = work.me.actor.id == staff_id.as_str();
    if own || work.me.has_role(&[Role::Administrator]) { Ok(()) } else { Err(Error::NotFound) }
}
