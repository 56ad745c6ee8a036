//! The pages of a client. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Fields, Id, Result};

use super::{Client, NewClient, Setting, rows};
use crate::contact::{self, Contact};
use crate::door::{Administrator, Door, Staff};
use crate::forms::{answered, chosen_from, is_stale};
use crate::site::{self, Site};
use crate::staff::Role;

#[derive(Template)]
#[template(path = "client/list.html")]
struct List<'a> {
    w: &'a Words,
    clients: Vec<Client>,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "client/show.html")]
struct Show<'a> {
    w: &'a Words,
    client: Client,
    sites: Vec<Site>,
    contacts: Vec<Contact>,
    may_change: bool,
    may_add: bool,
    may_see_contracts: bool,
}

#[derive(Template)]
#[template(path = "client/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    client: Option<&'a Client>,
    settings: Vec<(String, String)>,
}

pub(super) async fn list(staff: Staff) -> Result<Response> {
    let clients = staff.read(rows::list).await?;
    let title = staff.words.t("clients-title");
    staff.page(&title, &List { w: &staff.words, clients, may_change: staff.may_set_up() })
}

pub(super) async fn show(staff: Staff, Path(id): Path<Id<Client>>) -> Result<Response> {
    let (client, sites, contacts) = staff
        .read(move |work| {
            let client = rows::find(work, &id)?;
            let sites = site::rows::of_client(work, &id)?;
            let contacts = contact::rows::of_client(work, &id)?;
            Ok((client, sites, contacts))
        })
        .await?;
    let title = client.name.clone();
    let may_change = staff.may_set_up();
    let may_add = may_change && client.left_at.is_none();
    let may_see_contracts = staff.me.has_role(&[Role::AccountManager, Role::Administrator]);
    let content = Show { w: &staff.words, client, sites, contacts, may_change, may_add, may_see_contracts };
    staff.page(&title, &content)
}

pub(super) async fn new(admin: Administrator) -> Result<Response> {
    form(&admin, None, &Fields::default())
}

pub(super) async fn welcome(admin: Administrator, mut fields: Fields) -> Result<Response> {
    if let Some(new) = NewClient::read(&mut fields) {
        let id = admin.write(move |work| super::welcome(work, &new)).await?;
        return Ok(see(format!("/clients/{id}")).saying("done-saved").into_response());
    }
    Ok(refused(form(&admin, None, &fields)?))
}

pub(super) async fn edit(admin: Administrator, Path(id): Path<Id<Client>>) -> Result<Response> {
    let client = admin.read(move |work| rows::find(work, &id)).await?;
    let fields = Fields::default()
        .set("name", client.name.clone())
        .set("setting", client.setting.word())
        .set("version", client.version.to_string());
    form(&admin, Some(&client), &fields)
}

pub(super) async fn change(admin: Administrator, Path(id): Path<Id<Client>>, mut fields: Fields) -> Result<Response> {
    let version = fields.number("version", 0..=i64::MAX);
    if let (Some(new), Some(version)) = (NewClient::read(&mut fields), version) {
        let at = id.clone();
        let changed = admin.write(move |work| super::change(work, &at, &new, version)).await;
        if answered(changed, &mut fields)?.is_some() {
            return Ok(see(format!("/clients/{id}")).saying("done-saved").into_response());
        }
    }
    let client = admin.read(move |work| rows::find(work, &id)).await?;
    if is_stale(&fields) {
        fields.put("version", client.version.to_string());
    }
    Ok(refused(form(&admin, Some(&client), &fields)?))
}

pub(super) async fn part(admin: Administrator, Path(id): Path<Id<Client>>) -> Result<Response> {
    admin.write(move |work| super::part(work, &id)).await?;
    Ok(see("/clients").saying("done-client-parted").into_response())
}

fn form(door: &Door, client: Option<&Client>, fields: &Fields) -> Result<Response> {
    let w = &door.words;
    let title = w.t(if client.is_some() { "client-edit" } else { "client-new" });
    let settings = chosen_from(w, Setting::choices(w));
    let content = Edit { w, form: Form { w, fields }, title: &title, client, settings };
    door.narrow_page(&title, &content)
}
