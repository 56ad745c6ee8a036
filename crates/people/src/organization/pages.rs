//! The first page, the page for help, and the page on which administrators say who we are.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::see;
use ground::words::Words;
use ground::{Fields, Result};

use super::Organization;
use super::rules::dial;
use crate::door::{Administrator, Door, Guest};
use crate::forms::{answered, is_stale};
use crate::session::reading;
use crate::work::Person;

#[derive(Template)]
#[template(path = "organization/start.html")]
struct Start<'a> {
    w: &'a Words,
    organization: &'a Organization,
}

#[derive(Template)]
#[template(path = "organization/help.html")]
struct Help<'a> {
    w: &'a Words,
    organization: &'a Organization,
}

#[derive(Template)]
#[template(path = "organization/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
}

/// Where everybody begins: whoever is signed in at their own first page.
pub(super) async fn start(guest: Guest) -> Result<Response> {
    match guest.me.person {
        Person::Staff { .. } if guest.me.is_in_the_field() => Ok(see("/field").into_response()),
        Person::Staff { .. } => Ok(see("/home").into_response()),
        Person::Contact { .. } => Ok(see("/portal").into_response()),
        _ => {
            let organization = &guest.organization;
            guest.narrow_page(&guest.words.t("start-title"), &Start { w: &guest.words, organization })
        }
    }
}

pub(super) async fn help(guest: Guest) -> Result<Response> {
    let content = Help { w: &guest.words, organization: &guest.organization };
    guest.narrow_page(&guest.words.t("frame-help"), &content)
}

pub(super) async fn show(admin: Administrator) -> Result<Response> {
    let now = &admin.organization;
    let fields = Fields::default()
        .set("name", now.name.as_str())
        .set("language", now.language.code())
        .set("zone", now.zone.as_str())
        .set("emergency_number", now.emergency_number.as_str())
        .set("phone", now.phone.as_deref().unwrap_or(""))
        .set("email", now.email.as_deref().unwrap_or(""))
        .set("absence_days", now.absence_days.to_string())
        .set("version", now.version.to_string());
    form(&admin, &fields)
}

pub(super) async fn describe(admin: Administrator, mut fields: Fields) -> Result<Response> {
    if let Some(new) = admin.organization.read(&mut fields) {
        let described = admin.write(move |work| super::describe(work, &new)).await;
        if answered(described, &mut fields)?.is_some() {
            return Ok(see("/organization").saying("done-saved").into_response());
        }
    }
    if is_stale(&fields) {
        fields.put("version", admin.organization.version.to_string());
    }
    Ok(refused(form(&admin, &fields)?))
}

fn form(door: &Door, fields: &Fields) -> Result<Response> {
    let w = &door.words;
    door.narrow_page(&w.t("organization-title"), &Show { w, form: Form { w, fields } })
}
