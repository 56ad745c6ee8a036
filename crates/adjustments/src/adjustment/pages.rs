//! The pages of adjustments. Who may enter is in the arguments; a supervisor finds only those of their own sites.

pub(super) mod opening;

use askama::Template;
use axum::response::{IntoResponse, Response};
use briefing::facts::{Confirmed, confirmed_of};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Refusal, Result};
use listening::check_back;
use listening::check_back::rows::Newest;
use listening::concern::Concern;
use orders::approval::{self, Answer, Approval};
use orders::post_orders::{self, Place, PostOrders};
use orders::revision::{self, Revision};
use people::door::{Door, Staff};
use people::site::{self, Site};
use people::staff;
use people::work::Work;

use super::{Adjustment, Kind, State, WORDS_LETTERS, rows};
use crate::outcome::{self, OfficerAnswer, Verdict};

/// How many of each kind the list shows.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "adjustment/list.html")]
struct List<'a> {
    w: &'a Words,
    planned: Vec<Line>,
    ended: Vec<Line>,
    now: Moment,
}

/// An adjustment in the list.
struct Line {
    adjustment: Adjustment,
    site: Site,
    verdict: Verdict,
}

#[derive(Template)]
#[template(path = "adjustment/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    page: Page,
    now: Moment,
}

/// What the page of an adjustment shows: the whole way.
struct Page {
    adjustment: Adjustment,
    site: Site,
    owner: String,
    /// What was heard, and whether it worked as whoever told us says.
    heard: Vec<Heard>,
    revision: Option<Revision>,
    /// How many officers have confirmed that revision, while it is in force.
    confirmed: Option<Confirmed>,
    approvals: Vec<(Approval, String)>,
    officers: Vec<(OfficerAnswer, String)>,
    verdict: Verdict,
    /// The orders of the site that it could change.
    orders: Vec<(PostOrders, Place)>,
}

/// A concern that the adjustment answers.
struct Heard {
    concern: Concern,
    asked: Option<Newest>,
}

impl Page {
    /// Whether its change of the orders is still to be written: none waits for the client.
    fn is_to_be_written(&self) -> bool {
        use revision::State::{Approved, Proposed};
        !self.revision.as_ref().is_some_and(|revision| matches!(revision.state, Proposed | Approved))
    }

    /// How far it has come: each step, and when it was done.
    fn way(&self) -> Vec<(&'static str, Option<Moment>)> {
        let heard = self.heard.iter().map(|heard| heard.concern.raised_at).min();
        let revision = self.revision.as_ref();
        let mut way = vec![("way-heard", heard), ("way-planned", Some(self.adjustment.opened_at))];
        if self.adjustment.kind == Kind::Revision {
            way.push(("way-proposed", revision.and_then(|revision| revision.proposed_at)));
            way.push(("way-approved", revision.and_then(|revision| revision.decided_at)));
        }
        let in_force = self.adjustment.ended_at.filter(|_| self.adjustment.state == State::InForce);
        way.push(("way-in-force", in_force));
        if self.adjustment.kind == Kind::Revision {
            way.push(("way-confirmed", self.confirmed.and_then(|confirmed| confirmed.all_at)));
        }
        let said = self.heard.iter().filter_map(|heard| heard.asked.as_ref()).map(|asked| asked.asked_at).min();
        way.push(("way-asked", said));
        way
    }
}

pub(super) async fn list(staff: Staff) -> Result<Response> {
    let (planned, ended) = staff
        .read(|work| {
            let planned = rows::planned(work, SHOWN)?;
            let ended = rows::ended(work, SHOWN)?;
            let planned = planned.into_iter().map(|one| line(work, one)).collect::<Result<_>>()?;
            let ended = ended.into_iter().map(|one| line(work, one)).collect::<Result<_>>()?;
            Ok((planned, ended))
        })
        .await?;
    let w = &staff.words;
    staff.page(&w.t("adjustments-title"), &List { w, planned, ended, now: staff.now })
}

fn line(work: &mut Work<'_>, adjustment: Adjustment) -> Result<Line> {
    let site = site::rows::any(work.connection, &adjustment.site_id)?;
    let verdict = Verdict::of(&outcome::of_those_who_told_us(work, &adjustment)?);
    Ok(Line { adjustment, site, verdict })
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Adjustment>>) -> Result<Response> {
    page(&staff, &id, &Fields::default()).await
}

/// Goes to the draft of the orders that it changes.
pub(super) async fn draft(staff: Staff, Path(id): Path<Id<Adjustment>>, mut fields: Fields) -> Result<Response> {
    let chosen = |typed: &str| Id::<PostOrders>::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
    let Some(orders) = fields.checked("orders", chosen) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let adjustment = id.clone();
    match staff.write(move |work| super::begin_draft(work, &adjustment, &orders)).await {
        Ok(draft) => Ok(see(format!("/revisions/{draft}/draft")).saying("done-draft-begun").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("orders", refusal);
            Ok(refused(page(&staff, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn put_in_force(staff: Staff, Path(id): Path<Id<Adjustment>>, mut fields: Fields) -> Result<Response> {
    let (seen, words) = (fields.number("version", 0..=i64::MAX), fields.optional_prose("words", WORDS_LETTERS));
    let (Some(seen), Some(words)) = (seen, words) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let adjustment = id.clone();
    let done = staff.write(move |work| super::put_in_force(work, &adjustment, seen, words.as_deref())).await;
    answered(&staff, &id, fields, done, "done-adjustment-in-force").await
}

pub(super) async fn drop(staff: Staff, Path(id): Path<Id<Adjustment>>, mut fields: Fields) -> Result<Response> {
    let (seen, words) = (fields.number("version", 0..=i64::MAX), fields.prose("why", 5..=WORDS_LETTERS));
    let (Some(seen), Some(words)) = (seen, words) else {
        return Ok(refused(page(&staff, &id, &fields).await?));
    };
    let adjustment = id.clone();
    let done = staff.write(move |work| super::drop(work, &adjustment, seen, &words)).await;
    answered(&staff, &id, fields, done, "done-adjustment-dropped").await
}

async fn answered(
    staff: &Staff,
    id: &Id<Adjustment>,
    mut fields: Fields,
    done: Result<()>,
    says: &'static str,
) -> Result<Response> {
    match done {
        Ok(()) => Ok(see(format!("/adjustments/{id}")).saying(says).into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(staff, id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(staff: &Door, id: &Id<Adjustment>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let page = staff.read(move |work| gather(work, &id)).await?;
    let w = &staff.words;
    let mut fields = fields.clone();
    fields.put("version", page.adjustment.version.to_string());
    let title = page.adjustment.headline.clone();
    staff.page(&title, &Show { w, form: Form { w, fields: &fields }, page, now: staff.now })
}

fn gather(work: &mut Work<'_>, id: &Id<Adjustment>) -> Result<Page> {
    let adjustment = rows::find(work, id)?;
    let site = site::rows::any(work.connection, &adjustment.site_id)?;
    let owner = staff::rows::find(work.connection, &adjustment.owner_id)?.name;
    let since = adjustment.ended_at.unwrap_or(adjustment.opened_at);
    let mut heard = Vec::new();
    for concern in rows::concerns_of(work.connection, id)? {
        // Of one that the reader may not see, the page says nothing.
        if listening::concern::rows::find(work, &concern.id).is_ok() {
            let asked = check_back::rows::newest_since(work.connection, &concern.id, since)?;
            heard.push(Heard { concern, asked });
        }
    }
    let revision = match &adjustment.revision_id {
        Some(id) => revision::rows::any(work.connection, id).map(Some).or_else(|error| match error {
            // Its draft was thrown away.
            Error::NotFound => Ok(None),
            error => Err(error),
        })?,
        None => None,
    };
    let (confirmed, approvals) = match &revision {
        Some(revision) => {
            (confirmed_of(work, &revision.id)?, approval::rows::of_revision(work.connection, &revision.id)?)
        }
        None => (None, Vec::new()),
    };
    let officers = outcome::rows::of_adjustment(work.connection, id)?;
    let names = staff::rows::names(work.connection, officers.iter().map(|one| &one.staff_id).collect())?;
    let named = |one: OfficerAnswer| (names.get(&one.staff_id).cloned().unwrap_or_default(), one);
    let officers = officers.into_iter().map(named).map(|(name, one)| (one, name)).collect();
    let verdict = Verdict::of(&outcome::of_those_who_told_us(work, &adjustment)?);
    let mut orders = Vec::new();
    for one in post_orders::rows::of_site(work.connection, &site.id)? {
        let place = post_orders::place(work, &one)?;
        orders.push((one, place));
    }
    Ok(Page { adjustment, site, owner, heard, revision, confirmed, approvals, officers, verdict, orders })
}
