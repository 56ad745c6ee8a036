//! Digests: a letter at a chosen time that says what is new, and nothing when nothing is.

mod gather;
pub mod jobs;
mod letters;
mod pages;
mod rows;
mod rules;
mod schema;

pub use rules::{Digest, Rhythm, Wanted};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::work::{Done, Work};

/// Somebody chose when they are written to.
pub const CHOSEN: Deed = Deed("digest.chosen");
/// Somebody was written what is new.
pub const WRITTEN: Deed = Deed("digest.written");
/// There was nothing to say.
pub const NOTHING_TO_SAY: Deed = Deed("digest.nothing_to_say");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/digest", pages::form).post("/digest", pages::choose)
}

/// Whoever asks chooses when they are written to.
///
/// # Errors
/// Broken when the database says so.
pub fn choose(work: &mut Work<'_>, wanted: &Wanted) -> Result<Done<()>> {
    let before = rows::of_person(work.connection, &work.me.actor.id)?;
    let digest = match &before {
        Some(digest) => digest.clone().chosen(wanted, work.now),
        None => Digest::begun(&work.me.actor, wanted, work.now),
    };
    rows::save(work.connection, &digest)?;
    work.done(CHOSEN, digest.id.as_str(), (before.as_ref(), &digest), ())
}

/// Writes what is new to whoever is due, and finds when the next letter is.
///
/// # Errors
/// Refused when it is not due; broken when the database says so.
pub fn write(work: &mut Work<'_>, id: &Id<Digest>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    if before.next_at.is_none_or(|next_at| next_at > work.now) {
        return Err(Error::refused("digest-not-due"));
    }
    let reader = rows::reader(work.connection, &before)?;
    let is_written = match &reader {
        Some(reader) => letters::write(work, reader, &before)?,
        None => false,
    };
    let after = if reader.is_some() { before.clone().looked(work.now) } else { before.clone().ended() };
    rows::save(work.connection, &after)?;
    let deed = if is_written { WRITTEN } else { NOTHING_TO_SAY };
    work.done(deed, id.as_str(), (Some(&before), &after), ())
}
