//! Contacts: people of a client.

pub mod rows;
mod rules;

pub use rules::{Contact, NewContact, Standing};

use ground::entry::Deed;
use ground::{Error, Id, Result};

use crate::work::{Done, Work};

/// A contact was added.
pub const ADDED: Deed = Deed("contact.added");
/// What we know of a contact was changed.
pub const CHANGED: Deed = Deed("contact.changed");
/// A contact left the client.
pub const LEFT: Deed = Deed("contact.left");

/// Adds a contact of a client.
///
/// # Errors
/// Not found when the client or a site is out of reach; refused when the address of mail is taken.
pub fn add(work: &mut Work<'_>, new: &NewContact) -> Result<Done<Id<Contact>>> {
    crate::client::rows::find(work, &new.client_id)?;
    check_sites(work, new)?;
    let contact = Contact::added(new);
    rows::insert(work.connection, &contact)?;
    work.done(ADDED, contact.id.as_str(), (None, &contact), contact.id.clone())
}

/// Changes what we know of a contact.
///
/// # Errors
/// Not found out of reach; refused when somebody else changed it since it was looked at.
pub fn change(work: &mut Work<'_>, id: &Id<Contact>, new: &NewContact, version: i64) -> Result<Done<()>> {
    check_sites(work, new)?;
    let before = rows::find(work, id)?;
    let after = before.clone().changed(new, version)?;
    rows::save(work.connection, &after)?;
    work.done(CHANGED, id.as_str(), (Some(&before), &after), ())
}

/// A contact left the client and can no longer sign in; what they said stays.
///
/// # Errors
/// Not found out of reach; refused when that was done before.
pub fn leave(work: &mut Work<'_>, id: &Id<Contact>) -> Result<Done<()>> {
    let before = rows::find(work, id)?;
    let after = before.clone().left(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(LEFT, id.as_str(), (Some(&before), &after), ())
}

fn check_sites(work: &mut Work<'_>, new: &NewContact) -> Result<()> {
    for site_id in &new.sites {
        let site = crate::site::rows::find(work, site_id)?;
        if site.client_id != new.client_id {
            return Err(Error::NotFound);
        }
    }
    Ok(())
}
