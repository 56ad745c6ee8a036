//! The pages of temporary orders. Who may enter is in the arguments.

pub(super) mod giving;
pub(super) mod portal;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result};
use listening::concern;
use people::door::{Door, Member, Staff};
use people::site::{self, Site};

use super::{Placed, Temporary, Until, may_see_to, placed, rows};

/// How many of those that are over the list shows.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "temporary/list.html")]
struct List<'a> {
    w: &'a Words,
    site: Site,
    in_force: Vec<Placed>,
    over: Vec<Placed>,
}

#[derive(Template)]
#[template(path = "temporary/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    placed: Placed,
    /// The concern because of which it was given, for staff who may read it.
    concern: Option<(String, String)>,
    untils: Vec<(String, String)>,
    is_staff: bool,
    may_see_to: bool,
    now: Moment,
}

pub(super) async fn list(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let (site, in_force, over) = staff
        .read(move |work| {
            let site = site::rows::find(work, &id)?;
            let in_force = rows::in_force(work.connection, &id, None, work.now)?;
            let over = rows::over(work.connection, &id, work.now, SHOWN)?;
            Ok((site, placed(work, in_force)?, placed(work, over)?))
        })
        .await?;
    let w = &staff.words;
    staff.page(&w.t("temporary-title"), &List { w, site, in_force, over })
}

pub(super) async fn show(member: Member, Path(id): Path<Id<Temporary>>) -> Result<Response> {
    page(&member, &id, &Fields::default()).await
}

pub(super) async fn end(member: Member, Path(id): Path<Id<Temporary>>, mut fields: Fields) -> Result<Response> {
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(page(&member, &id, &fields).await?));
    };
    let temporary = id.clone();
    let done = member.write(move |work| super::end(work, &temporary, seen)).await;
    answered(&member, &id, fields, done.map(|()| (format!("/temporary/{id}"), "done-temporary-ended"))).await
}

pub(super) async fn lengthen(member: Member, Path(id): Path<Id<Temporary>>, mut fields: Fields) -> Result<Response> {
    let find = id.clone();
    let zone = member
        .read(move |work| {
            let found = rows::find(work, &find)?;
            Ok(site::rows::any(work.connection, &found.site_id)?.zone)
        })
        .await?;
    let (seen, ends_at) = (fields.number("version", 0..=i64::MAX), Until::read(&mut fields, member.now, &zone));
    let (Some(seen), Some(ends_at)) = (seen, ends_at) else {
        return Ok(refused(page(&member, &id, &fields).await?));
    };
    let temporary = id.clone();
    let done = member.write(move |work| super::lengthen(work, &temporary, seen, ends_at)).await;
    answered(&member, &id, fields, done.map(|()| (format!("/temporary/{id}"), "done-temporary-longer"))).await
}

/// Goes to the proposal of the draft that makes it permanent.
pub(super) async fn make_permanent(
    staff: Staff,
    Path(id): Path<Id<Temporary>>,
    mut fields: Fields,
) -> Result<Response> {
    let Some(seen) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let temporary = id.clone();
    let done = staff.write(move |work| super::make_permanent(work, &temporary, seen)).await;
    let number = match &done {
        Ok(_) => concern_of(&staff, &id).await?.map(|(_, number)| number),
        Err(_) => None,
    };
    let path = |draft| format!("/revisions/{draft}/proposal?concerns={}", number.unwrap_or_default());
    answered(&staff, &id, fields, done.map(|draft| (path(draft), "done-temporary-permanent"))).await
}

async fn answered(
    door: &Door,
    id: &Id<Temporary>,
    mut fields: Fields,
    done: Result<(String, &'static str)>,
) -> Result<Response> {
    match done {
        Ok((path, says)) => Ok(see(path).saying(says).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(door, id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

/// The name and the number of the concern because of which one was given, for whoever may read it.
async fn concern_of(door: &Door, id: &Id<Temporary>) -> Result<Option<(String, String)>> {
    let id = id.clone();
    door.read(move |work| {
        let Some(concern_id) = rows::find(work, &id)?.concern_id else { return Ok(None) };
        match concern::rows::find(work, &concern_id) {
            Ok(concern) => Ok(Some((concern.id.to_string(), concern.number))),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    })
    .await
}

async fn page(door: &Door, id: &Id<Temporary>, fields: &Fields) -> Result<Response> {
    let is_staff = door.me.actor.kind == ground::entry::ActorKind::Staff;
    let concern = if is_staff { concern_of(door, id).await? } else { None };
    let find = id.clone();
    let (site, placed) = door
        .read(move |work| {
            let found = rows::find(work, &find)?;
            let site = site::rows::any(work.connection, &found.site_id)?;
            let placed = super::placed(work, vec![found])?.pop().ok_or(Error::NotFound)?;
            Ok((site, placed))
        })
        .await?;
    let w = &door.words;
    let mut fields = fields.clone();
    fields.put("version", placed.temporary.version.to_string());
    let (untils, now) = (Until::choices(w), door.now);
    let may_see_to = may_see_to(&door.me, &placed.temporary);
    let form = Form { w, fields: &fields };
    door.narrow_page(
        &w.t(placed.temporary.kind.key()),
        &Show { w, form, site, placed, concern, untils, is_staff, may_see_to, now },
    )
}
