//! The pages of revisions. Who may enter is in the arguments.

pub(super) mod paper;
pub(super) mod proposing;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::contact;
use people::door::{Door, Staff};
use people::work::Work;

use super::shown::{self, Difference, Part, Pictures, Shown};
use super::{Caused, Content, Revision, State, rows};
use crate::approval::{self, Answer, Approval, Remark};
use crate::post_orders::{self, Place, PostOrders, place};

/// How many revisions a page of the list shows.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "revision/list.html")]
struct List<'a> {
    w: &'a Words,
    place: Place,
    orders: PostOrders,
    revisions: Vec<Revision>,
    older: Option<i64>,
}

#[derive(Template)]
#[template(path = "revision/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    page: Page,
    whole: bool,
    difference: Option<Difference>,
    parts: Vec<Part>,
    answers: Vec<(String, String)>,
}

/// What the page of a revision shows.
struct Page {
    caused: Caused,
    orders: PostOrders,
    place: Place,
    replaces: Option<Revision>,
    approvals: Vec<(Approval, String)>,
    remarks: Vec<Remark>,
    contacts: Vec<(String, String)>,
    content: Content,
    base: Option<Content>,
}

pub(super) async fn list(staff: Staff, Path(id): Path<Id<PostOrders>>, Asked(asked): Asked) -> Result<Response> {
    let below = asked.typed("below").parse().unwrap_or(i64::MAX);
    let (orders, place, mut revisions) = staff
        .read(move |work| {
            let orders = post_orders::rows::find(work, &id)?;
            let place = place(work, &orders)?;
            Ok((orders, place, rows::of_orders(work.connection, &id, below, SHOWN + 1)?))
        })
        .await?;
    let more = i64::try_from(revisions.len()).unwrap_or(i64::MAX) > SHOWN;
    revisions.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
    let older = revisions.last().filter(|_| more).and_then(|revision| revision.number);
    let w = &staff.words;
    let title = w.with("revisions-of", &[("place", place.name.as_str().into())]);
    staff.page(&title, &List { w, place, orders, revisions, older })
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Revision>>, Asked(asked): Asked) -> Result<Response> {
    page(&staff, &id, asked.typed("view") == "whole", &Fields::default()).await
}

pub(super) async fn withdraw(staff: Staff, Path(id): Path<Id<Revision>>, mut fields: Fields) -> Result<Response> {
    let seen = fields.number("version", 0..=i64::MAX).ok_or(Error::NotFound)?;
    let revision = id.clone();
    match staff.write(move |work| super::withdraw(work, &revision, seen)).await {
        Ok(()) => Ok(see(format!("/revisions/{id}")).saying("done-revision-withdrawn").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&staff, &id, false, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(crate) async fn page(staff: &Door, id: &Id<Revision>, whole: bool, fields: &Fields) -> Result<Response> {
    let revision_id = id.clone();
    let page = staff.read(move |work| gather(work, &revision_id)).await?;
    if !page.caused.revision.is_published() {
        return Ok(see(format!("/revisions/{id}/draft")).into_response());
    }
    let w = &staff.words;
    let pictures = Pictures::of_orders(&page.orders.id);
    let shown = Shown { w, pictures: &pictures, why: true };
    let language = page.orders.language;
    let base = page.base.as_ref().filter(|_| !whole);
    let difference = base.map(|base| shown::difference(base, &page.content, language, &shown));
    let parts =
        if difference.is_some() { Vec::new() } else { shown::whole(&page.content, (language, language), &shown) };
    let (number, summary) = (page.caused.revision.number.unwrap_or_default(), page.caused.revision.summary.clone());
    let mut fields = fields.clone();
    fields.put("version", page.caused.revision.version.to_string());
    let answers = Answer::choices(w);
    let content = Show { w, form: Form { w, fields: &fields }, whole, difference, parts, answers, page };
    staff.page(&format!("{} - {summary}", w.with("revision-number", &[("number", number.into())])), &content)
}

fn gather(work: &mut Work<'_>, id: &Id<Revision>) -> Result<Page> {
    let (revision, orders) = rows::find(work, id)?;
    let place = place(work, &orders)?;
    let replaces = revision.base_id.as_ref().map(|id| rows::any(work.connection, id)).transpose()?;
    let base = revision.base_id.as_ref().map(|id| rows::content(work.connection, id)).transpose()?;
    let content = rows::content(work.connection, id)?;
    let approvals = approval::rows::of_revision(work.connection, id)?;
    let remarks = approval::rows::remarks(work.connection, id)?;
    let contacts = contact::rows::all_of(work.connection, &place.site.client_id)?;
    let contacts = contacts.into_iter().map(|contact| (contact.id.to_string(), contact.name)).collect();
    let caused = rows::caused(work, revision)?;
    Ok(Page { caused, orders, place, replaces, approvals, remarks, contacts, content, base })
}
