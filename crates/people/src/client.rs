//! Clients: the companies that we serve.

mod pages;
pub mod rows;
mod rules;

pub use rules::{Client, NewClient, Setting};

use ground::entry::{ActorKind, Deed};
use ground::web::Routes;
use ground::{Id, Result};

use crate::work::{Done, Work};

/// A client was taken on.
pub const WELCOMED: Deed = Deed("client.welcomed");
/// What we know of a client was changed.
pub const CHANGED: Deed = Deed("client.changed");
/// A client and we parted ways.
pub const PARTED: Deed = Deed("client.parted");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/clients", pages::list)
        .get("/clients/new", pages::new)
        .post("/clients", pages::welcome)
        .get("/clients/{id}", pages::show)
        .get("/clients/{id}/edit", pages::edit)
        .post("/clients/{id}", pages::change)
        .post("/clients/{id}/parting", pages::part)
        .destination(
            "/clients",
            "clients-title",
            (ActorKind::Staff, &["supervisor", "account_manager", "administrator"]),
        )
}

/// Takes on a client.
///
/// # Errors
/// Broken when the database says so.
pub fn welcome(work: &mut Work<'_>, new: &NewClient) -> Result<Done<Id<Client>>> {
    let client = Client::welcomed(new);
    rows::insert(work.connection, &client)?;
    work.done(WELCOMED, client.id.as_str(), (None, &client), client.id.clone())
}

/// Changes what we know of a client.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at.
pub fn change(work: &mut Work<'_>, id: &Id<Client>, new: &NewClient, version: i64) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().changed(new, version)?;
    rows::save(work.connection, &after)?;
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}

/// Parts ways with a client: its contacts can no longer sign in; its history stays.
///
/// # Errors
/// Not found out of reach; refused when that was done before.
pub fn part(work: &mut Work<'_>, id: &Id<Client>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().parted(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(PARTED, id.as_str(), (Some(&before), &after), ())
}
