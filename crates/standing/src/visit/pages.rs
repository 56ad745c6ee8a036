//! The pages of visits. Who may enter is in the arguments.

use std::collections::HashMap;

use agreement::post;
use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::spreadsheet::{self, Column, Ending, Sheet};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result, entry};
use meeting::interaction::Interaction;
use people::door::Staff;
use people::site::{self, Site};
use people::staff;
use people::work::Work;

use super::{Due, Rotation, USUAL_DAYS, rows};

/// A visit is agreed once in two years at least.
const MOST_DAYS: i64 = 730;
/// How many visits the page of a site lists.
const VISITS: i64 = 12;
/// How many sites the list shows: those that wait longest.
const SITES: usize = 200;

/// A site of the list.
struct Line {
    site: Site,
    due: Due,
    every_days: i64,
}

#[derive(Template)]
#[template(path = "visit/list.html")]
struct List<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    late: usize,
    more: usize,
    now: Moment,
}

#[derive(Template)]
#[template(path = "visit/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    due: Due,
    version: i64,
    visits: Vec<Interaction>,
    officers: Vec<(String, Moment)>,
    rotation: Rotation,
    now: Moment,
}

pub(super) async fn list(staff: Staff) -> Result<Response> {
    let mut lines = staff.read(sorted).await?;
    let now = staff.now;
    let late = lines.iter().filter(|line| line.due.is_late(now)).count();
    let more = lines.len().saturating_sub(SITES);
    lines.truncate(SITES);
    let w = &staff.words;
    staff.page(&w.t("visits-title"), &List { w, lines, late, more, now })
}

/// Every site, as on the page.
pub(super) async fn file(staff: Staff, Ending(format): Ending) -> Result<Response> {
    let lines = staff.read(sorted).await?;
    let [last, due] = ["last_visit_at", "due_at"].map(Column::moment);
    let mut list = Sheet::new([Column::text("site"), last, Column::whole("every_days"), due])?;
    for Line { site, due, every_days } in lines {
        list.add([site.name.into(), due.last_at.into(), every_days.into(), due.due_at.into()])?;
    }
    spreadsheet::file("visits", format, &list)
}

/// Every open site within reach, with when it is due: the one that waits longest first.
fn sorted(work: &mut Work<'_>) -> Result<Vec<Line>> {
    let mut lines = lines(work)?;
    lines.sort_by_key(|line| (line.due.due_at, line.site.name.clone()));
    Ok(lines)
}

/// Every open site within reach, with when it is due.
fn lines(work: &mut Work<'_>) -> Result<Vec<Line>> {
    let agreed: HashMap<Id<Site>, i64> = rows::all(work.connection)?;
    let mut lines = Vec::new();
    for site in site::rows::list(work)? {
        let every_days = agreed.get(&site.id).copied().unwrap_or(USUAL_DAYS);
        lines.push(Line { due: due(work, &site, every_days)?, site, every_days });
    }
    Ok(lines)
}

fn due(work: &mut Work<'_>, site: &Site, every_days: i64) -> Result<Due> {
    let last = meeting::facts::last_visit(work.connection, &site.id, work.now)?;
    let began_at = entry::rows::first_at(work.connection, site.id.as_str())?.unwrap_or(work.now);
    Ok(Due::of(last.map(|(_, at)| at), began_at, every_days))
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    page(&staff, id, None).await
}

pub(super) async fn agree(staff: Staff, Path(id): Path<Id<Site>>, mut fields: Fields) -> Result<Response> {
    let (every_days, seen) = (fields.number("every_days", 1..=MOST_DAYS), fields.number("version", 0..=i64::MAX));
    let Some((every_days, seen)) = every_days.zip(seen) else {
        return Ok(refused(page(&staff, id, Some(&fields)).await?));
    };
    let site_id = id.clone();
    match staff.write(move |work| super::agree(work, &site_id, every_days, seen)).await {
        Ok(()) => Ok(see(format!("/sites/{id}/visits")).saying("done-visit-agreed").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("every_days", refusal);
            Ok(refused(page(&staff, id, Some(&fields)).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(staff: &Staff, id: Id<Site>, typed: Option<&Fields>) -> Result<Response> {
    let found = staff.read(move |work| {
        let site = site::rows::find(work, &id)?;
        let (every_days, version) = rows::rhythm(work.connection, &id)?;
        let every_days = every_days.unwrap_or(USUAL_DAYS);
        let due = due(work, &site, every_days)?;
        let visits = meeting::facts::visits_to(work.connection, &id, VISITS)?;
        let rotation = rotation(work, &id)?;
        let mut officers = Vec::new();
        for (officer, first) in &rotation.standing {
            officers.push((staff::rows::find(work.connection, officer)?.name, *first));
        }
        Ok((site, every_days, version, due, visits, rotation, officers))
    });
    let (site, every_days, version, due, visits, rotation, officers) = found.await?;
    let w = &staff.words;
    let fields = typed.cloned().unwrap_or_else(|| Fields::default().set("every_days", every_days.to_string()));
    let form = Form { w, fields: &fields };
    let content = Show { w, form, site, due, version, visits, officers, rotation, now: staff.now };
    staff.page(&w.t("visits-title"), &content)
}

/// Who stands at a site, and how many stood there of late.
fn rotation(work: &mut Work<'_>, site_id: &Id<Site>) -> Result<Rotation> {
    let standing = crate::health::gather::officers(work.connection, site_id, work.now)?;
    let posts: Vec<_> = post::rows::open_at(work.connection, site_id)?.into_iter().map(|post| post.id).collect();
    let since = Rotation::since(work.now);
    let mut stood: Vec<_> = post::rows::between(work.connection, &posts, (since, work.now))?
        .into_iter()
        .map(|assignment| assignment.staff_id)
        .collect();
    stood.sort();
    stood.dedup();
    Ok(Rotation { standing, officers: stood.len() })
}
