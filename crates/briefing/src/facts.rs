//! What later slices may read of briefings.

use agreement::post::{self, Assignment, Post};
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use orders::post_orders;
use orders::revision::{self, Revision};
use people::organization;
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use crate::confirmation::{self, Confirmation, standing};

/// How far a revision in force is confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confirmed {
    /// So many have confirmed it,
    pub officers: usize,
    /// of so many who must.
    pub of: usize,
    /// When the last of them did; none as long as somebody has not.
    pub all_at: Option<Moment>,
}

/// How many of those who must have confirmed a revision did so; none when it is not in force.
///
/// # Errors
/// Not found when there is no such revision.
pub fn confirmed_of(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Option<Confirmed>> {
    let revision = revision::rows::any(work.connection, id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    if orders.revision_id.as_ref() != Some(id) {
        return Ok(None);
    }
    let lines = standing(work, &orders, &revision)?;
    let at: Vec<Moment> = lines.iter().filter_map(|line| Some(line.confirmation.as_ref()?.confirmed_at)).collect();
    let all_at = at.iter().max().copied().filter(|_| at.len() == lines.len());
    Ok(Some(Confirmed { officers: at.len(), of: lines.len(), all_at }))
}

/// An officer who stands on post without having confirmed all that is in force there.
#[derive(Debug, Clone)]
pub struct StandsWithout {
    /// Who.
    pub officer: String,
    /// Where.
    pub post_id: Id<Post>,
    /// The name of the post.
    pub post: String,
    /// The name of its site.
    pub site: String,
    /// The site, whose board says more.
    pub site_id: Id<Site>,
    /// Since when.
    pub since_at: Moment,
}

/// The officers who stand on post without having confirmed, at all sites within reach; each once at a
/// post, whoever stands longest first.
///
/// # Errors
/// Broken when the database says so.
pub fn stand_without(work: &mut Work<'_>) -> Result<Vec<StandsWithout>> {
    let mut found: Vec<StandsWithout> = Vec::new();
    for site in site::rows::list(work)? {
        for assignment in without_at(work, &site.id)? {
            let officer = staff::rows::find(work.connection, &assignment.staff_id)?;
            if officer.left_at.is_some() {
                continue;
            }
            let post = post::rows::any(work.connection, &assignment.post_id)?;
            found.push(StandsWithout {
                officer: officer.name,
                post_id: post.id,
                post: post.name,
                site: site.name.clone(),
                site_id: site.id.clone(),
                since_at: assignment.starts_at,
            });
        }
    }
    found.sort_by_key(|one| one.since_at);
    Ok(found)
}

/// The shifts at a site that go on without confirmation of what is in force, each once.
fn without_at(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Vec<Assignment>> {
    let mut found: Vec<Assignment> = Vec::new();
    for orders in post_orders::rows::of_site(work.connection, site_id)? {
        let Some(revision_id) = &orders.revision_id else { continue };
        let revision = revision::rows::any(work.connection, revision_id)?;
        for line in standing(work, &orders, &revision)?.into_iter().filter(|line| line.stands_without(work.now)) {
            if !found.iter().any(|one| one.id == line.assignment.id) {
                found.push(line.assignment);
            }
        }
    }
    Ok(found)
}

/// An officer who stood on post at a moment without having confirmed the orders that were in force there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoodWithout {
    /// What they are called.
    pub officer: String,
    /// Where they stood.
    pub post: Post,
    /// The number of the revision.
    pub revision: i64,
}

/// The officers who stood at a site at a moment without having confirmed what was in force there by then.
///
/// # Errors
/// Broken when the database says so.
pub fn unconfirmed_at(connection: &mut DbConnection, site_id: &Id<Site>, at: Moment) -> Result<Vec<StoodWithout>> {
    let absence_days = organization::rows::get(connection)?.absence_days;
    let posts = post::rows::not_closed_by(connection, site_id, at)?;
    let mut found: Vec<StoodWithout> = Vec::new();
    for orders in post_orders::rows::of_site(connection, site_id)? {
        let Some(revision) = revision::rows::in_force_at(connection, &orders.id, at)? else { continue };
        let held_at = posts.iter().filter(|post| orders.post_id.as_ref().is_none_or(|own| *own == post.id));
        let ids: Vec<Id<Post>> = held_at.map(|post| post.id.clone()).collect();
        let assignments = post::rows::between(connection, &ids, (revision.in_force_at.unwrap_or(at).min(at), at))?;
        let mut confirmed = confirmation::rows::of_revision(connection, &revision.id)?;
        confirmed.retain(|one| one.confirmed_at <= at);
        for line in confirmation::lines(&assignments, &confirmed, at, absence_days) {
            let post = posts.iter().find(|post| post.id == line.assignment.post_id);
            let Some(post) = post.filter(|_| line.stands_without(at)) else { continue };
            let officer = staff::rows::find(connection, &line.assignment.staff_id)?;
            if officer.left_at.is_none_or(|left| left > at) {
                let revision = revision.number.unwrap_or_default();
                found.push(StoodWithout { officer: officer.name, post: post.clone(), revision });
            }
        }
    }
    Ok(found)
}

/// Where something was confirmed.
///
/// # Errors
/// Not found when there is no such confirmation.
pub fn site_of(connection: &mut DbConnection, id: &Id<Confirmation>) -> Result<Id<Site>> {
    let orders_id = confirmation::rows::any(connection, id)?.orders_id;
    Ok(post_orders::rows::any(connection, &orders_id)?.site_id)
}

/// The revisions that an officer confirmed before a moment, each once.
///
/// # Errors
/// Broken when the database says so.
pub fn confirmed_by(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    before: Moment,
) -> Result<Vec<Id<Revision>>> {
    confirmation::rows::confirmed_by(connection, staff_id, before)
}
