//! Confirmations: an officer's statement that they read a revision of post orders.

mod bearer;
mod entering;
pub mod jobs;
mod letters;
mod pages;
pub mod rows;
mod rules;
mod telling;

pub use entering::enter;
pub use rules::{Confirmation, Line, Outcome, Read, Said, Way, answers, holds, lines};
pub use telling::{Unconfirmed, announce, tell};

use agreement::post;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Moment, Result};
use orders::post_orders::{self, AHEAD_SECONDS, PostOrders};
use orders::revision::{self, Revision};
use people::organization;
use people::staff::StaffMember;
use people::work::{Done, Work};
use serde_json::json;

use crate::post_briefing;

/// An officer confirmed that they read a revision.
pub const CONFIRMED: Deed = Deed("confirmation.made");
/// A supervisor entered what an officer confirmed on paper.
pub const ENTERED: Deed = Deed("confirmation.entered");
/// An officer's answer was wrong: they look once more.
pub const LOOKED_AGAIN: Deed = Deed("confirmation.looked_again");
/// Those who must confirm a revision were told of it.
pub const ANNOUNCED: Deed = Deed("revision.announced");
/// Those on duty were told that a shift began without confirmation.
pub const TOLD: Deed = Deed("assignment.unconfirmed_told");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/posts/{id}/confirmations/{revision}", pages::show)
        .post("/posts/{id}/confirmations/{revision}", pages::confirm)
        .post("/posts/{id}/briefing/other", pages::other)
        .get("/sites/{id}/confirmations", pages::board::show)
        .post("/sites/{id}/confirmations", pages::board::enter)
        .get("/confirmations/{id}/photo", pages::board::photo)
}

/// Who says that they read, and on which device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// Who.
    pub staff_id: Id<StaffMember>,
    /// On which device.
    pub way: Way,
}

/// Those who must have confirmed the revision that is in force of some orders: everybody who stands where
/// they hold, or will within some days.
///
/// # Errors
/// Broken when the database says so.
pub fn standing(work: &mut Work<'_>, orders: &PostOrders, revision: &Revision) -> Result<Vec<Line>> {
    let posts = match &orders.post_id {
        Some(post_id) => vec![post_id.clone()],
        None => post::rows::open_at(work.connection, &orders.site_id)?.into_iter().map(|post| post.id).collect(),
    };
    let from = revision.in_force_at.unwrap_or(work.now).min(work.now);
    let until = work.now.plus_seconds(AHEAD_SECONDS);
    let assignments = post::rows::between(work.connection, &posts, (from, until))?;
    let confirmed = rows::of_revision(work.connection, &revision.id)?;
    let absence_days = organization::rows::get(work.connection)?.absence_days;
    Ok(lines(&assignments, &confirmed, work.now, absence_days))
}

/// The revisions in force at a post that an officer must confirm still, those of the whole site first.
///
/// # Errors
/// Broken when the database says so.
pub fn to_confirm(work: &mut Work<'_>, post: &post::Post, staff_id: &Id<StaffMember>) -> Result<Vec<Revision>> {
    let mut missing = Vec::new();
    for orders in post_orders::rows::of_post(work.connection, post)? {
        let Some(revision_id) = &orders.revision_id else { continue };
        let revision = revision::rows::any(work.connection, revision_id)?;
        let lines = standing(work, &orders, &revision)?;
        if lines.iter().any(|line| line.assignment.staff_id == *staff_id && line.confirmation.is_none()) {
            missing.push(revision);
        }
    }
    Ok(missing)
}

/// An officer says that they read a revision, at a post where it holds. A wrong answer is written down as
/// one, and they look once more.
///
/// # Errors
/// Not found at a post that whoever asks may not read of; refused when the text is not what was shown,
/// when another revision took force meanwhile, when they need not confirm it, or did already.
pub fn confirm(work: &mut Work<'_>, post_id: &Id<post::Post>, officer: &Officer, said: &Said) -> Result<Done<Outcome>> {
    let post = post_briefing::find(work, post_id)?;
    let (revision, orders) = of_post(work, &post, &said.revision_id)?;
    let in_force = orders.revision_id.as_ref() == Some(&revision.id);
    let read = Read { revision: &revision, in_force };
    read.check(said, work.now)?;
    let of = (&revision.id, &officer.staff_id);
    let earlier = of_staff(work, of)?;
    if in_force {
        let lines = standing(work, &orders, &revision)?;
        match lines.into_iter().find(|line| line.assignment.staff_id == officer.staff_id) {
            None => return Err(Error::refused("confirmation-not-theirs")),
            Some(Line { confirmation: Some(_), .. }) => return Err(Error::refused("confirmation-there")),
            Some(_) => {}
        }
    } else if !earlier.is_empty() {
        return Err(Error::refused("confirmation-there"));
    }
    if said.their_at.is_some() && earlier.iter().any(|one| one.their_at == said.their_at) {
        return Err(Error::refused("confirmation-there"));
    }
    let looks = rows::looks(work.connection, of)? + said.looks;
    if !read.is_right(said, &officer.staff_id) {
        rows::look_again(work.connection, of, looks + 1)?;
        let record = json!({ "officer": officer.staff_id, "answer": said.answer });
        return work.done(LOOKED_AGAIN, revision.id.as_str(), (None, &record), Outcome::LookAgain);
    }
    let confirmation = Confirmation {
        looks,
        their_at: said.their_at,
        ..confirmation(&revision, of.1, (officer.way, earlier.len()), said.their_at.unwrap_or(work.now))
    };
    rows::insert(work.connection, &confirmation)?;
    let outcome = if in_force { Outcome::Confirmed } else { Outcome::KeptAsLate };
    work.done(CONFIRMED, confirmation.id.as_str(), (None, &confirmation), outcome)
}

fn confirmation(
    revision: &Revision,
    staff_id: &Id<StaffMember>,
    (way, earlier): (Way, usize),
    confirmed_at: Moment,
) -> Confirmation {
    Confirmation {
        id: Id::fresh(),
        orders_id: revision.orders_id.clone(),
        revision_id: revision.id.clone(),
        staff_id: staff_id.clone(),
        round: i64::try_from(earlier).unwrap_or(i64::MAX - 1) + 1,
        hash: revision.hash.clone().unwrap_or_default(),
        way,
        looks: 0,
        confirmed_at,
        their_at: None,
        entered_by: None,
        photo: None,
    }
}

fn of_staff(
    work: &mut Work<'_>,
    (revision_id, staff_id): (&Id<Revision>, &Id<StaffMember>),
) -> Result<Vec<Confirmation>> {
    let mut all = rows::of_revision(work.connection, revision_id)?;
    all.retain(|one| one.staff_id == *staff_id);
    Ok(all)
}

/// A published revision that holds, or held, at a post.
///
/// # Errors
/// Not found when it does not.
pub(crate) fn of_post(work: &mut Work<'_>, post: &post::Post, id: &Id<Revision>) -> Result<(Revision, PostOrders)> {
    let revision = revision::rows::any(work.connection, id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    let holds = orders.site_id == post.site_id && orders.post_id.as_ref().is_none_or(|own| *own == post.id);
    if holds && revision.in_force_at.is_some() { Ok((revision, orders)) } else { Err(Error::NotFound) }
}
