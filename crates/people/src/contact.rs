//! Contacts: people of a client.

mod pages;
pub mod past;
pub mod rows;
mod rules;

pub use rules::{Contact, NewContact, Standing};

use ground::entry::{ActorKind, Deed};
use ground::letter::refusing;
use ground::web::Routes;
use ground::{Error, Id, Result};
use serde_json::json;

use crate::client::Client;
use crate::session::{self, PersonKey};
use crate::site::Site;
use crate::work::{Done, Work};

/// A contact was added.
pub const ADDED: Deed = Deed("contact.added");
/// What we know of a contact was changed.
pub const CHANGED: Deed = Deed("contact.changed");
/// Letters go again to an address that refused mail.
pub const WRITTEN_AGAIN: Deed = Deed("contact.written_again");
/// A contact left the client.
pub const LEFT: Deed = Deed("contact.left");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/contacts/new", pages::new)
        .post("/contacts", pages::add)
        .get("/contacts/{id}", pages::show)
        .get("/contacts/{id}/edit", pages::edit)
        .post("/contacts/{id}", pages::change)
        .post("/contacts/{id}/writing-again", pages::write_again)
        .post("/contacts/{id}/leaving", pages::leave)
}

/// Adds a contact of a client.
///
/// # Errors
/// Not found when the client or a site is out of reach; refused when we parted ways with the
/// client, or the address of mail is taken.
pub fn add(work: &mut Work<'_>, new: &NewContact) -> Result<Done<Id<Contact>>> {
    crate::client::rows::find(work, &new.client_id)?.check_stays()?;
    check_sites(work, &new.client_id, &new.sites)?;
    let contact = Contact::added(new);
    rows::insert(work.connection, &contact)?;
    work.done(ADDED, contact.id.as_str(), (None, &contact), contact.id.clone())
}

/// Changes what we know of a contact. Links that went to an earlier address are good no longer.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at.
pub fn change(work: &mut Work<'_>, id: &Id<Contact>, new: &NewContact, version: i64) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().changed(new, version)?;
    check_sites(work, &after.client_id, &after.sites)?;
    rows::save(work.connection, &after)?;
    if after.email != before.email {
        let person = PersonKey { kind: ActorKind::Contact, id: id.to_string() };
        session::rows::delete_links(work.connection, &person)?;
        refusing::clear(work.connection, &before.email)?;
    }
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}

/// Letters go again to a contact whose address refused mail.
///
/// # Errors
/// Not found out of reach, or when the address refuses nothing.
pub fn write_again(work: &mut Work<'_>, id: &Id<Contact>) -> Result<Done<()>> {
    let contact = rows::find(work, id)?;
    let known = refusing::find(work.connection, &contact.email)?.ok_or(Error::NotFound)?;
    refusing::clear(work.connection, &contact.email)?;
    work.done(WRITTEN_AGAIN, id.as_str(), (None, &json!({ "refused_since": known.since_at, "why": known.why })), ())
}

/// A contact left the client: their sessions end, and they can no longer sign in. What they said stays.
///
/// # Errors
/// Not found out of reach; refused when that was done before.
pub fn leave(work: &mut Work<'_>, id: &Id<Contact>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().left(work.now)?;
    rows::save(work.connection, &after)?;
    session::rows::delete_all(work.connection, &PersonKey { kind: ActorKind::Contact, id: id.to_string() })?;
    work.done(LEFT, id.as_str(), (Some(&before), &after), ())
}

/// The sites that a contact may see are their client's.
fn check_sites(work: &mut Work<'_>, client_id: &Id<Client>, sites: &[Id<Site>]) -> Result<()> {
    for site_id in sites {
        if crate::site::rows::find(work, site_id)?.client_id != *client_id {
            return Err(Error::NotFound);
        }
    }
    Ok(())
}
