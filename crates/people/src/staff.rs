//! Staff members: people of the organization, and what they do.

mod pages;
pub mod rows;
mod rules;

pub(crate) use rules::language;
pub use rules::{NewStaffMember, Role, Roles, StaffMember};

use ground::entry::{ActorKind, Deed};
use ground::letter::refusing;
use ground::web::Routes;
use ground::{Error, Id, Refusal, Result};
use serde_json::json;

use crate::session::{self, PersonKey};
use crate::site::{self, Site};
use crate::work::{Done, Work};

/// A staff member was taken on.
pub const TAKEN_ON: Deed = Deed("staff.taken_on");
/// What we know of a staff member was changed.
pub const CHANGED: Deed = Deed("staff.changed");
/// A staff member was given sites to look after.
pub const GIVEN_SITES: Deed = Deed("staff.given_sites");
/// Letters go again to an address that refused mail.
pub const WRITTEN_AGAIN: Deed = Deed("staff.written_again");
/// A staff member left the organization.
pub const LEFT: Deed = Deed("staff.left");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/staff", pages::list)
        .get("/staff/new", pages::new)
        .post("/staff", pages::take_on)
        .get("/staff/{id}", pages::show)
        .get("/staff/{id}/edit", pages::edit)
        .post("/staff/{id}", pages::change)
        .post("/staff/{id}/sites", pages::look_after)
        .post("/staff/{id}/link", pages::send_link)
        .post("/staff/{id}/writing-again", pages::write_again)
        .post("/staff/{id}/leaving", pages::leave)
        .destination("/staff", "staff-title", (ActorKind::Staff, &["account_manager", "administrator"]))
}

/// Takes on a staff member.
///
/// # Errors
/// Refused when somebody has this address of mail already.
pub fn take_on(work: &mut Work<'_>, new: &NewStaffMember) -> Result<Done<Id<StaffMember>>> {
    let member = StaffMember::taken_on(new);
    rows::insert(work.connection, &member)?;
    work.done(TAKEN_ON, member.id.as_str(), (None, &member), member.id.clone())
}

/// Changes what we know of a staff member. Links that went to an earlier address are good no longer.
///
/// # Errors
/// Not found; refused when somebody else changed them since they were looked at, when the address
/// of mail is taken, and when a site would have no owner or the organization no administrator.
pub fn change(work: &mut Work<'_>, id: &Id<StaffMember>, new: &NewStaffMember, version: i64) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().changed(new, version)?;
    check_replaced(work, &before, &after)?;
    rows::save(work.connection, &after)?;
    if after.email != before.email {
        let person = PersonKey { kind: ActorKind::Staff, id: id.to_string() };
        session::rows::delete_links(work.connection, &person)?;
        refusing::clear(work.connection, &before.email)?;
    }
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}

/// Letters go again to a staff member whose address refused mail.
///
/// # Errors
/// Not found when there is no such staff member, or the address refuses nothing.
pub fn write_again(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<Done<()>> {
    let member = rows::find(work.connection, id)?;
    let known = refusing::find(work.connection, &member.email)?.ok_or(Error::NotFound)?;
    refusing::clear(work.connection, &member.email)?;
    work.done(WRITTEN_AGAIN, id.as_str(), (None, &json!({ "refused_since": known.since_at, "why": known.why })), ())
}

/// From now on a supervisor looks after these sites, and no others.
///
/// # Errors
/// Not found when there is no such staff member or site.
pub fn look_after(work: &mut Work<'_>, id: &Id<StaffMember>, sites: &[Id<Site>]) -> Result<Done<()>> {
    rows::find(work.connection, id)?;
    let mut after = Vec::new();
    for site_id in sites {
        after.push(site::rows::find(work, site_id)?.id);
    }
    after.sort();
    after.dedup();
    let before = site::rows::looked_after_by(work.connection, id)?;
    site::rows::look_after(work.connection, id, &after)?;
    work.done(GIVEN_SITES, id.as_str(), (Some(&json!({ "sites": before })), &json!({ "sites": after })), ())
}

/// A staff member left the organization: their sessions end, and they can no longer sign in. What
/// they did stays.
///
/// # Errors
/// Not found; refused when that was done before, and when a site would have no owner or the
/// organization no administrator.
pub fn leave(work: &mut Work<'_>, id: &Id<StaffMember>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().left(work.now)?;
    check_replaced(work, &before, &after)?;
    rows::save(work.connection, &after)?;
    site::rows::look_after(work.connection, id, &[])?;
    session::rows::delete_all(work.connection, &PersonKey { kind: ActorKind::Staff, id: id.to_string() })?;
    work.done(LEFT, id.as_str(), (Some(&before), &after), ())
}

/// Whoever can no longer do a thing that somebody must do is replaced first.
fn check_replaced(work: &mut Work<'_>, before: &StaffMember, after: &StaffMember) -> Result<()> {
    if before.works_as(Role::Administrator) && !after.works_as(Role::Administrator) {
        let others = rows::all(work.connection)?;
        if !others.iter().any(|other| other.id != before.id && other.works_as(Role::Administrator)) {
            return Err(Error::refused("staff-last-administrator"));
        }
    }
    if !after.can_own() {
        let owned = site::rows::owned_by(work.connection, &before.id)?;
        if !owned.is_empty() {
            let names: Vec<String> = owned.into_iter().map(|site| site.name).collect();
            return Err(Error::Refused(Refusal::new("staff-owns-sites").with("sites", names.join(", "))));
        }
    }
    Ok(())
}
