//! What somebody told an officer at a site, written down in ten seconds.

mod pages;
mod rules;

pub use rules::Told;

use ground::web::Routes;
use ground::{Error, Id, Result};
use listening::concern::{self, Channel, NewConcern, Raised, Reporter, Voice};
use meeting::interaction::With;
use people::contact::{self, Contact};
use people::site::Site;
use people::work::{Done, Work};

/// So many of those who may have told it are named on the form.
const NAMED: usize = 6;

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/field/told", pages::form).post("/field/told", pages::tell)
}

/// Somebody told an officer something about a site.
///
/// # Errors
/// Not found when the officer does not stand there, or when the contact sees the site not.
pub fn raise(work: &mut Work<'_>, site_id: &Id<Site>, told: &Told) -> Result<Done<Raised>> {
    let site = concern::rows::site_of(work, site_id)?;
    let officer = Some(work.me.actor.id.clone());
    let (voice, reporter) = match &told.whom {
        With::Contact(id) => {
            let contact = named(work, &site)?.into_iter().find(|contact| contact.id == *id).ok_or(Error::NotFound)?;
            (Voice::Client, Reporter { id: officer, name: Some(contact.name), email: Some(contact.email) })
        }
        With::Someone(name) => (Voice::Public, Reporter { id: officer, name: name.clone(), email: None }),
        With::Unsaid => (Voice::Public, Reporter { id: officer, name: None, email: None }),
    };
    let new = NewConcern {
        words: told.words.clone(),
        severity: told.severity,
        category: told.category,
        remedy: None,
        channel: Channel::Spoken,
        voice,
        reporter,
        language: told.language,
        post_id: None,
        said_at: told.said_at,
        photos: told.photos.clone(),
        number: told.number.clone(),
    };
    concern::raise(work, &site, &new)
}

/// The contacts who may have told it: those who see the site, whoever deals with us from day to day first.
fn named(work: &mut Work<'_>, site: &Site) -> Result<Vec<Contact>> {
    let mut contacts = contact::rows::of_site(work.connection, site)?;
    contacts.sort_by_key(|contact| contact.standing != contact::Standing::DayToDay);
    Ok(contacts)
}
