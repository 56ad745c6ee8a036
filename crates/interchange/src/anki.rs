//! Packages of notes for Anki: a database in a zip.

mod file;
mod note;
mod rows;
mod template;
pub(crate) mod write;

use std::io::Cursor;

use ruzstd::decoding::StreamingDecoder;

use crate::package::{Package, unpack};
use crate::text::begins;
use crate::{Format, Left, Part, Taken, Unreadable, What, limits};

/// The databases that a package may hold, the newest first. Newer packages hold the oldest too, with nothing in it but a
/// note that asks for a newer program: whoever reads that one reads nothing.
const COLLECTIONS: [&str; 3] = ["collection.anki21b", "collection.anki21", "collection.anki2"];

/// What the note of the stub says.
const STUB: &str = "Please update to the latest Anki version";

/// The newest version of a package that is known.
const NEWEST: u8 = 3;

/// Reads a package.
pub(crate) fn read(package: &mut Package) -> Result<Taken, Unreadable> {
    let version = version(package)?;
    if version.is_some_and(|version| version > NEWEST) {
        return Err(Unreadable::TooNew);
    }
    let name = COLLECTIONS.into_iter().find(|name| package.has(name)).ok_or(Unreadable::BrokenPackage)?;
    if version == Some(NEWEST) && name != COLLECTIONS[0] {
        return Err(Unreadable::Outdated);
    }
    let bytes = package.file(name, limits::DATABASE_BYTES)?.ok_or(Unreadable::BrokenPackage)?;
    let mut bytes = if name == COLLECTIONS[0] { inflate(&bytes)? } else { bytes };
    file::check(&mut bytes)?;
    let collection = rows::read(&bytes)?;
    if let [only] = &collection.notes[..]
        && only.fields.contains(STUB)
    {
        return Err(Unreadable::Outdated);
    }
    let mut taken = Taken::of(Format::Anki);
    if collection.is_scheduled {
        taken.part(Part::Scheduling);
    }
    for deck in &collection.decks {
        taken.part(Part::Category(begins(deck)));
    }
    for note in &collection.notes {
        note::take(note, &collection.kinds, &mut taken)?;
    }
    let others = package.names().filter(|name| !COLLECTIONS.contains(name) && !["meta", "media"].contains(name));
    taken.left.extend(others.map(|name| Left::at_path(name, What::Part(Part::Media))));
    Ok(taken)
}

/// The version that `meta` gives: a message of protocol buffers with one small number.
fn version(package: &mut Package) -> Result<Option<u8>, Unreadable> {
    let meta = package.file("meta", limits::ENTRY_BYTES)?;
    Ok(match meta.as_deref() {
        Some([0x08, version, ..]) => Some(*version),
        _ => None,
    })
}

fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let decoder = StreamingDecoder::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenPackage)?;
    unpack(decoder, limits::DATABASE_BYTES)
}
