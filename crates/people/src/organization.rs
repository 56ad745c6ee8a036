//! The organization: who we are. There is one, and everything belongs to it.

mod pages;
pub mod rows;
mod rules;

pub use rules::Organization;

use ground::db::DbConnection;
use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Day, Error, Moment, Result};

use crate::work::{Done, Work};

/// The organization was set up or described anew.
pub const DESCRIBED: Deed = Deed("organization.described");

/// The name of the one row, and of its chain in the record.
pub const ID: &str = "organization";

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/", pages::start)
        .get("/help", pages::help)
        .get("/organization", pages::show)
        .post("/organization", pages::describe)
        .destination("/organization", "organization-title", (ActorKind::Staff, &["administrator"]))
}

/// The day of a moment where the organization is.
///
/// # Errors
/// Broken when the database says so.
pub fn day(connection: &mut DbConnection, at: Moment) -> Result<Day> {
    let zone = rows::get(connection)?.zone;
    at.day_in(&zone).ok_or_else(|| Error::broken("the organization is in no zone"))
}

/// Says anew who we are.
///
/// # Errors
/// Refused when somebody else did since it was looked at.
pub fn describe(work: &mut Work<'_>, new: &Organization) -> Result<Done<()>> {
    let before = rows::get(work.connection)?;
    if before.version != new.version {
        return Err(Error::refused("changed-meanwhile"));
    }
    rows::save(work.connection, new)?;
    work.done(DESCRIBED, ID, (Some(&before), new), ())
}
