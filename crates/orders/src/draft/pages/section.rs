//! One section of a draft: written, and joined when two write at once.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::see::See;
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Refusal, Result};
use people::door::{Door, Staff};

use super::super::joining::{self, Joined};
use super::super::rules::WORDS_LETTERS;
use super::super::{NewSection, add as add_section, place as place_section, take_out as take_out_section, write};
use super::files;
use crate::post_orders::{Kind, Place, place as place_of};
use crate::revision::shown::{self, Difference, Pictures, Shown};
use crate::revision::{self, Revision, Section};

#[derive(Template)]
#[template(path = "draft/section.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    place: Place,
    draft: &'a Id<Revision>,
    key: Option<&'a str>,
    language: Language,
    /// Of a translation: the section in the language in which the orders are written.
    original: Option<Section>,
    kinds: Vec<(String, String)>,
    /// What somebody else saved while this was typed.
    theirs: Option<Theirs>,
    draft_key: String,
}

/// What somebody else saved while this was typed.
struct Theirs {
    by: String,
    when: String,
    difference: Difference,
    is_clean: bool,
    is_gone: bool,
}

pub(in crate::draft) async fn new(staff: Staff, Path(id): Path<Id<Revision>>) -> Result<Response> {
    form(&staff, (&id, None, Language::default()), &Fields::default().set("kind", Kind::Other.word()), None).await
}

pub(in crate::draft) async fn add(staff: Staff, Path(id): Path<Id<Revision>>, mut fields: Fields) -> Result<Response> {
    let again = (&id, None, Language::default());
    let Some(new) = read(&staff, &id, &mut fields).await? else {
        return Ok(refused(form(&staff, again, &fields, None).await?));
    };
    let draft = id.clone();
    match staff.write(move |work| add_section(work, &draft, &new)).await {
        Ok(()) => Ok(saved(&staff, &id, "new").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(form(&staff, again, &fields, None).await?))
        }
        Err(error) => Err(error),
    }
}

pub(in crate::draft) async fn edit(
    staff: Staff,
    Path((id, key)): Path<(Id<Revision>, String)>,
    Asked(asked): Asked,
) -> Result<Response> {
    let language = Language::parse(asked.typed("language")).unwrap_or_default();
    let (draft_id, section_key) = (id.clone(), key.clone());
    let content = staff
        .read(move |work| {
            revision::rows::find(work, &draft_id)?;
            let content = revision::rows::content(work.connection, &draft_id)?;
            if content.sections.iter().any(|section| section.key == section_key) {
                Ok(content)
            } else {
                Err(Error::NotFound)
            }
        })
        .await?;
    let fields = match content.section(&key, language) {
        Some(section) => Fields::default()
            .set("kind", section.kind.word())
            .set("title", section.title.as_str())
            .set("words", section.words.as_str())
            .set("version", section.version.to_string()),
        // A translation is about the same thing.
        None => Fields::default().set("kind", content.kind_of(&key).word()),
    };
    form(&staff, (&id, Some(&key), language), &fields, None).await
}

pub(in crate::draft) async fn save(
    staff: Staff,
    Path((id, key)): Path<(Id<Revision>, String)>,
    mut fields: Fields,
) -> Result<Response> {
    let parsed = |typed: &str| Language::parse(typed).ok_or(Refusal::new("field-choose"));
    let language = fields.checked("language", parsed).unwrap_or_default();
    let seen = fields.typed("version").parse().ok();
    let Some(new) = read(&staff, &id, &mut fields).await? else {
        return Ok(refused(form(&staff, (&id, Some(&key), language), &fields, None).await?));
    };
    let (draft, section, typed) = (id.clone(), key.clone(), new.clone());
    match staff.write(move |work| write(work, &draft, (&section, language), (&typed, seen))).await {
        Ok(()) => Ok(saved(&staff, &id, &key).into_response()),
        Err(Error::Refused(refusal)) => {
            let met = matches!(refusal.key, "draft-section-changed" | "draft-section-taken-out");
            fields.refuse("", refusal);
            let theirs = if met { meet(&staff, (&id, &key, language), (&new, seen), &mut fields).await? } else { None };
            Ok(refused(form(&staff, (&id, Some(&key), language), &fields, theirs).await?))
        }
        Err(error) => Err(error),
    }
}

/// Somebody else was faster: the form then holds both changes where they do not touch, and what was
/// typed where they do, with the difference that the other one made beside it.
async fn meet(
    staff: &Door,
    (id, key, language): (&Id<Revision>, &str, Language),
    (new, seen): (&NewSection, Option<i64>),
    fields: &mut Fields,
) -> Result<Option<Theirs>> {
    let (draft_id, section_key, typed) = (id.clone(), key.to_owned(), new.clone());
    let met = staff
        .read(move |work| {
            let (_, orders) = revision::rows::find(work, &draft_id)?;
            let joined = joining::meet(work, &draft_id, (&section_key, language), (&typed, seen))?;
            let zone = people::site::rows::any(work.connection, &orders.site_id)?.zone;
            Ok((joined, orders, zone))
        })
        .await?;
    let (Some(Joined { theirs, before, text, is_clean }), orders, zone) = met else { return Ok(None) };
    fields.put("title", text.title.clone());
    fields.put("words", text.words.clone());
    fields.put("version", theirs.version.to_string());
    let w = &staff.words;
    let pictures = Pictures::of_orders(&orders.id);
    let shown = Shown { w, pictures: &pictures, why: false };
    Ok(Some(Theirs {
        by: theirs.changed_by.clone(),
        when: w.when(theirs.changed_at, &zone),
        difference: shown::difference_of_texts((&[before], &[theirs.text()]), language, &shown),
        is_clean,
        is_gone: theirs.removed_at.is_some(),
    }))
}

pub(in crate::draft) async fn take_out(
    staff: Staff,
    Path((id, key)): Path<(Id<Revision>, String)>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(super::page(&staff, &id, &fields).await?));
    };
    let draft = id.clone();
    match staff.write(move |work| take_out_section(work, &draft, &key, seen)).await {
        Ok(()) => Ok(see(format!("/revisions/{id}/draft")).saying("done-section-taken-out").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(super::page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(in crate::draft) async fn place(
    staff: Staff,
    Path((id, key)): Path<(Id<Revision>, String)>,
    fields: Fields,
) -> Result<Response> {
    let (draft, up) = (id.clone(), fields.typed("to") == "up");
    staff.write(move |work| place_section(work, &draft, &key, up)).await?;
    Ok(see(format!("/revisions/{id}/draft")).saying("done-section-placed").into_response())
}

/// Reads what was typed, and puts the pictures that came with it at the end of the words.
async fn read(staff: &Staff, id: &Id<Revision>, fields: &mut Fields) -> Result<Option<NewSection>> {
    let Some(mut new) = NewSection::read(fields) else { return Ok(None) };
    let Some(pictures) = files::take_pictures(staff, id, fields).await? else { return Ok(None) };
    for picture in pictures {
        new.words = format!("{}\n\n{picture}", new.words.trim_end());
    }
    if new.words.chars().count() > WORDS_LETTERS {
        fields.refuse("words", Refusal::new("draft-too-long"));
        return Ok(None);
    }
    fields.put("words", new.words.clone());
    Ok(Some(new))
}

fn saved(staff: &Door, id: &Id<Revision>, key: &str) -> See {
    see(format!("/revisions/{id}/draft")).saying("done-saved").draft_done(draft_key(staff, id, key))
}

fn draft_key(staff: &Door, id: &Id<Revision>, key: &str) -> String {
    format!("{} {id} {key}", staff.me.actor.id)
}

async fn form(
    staff: &Door,
    (id, key, language): (&Id<Revision>, Option<&str>, Language),
    fields: &Fields,
    theirs: Option<Theirs>,
) -> Result<Response> {
    let (draft_id, section_key) = (id.clone(), key.map(str::to_owned));
    let (place, written_in, original) = staff
        .read(move |work| {
            let (_, orders) = revision::rows::find(work, &draft_id)?;
            let content = revision::rows::content(work.connection, &draft_id)?;
            let original = section_key.and_then(|key| content.section(&key, orders.language).cloned());
            Ok((place_of(work, &orders)?, orders.language, original))
        })
        .await?;
    let w = &staff.words;
    let language = if key.is_none() { written_in } else { language };
    let original = original.filter(|_| language != written_in);
    let title = w.t(if key.is_some() { "section-edit" } else { "section-new" });
    let content = Edit {
        w,
        form: Form { w, fields },
        place,
        draft: id,
        key,
        language,
        original,
        kinds: Kind::choices(w),
        theirs,
        draft_key: draft_key(staff, id, key.unwrap_or("new")),
    };
    staff.page(&title, &content)
}
