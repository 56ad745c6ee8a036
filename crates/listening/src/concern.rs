//! A concern: anything that a person tells us about the service, from hearing it to closing it.

mod api;
mod change;
pub mod code;
pub mod letters;
pub mod moves;
mod new;
pub mod number;
pub mod pages;
pub mod rows;
mod rules;

pub(crate) use change::change_saying;
pub use change::{change, record};
pub use moves::Case;
pub use new::{NewConcern, Urgency};
pub use rules::{Category, Channel, Concern, Outcome, Reporter, State, Voice, WORDS_LETTERS};

use agreement::contract::Severity;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result, letter};
use people::site::Site;
use people::staff::{self, Role, StaffMember};
use people::work::{Done, Work};

use crate::conversation::{Posted, Trust};

/// Somebody told us something.
pub const RAISED: Deed = Deed("concern.raised");
/// Somebody said that it was heard.
pub const ACKNOWLEDGED: Deed = Deed("concern.acknowledged");
/// Somebody else sees to it.
pub const HANDED_OVER: Deed = Deed("concern.handed_over");
/// It was sorted by category and severity.
pub const SORTED: Deed = Deed("concern.sorted");
/// Letters go again to the address of whoever told us, which refused mail.
pub const WRITTEN_AGAIN: Deed = Deed("concern.written_again");
/// It went on the protected path.
pub const PROTECTED: Deed = Deed("concern.protected");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/concerns/new", pages::raising::form)
        .post("/concerns", pages::raising::raise)
        .get("/concerns/{id}", pages::show)
        .post("/concerns/{id}/acknowledgement", pages::acknowledge)
        .post("/concerns/{id}/owner", pages::hand_over)
        .post("/concerns/{id}/sorting", pages::sort)
        .post("/concerns/{id}/protection", pages::protect)
        .post("/concerns/{id}/writing-again", pages::write_again)
        .get("/concerns/{id}/history", pages::history)
        .and(api::routes())
}

/// What was raised: the name of the concern, its number, and the code by which one follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// Its name in the rows.
    pub id: Id<Concern>,
    /// Its number, as people say it.
    pub number: String,
    /// The code of its page for whoever told us.
    pub tracking_code: String,
}

/// Somebody tells us something about a site; its promises begin to run. Whoever calls has found
/// the site within reach, or by the code of a sign.
///
/// # Errors
/// Broken when the database says so.
pub fn raise(work: &mut Work<'_>, site: &Site, new: &NewConcern) -> Result<Done<Raised>> {
    raise_with(work, site, new, None)
}

/// Somebody tells us something by mail. Where the sender is not who they say, the address that
/// they used is written no letter: it is somebody else's.
///
/// # Errors
/// Broken when the database says so.
pub fn raise_posted(work: &mut Work<'_>, site: &Site, new: &NewConcern, posted: &Posted) -> Result<Done<Raised>> {
    raise_with(work, site, new, Some(posted))
}

fn raise_with(work: &mut Work<'_>, site: &Site, new: &NewConcern, posted: Option<&Posted>) -> Result<Done<Raised>> {
    let terms = rows::terms_of(work, site)?;
    let terms_hash = rows::keep_terms(work.connection, &terms)?;
    let number = match &new.number {
        Some(told) if !rows::is_taken(work.connection, told)? => told.clone(),
        _ => number::fresh(|number| rows::is_taken(work.connection, number))?,
    };
    let concern = new.concern(work.now, number, (site, terms_hash), &work.app.keys);
    let ladder = calling::ladder::rows::of(work.connection, &site.id)?;
    let case = Case::raised(concern, terms, ladder)?;
    rows::insert(work, &case)?;
    let message = crate::conversation::begin(work, &case.concern, new, posted)?;
    let concern = &case.concern;
    if let Some(message_id) = posted.and_then(|posted| posted.message_id.as_deref()) {
        letter::thread::began_with(work.connection, concern.id.as_str(), message_id)?;
    }
    if posted.is_none_or(|posted| posted.by_mail.trust != Trust::Failed) {
        letters::received(work, concern)?;
    }
    let raised = Raised {
        id: concern.id.clone(),
        number: concern.number.clone(),
        tracking_code: code::of(&work.app.keys, &concern.id),
    };
    work.done(RAISED, concern.id.as_str(), (None, &record(&case, Some(&message))?), raised)
}

/// Somebody says that it was heard; whoever told us stops wondering.
///
/// # Errors
/// Not found out of reach; refused when it was acknowledged before, or changed since it was looked at.
pub fn acknowledge(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, words: Option<&str>) -> Result<Done<()>> {
    let done = change(work, (id, seen), ACKNOWLEDGED, words, |case, now| case.acknowledge(now))?;
    if words.is_none() {
        let concern = rows::find(work, id)?;
        letters::acknowledged(work, &concern)?;
    }
    Ok(done)
}

/// Somebody else sees to it.
///
/// # Errors
/// Not found out of reach; refused when it is closed, when they do already, or may not read it.
pub fn hand_over(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, to: &Id<StaffMember>) -> Result<Done<()>> {
    let owner = staff::rows::find(work.connection, to)?;
    let protected = rows::find(work, id)?.protected_at.is_some();
    if !may_own(&owner, protected) {
        return Err(Error::refused("owner-may-not"));
    }
    change(work, (id, seen), HANDED_OVER, None, |case, _| case.hand_over(to))
}

/// It is sorted: what it is about, and how grave it is.
///
/// # Errors
/// Not found out of reach; refused when it is closed, or changed since it was looked at.
pub fn sort(
    work: &mut Work<'_>,
    id: &Id<Concern>,
    seen: Option<i64>,
    (category, severity): (Category, Severity),
) -> Result<Done<()>> {
    change(work, (id, seen), SORTED, None, |case, now| case.sort(category, severity, now))
}

/// It goes on the protected path (force, discrimination, injury, crime, minors).
///
/// # Errors
/// Not found out of reach; refused when it is there already, or the owner is not above the site.
pub fn protect(
    work: &mut Work<'_>,
    id: &Id<Concern>,
    seen: Option<i64>,
    (owner, about): (&Id<StaffMember>, Option<&Id<StaffMember>>),
) -> Result<Done<()>> {
    let member = staff::rows::find(work.connection, owner)?;
    if !may_own(&member, true) {
        return Err(Error::refused("owner-not-above-site"));
    }
    change(work, (id, seen), PROTECTED, None, |case, now| case.protect(owner, about.cloned(), now))
}

/// Whether a staff member may see to a concern: a protected one needs somebody above the site.
#[must_use]
pub fn may_own(member: &StaffMember, protected: bool) -> bool {
    let above = [Role::AccountManager, Role::Administrator];
    let any = [Role::Supervisor, Role::AccountManager, Role::Administrator];
    let needed: &[Role] = if protected { &above } else { &any };
    member.left_at.is_none() && needed.iter().any(|role| member.roles.has(*role))
}
