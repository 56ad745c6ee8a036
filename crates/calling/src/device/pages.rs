//! The page of one's alerts: this device, the others, and quiet hours. Who may enter is in the arguments.

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::push::{self, Subscription};
use ground::web::form::{Form, refused};
use ground::web::{Path, assets, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result, secret};
use people::door::{Door, Officer};
use people::session;

use super::{Device, rows};
use crate::quiet;

#[derive(Template)]
#[template(path = "device/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    zone: &'a str,
    /// Each with the digest by which a browser knows itself.
    devices: Vec<(Device, String)>,
    script: &'static str,
}

/// Our key for push services, for the script that asks the browser.
pub(super) async fn key(officer: Officer) -> Result<Response> {
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    Ok((headers, push::public_key(&officer.app.keys)?).into_response())
}

pub(super) async fn show(officer: Officer) -> Result<Response> {
    page(&officer, None).await
}

pub(super) async fn add(officer: Officer, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let typed = |name| fields.typed(name).trim().to_owned();
    let (endpoint, key, auth) = (typed("endpoint"), typed("p256dh"), typed("auth"));
    let added = match Subscription::read(&endpoint, &key, &auth, &officer.app.settings) {
        Ok(subscription) => {
            let label = session::device(&headers);
            officer.write(move |work| super::add(work, &subscription, &label)).await
        }
        Err(refusal) => Err(Error::Refused(refusal)),
    };
    match added {
        Ok(_) => Ok(see("/me/alerts").saying("done-device-added").into_response()),
        Err(Error::Refused(refusal)) => {
            fields = Fields::default();
            fields.refuse("", refusal);
            Ok(refused(page(&officer, Some(fields)).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn remove(officer: Officer, Path(id): Path<Id<Device>>) -> Result<Response> {
    officer.write(move |work| super::remove(work, &id)).await?;
    Ok(see("/me/alerts").saying("done-device-removed").into_response())
}

pub(super) async fn test(officer: Officer, Path(id): Path<Id<Device>>) -> Result<Response> {
    officer.write(move |work| super::test(work, &id)).await?;
    Ok(see("/me/alerts").saying("done-device-tested").into_response())
}

/// The page, with what was typed of quiet hours, or else with what holds.
pub(crate) async fn page(door: &Door, typed: Option<Fields>) -> Result<Response> {
    let me = door.me.staff_id();
    let (devices, quiet) = door
        .read(move |work| {
            let devices = rows::of_staff(work.connection, &me)?;
            Ok((devices, quiet::rows::of_staff(work.connection, &me)?))
        })
        .await?;
    let zone = door.organization.zone.as_str();
    let mut fields = typed.unwrap_or_default();
    if !fields.names().any(|name| name == "quiet_from") {
        for name in ["quiet_from", "quiet_until", "quiet_zone"] {
            fields.put(name, quiet::pages::shown(quiet.as_ref(), zone).typed(name));
        }
    }
    let known = |device: Device| {
        let digest = secret::digest(&device.subscription.endpoint);
        (device, digest)
    };
    let w = &door.words;
    let content = List {
        w,
        form: Form { w, fields: &fields },
        zone,
        devices: devices.into_iter().map(known).collect(),
        script: assets::url("alerts.js"),
    };
    // With the scripts of the phone: they fetch the key under which it is said from a notification that one heard it.
    door.field_frame().page(&w.t("alerts-mine-title"), &content)
}
