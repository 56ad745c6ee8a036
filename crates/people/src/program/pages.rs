//! The pages of the programs. Who may enter is in the arguments.

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Fields, Id, Result};

use super::{Program, rows};
use crate::door::{Administrator, Door};

#[derive(Template)]
#[template(path = "program/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    zone: &'a str,
    programs: Vec<Program>,
}

#[derive(Template)]
#[template(path = "program/added.html")]
struct Added<'a> {
    w: &'a Words,
    name: &'a str,
    token: &'a str,
}

pub(super) async fn list(admin: Administrator) -> Result<Response> {
    page(&admin, &Fields::default()).await
}

async fn page(door: &Door, fields: &Fields) -> Result<Response> {
    let programs = door.read(|work| rows::all(work.connection)).await?;
    let (w, zone) = (&door.words, door.organization.zone.as_str());
    door.page(&w.t("programs-title"), &List { w, form: Form { w, fields }, zone, programs })
}

/// Answers with the token itself instead of leading to a page: an address cannot keep a secret,
/// and the token is shown this once.
pub(super) async fn add(admin: Administrator, mut fields: Fields) -> Result<Response> {
    let Some(name) = fields.line("name", 1..=80) else {
        return Ok(refused(page(&admin, &fields).await?));
    };
    let called = name.clone();
    let token = admin.write(move |work| super::add(work, &called)).await?;
    let content = Added { w: &admin.words, name: &name, token: &token };
    let mut page = admin.narrow_page(&admin.words.t("program-added"), &content)?;
    page.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(page)
}

pub(super) async fn revoke(admin: Administrator, Path(id): Path<Id<Program>>) -> Result<Response> {
    admin.write(move |work| super::revoke(work, &id)).await?;
    Ok(see("/programs").saying("done-program-revoked").into_response())
}
