//! Sites: places that are guarded.

pub mod hours;
mod pages;
pub mod rows;
mod rules;

pub(crate) use rules::id;
pub use rules::{NewSite, Site, zone};

use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Id, Result};

use crate::work::{Done, Work};

/// A site was opened.
pub const OPENED: Deed = Deed("site.opened");
/// What we know of a site was changed.
pub const CHANGED: Deed = Deed("site.changed");
/// A site was closed.
pub const CLOSED: Deed = Deed("site.closed");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/sites", pages::list)
        .get("/sites/new", pages::new)
        .post("/sites", pages::open)
        .get("/sites/{id}", pages::show)
        .get("/sites/{id}/edit", pages::edit)
        .post("/sites/{id}", pages::change)
        .post("/sites/{id}/closing", pages::close)
        .destination("/sites", "sites-title", (ActorKind::Staff, &["supervisor", "account_manager", "administrator"]))
}

/// Opens a site of a client.
///
/// # Errors
/// Not found when the client or the owner is out of reach; refused when we parted ways with the
/// client, or the owner cannot see to its concerns.
pub fn open(work: &mut Work<'_>, new: &NewSite) -> Result<Done<Id<Site>>> {
    crate::client::rows::find(work, &new.client_id)?.check_stays()?;
    crate::staff::rows::find(work.connection, &new.owner_id)?.check_owns()?;
    let site = Site::opened(new);
    rows::insert(work.connection, &site)?;
    work.done(OPENED, site.id.as_str(), (None, &site), site.id.clone())
}

/// Changes what we know of a site.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at, or the
/// owner cannot see to its concerns.
pub fn change(work: &mut Work<'_>, id: &Id<Site>, new: &NewSite, version: i64) -> Result<Done<()>> {
    crate::staff::rows::find(work.connection, &new.owner_id)?.check_owns()?;
    let before = rows::find(work, id)?;
    let after = before.clone().changed(new, version)?;
    rows::save(work.connection, &after)?;
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}

/// Closes a site; its history stays.
///
/// # Errors
/// Not found out of reach; refused when that was done before.
pub fn close(work: &mut Work<'_>, id: &Id<Site>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().closed(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(CLOSED, id.as_str(), (Some(&before), &after), ())
}
