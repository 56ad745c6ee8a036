//! Health: how we stand with a client, as a number that can be checked by hand.
//!
//! What is kept of it is derived from the record and the rows, and made anew when something happens or a day begins: it is no
//! deed of anybody, and has no entry. How it is reckoned is set by people, and has.

pub mod gather;
pub mod jobs;
pub mod known;
mod pages;
mod reason;
pub mod reckon;
pub mod rows;
pub mod signals;
pub mod weights;

pub(crate) use pages::look;
pub use reason::{Reason, Value};
pub use reckon::{Part, Reading, reckon};
pub use signals::{Band, Dimension, Signal};
pub use weights::Weights;

use ground::db::DbConnection;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Moment, Result};
use people::client::Client;
use people::organization;
use people::site::{self, Site};
use people::work::{Done, Work};
use serde_json::json;

/// How health is reckoned was changed.
pub const WEIGHED: Deed = Deed("health_weights.changed");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/health/weights", pages::weights::show)
        .post("/health/weights", pages::weights::change)
        .get("/clients/{id}/health", pages::show)
        .get("/clients/{id}/health.csv", pages::file::file)
        .get("/clients/{id}/health.parquet", pages::file::file)
}

/// Sets how health is reckoned from now on, with why.
///
/// # Errors
/// Refused when nothing is changed.
pub fn weigh(work: &mut Work<'_>, new: &Weights, why: &str) -> Result<Done<()>> {
    let before = rows::weights_at(work.connection, work.now)?;
    if before == *new {
        return Err(Error::refused("health-unchanged"));
    }
    let id = rows::insert_weights(work, new, why)?;
    let change = json!({ "weights": new, "why": why });
    let earlier = json!({ "weights": before });
    work.done(WEIGHED, &id, (Some(&earlier), &change), ())
}

/// One site as it stood at a moment.
#[derive(Debug, Clone)]
pub struct OfSite {
    /// The site.
    pub site: Site,
    /// How it stood.
    pub reading: Reading,
}

/// How the sites of a client stood at a moment, the worst first; those that were not open then are not among them.
///
/// # Errors
/// Not found when there is no such client; broken when the database says so.
pub fn of_client(connection: &mut DbConnection, client_id: &Id<Client>, at: Moment) -> Result<Vec<OfSite>> {
    let weights = rows::weights_at(connection, at)?;
    let day = organization::day(connection, at)?;
    let account = gather::account(connection, client_id, at, day)?;
    let mut found = Vec::new();
    for site in site::rows::all_of(connection, client_id)? {
        if site.closed_at.is_some_and(|closed| closed <= at) {
            continue;
        }
        let known = gather::site(connection, &site, &account, at)?;
        found.push(OfSite { reading: reckon(&known, &weights, at), site });
    }
    found.sort_by_key(|one| one.reading.score.unwrap_or(i64::MAX));
    Ok(found)
}

/// What the sites make of their client: the mean of those of which enough is known, rounded; none where there is none.
#[must_use]
pub fn mean(scores: impl IntoIterator<Item = Option<i64>>) -> Option<i64> {
    let known: Vec<i64> = scores.into_iter().flatten().collect();
    let count = i64::try_from(known.len()).ok().filter(|count| *count > 0)?;
    // A half is rounded down, so that no doubt counts for us.
    Some((2 * known.iter().sum::<i64>() + count - 1) / (2 * count))
}

/// Reckons all sites of a client anew and keeps what changed.
///
/// # Errors
/// Not found when there is no such client; broken when the database says so.
pub fn refresh_client(connection: &mut DbConnection, client_id: &Id<Client>, at: Moment) -> Result<usize> {
    let sites = site::rows::all_of(connection, client_id)?;
    refresh(connection, client_id, &sites, at)
}

/// Reckons one site anew and keeps what changed.
///
/// # Errors
/// Not found when there is no such site; broken when the database says so.
pub fn refresh_site(connection: &mut DbConnection, site_id: &Id<Site>, at: Moment) -> Result<usize> {
    let site = site::rows::any(connection, site_id)?;
    refresh(connection, &site.client_id.clone(), &[site], at)
}

fn refresh(connection: &mut DbConnection, client_id: &Id<Client>, sites: &[Site], at: Moment) -> Result<usize> {
    let weights = rows::weights_at(connection, at)?;
    let day = organization::day(connection, at)?;
    let account = gather::account(connection, client_id, at, day)?;
    let mut refreshed = 0;
    for site in sites {
        if site.closed_at.is_some() {
            rows::forget(connection, &site.id)?;
            continue;
        }
        let known = gather::site(connection, site, &account, at)?;
        rows::keep(connection, site, &reckon(&known, &weights, at), (day, at))?;
        refreshed += 1;
    }
    Ok(refreshed)
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn a_client_is_the_mean_of_the_sites_of_which_enough_is_known() {
        assert_eq!(mean([Some(80), None, Some(61)]), Some(70), "70.5 is rounded down");
        assert_eq!(mean([Some(80), Some(61), Some(61)]), Some(67), "67.33");
        assert_eq!(mean([Some(80), Some(80), Some(61)]), Some(74), "73.67");
        assert_eq!(mean([Some(0)]), Some(0));
        assert_eq!(mean([None, None]), None);
        assert_eq!(mean(std::iter::repeat_n(Some(50), 400)), Some(50));
    }
}
