//! Joining: what two people wrote at once, and a draft with what took force while it was written.
//! Nothing is overwritten: what touches is chosen by a person.

use std::collections::BTreeMap;

use ground::words::Language;
use ground::{Error, Fields, Id, Result};
use people::work::{Done, Work};
use text::Section as Text;
use text::merge::{Choice, merge};

use super::rules::{self, NewSection};
use crate::post_orders::PostOrders;
use crate::revision::{self, Content, Revision, Section};

/// A section that somebody else saved while it was typed.
pub(super) struct Joined {
    /// The section as it is now.
    pub theirs: Section,
    /// What whoever typed had before them.
    pub before: Text,
    /// Both changes in one, or what was typed where they touch.
    pub text: Text,
    /// Whether the changes do not touch.
    pub is_clean: bool,
}

/// Something that the draft changed, and what took force meanwhile changed as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clash {
    /// The name of the field in which a side is chosen.
    pub(super) field: String,
    /// Of which section.
    pub(super) title: String,
    /// What the draft says; none when it took the section out.
    pub(super) ours: Option<String>,
    /// What took force says; none when it has no such section.
    pub(super) theirs: Option<String>,
}

/// Which side was chosen wherever both touch.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices {
    chosen: BTreeMap<String, Choice>,
}

impl Choices {
    /// Reads what was chosen.
    pub(super) fn read(fields: &Fields) -> Self {
        let side = |name: &str| match fields.typed(name) {
            "ours" => Some(Choice::Ours),
            "theirs" => Some(Choice::Theirs),
            "both" => Some(Choice::Both),
            _ => None,
        };
        Self { chosen: fields.names().filter_map(|name| Some((name.to_owned(), side(name)?))).collect() }
    }
}

fn field(language: Language, number: usize) -> String {
    format!("{} {number}", language.code())
}

/// Both changes of a section that two people wrote at once. None when it was not in the draft.
pub(super) fn meet(
    work: &mut Work<'_>,
    id: &Id<Revision>,
    (key, language): (&str, Language),
    (new, seen): (&NewSection, Option<i64>),
) -> Result<Option<Joined>> {
    let content = revision::rows::content(work.connection, id)?;
    let Some(theirs) = content.sections.into_iter().find(|section| section.key == key && section.language == language)
    else {
        return Ok(None);
    };
    let before = match seen {
        Some(seen) if seen != theirs.version => revision::rows::earlier(work.connection, &theirs.id, seen)?,
        _ => (String::new(), String::new()),
    };
    let with = |title: &str, words: &str| Text { title: title.to_owned(), words: words.to_owned(), ..theirs.text() };
    let before = with(&before.0, &before.1);
    let mine = with(&new.title, &new.words);
    let merged = merge(std::slice::from_ref(&before), std::slice::from_ref(&mine), &[theirs.text()]);
    let is_clean = merged.conflicts.is_empty() && theirs.removed_at.is_none();
    let text = if is_clean { merged.sections.into_iter().next().unwrap_or(mine) } else { mine };
    Ok(Some(Joined { theirs, before, text, is_clean }))
}

/// What touches when a draft is joined with what took force while it was written.
pub(super) fn clashes(work: &mut Work<'_>, draft: &Revision, orders: &PostOrders) -> Result<Vec<Clash>> {
    let content = revision::rows::content(work.connection, &draft.id)?;
    let (base, in_force) = sides(work, draft.base_id.as_ref(), orders)?;
    let mut clashes = Vec::new();
    for language in Language::ALL {
        let merged = merge(&base.texts(language), &content.texts(language), &in_force.texts(language));
        for (number, conflict) in merged.conflicts.into_iter().enumerate() {
            let title = merged.sections.get(conflict.section).map(|section| section.title.clone());
            clashes.push(Clash {
                field: field(language, number),
                title: title.unwrap_or_default(),
                ours: conflict.ours,
                theirs: conflict.theirs,
            });
        }
    }
    Ok(clashes)
}

fn sides(work: &mut Work<'_>, base: Option<&Id<Revision>>, orders: &PostOrders) -> Result<(Content, Content)> {
    let mut read = |id: Option<&Id<Revision>>| match id {
        Some(id) => revision::rows::content(work.connection, id),
        None => Ok(Content::default()),
    };
    Ok((read(base)?, read(orders.revision_id.as_ref())?))
}

/// Joins a draft with what took force while it was written; from then on it changes that.
///
/// # Errors
/// Not found out of reach; refused when there is nothing to join, when one of the two changed since
/// they were looked at, or when something touches for which no side was chosen.
pub(super) fn join(
    work: &mut Work<'_>,
    id: &Id<Revision>,
    (seen, in_force): (i64, Option<&Id<Revision>>),
    choices: &Choices,
) -> Result<Done<()>> {
    let (draft, orders) = super::open(work, id)?;
    if draft.version != seen || orders.revision_id.as_ref() != in_force {
        return Err(Error::refused("changed-meanwhile"));
    }
    if draft.base_id == orders.revision_id {
        return Err(Error::refused("draft-nothing-to-join"));
    }
    let content = revision::rows::content(work.connection, id)?;
    let (base, in_force) = sides(work, draft.base_id.as_ref(), &orders)?;
    let joined = merged((&base, &content, &in_force), Some(choices))?;
    save(work, id, &content, &joined)?;
    let after = Revision { base_id: orders.revision_id.clone(), ..draft.clone() };
    revision::rows::save(work.connection, &after)?;
    work.done(super::JOINED, id.as_str(), (Some(&draft), &after), ())
}

/// An earlier revision, over what is in force now: for writing again what was withdrawn or replaced.
///
/// # Errors
/// Not found when it is of other orders.
pub(super) fn earlier(work: &mut Work<'_>, orders: &PostOrders, from: &Id<Revision>) -> Result<Content> {
    let revision = revision::rows::any(work.connection, from)?;
    if revision.orders_id != orders.id {
        return Err(Error::NotFound);
    }
    let content = revision::rows::content(work.connection, from)?;
    let (base, in_force) = sides(work, revision.base_id.as_ref(), orders)?;
    let joined = merged((&base, &content, &in_force), None)?;
    let dressed = dress(&joined, &[&content, &in_force], &work.me.actor.name, work.now);
    Ok(Content { sections: dressed })
}

/// The texts in each language of what is joined.
type Texts = BTreeMap<&'static str, Vec<Text>>;

/// Joins in each language. Without choices, what touches is as ours has it.
fn merged((base, ours, theirs): (&Content, &Content, &Content), choices: Option<&Choices>) -> Result<Texts> {
    let mut texts = Texts::new();
    for language in Language::ALL {
        let merged = merge(&base.texts(language), &ours.texts(language), &theirs.texts(language));
        let chosen = |number| match choices {
            Some(choices) => choices.chosen.get(&field(language, number)).cloned(),
            None => Some(Choice::Ours),
        };
        let chosen: Option<Vec<Choice>> = (0..merged.conflicts.len()).map(chosen).collect();
        texts.insert(language.code(), merged.settle(&chosen.ok_or(Error::refused("draft-choose-sides"))?));
    }
    Ok(texts)
}

/// Sections as rows keep them, of texts that were joined: each as it was on the side it came from.
fn dress(texts: &Texts, sides: &[&Content], author: &str, now: ground::Moment) -> Vec<Section> {
    let mut dressed = Vec::new();
    for language in Language::ALL {
        for (place, text) in texts.get(language.code()).into_iter().flatten().enumerate() {
            let known = sides.iter().find_map(|side| side.section(&text.key, language));
            let fresh = rules::written(text.clone(), (language, place), author, now);
            dressed.push(match known {
                Some(known) => Section {
                    place: fresh.place,
                    kind: fresh.kind,
                    title: fresh.title,
                    words: fresh.words,
                    ..known.clone()
                },
                None => fresh,
            });
        }
    }
    dressed
}

/// Saves what a draft says after it was joined.
fn save(work: &mut Work<'_>, id: &Id<Revision>, before: &Content, joined: &Texts) -> Result<()> {
    let (author, now) = (work.me.actor.name.clone(), work.now);
    let after = dress(joined, &[before], &author, now);
    for section in &before.sections {
        let same = |other: &&Section| other.key == section.key && other.language == section.language;
        let changed = match after.iter().find(same) {
            Some(text) => {
                Section { id: section.id.clone(), removed_at: None, version: section.version, ..text.clone() }
            }
            None => Section { removed_at: section.removed_at.or(Some(now)), ..section.clone() },
        };
        if changed != *section {
            let stamped = Section { changed_by: author.clone(), changed_at: now, ..changed };
            revision::rows::save_section(work.connection, id, section, &stamped)?;
        }
    }
    for section in &after {
        let same = |other: &Section| other.key == section.key && other.language == section.language;
        if !before.sections.iter().any(same) {
            revision::rows::insert_section(work.connection, id, section)?;
        }
    }
    Ok(())
}
