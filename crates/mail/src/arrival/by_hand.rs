//! What staff make of a mail that was held.

use agreement::contract::Severity;
use ground::{App, Id, Moment, Result};
use listening::concern::{Category, Channel, NewConcern, Reporter, Voice};
use listening::conversation::{Attached, ByMail, Posted, Trust};
use people::site::Site;
use people::work::Work;
use people::{contact, organization, session};

use super::{Arrival, act, raw};
use crate::reading;

/// A mail as a message: read again from the disk.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What is new in it.
    pub words: String,
    /// With what a concern begins.
    opening: String,
    /// All that came with it; the mail itself where nothing of it can be read.
    pub posted: Posted,
    said_at: Option<Moment>,
}

/// Reads a mail again. Slow: call it off the threads that serve.
///
/// # Errors
/// Broken when the disk says so.
pub fn prepare(app: &App, arrival: &Arrival) -> Result<Prepared> {
    let bytes = raw::read(app, &arrival.hash)?;
    let trust = arrival.settled.as_ref().map_or(Trust::Unchecked, |settled| settled.trust);
    let Some(mail) = reading::read(&bytes) else {
        app.files.put(&arrival.hash, &bytes)?;
        let file = Attached {
            id: Id::<Attached>::fresh().to_string(),
            name: "mail.eml".to_owned(),
            hash: arrival.hash.clone(),
            bytes: arrival.bytes,
        };
        let by_mail = ByMail { arrival_id: arrival.id.to_string(), trust, folded: None };
        let posted = Posted { by_mail, message_id: None, photos: Vec::new(), files: vec![file] };
        return Ok(Prepared { words: "...".to_owned(), opening: "...".to_owned(), posted, said_at: None });
    };
    let act::Content { words, posted } = act::content(app, &arrival.id, &mail, trust)?;
    let opening = act::opening(&mail, &words);
    let words = if words.trim().is_empty() { opening.clone() } else { words };
    let said_at = act::said_at(&super::plan::said(&mail), arrival.received_at);
    Ok(Prepared { words, opening, posted, said_at })
}

/// The concern that a mail becomes at a site: a contact's, where its sender is one who sees the
/// site and nobody found that they are somebody else.
pub(super) fn concern(work: &mut Work<'_>, site: &Site, arrival: &Arrival, prepared: &Prepared) -> Result<NewConcern> {
    let (name, address) = (arrival.said.from_name.clone(), arrival.said.from_address.clone());
    let mut language = organization::rows::get(work.connection)?.language;
    let (mut voice, mut reporter) = (Voice::Public, Reporter { id: None, name, email: address.clone() });
    let known = address.filter(|_| prepared.posted.by_mail.trust != Trust::Failed);
    let contact = known.map(|address| contact::rows::by_address(work.connection, &address)).transpose()?.flatten();
    if let Some(contact) = contact
        && let Ok(me) = session::rows::as_contact(work.connection, &contact.id)
        && me.reach.has_site(&site.client_id, &site.id)
    {
        (voice, language) = (Voice::Client, contact.language);
        reporter = Reporter { id: Some(contact.id.to_string()), name: Some(contact.name), email: Some(contact.email) };
    }
    Ok(NewConcern {
        words: prepared.opening.clone(),
        severity: Severity::S3,
        category: Category::Unsorted,
        remedy: None,
        channel: Channel::Mail,
        voice,
        reporter,
        language,
        post_id: None,
        said_at: prepared.said_at,
        photos: Vec::new(),
        number: None,
    })
}
