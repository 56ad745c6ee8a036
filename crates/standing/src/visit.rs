//! Visits of supervisors: how often one is agreed for a site, where one is due, and whether the faces stay.

mod pages;
pub mod rows;
mod rules;

pub use rules::{Due, Rotation, USUAL_DAYS};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::site::{self, Site};
use people::work::{Done, Work};
use serde_json::json;

/// How often a site is visited was agreed.
pub const AGREED: Deed = Deed("visit_rhythm.agreed");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/visits", pages::list)
        .get("/visits.csv", pages::file)
        .get("/visits.parquet", pages::file)
        .get("/sites/{id}/visits", pages::show)
        .post("/sites/{id}/visits", pages::agree)
}

/// Agrees how often a supervisor comes to a site, in days.
///
/// # Errors
/// Not found out of reach; refused when it is so already, or was changed since it was looked at.
pub fn agree(work: &mut Work<'_>, site_id: &Id<Site>, every_days: i64, seen: i64) -> Result<Done<()>> {
    site::rows::find(work, site_id)?;
    let (before, version) = rows::rhythm(work.connection, site_id)?;
    if version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    if before == Some(every_days) {
        return Err(Error::refused("visit-so-already"));
    }
    rows::save(work.connection, site_id, every_days, version)?;
    let (before, after) = (json!({ "every_days": before }), json!({ "every_days": every_days }));
    work.done(AGREED, site_id.as_str(), (Some(&before), &after), ())
}
