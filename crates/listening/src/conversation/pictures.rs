//! Pictures that come after the words.

use ground::entry::Deed;
use ground::file::Picture;
use ground::{Error, Id, Result};
use people::work::{Done, Work};
use serde_json::json;

use super::rows;
use crate::concern::{self, Concern};

/// Pictures came after the words.
pub const SHOWN: Deed = Deed("concern.shown");

/// Pictures come after the words: from the phone of whoever wrote those down, or from what was held of it, by a supervisor.
///
/// # Errors
/// Not found for anybody else.
pub fn show(work: &mut Work<'_>, id: &Id<Concern>, photos: &[Picture]) -> Result<Done<()>> {
    let concern = concern::rows::any(work.connection, id)?;
    let is_theirs = concern.reporter.id.as_deref() == Some(work.me.actor.id.as_str());
    let looks_after_it = work.me.looks_after_clients() && work.me.reach.has_site(&concern.client_id, &concern.site_id);
    if !is_theirs && !looks_after_it {
        return Err(Error::NotFound);
    }
    let first = rows::all(work.connection, id)?.into_iter().next().ok_or(Error::NotFound)?;
    rows::insert_photos(work.connection, &first.message, photos)?;
    let hashes: Vec<&str> = photos.iter().map(|photo| photo.hash.as_str()).collect();
    work.done(SHOWN, id.as_str(), (None, &json!({ "photos": hashes })), ())
}
