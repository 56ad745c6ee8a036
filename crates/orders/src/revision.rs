//! Revisions: the versions of post orders, from a proposal to the one that takes its place.

mod content;
pub mod jobs;
mod moves;
pub mod pages;
mod paper;
mod propose;
pub mod rows;
mod rules;
pub mod shown;

pub use content::{Content, Reading, Section, Translation};
pub use propose::propose;
pub use rules::{Cause, Caused, Next, Proposal, Question, Revision, SUMMARY_LETTERS, State};

use agreement::contract;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::site;
use people::work::{Done, Work};

use crate::approval::{self, Silence, Terms};
use crate::post_orders::{self, PostOrders};

/// A draft got its number, and waits for the client.
pub const PROPOSED: Deed = Deed("revision.proposed");
/// A draft got its number and took force at once; the client is asked afterwards.
pub const FORCED: Deed = Deed("revision.forced");
/// It was taken back before it took force.
pub const WITHDRAWN: Deed = Deed("revision.withdrawn");
/// It took force at its time.
pub const TOOK_FORCE: Deed = Deed("revision.took_force");
/// Whoever was asked was reminded.
pub const REMINDED: Deed = Deed("revision.reminded");
/// Nobody of the client said anything in time: what was agreed for that was done.
pub const UNANSWERED: Deed = Deed("revision.unanswered");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/orders/{id}/revisions", pages::list)
        .get("/revisions/{id}", pages::show)
        .post("/revisions/{id}/proposal", pages::proposing::propose)
        .get("/revisions/{id}/proposal", pages::proposing::form)
        .post("/revisions/{id}/withdrawal", pages::withdraw)
        .get("/revisions/{id}/paper", pages::paper::pdf)
}

/// A revision that waits is taken back.
///
/// # Errors
/// Not found out of reach; refused when it took force, or ended, or changed since it was looked at.
pub fn withdraw(work: &mut Work<'_>, id: &Id<Revision>, seen: i64) -> Result<Done<()>> {
    let (before, _) = rows::find(work, id)?;
    if before.version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    let mut after = before.clone();
    after.withdraw(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(WITHDRAWN, id.as_str(), (Some(&before), &after), ())
}

/// An approved revision takes force at its time.
///
/// # Errors
/// Refused unless it is approved and its time has come.
pub fn take_force(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let mut after = before.clone();
    after.come_into_force(work.now)?;
    settle(work, &before, &after)?;
    work.done(TOOK_FORCE, id.as_str(), (Some(&before), &after), ())
}

/// Whoever was asked and said nothing is reminded, and their stand-in is asked.
///
/// # Errors
/// Refused when nothing is asked any more.
pub fn remind(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let terms = terms(work, &before)?;
    let mut after = before.clone();
    after.remind(&terms)?;
    approval::remind(work, &after, &terms)?;
    rows::save(work.connection, &after)?;
    work.done(REMINDED, id.as_str(), (Some(&before), &after), ())
}

/// Nobody said anything in time: what the contract says of silence is done.
///
/// # Errors
/// Refused when nothing is asked any more.
pub fn go_unanswered(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let silence = terms(work, &before)?.silence;
    let mut after = before.clone();
    match silence {
        Silence::Waits => after.next = None,
        Silence::CountsAsYes => after.agree(work.now)?,
        Silence::Lapses if after.state == State::Proposed => after.withdraw(work.now)?,
        Silence::Lapses => after.refuse(work.now)?,
    }
    settle(work, &before, &after)?;
    approval::letters::unanswered(work, &after, silence)?;
    work.done(UNANSWERED, id.as_str(), (Some(&before), &after), ())
}

/// What was agreed about approvals with the client whose orders a revision changes.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn terms(work: &mut Work<'_>, revision: &Revision) -> Result<Terms> {
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    let site = site::rows::any(work.connection, &orders.site_id)?;
    let today = post_orders::today(work, &site)?;
    let contract = contract::rows::in_force(work.connection, &site.client_id, today)?;
    let calendar = site.calendar.parse().map_err(|_| Error::broken("a site has no readable calendar"))?;
    Ok(Terms::of(contract.as_ref(), calendar))
}

/// Saves a revision that moved, and what follows for the orders: one that takes force replaces the one
/// before it, and overtakes one that waits; one that is refused gives the place back.
///
/// # Errors
/// Refused when somebody else moved it meanwhile.
pub(crate) fn settle(work: &mut Work<'_>, before: &Revision, after: &Revision) -> Result<()> {
    rows::save(work.connection, after)?;
    let took_force = after.state == State::InForce && before.state != State::InForce;
    let gave_up = after.state == State::Refused && before.state == State::InForce;
    if took_force {
        replace(work, after)?;
    } else if gave_up {
        give_back(work, after)?;
    }
    Ok(())
}

fn replace(work: &mut Work<'_>, taking: &Revision) -> Result<()> {
    let orders = post_orders::rows::any(work.connection, &taking.orders_id)?;
    if orders.revision_id != taking.base_id {
        return Err(Error::refused("revision-overtaken"));
    }
    if let Some(id) = &orders.revision_id {
        let mut replaced = rows::any(work.connection, id)?;
        replaced.be_replaced(work.now);
        rows::save(work.connection, &replaced)?;
    }
    if let Some(mut overtaken) = rows::waiting_of(work.connection, &orders.id)? {
        overtaken.withdraw(work.now)?;
        rows::save(work.connection, &overtaken)?;
    }
    let site = site::rows::any(work.connection, &orders.site_id)?;
    let today = post_orders::today(work, &site)?;
    post_orders::rows::save(work.connection, &orders.with_in_force(&taking.id, today))
}

fn give_back(work: &mut Work<'_>, refused: &Revision) -> Result<()> {
    let orders = post_orders::rows::any(work.connection, &refused.orders_id)?;
    if let Some(id) = &refused.base_id {
        let mut returning = rows::any(work.connection, id)?;
        returning.return_to_force();
        rows::save(work.connection, &returning)?;
    }
    post_orders::rows::save(work.connection, &PostOrders { revision_id: refused.base_id.clone(), ..orders })
}
