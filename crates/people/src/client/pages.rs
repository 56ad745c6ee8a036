//! The pages of a client. Who may enter is in the arguments.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::web::form::Form;
use ground::web::see;
use ground::words::Words;
use ground::{Error, Fields, Id, Result};

use super::{Client, NewClient, Setting, rows};
use crate::contact::{self, Contact};
use crate::door::{Administrator, Door, Staff};
use crate::site::{self, Site};

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
}

#[derive(Template)]
#[template(path = "client/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    form: Form<'a>,
    title: &'a str,
    action: String,
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
    staff.page(&title, &Show { w: &staff.words, client, sites, contacts, may_change })
}

pub(super) async fn new(admin: Administrator) -> Result<Response> {
    form(&admin, "client-new", "/clients".to_owned(), &Fields::default())
}

pub(super) async fn welcome(admin: Administrator, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewClient::read(&mut fields) else {
        return refused(form(&admin, "client-new", "/clients".to_owned(), &fields)?);
    };
    let id = admin.write(move |work| super::welcome(work, &new)).await?;
    Ok(see(format!("/clients/{id}")).saying("done-saved").into_response())
}

pub(super) async fn edit(admin: Administrator, Path(id): Path<Id<Client>>) -> Result<Response> {
    let client = admin.read(move |work| rows::find(work, &id)).await?;
    let fields = Fields::default()
        .set("name", client.name)
        .set("setting", client.setting.word())
        .set("version", client.version.to_string());
    form(&admin, "client-edit", format!("/clients/{}", client.id), &fields)
}

pub(super) async fn change(admin: Administrator, Path(id): Path<Id<Client>>, mut fields: Fields) -> Result<Response> {
    let action = format!("/clients/{id}");
    let version = fields.number("version", 0..=i64::MAX);
    let (Some(new), Some(version)) = (NewClient::read(&mut fields), version) else {
        return refused(form(&admin, "client-edit", action, &fields)?);
    };
    match admin.write(move |work| super::change(work, &id, &new, version)).await {
        Ok(()) => Ok(see(action).saying("done-saved").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("name", refusal);
            refused(form(&admin, "client-edit", action, &fields)?)
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn part(admin: Administrator, Path(id): Path<Id<Client>>) -> Result<Response> {
    admin.write(move |work| super::part(work, &id)).await?;
    Ok(see("/clients").saying("done-saved").into_response())
}

fn form(door: &Door, title: &str, action: String, fields: &Fields) -> Result<Response> {
    let (w, title) = (&door.words, door.words.t(title));
    let content = Edit { w, form: Form { w, fields }, title: &title, action, settings: Setting::choices(w) };
    door.narrow_page(&title, &content)
}

/// A form that is shown again with its problems.
fn refused(page: Response) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
