//! The pages of a draft. Who may enter is in the arguments; a supervisor finds only those of their own sites.

pub(super) mod files;
pub(super) mod section;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Result};
use people::door::{Door, Staff};

use super::joining::{self, Clash};
use crate::post_orders::{Place, PostOrders, place};
use crate::revision::shown::{self, Difference, Pictures, Shown};
use crate::revision::{self, Content, Revision, Section};

#[derive(Template)]
#[template(path = "draft/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    place: Place,
    draft: Revision,
    orders: PostOrders,
    content: Content,
    languages: Vec<Language>,
    difference: Option<Difference>,
    /// Whether what the draft changes was replaced while it was written.
    overtaken: bool,
    clashes: Vec<Clash>,
    /// How many places are still to be filled in.
    blanks: usize,
}

impl Show<'_> {
    fn originals(&self) -> Vec<&Section> {
        self.content.in_language(self.orders.language).collect()
    }

    /// Whether a section says in a language what it says in that of the orders.
    fn is_behind(&self, key: &str, language: &Language) -> bool {
        let readings = self.content.read_in(*language, self.orders.language);
        readings.iter().any(|reading| reading.section.key == key && reading.translation.is_behind())
    }
}

pub(super) async fn begin(staff: Staff, Path(id): Path<Id<PostOrders>>, fields: Fields) -> Result<Response> {
    let from = if fields.given("from") { Id::parse(fields.typed("from")) } else { None };
    let draft = staff.write(move |work| super::begin(work, &id, from.as_ref())).await?;
    Ok(see(format!("/revisions/{draft}/draft")).saying("done-draft-begun").into_response())
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Revision>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

pub(super) async fn discard(staff: Staff, Path(id): Path<Id<Revision>>, mut fields: Fields) -> Result<Response> {
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let draft = id.clone();
    match staff.write(move |work| super::discard(work, &draft, seen)).await {
        Ok(orders) => Ok(see(format!("/orders/{orders}")).saying("done-draft-discarded").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// Joins a draft with what took force while it was written; of what touches, as was chosen.
pub(super) async fn join(staff: Staff, Path(id): Path<Id<Revision>>, mut fields: Fields) -> Result<Response> {
    let choices = joining::Choices::read(&fields);
    let in_force = Id::parse(fields.typed("in_force"));
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let draft = id.clone();
    match staff.write(move |work| joining::join(work, &draft, (seen, in_force.as_ref()), &choices)).await {
        Ok(()) => Ok(see(format!("/revisions/{id}/draft")).saying("done-draft-joined").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn page(staff: &Door, id: &Id<Revision>, fields: &Fields) -> Result<Response> {
    let draft_id = id.clone();
    let (draft, orders, place, (content, base), clashes) = staff
        .read(move |work| {
            let (draft, orders) = revision::rows::find(work, &draft_id)?;
            let place = place(work, &orders)?;
            let content = revision::rows::content(work.connection, &draft_id)?;
            let base = match &draft.base_id {
                Some(id) => Some(revision::rows::content(work.connection, id)?),
                None => None,
            };
            let overtaken = draft.base_id != orders.revision_id;
            let clashes = if overtaken { joining::clashes(work, &draft, &orders)? } else { Vec::new() };
            Ok((draft, orders, place, (content, base), clashes))
        })
        .await?;
    if draft.is_published() {
        return Ok(see(format!("/revisions/{id}")).into_response());
    }
    let w = &staff.words;
    let pictures = Pictures::of_orders(&orders.id);
    let shown = Shown { w, pictures: &pictures, why: false };
    let mut fields = fields.clone();
    fields.put("version", draft.version.to_string());
    let show = Show {
        form: Form { w, fields: &fields },
        difference: base.map(|base| shown::difference(&base, &content, orders.language, &shown)),
        languages: Language::ALL.into_iter().filter(|other| *other != orders.language).collect(),
        overtaken: draft.base_id != orders.revision_id,
        blanks: content.blanks(orders.language),
        w,
        place,
        draft,
        orders,
        content,
        clashes,
    };
    staff.page(&w.with("draft-title", &[("place", show.place.name.as_str().into())]), &show)
}
