//! The pages of a site. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::calendar::Calendar;
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};

use super::hours::{self, Hours};
use super::rows::Listed;
use super::{NewSite, Site, rows};
use crate::client::{self, Client, Setting};
use crate::door::{Administrator, Door, Staff};
use crate::forms::{answered, chosen_from, is_stale};
use crate::staff::{self, Role, StaffMember};

#[derive(Template)]
#[template(path = "site/list.html")]
struct List<'a> {
    w: &'a Words,
    sites: Vec<Listed>,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "site/show.html")]
struct Show<'a> {
    w: &'a Words,
    site: Site,
    client: Client,
    owner: StaffMember,
    week: Open,
    days: Open,
    may_change: bool,
    /// Whether the reader says whom we call for it.
    manages: bool,
}

#[derive(Template)]
#[template(path = "site/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    site: Option<&'a Site>,
    settings: Vec<(String, String)>,
    choices: Choices,
}

/// What a form offers: the clients and the owners.
struct Choices {
    clients: Vec<(String, String)>,
    owners: Vec<(String, String)>,
}

pub(super) async fn list(staff: Staff) -> Result<Response> {
    let sites = staff.read(rows::listed).await?;
    let content = List { w: &staff.words, sites, may_change: staff.may_set_up() };
    staff.page(&staff.words.t("sites-title"), &content)
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let (site, client, owner) = staff
        .read(move |work| {
            let site = rows::find(work, &id)?;
            let client = client::rows::find(work, &site.client_id)?;
            let owner = staff::rows::find(work.connection, &site.owner_id)?;
            Ok((site, client, owner))
        })
        .await?;
    let w = &staff.words;
    let title = site.name.clone();
    let manages = staff.me.has_role(&[Role::AccountManager, Role::Administrator]);
    let (week, days) = hours_in_words(w, &calendar(&site)?);
    staff.page(&title, &Show { w, site, client, owner, week, days, may_change: staff.may_set_up(), manages })
}

pub(super) async fn new(admin: Administrator, Asked(asked): Asked) -> Result<Response> {
    let fields = Fields::default()
        .set("client", asked.typed("client"))
        .set("zone", admin.organization.zone.clone())
        .set("hours", Hours::of(&Calendar::always(), admin.me.language).week);
    form(&admin, None, &fields).await
}

pub(super) async fn open(admin: Administrator, mut fields: Fields) -> Result<Response> {
    if let Some(new) = NewSite::read(&mut fields) {
        let opened = admin.write(move |work| super::open(work, &new)).await;
        if let Some(id) = answered(opened, &mut fields)? {
            return Ok(see(format!("/sites/{id}")).saying("done-saved").into_response());
        }
    }
    Ok(refused(form(&admin, None, &fields).await?))
}

pub(super) async fn edit(admin: Administrator, Path(id): Path<Id<Site>>) -> Result<Response> {
    let site = admin.read(move |work| rows::find(work, &id)).await?;
    let hours = Hours::of(&calendar(&site)?, admin.me.language);
    let fields = Fields::default()
        .set("client", site.client_id.as_str())
        .set("name", site.name.as_str())
        .set("setting", site.setting.word())
        .set("address", site.address.as_str())
        .set("zone", site.zone.as_str())
        .set("hours", hours.week)
        .set("holidays", hours.days)
        .set("owner", site.owner_id.as_str())
        .set("mail", site.mail_name.as_deref().unwrap_or_default())
        .set("version", site.version.to_string());
    form(&admin, Some(&site), &fields).await
}

pub(super) async fn change(admin: Administrator, Path(id): Path<Id<Site>>, mut fields: Fields) -> Result<Response> {
    let version = fields.number("version", 0..=i64::MAX);
    if let (Some(new), Some(version)) = (NewSite::read(&mut fields), version) {
        let at = id.clone();
        let changed = admin.write(move |work| super::change(work, &at, &new, version)).await;
        if answered(changed, &mut fields)?.is_some() {
            return Ok(see(format!("/sites/{id}")).saying("done-saved").into_response());
        }
    }
    let site = admin.read(move |work| rows::find(work, &id)).await?;
    if is_stale(&fields) {
        fields.put("version", site.version.to_string());
    }
    Ok(refused(form(&admin, Some(&site), &fields).await?))
}

pub(super) async fn close(admin: Administrator, Path(id): Path<Id<Site>>) -> Result<Response> {
    admin.write(move |work| super::close(work, &id)).await?;
    Ok(see("/sites").saying("done-site-closed").into_response())
}

async fn form(door: &Door, site: Option<&Site>, fields: &Fields) -> Result<Response> {
    let w = &door.words;
    let title = w.t(if site.is_some() { "site-edit" } else { "site-new" });
    let Choices { clients, owners } = door.read(choices).await?;
    let choices = Choices { clients: chosen_from(w, clients), owners: chosen_from(w, owners) };
    let (form, settings) = (Form { w, fields }, chosen_from(w, Setting::choices(w)));
    door.narrow_page(&title, &Edit { w, form, title: &title, site, settings, choices })
}

fn choices(work: &mut crate::Work<'_>) -> Result<Choices> {
    let clients = client::rows::list(work)?.into_iter().map(|client| (client.id.to_string(), client.name)).collect();
    let owners = staff::rows::all(work.connection)?.into_iter().filter(StaffMember::can_own);
    Ok(Choices { clients, owners: owners.map(|member| (member.id.to_string(), member.name)).collect() })
}

fn calendar(site: &Site) -> Result<Calendar> {
    site.calendar.parse().map_err(|error| Error::broken(format!("the calendar of site {}: {error}", site.id)))
}

/// Days, and when they are open, in words.
type Open = Vec<(String, String)>;

/// The hours of a week, and of the days that differ.
fn hours_in_words(w: &Words, calendar: &Calendar) -> (Open, Open) {
    let Some(draft) = calendar.draft() else { return (Vec::new(), Vec::new()) };
    let name = |day: usize| w.t(&format!("weekday-{}", day + 1));
    let week = hours::spans(&draft.hours).into_iter().map(|span| {
        let days = if span.first == span.last {
            name(span.first)
        } else {
            w.with("weekdays", &[("first", name(span.first).into()), ("last", name(span.last).into())])
        };
        (days, span.intervals.join(", "))
    });
    let days = hours::differing(&draft).into_iter().map(|(day, intervals)| {
        let when = if intervals.is_empty() { w.t("site-closed-that-day") } else { intervals.join(", ") };
        (day, when)
    });
    (week.collect(), days.collect())
}
