//! The board: who confirmed what is in force at a site, who has not, and who stands there without. Who may
//! enter is in the arguments; a supervisor finds only those of their own sites.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use orders::post_orders::{self, PostOrders};
use orders::revision::{self, Revision};
use people::door::Staff;
use people::site::{self, Site};
use people::staff::{self, Role, StaffMember};
use people::work::Work;

use super::super::{Confirmation, Line, rows, standing};

#[derive(Template)]
#[template(path = "confirmation/board.html")]
struct Board<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    groups: Vec<Group>,
    /// Whoever has not confirmed, for what is entered from paper.
    missing: Vec<(String, String)>,
    /// Whether whoever looks trains officers: they see where one look was not enough.
    trains: bool,
    now: Moment,
}

/// Orders in force, and those who must have confirmed them.
struct Group {
    place: String,
    orders: PostOrders,
    revision: Revision,
    lines: Vec<(StaffMember, Line)>,
}

impl Group {
    fn confirmed(&self) -> usize {
        self.lines.iter().filter(|(_, line)| line.confirmation.is_some()).count()
    }
}

pub(in crate::confirmation) async fn show(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

async fn page(staff: &Staff, id: &Id<Site>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let (site, groups) = staff
        .read(move |work| {
            let site = site::rows::find(work, &id)?;
            Ok((site, groups(work, &id)?))
        })
        .await?;
    let w = &staff.words;
    let mut missing = vec![(String::new(), w.t("confirmation-choose"))];
    for group in &groups {
        for (officer, _) in group.lines.iter().filter(|(_, line)| line.confirmation.is_none()) {
            let named = [("name", officer.name.as_str().into()), ("place", group.place.as_str().into())];
            let value = format!("{} {}", officer.id, group.revision.id);
            missing.push((value, w.with("confirmation-of-whom", &named)));
        }
    }
    let (trains, now) = (staff.me.has_role(&[Role::Trainer]), staff.now);
    let content = Board { w, form: Form { w, fields }, site, groups, missing, trains, now };
    staff.page(&w.t("confirmations-title"), &content)
}

fn groups(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Vec<Group>> {
    let mut all = post_orders::rows::of_site(work.connection, site_id)?;
    all.sort_by_key(|orders| orders.post_id.is_some());
    let mut groups = Vec::new();
    for orders in all {
        let Some(revision_id) = &orders.revision_id else { continue };
        let revision = revision::rows::any(work.connection, revision_id)?;
        let mut lines = Vec::new();
        for line in standing(work, &orders, &revision)? {
            let officer = staff::rows::find(work.connection, &line.assignment.staff_id)?;
            if officer.left_at.is_none() {
                lines.push((officer, line));
            }
        }
        let place = post_orders::place(work, &orders)?.name;
        groups.push(Group { place, orders, revision, lines });
    }
    Ok(groups)
}

/// Enters what was confirmed on paper, with a photo of the sheet.
pub(in crate::confirmation) async fn enter(
    staff: Staff,
    Path(id): Path<Id<Site>>,
    mut fields: Fields,
) -> Result<Response> {
    let find = id.clone();
    let site = staff.read(move |work| site::rows::find(work, &find)).await?;
    let whom = fields.checked("whom", |typed| {
        let parts = typed.split_once(' ').and_then(|(who, what)| Id::parse(who).zip(Id::parse(what)));
        parts.ok_or(Refusal::new("field-choose"))
    });
    let time = |typed: &str| {
        Moment::parse_local(typed.trim(), &site.zone).map_err(|_| Refusal::new("confirmation-paper-time"))
    };
    let at = fields.checked("at", time);
    let photo = fields.uploads("photo").next().map(|upload| upload.bytes.clone());
    if photo.is_none() && fields.problem("photo").is_none() {
        fields.refuse("photo", Refusal::new("confirmation-paper-photo"));
    }
    let (Some((staff_id, revision_id)), Some(at), Some(photo)) = (whom, at, photo) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let photo = match staff.app.files.keep_pictures(vec![photo]).await {
        Ok(kept) => kept.into_iter().next().map(|picture| picture.hash).unwrap_or_default(),
        Err(Error::Refused(refusal)) => {
            fields.refuse("photo", refusal);
            return Ok(refused(page(&staff, &id, &fields).await?));
        }
        Err(error) => return Err(error),
    };
    let site_id = id.clone();
    let entered = staff.write(move |work| super::super::enter(work, &site_id, (&revision_id, &staff_id), (at, &photo)));
    match entered.await {
        Ok(()) => Ok(see(format!("/sites/{id}/confirmations")).saying("done-confirmation-entered").into_response()),
        Err(Error::Refused(refusal)) => {
            let field = if refusal.key == "confirmation-paper-time" { "at" } else { "" };
            fields.refuse(field, refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// The photo of the sheet on which somebody confirmed.
pub(in crate::confirmation) async fn photo(staff: Staff, Path(id): Path<Id<Confirmation>>) -> Result<Response> {
    let hash = staff
        .read(move |work| {
            let confirmation = rows::any(work.connection, &id)?;
            post_orders::rows::find(work, &confirmation.orders_id)?;
            confirmation.photo.ok_or(Error::NotFound)
        })
        .await?;
    let files = staff.app.files.clone();
    let bytes = tokio::task::spawn_blocking(move || files.read(&hash)).await??;
    Ok(([(CONTENT_TYPE, "image/jpeg"), (CACHE_CONTROL, "private, no-store")], bytes).into_response())
}
