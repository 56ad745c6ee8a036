//! The mailroom: what came in, what became of it, and what somebody has to decide.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use listening::concern::{self, Concern, number};
use listening::conversation::Trust;
use people::door::Staff;
use people::site;
use people::work::Work;

use super::rows::{After, Which};
use super::{Arrival, Prepared, Settled, State, prepare, raw as on_disk, rows};
use crate::reading::{self, Folded};

/// How many mails a page shows.
const PAGE: i64 = 50;
/// How many of those that are held stand above the others.
const HELD: i64 = 100;

#[derive(Template)]
#[template(path = "arrival/list.html")]
struct List<'a> {
    w: &'a Words,
    zone: &'a str,
    held: Vec<Arrival>,
    all: Vec<Arrival>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "arrival/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    zone: &'a str,
    arrival: Arrival,
    concern: Option<Concern>,
    named: Option<Concern>,
    words: Option<Folded>,
    sites: Vec<(String, String)>,
}

pub(super) async fn list(staff: Staff, Asked(asked): Asked) -> Result<Response> {
    let after = after(asked.typed("after"));
    let first = after.is_none();
    let (held, (all, next)) = staff
        .read(move |work| {
            let held = if first { rows::list(work, Which::Held, &None, HELD)?.0 } else { Vec::new() };
            Ok((held, rows::list(work, Which::All, &after, PAGE)?))
        })
        .await?;
    let next = next.map(|(at, id)| format!("/mail?after={}-{id}", at.millis()));
    let (w, zone) = (&staff.words, staff.organization.zone.as_str());
    staff.page(&w.t("mail-title"), &List { w, zone, held, all, next })
}

/// Where the page before ended.
fn after(typed: &str) -> After {
    let (at, id) = typed.split_once('-')?;
    Some((Moment::from_millis(at.parse().ok()?), Id::parse(id)?))
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Arrival>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

async fn page(staff: &Staff, id: &Id<Arrival>, fields: &Fields) -> Result<Response> {
    let found = id.clone();
    let (arrival, concern, named, sites) = staff
        .read(move |work| {
            let arrival = rows::find(work, &found)?;
            let settled = arrival.settled.clone();
            let concern = seen(work, settled.as_ref().and_then(|settled| settled.concern_id.as_ref()))?;
            let named = seen(work, settled.as_ref().and_then(|settled| settled.named_id.as_ref()))?;
            Ok((arrival, concern, named, site::rows::list(work)?))
        })
        .await?;
    let (app, hash) = (staff.app.clone(), arrival.hash.clone());
    let words = tokio::task::spawn_blocking(move || {
        let mail = reading::read(&on_disk::read(&app, &hash).ok()?)?;
        Some(reading::fold(&mail.text))
    });
    let (w, zone) = (&staff.words, staff.organization.zone.as_str());
    let mut shown = fields.clone();
    shown.put("version", arrival.version.to_string());
    if let (Some(site_id), false) = (arrival.settled.as_ref().and_then(|s| s.site_id.as_ref()), shown.given("site")) {
        shown.put("site", site_id.as_str());
    }
    if let (Some(named), false) = (&named, shown.given("number")) {
        shown.put("number", named.number.clone());
    }
    let choose = std::iter::once((String::new(), w.t("choose")));
    let sites = choose.chain(sites.into_iter().map(|site| (site.id.to_string(), site.name))).collect();
    let title = if arrival.said.subject.is_empty() { w.t("mail-no-subject") } else { arrival.said.subject.clone() };
    let form = Form { w, fields: &shown };
    staff.page(&title, &Show { w, form, zone, arrival, concern, named, words: words.await?, sites })
}

/// A concern, for whoever may see it.
fn seen(work: &mut Work<'_>, id: Option<&Id<Concern>>) -> Result<Option<Concern>> {
    match id.map(|id| concern::rows::find(work, id)) {
        None | Some(Err(Error::NotFound)) => Ok(None),
        Some(Ok(concern)) => Ok(Some(concern)),
        Some(Err(error)) => Err(error),
    }
}

/// The mail as it came, as a text that a browser saves and never shows as a page.
pub(super) async fn raw(staff: Staff, Path(id): Path<Id<Arrival>>) -> Result<Response> {
    let arrival = staff.read(move |work| rows::find(work, &id)).await?;
    let app = staff.app.clone();
    let bytes = tokio::task::spawn_blocking(move || on_disk::read(&app, &arrival.hash)).await??;
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"mail.eml\""),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, bytes).into_response())
}

pub(super) async fn raise(staff: Staff, Path(id): Path<Id<Arrival>>, mut fields: Fields) -> Result<Response> {
    let site_id = fields.checked("site", |typed| Id::parse(typed.trim()).ok_or(Refusal::new("field-choose")));
    let version = fields.number("version", 0..=i64::MAX);
    let prepared = prepared(&staff, &id).await?;
    let (Some(site_id), Some(version)) = (site_id, version) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let at = id.clone();
    let raised = staff.write(move |work| super::raise(work, (&at, version), &site_id, &prepared)).await;
    match raised {
        Ok(raised) => Ok(see(format!("/concerns/{}", raised.id)).saying("done-mail-raised").into_response()),
        Err(error) => again(&staff, &id, fields, error).await,
    }
}

pub(super) async fn belong(staff: Staff, Path(id): Path<Id<Arrival>>, mut fields: Fields) -> Result<Response> {
    let number = fields.checked("number", |typed| number::read(typed).ok_or(Refusal::new("mail-number-unknown")));
    let version = fields.number("version", 0..=i64::MAX);
    let prepared = prepared(&staff, &id).await?;
    let (Some(number), Some(version)) = (number, version) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let wanted = number.clone();
    if let Err(Error::NotFound) = staff.read(move |work| concern::rows::by_number(work, &wanted)).await {
        fields.refuse("number", Refusal::new("mail-number-unknown"));
        return Ok(refused(page(&staff, &id, &fields).await?));
    }
    let at = id.clone();
    match staff.write(move |work| super::belong(work, (&at, version), &number, &prepared)).await {
        Ok(concern_id) => Ok(see(format!("/concerns/{concern_id}")).saying("done-mail-belongs").into_response()),
        Err(error) => again(&staff, &id, fields, error).await,
    }
}

pub(super) async fn set_aside(staff: Staff, Path(id): Path<Id<Arrival>>, mut fields: Fields) -> Result<Response> {
    let Some(version) = fields.number("version", 0..=i64::MAX) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let at = id.clone();
    match staff.write(move |work| super::set_aside(work, (&at, version))).await {
        Ok(()) => Ok(see("/mail").saying("done-mail-set-aside").into_response()),
        Err(error) => again(&staff, &id, fields, error).await,
    }
}

/// The mail that is held, as a message; it is within reach.
async fn prepared(staff: &Staff, id: &Id<Arrival>) -> Result<Prepared> {
    let id = id.clone();
    let arrival = staff.read(move |work| rows::find(work, &id)).await?;
    let app = staff.app.clone();
    tokio::task::spawn_blocking(move || prepare(&app, &arrival)).await?
}

async fn again(staff: &Staff, id: &Id<Arrival>, mut fields: Fields, error: Error) -> Result<Response> {
    match error {
        Error::Refused(refusal) => {
            fields.refuse("", refusal);
            Ok(refused(page(staff, id, &fields).await?))
        }
        error => Err(error),
    }
}

impl Arrival {
    fn is_held(&self) -> bool {
        self.state() == State::Held
    }

    /// How a page marks what became of it.
    fn look(&self) -> &'static str {
        match self.state() {
            State::Held => "soon",
            State::Waiting | State::Machine | State::Twin | State::SetAside => "waiting",
            State::Bounced => "late",
            State::Raised | State::Heard => "ok",
        }
    }
}

impl Settled {
    fn was_sent_by_a_person(&self) -> bool {
        matches!(self.state, State::Raised | State::Heard | State::Held | State::SetAside)
    }

    fn failed(&self) -> bool {
        self.trust == Trust::Failed
    }
}
