//! Interactions: what somebody of ours noted of talking with somebody at a site.

mod pages;
pub mod rows;
mod rules;

pub use rules::{Interaction, Kind, LATE_SECONDS, Mood, NewInteraction, Noted, TOPIC_LETTERS, Whom, With};

use agreement::post;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use listening::concern::rows::site_of_then;
use people::contact;
use people::site::Site;
use people::work::{Done, Work};

use crate::coaching;
use crate::given_word::{self, GivenWord, NewWord};

/// One was noted.
pub const NOTED: Deed = Deed("interaction.noted");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/interactions/new", pages::noting::form)
        .post("/interactions", pages::noting::note)
        .get("/interactions/{id}", pages::show)
        .get("/sites/{id}/interactions", pages::list::show)
        .get("/sites/{id}/interactions.csv", pages::list::file)
        .get("/sites/{id}/interactions.parquet", pages::list::file)
}

/// Notes an interaction, opens the word that was given in it, and keeps what a supervisor saw in it. A word
/// that was given in what it corrects goes on, and belongs to the correction.
///
/// # Errors
/// Not found when the site, the post or the contact is out of reach; refused when
/// what it corrects is somebody else's, too old, corrected already or holds coaching.
pub fn note(work: &mut Work<'_>, site_id: &Id<Site>, new: &NewInteraction) -> Result<Done<Id<Interaction>>> {
    // Whoever notes something later than it happened stood there then.
    let site = site_of_then(work, site_id, Some(new.happened_at))?;
    if let Some(post_id) = &new.post_id {
        let post = post::rows::any(work.connection, post_id)?;
        if post.site_id != site.id {
            return Err(Error::NotFound);
        }
    }
    let noted = noted(work, &site, new)?;
    rows::insert(work.connection, &noted)?;
    if let Some(promised) = &new.promised {
        given_word::rows::insert(work.connection, &opened(&noted, promised))?;
    }
    if let Some(replaced) = &noted.replaces_id {
        given_word::rows::follow(work.connection, replaced, &noted.id)?;
    }
    if let Some(coached) = &new.coached {
        coaching::keep(work, &noted, coached)?;
    }
    work.done(NOTED, noted.id.as_str(), (None, &noted), noted.id.clone())
}

fn noted(work: &mut Work<'_>, site: &Site, new: &NewInteraction) -> Result<Interaction> {
    if new.kind == Kind::Visit && !work.me.looks_after_clients() {
        return Err(Error::refused("interaction-visit-supervisors"));
    }
    if let Some(replaced) = &new.replaces_id {
        may_replace(work, site, replaced)?;
    }
    let (whom, contact_id, with_name) = match &new.with {
        With::Contact(contact_id) => {
            let is_theirs =
                contact::rows::of_site(work.connection, site)?.iter().any(|contact| contact.id == *contact_id);
            if !is_theirs {
                return Err(Error::NotFound);
            }
            (Whom::Contact, Some(contact_id.clone()), None)
        }
        With::Someone(name) => (Whom::Someone, None, name.clone()),
        With::Unsaid => (Whom::Unsaid, None, None),
    };
    Ok(Interaction {
        id: Id::fresh(),
        site_id: site.id.clone(),
        post_id: new.post_id.clone(),
        by_id: work.me.staff_id(),
        by_name: work.me.actor.name.clone(),
        kind: new.kind,
        whom,
        contact_id,
        with_name,
        mood: new.mood,
        topic: new.topic.clone(),
        language: new.language,
        // Nothing happens in the future, whatever a device's clock says.
        happened_at: new.happened_at.min(work.now),
        received_at: work.now,
        replaces_id: new.replaces_id.clone(),
    })
}

fn may_replace(work: &mut Work<'_>, site: &Site, replaced: &Id<Interaction>) -> Result<()> {
    let before = rows::find(work, replaced)?;
    if before.by_id.as_str() != work.me.actor.id || before.site_id != site.id {
        return Err(Error::NotAllowed);
    }
    if work.now.seconds_since(before.received_at) > LATE_SECONDS {
        return Err(Error::refused("interaction-too-old"));
    }
    // Its officer has read it: what is missing is said to them, not written over.
    if coaching::rows::has(work.connection, replaced)? {
        return Err(Error::refused("interaction-coached"));
    }
    match rows::replacing(work.connection, replaced)? {
        Some(_) => Err(Error::refused("interaction-replaced-already")),
        None => Ok(()),
    }
}

fn opened(noted: &Interaction, promised: &NewWord) -> GivenWord {
    let given_at = noted.happened_at;
    // A phone whose clock runs ahead must not make a word that was due before it was given.
    let due_at = promised.due_at.max(given_at.plus_seconds(1));
    GivenWord {
        id: Id::fresh(),
        site_id: noted.site_id.clone(),
        interaction_id: noted.id.clone(),
        holder_id: noted.by_id.clone(),
        contact_id: noted.contact_id.clone(),
        to_name: noted.with_name.clone(),
        words: promised.words.clone(),
        given_at,
        due_at,
        asks_at: Some(given_word::asks_at(given_at, due_at)),
        tells_at: Some(due_at),
        kept_at: None,
        released_at: None,
        how: None,
        version: 0,
    }
}
