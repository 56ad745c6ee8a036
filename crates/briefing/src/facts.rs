//! What later slices may read of briefings.

use agreement::post::{self, Assignment, Post};
use ground::{Id, Moment, Result};
use orders::post_orders;
use orders::revision::{self, Revision};
use people::site::{self, Site};
use people::staff;
use people::work::Work;

use crate::confirmation::standing;

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
