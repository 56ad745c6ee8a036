//! The pages of phones that are shared. Who may enter is in the arguments; on the phone itself nobody has to be
//! signed in: it holds a token of its own.

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use briefing::pin;
use ground::web::form::{Form, refused, too_often};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Refusal, Result, secret};
use people::door::{self, Door, Guest, Staff};
use people::session;
use people::site::{self, Site};
use people::staff::StaffMember;

use super::{SharedPhone, officers, rows};

/// Under which name the phone holds its token.
const COOKIE: &str = "shared";

#[derive(Template)]
#[template(path = "shared/list.html")]
struct List<'a> {
    w: &'a Words,
    site: Site,
    phones: Vec<SharedPhone>,
}

#[derive(Template)]
#[template(path = "shared/switch.html")]
struct Switch<'a> {
    w: &'a Words,
    form: Form<'a>,
    officers: Vec<(String, String)>,
}

pub(super) async fn list(staff: Staff, Path(id): Path<Id<Site>>) -> Result<Response> {
    let (site, phones) =
        staff.read(move |work| Ok((site::rows::find(work, &id)?, rows::at_site(work.connection, &id)?))).await?;
    let w = &staff.words;
    staff.narrow_page(&w.t("shared-title"), &List { w, site, phones })
}

/// This device is shared from now on.
pub(super) async fn make(staff: Staff, Path(id): Path<Id<Site>>, headers: HeaderMap) -> Result<Response> {
    let (token, label) = (secret::token()?, session::device(&headers));
    let (site_id, kept) = (id.clone(), token.clone());
    staff.write(move |work| super::make(work, &site_id, &label, &kept)).await?;
    let mut response = see(format!("/sites/{id}/shared-phones")).saying("done-shared-made").into_response();
    let cookie = door::keep(&staff.app.settings, COOKIE, &token, session::COOKIE_SECONDS)?;
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}

pub(super) async fn end(staff: Staff, Path((site_id, id)): Path<(Id<Site>, Id<SharedPhone>)>) -> Result<Response> {
    let site = site_id.clone();
    staff.write(move |work| super::end(work, &site, &id)).await?;
    Ok(see(format!("/sites/{site_id}/shared-phones")).saying("done-shared-ended").into_response())
}

/// The shared phone that asks.
async fn asking(guest: &Door, headers: &HeaderMap) -> Result<SharedPhone> {
    let token = door::value(headers, &door::name(&guest.app.settings, COOKIE)).map(secret::digest);
    let Some(digest) = token else { return Err(Error::NotFound) };
    guest.read(move |work| rows::that_holds(work.connection, &digest)).await?.ok_or(Error::NotFound)
}

pub(super) async fn form(guest: Guest, headers: HeaderMap) -> Result<Response> {
    let phone = asking(&guest, &headers).await?;
    page(&guest, &phone, &Fields::default()).await
}

async fn page(guest: &Door, phone: &SharedPhone, fields: &Fields) -> Result<Response> {
    let phone = phone.clone();
    let officers = guest.read(move |work| officers(work, &phone)).await?;
    let officers = officers.into_iter().map(|officer| (officer.id.to_string(), officer.name)).collect();
    let w = &guest.words;
    let content = Switch { w, form: Form { w, fields }, officers };
    super::super::home::for_anybody(guest, "switch-title", &content)
}

pub(super) async fn switch(guest: Guest, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let phone = asking(&guest, &headers).await?;
    let chosen = |typed: &str| Id::<StaffMember>::parse(typed.trim()).ok_or(Refusal::new("field-choose"));
    let (staff_id, typed) = (fields.checked("officer", chosen), fields.typed("pin").trim().to_owned());
    fields.put("pin", "");
    let Some(staff_id) = staff_id else { return Ok(refused(page(&guest, &phone, &fields).await?)) };
    match pin::is_right(&guest, &staff_id, typed).await {
        Ok(true) => {}
        Ok(false) => {
            fields.refuse("pin", Refusal::new("pin-wrong"));
            return Ok(refused(page(&guest, &phone, &fields).await?));
        }
        // Here the phone forgets a PIN that was not taken, so this page answers that, too.
        Err(Error::TooOften(seconds)) => {
            fields.refuse("pin", Refusal::new("switch-too-often").again_in(seconds));
            return Ok(too_often(page(&guest, &phone, &fields).await?, seconds));
        }
        Err(error) => return Err(error),
    }
    let (of, before) = (phone.clone(), guest.session.clone());
    match guest.write(move |work| super::switch(work, &of, &staff_id, before.as_ref())).await {
        Ok(token) => {
            let mut response = see("/field").into_response();
            let cookie = door::set(&guest.app.settings, &token, session::COOKIE_SECONDS)?;
            response.headers_mut().insert(SET_COOKIE, cookie);
            Ok(response)
        }
        Err(Error::NotFound) => {
            fields.refuse("officer", Refusal::new("switch-not-here"));
            Ok(refused(page(&guest, &phone, &fields).await?))
        }
        Err(error) => Err(error),
    }
}
