//! Coaching: what a supervisor saw an officer do on a visit, and what they said of it to that officer. It is
//! never a score, and three kinds of people read it: whoever it is about, whoever wrote it, and those who
//! supervise the site.

mod letters;
mod pages;
pub mod rows;
mod rules;

pub use rules::{Behaviour, Coaching, NewCoaching, Seen};

use agreement::post;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::site::{self, Site};
use people::staff::{Role, StaffMember};
use people::work::{Done, Work};

use crate::interaction::{Interaction, LATE_SECONDS};

/// Whoever it is about answered.
pub const ANSWERED: Deed = Deed("coaching.answered");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/coaching/{id}", pages::show).post("/coaching/{id}", pages::answer)
}

/// Those who stood at a site of late, by name: whom a visit there may be about.
///
/// # Errors
/// Broken when the database says so.
pub fn officers_of(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Vec<StaffMember>> {
    let span = (work.now.plus_seconds(-LATE_SECONDS), work.now);
    let mut found = post::rows::officers_at(work.connection, site_id, span)?;
    found.retain(|officer| officer.id.as_str() != work.me.actor.id);
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Keeps what was seen on a visit, and writes to the officer that there is something to read.
pub(crate) fn keep(work: &mut Work<'_>, visit: &Interaction, new: &NewCoaching) -> Result<()> {
    let officers = officers_of(work, &visit.site_id)?;
    let about = officers.iter().find(|officer| officer.id == new.about_id);
    let about = about.ok_or(Error::refused("coaching-not-of-site"))?;
    rows::insert(work.connection, &visit.id, new)?;
    letters::to_read(work, visit, about)
}

/// One that somebody may read.
///
/// # Errors
/// Not found when it is none of theirs.
pub fn find(work: &mut Work<'_>, id: &Id<Interaction>) -> Result<Coaching> {
    let found = rows::any(work.connection, id)?;
    let me = work.me.actor.id.as_str();
    if found.about_id.as_str() == me || found.visit.by_id.as_str() == me {
        return Ok(found);
    }
    let supervises = work.me.has_role(&[Role::Supervisor]);
    let site = site::rows::any(work.connection, &found.visit.site_id)?;
    if supervises && work.me.reach.has_site(&site.client_id, &site.id) { Ok(found) } else { Err(Error::NotFound) }
}

/// Whoever it is about answers in a line, once. The record says that they did, not what.
///
/// # Errors
/// Not found when it is not about them; refused when they answered before.
pub fn answer(work: &mut Work<'_>, id: &Id<Interaction>, words: &str) -> Result<Done<()>> {
    let found = rows::any(work.connection, id)?;
    if found.about_id.as_str() != work.me.actor.id {
        return Err(Error::NotFound);
    }
    rows::answer(work.connection, id, words, work.now)?;
    letters::answered(work, &found)?;
    work.done(ANSWERED, id.as_str(), (None, &serde_json::json!({ "at": work.now })), ())
}
