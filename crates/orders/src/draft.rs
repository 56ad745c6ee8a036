//! The draft of orders: the next revision while it is being written, by one person or several.

mod bringing;
mod joining;
pub mod pages;
mod rules;

pub use rules::{NewSection, SECTIONS};

use ground::entry::Deed;
use ground::web::Routes;
use ground::words::Language;
use ground::{Error, Id, Result};
use people::work::{Done, Work};
use text::Section as Text;

use crate::post_orders::{self, PostOrders};
use crate::revision::{self, Content, Revision, Section};

/// Somebody began to write the next revision.
pub const BEGUN: Deed = Deed("revision.begun");
/// A section of a draft was written or changed.
pub const WRITTEN: Deed = Deed("revision.section_written");
/// A section was taken out of a draft.
pub const TAKEN_OUT: Deed = Deed("revision.section_taken_out");
/// A section of a draft was put in another place.
pub const PLACED: Deed = Deed("revision.section_placed");
/// Texts of a file were brought into a draft.
pub const BROUGHT_IN: Deed = Deed("revision.brought_in");
/// Pictures were kept for a draft.
pub const PICTURED: Deed = Deed("revision.pictured");
/// A draft was joined with what took force meanwhile.
pub const JOINED: Deed = Deed("revision.joined");
/// A draft was thrown away.
pub const DISCARDED: Deed = Deed("revision.discarded");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .post("/orders/{id}/draft", pages::begin)
        .get("/revisions/{id}/draft", pages::show)
        .post("/revisions/{id}/removal", pages::discard)
        .post("/revisions/{id}/joining", pages::join)
        .post("/revisions/{id}/file", pages::files::bring_in)
        .get("/revisions/{id}/sections/new", pages::section::new)
        .post("/revisions/{id}/sections", pages::section::add)
        .get("/revisions/{id}/sections/{key}", pages::section::edit)
        .post("/revisions/{id}/sections/{key}", pages::section::save)
        .post("/revisions/{id}/sections/{key}/removal", pages::section::take_out)
        .post("/revisions/{id}/sections/{key}/place", pages::section::place)
}

/// Begins the next revision, over what is in force; or from an earlier revision, joined with it.
///
/// # Errors
/// Not found out of reach; refused when there is a draft already, or what is joined touches.
pub fn begin(work: &mut Work<'_>, id: &Id<PostOrders>, from: Option<&Id<Revision>>) -> Result<Done<Id<Revision>>> {
    let orders = post_orders::rows::find(work, id)?;
    let content = match (from, &orders.revision_id) {
        (Some(from), _) => joining::earlier(work, &orders, from)?,
        (None, Some(in_force)) => revision::rows::content(work.connection, in_force)?,
        (None, None) => Content::default(),
    };
    let draft = Revision::begun(&orders, &work.me.actor, work.now);
    revision::rows::insert(work.connection, &draft)?;
    for section in content.sections {
        let fresh = Section { id: Id::fresh(), version: 0, ..section };
        revision::rows::insert_section(work.connection, &draft.id, &fresh)?;
    }
    work.done(BEGUN, draft.id.as_str(), (None, &draft), draft.id.clone())
}

/// The first draft of orders that are just begun, within the verb that begins them.
pub(crate) fn begin_with(work: &mut Work<'_>, orders: &PostOrders, sections: Vec<Text>) -> Result<Revision> {
    let draft = Revision::begun(orders, &work.me.actor, work.now);
    revision::rows::insert(work.connection, &draft)?;
    for (place, text) in sections.into_iter().enumerate() {
        let section = rules::written(text, (orders.language, place), &work.me.actor.name, work.now);
        revision::rows::insert_section(work.connection, &draft.id, &section)?;
    }
    Ok(draft)
}

/// Adds a section at the end of a draft.
///
/// # Errors
/// Not found out of reach; refused when it is no draft any more, or full.
pub fn add(work: &mut Work<'_>, id: &Id<Revision>, new: &NewSection) -> Result<Done<()>> {
    let (draft, orders) = open(work, id)?;
    let content = revision::rows::content(work.connection, id)?;
    let key = Id::<Section>::fresh().to_string();
    let text = Text { key, kind: new.kind.word().to_owned(), title: new.title.clone(), words: new.words.clone() };
    let section = rules::written(text, (orders.language, content.next_place()), &work.me.actor.name, work.now);
    rules::check_bounds(&content, &section)?;
    revision::rows::insert_section(work.connection, id, &section)?;
    touch(work, &draft)?;
    work.done(WRITTEN, id.as_str(), (None, &section), ())
}

/// Saves a section over the version of it that was looked at; in another language than that of the
/// orders it is a translation of what the section says now.
///
/// # Errors
/// Not found out of reach; refused when it is no draft any more, or when somebody else changed the section since.
pub fn write(
    work: &mut Work<'_>,
    id: &Id<Revision>,
    (key, language): (&str, Language),
    (new, seen): (&NewSection, Option<i64>),
) -> Result<Done<()>> {
    let (draft, orders) = open(work, id)?;
    let content = revision::rows::content(work.connection, id)?;
    let (author, now) = (work.me.actor.name.clone(), work.now);
    let there = content.sections.iter().find(|section| section.key == key && section.language == language);
    let after = match there {
        Some(before) => rules::rewritten(before, new, seen, (&author, now))?,
        None => rules::translated(&content, (key, language), new, (&author, now))?,
    };
    let after = match content.section(key, orders.language).filter(|_| language != orders.language) {
        Some(original) => Section { translates: Some(original.meaning()), ..after },
        None => after,
    };
    rules::check_bounds(&content, &after)?;
    match there {
        Some(before) => revision::rows::save_section(work.connection, id, before, &after)?,
        None => revision::rows::insert_section(work.connection, id, &after)?,
    }
    touch(work, &draft)?;
    work.done(WRITTEN, id.as_str(), (there, &after), ())
}

/// Takes a section out of a draft, in all languages.
///
/// # Errors
/// Not found out of reach; refused when somebody changed it since it was looked at.
pub fn take_out(work: &mut Work<'_>, id: &Id<Revision>, key: &str, seen: i64) -> Result<Done<()>> {
    let (draft, orders) = open(work, id)?;
    let content = revision::rows::content(work.connection, id)?;
    let original = content.section(key, orders.language).ok_or(Error::NotFound)?.clone();
    if original.version != seen {
        return Err(Error::refused("draft-section-changed"));
    }
    let now = work.now;
    for before in content.sections.iter().filter(|section| section.key == key && section.removed_at.is_none()) {
        let gone = Section { removed_at: Some(now), changed_by: work.me.actor.name.clone(), ..before.clone() };
        revision::rows::save_section(work.connection, id, before, &Section { changed_at: now, ..gone })?;
    }
    touch(work, &draft)?;
    let after = Section { removed_at: Some(now), ..original.clone() };
    work.done(TAKEN_OUT, id.as_str(), (Some(&original), &after), ())
}

/// Puts a section one place up or down.
///
/// # Errors
/// Not found out of reach, or when it stands at that end already.
pub fn place(work: &mut Work<'_>, id: &Id<Revision>, key: &str, up: bool) -> Result<Done<()>> {
    let (draft, orders) = open(work, id)?;
    let content = revision::rows::content(work.connection, id)?;
    let before: Vec<String> = content.in_language(orders.language).map(|section| section.key.clone()).collect();
    let after = rules::placed(&before, key, up).ok_or(Error::NotFound)?;
    for section in &content.sections {
        let Some(place) = after.iter().position(|own| *own == section.key) else { continue };
        let moved = Section { place: i64::try_from(place).unwrap_or(i64::MAX), ..section.clone() };
        if moved.place != section.place {
            revision::rows::save_section(work.connection, id, section, &moved)?;
        }
    }
    touch(work, &draft)?;
    work.done(PLACED, id.as_str(), (Some(&before), &after), ())
}

/// Throws a draft away. What it said stays in the record.
///
/// # Errors
/// Not found out of reach; refused when it is no draft any more, or changed since it was looked at.
pub fn discard(work: &mut Work<'_>, id: &Id<Revision>, seen: i64) -> Result<Done<Id<PostOrders>>> {
    let (draft, orders) = open(work, id)?;
    if draft.version != seen {
        return Err(Error::refused("changed-meanwhile"));
    }
    revision::rows::remove_draft(work.connection, id)?;
    work.done(DISCARDED, id.as_str(), (Some(&Some(&draft)), &None), orders.id)
}

/// A draft within reach that may still change.
fn open(work: &mut Work<'_>, id: &Id<Revision>) -> Result<(Revision, PostOrders)> {
    let (draft, orders) = revision::rows::find(work, id)?;
    draft.check_draft()?;
    Ok((draft, orders))
}

/// A draft has changed: whoever proposes it must have seen that.
fn touch(work: &mut Work<'_>, draft: &Revision) -> Result<()> {
    revision::rows::save(work.connection, draft)
}
