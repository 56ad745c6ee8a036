//! What later slices may read of briefings.

use agreement::post::{self, Post};
use ground::{Id, Moment, Result};
use orders::post_orders;
use orders::revision::{self, Revision};
use people::site;
use people::staff;
use people::work::Work;

use crate::confirmation::standing;

/// How many of those who must have confirmed a revision did so, of how many.
///
/// # Errors
/// Not found when there is no such revision.
pub fn confirmed_of(work: &mut Work<'_>, id: &Id<Revision>) -> Result<(usize, usize)> {
    let revision = revision::rows::any(work.connection, id)?;
    let orders = post_orders::rows::any(work.connection, &revision.orders_id)?;
    let lines = standing(work, &orders, &revision)?;
    Ok((lines.iter().filter(|line| line.confirmation.is_some()).count(), lines.len()))
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
    pub site_id: Id<site::Site>,
    /// Since when.
    pub since_at: Moment,
}

/// The officers who stand on post without having confirmed, at all sites within reach; each once, whoever
/// stands longest first.
///
/// # Errors
/// Broken when the database says so.
pub fn stand_without(work: &mut Work<'_>) -> Result<Vec<StandsWithout>> {
    let mut found: Vec<(Id<staff::StaffMember>, StandsWithout)> = Vec::new();
    for site in site::rows::list(work)? {
        for orders in post_orders::rows::of_site(work.connection, &site.id)? {
            let Some(revision_id) = &orders.revision_id else { continue };
            let revision = revision::rows::any(work.connection, revision_id)?;
            for line in standing(work, &orders, &revision)?.into_iter().filter(|line| line.stands_without(work.now)) {
                let assignment = line.assignment;
                let is_there =
                    |(id, one): &(_, StandsWithout)| *id == assignment.staff_id && one.post_id == assignment.post_id;
                if found.iter().any(is_there) {
                    continue;
                }
                let (officer, post) = (
                    staff::rows::find(work.connection, &assignment.staff_id)?,
                    post::rows::any(work.connection, &assignment.post_id)?,
                );
                if officer.left_at.is_some() {
                    continue;
                }
                let (site_name, site_id) = (site.name.clone(), site.id.clone());
                let since_at = assignment.starts_at;
                let one = StandsWithout {
                    officer: officer.name,
                    post_id: post.id,
                    post: post.name,
                    site: site_name,
                    site_id,
                    since_at,
                };
                found.push((assignment.staff_id, one));
            }
        }
    }
    found.sort_by_key(|(_, one)| one.since_at);
    Ok(found.into_iter().map(|(_, one)| one).collect())
}
