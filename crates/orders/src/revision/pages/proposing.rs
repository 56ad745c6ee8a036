//! Proposing a draft: what changed, why, from when, and what officers are asked about it.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::{Door, Staff};

use super::super::shown::{self, Difference, Pictures, Shown};
use super::super::{Cause, Proposal, Revision, rows};
use crate::post_orders::{Place, place};

#[derive(Template)]
#[template(path = "revision/propose.html")]
struct Propose<'a> {
    w: &'a Words,
    form: Form<'a>,
    place: Place,
    draft: Revision,
    causes: Vec<(String, String)>,
    difference: Option<Difference>,
    /// How many places are still to be filled in.
    blanks: usize,
}

pub(in crate::revision) async fn form(
    staff: Staff,
    Path(id): Path<Id<Revision>>,
    Asked(asked): Asked,
) -> Result<Response> {
    let fields = Fields::default().set("concerns", asked.typed("concerns"));
    page(&staff, &id, &fields).await
}

pub(in crate::revision) async fn propose(
    staff: Staff,
    Path(id): Path<Id<Revision>>,
    mut fields: Fields,
) -> Result<Response> {
    let find = id.clone();
    let zone = staff
        .read(move |work| {
            let (_, orders) = rows::find(work, &find)?;
            Ok(people::site::rows::any(work.connection, &orders.site_id)?.zone)
        })
        .await?;
    let version = fields.number("version", 0..=i64::MAX);
    let (Some(proposal), Some(seen)) = (Proposal::read(&mut fields, staff.now, &zone), version) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let revision = id.clone();
    match staff.write(move |work| super::super::propose(work, &revision, seen, &proposal)).await {
        Ok(()) => Ok(see(format!("/revisions/{id}")).saying("done-revision-proposed").into_response()),
        Err(Error::Refused(refusal)) => {
            let field = if refusal.key == "revision-concern-unknown" { "concerns" } else { "" };
            fields.refuse(field, refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(staff: &Door, id: &Id<Revision>, fields: &Fields) -> Result<Response> {
    let find = id.clone();
    let (draft, orders, place, content, base) = staff
        .read(move |work| {
            let (draft, orders) = rows::find(work, &find)?;
            let base = draft.base_id.as_ref().map(|id| rows::content(work.connection, id)).transpose()?;
            let content = rows::content(work.connection, &find)?;
            Ok((draft, orders.clone(), place(work, &orders)?, content, base))
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
    if !fields.given("cause") {
        let cause = if fields.given("concerns") { Cause::Concern } else { draft.cause };
        fields.put("cause", cause.word());
    }
    let difference = base.map(|base| shown::difference(&base, &content, orders.language, &shown));
    let (causes, blanks) = (Cause::choices(w), content.blanks(orders.language));
    let content = Propose { w, form: Form { w, fields: &fields }, place, draft, causes, difference, blanks };
    staff.page(&w.t("propose-title"), &content)
}
