//! The pages of a contact. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::letter::refusing::{self, Refusing};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};

use super::{Contact, NewContact, Standing, rows};
use crate::client::{self, Client};
use crate::door::{Administrator, Door, Staff};
use crate::forms::{answered, is_stale, sites_from};
use crate::session::reading;
use crate::site::{self, Site};

#[derive(Template)]
#[template(path = "contact/show.html")]
struct Show<'a> {
    w: &'a Words,
    contact: Contact,
    client: Client,
    sites: Vec<Site>,
    refusing: Option<Refusing>,
    zone: &'a str,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "contact/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    contact: Option<&'a Contact>,
    client: Client,
    sites: Vec<(String, String)>,
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Contact>>) -> Result<Response> {
    let (contact, client, sites, refusing) = staff
        .read(move |work| {
            let contact = rows::find(work, &id)?;
            let client = client::rows::find(work, &contact.client_id)?;
            let mut sites = site::rows::list_with(work, &contact.sites)?;
            sites.retain(|site| contact.sites.contains(&site.id));
            let refusing = refusing::find(work.connection, &contact.email)?;
            Ok((contact, client, sites, refusing))
        })
        .await?;
    let (title, zone) = (contact.name.clone(), staff.organization.zone.as_str());
    let content = Show { w: &staff.words, contact, client, sites, refusing, zone, may_change: staff.may_set_up() };
    staff.page(&title, &content)
}

pub(super) async fn write_again(staff: Staff, Path(id): Path<Id<Contact>>) -> Result<Response> {
    let at = id.clone();
    staff.write(move |work| super::write_again(work, &at)).await?;
    Ok(see(format!("/contacts/{id}")).saying("done-writing-again").into_response())
}

/// A contact is added on the page of a client, which the address names.
pub(super) async fn new(admin: Administrator, Asked(asked): Asked) -> Result<Response> {
    let fields = Fields::default()
        .set("client", asked.typed("client"))
        .set("standing", Standing::DayToDay.word())
        .set("language", admin.organization.language.code());
    form(&admin, None, &fields).await
}

pub(super) async fn add(admin: Administrator, mut fields: Fields) -> Result<Response> {
    if let Some(new) = NewContact::read(&mut fields) {
        let added = admin.write(move |work| super::add(work, &new)).await;
        if let Some(id) = answered(added, &mut fields)? {
            return Ok(see(format!("/contacts/{id}")).saying("done-saved").into_response());
        }
    }
    Ok(refused(form(&admin, None, &fields).await?))
}

pub(super) async fn edit(admin: Administrator, Path(id): Path<Id<Contact>>) -> Result<Response> {
    let contact = admin.read(move |work| rows::find(work, &id)).await?;
    let fields = Fields::default()
        .set("client", contact.client_id.as_str())
        .set("name", contact.name.as_str())
        .set("email", contact.email.as_str())
        .set("phone", contact.phone.as_deref().unwrap_or(""))
        .set("standing", contact.standing.word())
        .set("language", contact.language.code())
        .set("version", contact.version.to_string());
    let fields = contact.sites.iter().fold(fields, |fields, site| fields.set("sites", site.as_str()));
    form(&admin, Some(&contact), &fields).await
}

pub(super) async fn change(admin: Administrator, Path(id): Path<Id<Contact>>, mut fields: Fields) -> Result<Response> {
    let version = fields.number("version", 0..=i64::MAX);
    if let (Some(new), Some(version)) = (NewContact::read(&mut fields), version) {
        let at = id.clone();
        let changed = admin.write(move |work| super::change(work, &at, &new, version)).await;
        if answered(changed, &mut fields)?.is_some() {
            return Ok(see(format!("/contacts/{id}")).saying("done-saved").into_response());
        }
    }
    let contact = admin.read(move |work| rows::find(work, &id)).await?;
    if is_stale(&fields) {
        fields.put("version", contact.version.to_string());
    }
    Ok(refused(form(&admin, Some(&contact), &fields).await?))
}

pub(super) async fn leave(admin: Administrator, Path(id): Path<Id<Contact>>) -> Result<Response> {
    let client_id = admin
        .write(move |work| {
            let client_id = rows::find(work, &id)?.client_id;
            Ok(super::leave(work, &id)?.map(|()| client_id.clone()))
        })
        .await?;
    Ok(see(format!("/clients/{client_id}")).saying("done-contact-left").into_response())
}

async fn form(door: &Door, contact: Option<&Contact>, fields: &Fields) -> Result<Response> {
    let w = &door.words;
    let title = w.t(if contact.is_some() { "contact-edit" } else { "contact-new" });
    let client_id = contact.map(|contact| contact.client_id.clone()).or_else(|| Id::parse(fields.typed("client")));
    let client_id = client_id.ok_or(Error::NotFound)?;
    let theirs = contact.map(|contact| contact.sites.clone()).unwrap_or_default();
    let (client, sites) = door
        .read(move |work| {
            let mut sites = site::rows::list_with(work, &theirs)?;
            sites.retain(|site| site.client_id == client_id);
            Ok((client::rows::find(work, &client_id)?, sites))
        })
        .await?;
    let content = Edit { w, form: Form { w, fields }, title: &title, contact, client, sites: sites_from(w, sites) };
    door.narrow_page(&title, &content)
}
