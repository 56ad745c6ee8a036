//! Texts that were written elsewhere, in Markdown or by a word processor, and pictures.

use ground::file::Picture;
use ground::{Error, Id, Result};
use people::door::Staff;
use people::work::{Done, Work};
use serde_json::json;
use text::import::{self, Imported, LeftOut, Unreadable};

use super::rules;
use crate::post_orders::{self, Kind};
use crate::revision::{self, Revision, Section};

/// What a file held, with its pictures on disk.
#[derive(Debug, Clone)]
pub(super) struct Brought {
    sections: Vec<text::Section>,
    pictures: Vec<Picture>,
    /// What was not taken, such as comments.
    pub(super) left_out: Vec<(LeftOut, usize)>,
}

/// Reads a file, and keeps its pictures.
///
/// # Errors
/// Refused when it is too large, or neither Markdown nor a document that we read.
pub(super) async fn read(staff: &Staff, bytes: Vec<u8>) -> Result<Brought> {
    let imported = tokio::task::spawn_blocking(move || parse(&bytes)).await??;
    let Imported { name: _, mut sections, pictures, left_out } = imported;
    let (names, bytes): (Vec<String>, Vec<Vec<u8>>) = pictures.into_iter().unzip();
    let mut kept = Vec::new();
    for (name, bytes) in names.into_iter().zip(bytes) {
        // A drawing that we do not read leaves its place, so that whoever looks sees that it is gone.
        let picture = match staff.app.files.keep_pictures(vec![bytes]).await {
            Ok(mut picture) => picture.pop(),
            Err(Error::Refused(_)) => None,
            Err(error) => return Err(error),
        };
        let address = picture.as_ref().map_or_else(String::new, |picture| format!("picture:{}", picture.hash));
        for section in &mut sections {
            section.words = section.words.replace(&name, &address);
        }
        kept.extend(picture);
    }
    Ok(Brought { sections, pictures: kept, left_out })
}

fn parse(bytes: &[u8]) -> Result<Imported> {
    // What a word processor wrote is packed, or of the kind before that; anything else is read as Markdown.
    let is_packed = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let imported = if is_packed { import::docx(bytes) } else { import::markdown(bytes) };
    imported.map_err(|unreadable| Error::refused(refusal_of(unreadable)))
}

/// The sentence that says why a file was not read.
const fn refusal_of(unreadable: Unreadable) -> &'static str {
    match unreadable {
        Unreadable::TooLarge | Unreadable::TooManyEntries | Unreadable::Bomb => "draft-file-too-large",
        Unreadable::Encrypted => "draft-file-encrypted",
        Unreadable::OldWord => "draft-file-old-word",
        Unreadable::NotText | Unreadable::NotDocx | Unreadable::TooDeep | Unreadable::Doctype | Unreadable::Damaged => {
            "draft-file-unreadable"
        }
    }
}

/// Brings what a file held into a draft: after what it says, or in its place.
///
/// # Errors
/// Not found out of reach; refused when it is no draft any more, when the file held nothing, or
/// when it becomes too long.
pub(super) fn bring_in(work: &mut Work<'_>, id: &Id<Revision>, brought: &Brought, instead: bool) -> Result<Done<()>> {
    let (draft, orders) = super::open(work, id)?;
    if brought.sections.is_empty() {
        return Err(Error::refused("draft-file-empty"));
    }
    let mut content = revision::rows::content(work.connection, id)?;
    let (author, now) = (work.me.actor.name.clone(), work.now);
    if instead {
        for section in content.sections.iter_mut().filter(|section| section.removed_at.is_none()) {
            let gone =
                Section { removed_at: Some(now), changed_by: author.clone(), changed_at: now, ..section.clone() };
            revision::rows::save_section(work.connection, id, section, &gone)?;
            *section = gone;
        }
    }
    for brought in &brought.sections {
        let kind = Kind::of_title(&brought.title);
        let text =
            text::Section { key: Id::<Section>::fresh().to_string(), kind: kind.word().to_owned(), ..brought.clone() };
        let section = rules::written(text, (orders.language, content.next_place()), &author, now);
        rules::check_bounds(&content, &section)?;
        revision::rows::insert_section(work.connection, id, &section)?;
        content.sections.push(section);
    }
    for picture in &brought.pictures {
        post_orders::rows::keep_picture(work.connection, &orders.id, picture)?;
    }
    super::touch(work, &draft)?;
    let titles: Vec<&str> = brought.sections.iter().map(|section| section.title.as_str()).collect();
    let left_out: Vec<String> = brought.left_out.iter().map(|(what, count)| format!("{what:?} {count}")).collect();
    let record = json!({ "sections": titles, "left_out": left_out, "instead": instead });
    work.done(super::BROUGHT_IN, id.as_str(), (None, &record), ())
}

/// Notes that pictures may stand in the orders of a draft.
///
/// # Errors
/// Not found out of reach; refused when it is no draft any more.
pub(super) fn keep_pictures(work: &mut Work<'_>, id: &Id<Revision>, pictures: &[Picture]) -> Result<Done<()>> {
    let (_, orders) = super::open(work, id)?;
    for picture in pictures {
        post_orders::rows::keep_picture(work.connection, &orders.id, picture)?;
    }
    let hashes: Vec<&str> = pictures.iter().map(|picture| picture.hash.as_str()).collect();
    work.done(super::PICTURED, id.as_str(), (None, &json!({ "pictures": hashes })), ())
}
