//! Adjustments: what we change because of what we heard, by a revision of post orders or otherwise.

pub mod jobs;
mod pages;
pub mod rows;
mod rules;

pub use listening::measure::State;
pub use rules::{Adjustment, Kind, NewAdjustment, SENTENCE_LETTERS, WORDS_LETTERS};

use ground::calendar::Calendar;
use ground::entry::{Actor, ActorKind, Deed};
use ground::web::Routes;
use ground::{Error, Id, Result};
use listening::concern;
use listening::{conversation, measure};
use orders::draft;
use orders::post_orders::{self, PostOrders};
use orders::revision::{self, Revision};
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::{Done, Work};

/// An adjustment was opened because of what was told.
pub const OPENED: Deed = Deed("adjustment.opened");
/// It changes orders, by a revision that was begun.
pub const DRAFTED: Deed = Deed("adjustment.drafted");
/// It is in force.
pub const PUT_IN_FORCE: Deed = Deed("adjustment.put_in_force");
/// It will not be done.
pub const DROPPED: Deed = Deed("adjustment.dropped");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    let staff: &[&str] = &["supervisor", "account_manager", "administrator"];
    Routes::default()
        .get("/adjustments", pages::list)
        .get("/adjustments/new", pages::opening::form)
        .post("/adjustments", pages::opening::open)
        .get("/adjustments/{id}", pages::show)
        .post("/adjustments/{id}/draft", pages::draft)
        .post("/adjustments/{id}/force", pages::put_in_force)
        .post("/adjustments/{id}/dropping", pages::drop)
        .destination("/adjustments", "adjustments-title", (ActorKind::Staff, staff))
}

/// Opens an adjustment that answers some concerns: each of them is promised the change.
///
/// # Errors
/// Refused when a number is of no concern within reach, when they are not all of one site, when
/// one is closed or praise, or when the owner may not see to them.
pub fn open(work: &mut Work<'_>, new: &NewAdjustment) -> Result<Done<Id<Adjustment>>> {
    let concerns = concern::rows::by_numbers(work, &new.concerns)?;
    let Some(first) = concerns.first() else { return Err(Error::refused("field-needed")) };
    if concerns.iter().any(|concern| concern.site_id != first.site_id) {
        return Err(Error::refused("adjustment-many-sites"));
    }
    let protected = concerns.iter().any(|concern| concern.protected_at.is_some());
    if !concern::may_own(&staff::rows::find(work.connection, &new.owner_id)?, protected) {
        return Err(Error::refused("owner-may-not"));
    }
    let site = site::rows::any(work.connection, &first.site_id)?;
    let by = work.me.actor.name.clone();
    let mut adjustment = Adjustment::opened(new, &site, &calendar(&site)?, (&by, work.now));
    // What is on the protected path hangs on no wall.
    adjustment.board_at = adjustment.board_at.filter(|_| !protected);
    for concern in &concerns {
        let _planned = measure::plan(work, &concern.id, &adjustment.measure(), new.limit)?;
    }
    rows::insert(work.connection, &adjustment, &concerns)?;
    work.done(OPENED, adjustment.id.as_str(), (None, &adjustment), adjustment.id.clone())
}

/// Begins the revision by which an adjustment changes orders, or takes the draft that is there.
///
/// # Errors
/// Not found out of reach, or when the orders are of another site; refused unless it changes orders.
pub fn begin_draft(work: &mut Work<'_>, id: &Id<Adjustment>, orders_id: &Id<PostOrders>) -> Result<Done<Id<Revision>>> {
    let before = rows::find(work, id)?;
    let orders = post_orders::rows::find(work, orders_id)?;
    if orders.site_id != before.site_id {
        return Err(Error::NotFound);
    }
    let there = revision::rows::draft_of(work.connection, orders_id)?;
    let revision_id = match there {
        Some(draft) => draft.id,
        None => draft::begin(work, orders_id, None)?.value().clone(),
    };
    let after = before.clone().by_revision(orders_id, &revision_id)?;
    rows::save(work.connection, &after)?;
    work.done(DRAFTED, id.as_str(), (Some(&before), &after), revision_id)
}

/// It is in force: whoever told us is told so, with what we say about it, and later asked whether it worked.
///
/// # Errors
/// Not found out of reach; refused when it changes orders (their revision then puts it in force),
/// when it was done or given up, or when it changed since it was looked at.
pub fn put_in_force(work: &mut Work<'_>, id: &Id<Adjustment>, seen: i64, words: Option<&str>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    if before.version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    if before.kind == Kind::Revision {
        return Err(Error::refused("adjustment-by-its-revision"));
    }
    let by = work.me.actor.clone();
    take_force(work, before, words, &by)
}

/// The revision by which it changes orders is in force, and so is it. Whoever sees to it says so.
///
/// # Errors
/// Refused when its revision is not in force, or it was done or given up.
pub fn follow_revision(work: &mut Work<'_>, id: &Id<Adjustment>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let revision_id = before.revision_id.clone().ok_or(Error::refused("adjustment-no-revision"))?;
    let revision = revision::rows::any(work.connection, &revision_id)?;
    if revision.in_force_at.is_none() {
        return Err(Error::refused("adjustment-no-revision"));
    }
    let owner = staff::rows::find(work.connection, &before.owner_id)?;
    let by = Actor { kind: ActorKind::Staff, id: owner.id.to_string(), name: owner.name };
    take_force(work, before, None, &by)
}

fn take_force(work: &mut Work<'_>, before: Adjustment, words: Option<&str>, by: &Actor) -> Result<Done<()>> {
    let site = site::rows::any(work.connection, &before.site_id)?;
    let after = before.clone().in_force(words, &calendar(&site)?, work.now)?;
    let limit = after.check_back_limit()?;
    for concern in rows::concerns_of(work.connection, &after.id)? {
        // Whoever said that it helped already, or is told so otherwise, is not told again.
        if concern.closed_at.is_some() {
            measure::note(work, &concern.id, &after.measure())?;
            continue;
        }
        let w = work.app.catalogue.speak(concern.language);
        let told = w.with("adjustment-told", &[("headline", after.headline.as_str().into())]);
        let said = [Some(told.as_str()), words].into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        let _adjusted = measure::put_in_force(work, &concern.id, (&after.measure(), &said, by), limit)?;
    }
    rows::save(work.connection, &after)?;
    work.done(PUT_IN_FORCE, after.id.as_str(), (Some(&before), &after), ())
}

/// It will not be done: whoever told us is told why.
///
/// # Errors
/// Not found out of reach; refused when it was done or given up, or changed since it was looked at.
pub fn drop(work: &mut Work<'_>, id: &Id<Adjustment>, seen: i64, words: &str) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    if before.version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    let after = before.clone().dropped(words, work.now)?;
    for concern in rows::concerns_of(work.connection, id)? {
        if concern.closed_at.is_some() {
            measure::note(work, &concern.id, &after.measure())?;
            continue;
        }
        let _given_up = measure::give_up(work, &concern.id, &after.measure())?;
        let _said = conversation::say(work, &concern.id, None, words)?;
    }
    rows::save(work.connection, &after)?;
    work.done(DROPPED, id.as_str(), (Some(&before), &after), ())
}

fn calendar(site: &Site) -> Result<Calendar> {
    site.calendar.parse().map_err(|_| Error::broken("a site has no readable calendar"))
}

/// Who may see to an adjustment: whoever may see to the concerns that it answers.
#[must_use]
pub fn owners(members: &[StaffMember]) -> Vec<(String, String)> {
    let may = members.iter().filter(|member| concern::may_own(member, false));
    may.map(|member| (member.id.to_string(), member.name.clone())).collect()
}
