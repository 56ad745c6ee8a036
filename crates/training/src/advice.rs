//! Advice: what clients said of a site, and what its people answered, points to what those who stand there should practise. It
//! is of the site, and never of anybody: what is about a person stays with their supervisor.

mod pages;
mod rules;

pub(crate) use pages::dialogue;
pub(crate) use rules::points_to;
pub use rules::{Evidence, Pointer, Source, Told};

use std::collections::BTreeMap;

use ground::db::DbConnection;
use ground::web::Routes;
use ground::{Id, Moment, Result};
use listening::facts::counted;
use people::site::Site;
use satisfaction::facts::low;

/// So far back we look.
pub const WINDOW_DAYS: i64 = 180;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/advice", pages::list)
        .get("/advice/{id}", pages::for_trainers)
        .get("/sites/{id}/practice", pages::for_staff)
}

/// What was told and answered of a site points to these competencies, those first to which most points.
///
/// # Errors
/// Broken when the database says so.
pub fn of_site(connection: &mut DbConnection, site_id: &Id<Site>, now: Moment) -> Result<Vec<Pointer>> {
    Ok(everywhere(connection, now)?.remove(site_id).unwrap_or_default())
}

/// The same of every site of which something was told or answered since the window began. What nobody sorted yet points
/// nowhere, and what is on the protected path is left out.
///
/// # Errors
/// Broken when the database says so.
pub fn everywhere(connection: &mut DbConnection, now: Moment) -> Result<BTreeMap<Id<Site>, Vec<Pointer>>> {
    let since = now.plus_seconds(-WINDOW_DAYS * 86_400);
    let told = counted::since(connection, since)?.into_iter().map(Told::from).collect();
    Ok(rules::pointers(told, &low::since(connection, since, now)?))
}
