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

/// Pictures come after the words: from the phone of whoever wrote those down.
///
/// # Errors
/// Not found when somebody else wrote them down.
pub fn show(work: &mut Work<'_>, id: &Id<Concern>, photos: &[Picture]) -> Result<Done<()>> {
    let concern = concern::rows::any(work.connection, id)?;
    if concern.reporter.id.as_deref() != Some(work.me.actor.id.as_str()) {
        return Err(Error::NotFound);
    }
    let first = rows::all(work.connection, id)?.into_iter().next().ok_or(Error::NotFound)?;
    rows::insert_photos(work.connection, &first.message, photos)?;
    let hashes: Vec<&str> = photos.iter().map(|photo| photo.hash.as_str()).collect();
    work.done(SHOWN, id.as_str(), (None, &json!({ "photos": hashes })), ())
}
