//! How a phone is given its key, and the page of one's phones. Who may enter is in the arguments.

use askama::Template;
use axum::Json;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, USER_AGENT};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Id, Refusal, Result};
use people::door::{Door, Guest, Officer};
use people::staff::{self, StaffMember};
use people::work::Person;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Phone, TOLERATED_SECONDS, ahead_seconds, check_theirs, key, rows};
use crate::home;

/// What a phone says of itself.
#[derive(Deserialize)]
struct Hello {
    phone: String,
    /// What its clock shows, in milliseconds since 1970.
    clock: i64,
}

/// What it is told.
#[derive(Serialize)]
struct Welcome {
    staff: String,
    name: String,
    key: String,
    now: i64,
    pages: Vec<String>,
    organization: String,
}

/// Tells a phone who is signed in on it, and gives them their key. Where nobody is, that is the answer: a page that is
/// nobody's asks, too.
pub(super) async fn introduce(guest: Guest, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let unreadable = || Error::Unreadable(Refusal::new("form-unreadable"));
    let hello: Hello = serde_json::from_slice(&body).map_err(|_| unreadable())?;
    let id = Id::<Phone>::parse(&hello.phone).ok_or_else(unreadable)?;
    if !matches!(guest.me.person, Person::Staff { .. }) {
        let nobody = json!({ "staff": null, "now": guest.now.millis() });
        return Ok(([(CACHE_CONTROL, "no-store")], Json(nobody)).into_response());
    }
    let officer: &Door = &guest;
    let label = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let staff_id = officer.me.staff_id();
    let ahead = ahead_seconds(hello.clock, officer.now);
    known(officer, &id, &staff_id, (label, ahead)).await?;
    let pages = officer.read(home::pages_to_take).await?;
    let welcome = Welcome {
        staff: staff_id.to_string(),
        name: officer.me.actor.name.clone(),
        key: URL_SAFE_NO_PAD.encode(key(&officer.app.keys, &id, &staff_id)),
        now: officer.now.millis(),
        pages,
        organization: officer.organization.name.clone(),
    };
    Ok(([(CACHE_CONTROL, "no-store")], Json(welcome)).into_response())
}

/// Takes down that a phone was heard of: as news to the record the first time alone.
async fn known(officer: &Door, id: &Id<Phone>, staff_id: &Id<StaffMember>, (label, ahead): (&str, i64)) -> Result<()> {
    let now = officer.now;
    let (phone, theirs) = (id.clone(), staff_id.clone());
    let there = officer.read(move |work| rows::find(work.connection, (&phone, &theirs))).await?;
    match there {
        Some(phone) if phone.given_up_at.is_some() => Err(Error::NotAllowed),
        Some(phone) => {
            officer.app.db.write(move |connection| rows::save(connection, &phone.clone().seen(ahead, now))).await
        }
        None => {
            let new = Phone::introduced(id.clone(), staff_id.clone(), label, (ahead, now));
            match officer.write(move |work| super::introduce(work, new.clone())).await {
                // Two tabs said hello at the same moment.
                Err(error) if error.is_duplicate() => Ok(()),
                introduced => introduced,
            }
        }
    }
}

#[derive(Template)]
#[template(path = "phone/list.html")]
struct List<'a> {
    w: &'a Words,
    member: StaffMember,
    phones: Vec<(Phone, String)>,
}

pub(super) async fn list(officer: Officer, Path(staff_id): Path<Id<StaffMember>>) -> Result<Response> {
    let (member, phones) = officer
        .read(move |work| {
            check_theirs(work, &staff_id)?;
            Ok((staff::rows::find(work.connection, &staff_id)?, rows::of_staff(work.connection, &staff_id)?))
        })
        .await?;
    let w = &officer.words;
    let when = |phone: Phone| (w.when(phone.last_seen_at, &officer.organization.zone), phone);
    let phones = phones.into_iter().map(when).map(|(when, phone)| (phone, when)).collect();
    officer.narrow_page(&w.t("phones-title"), &List { w, member, phones })
}

pub(super) async fn give_up(
    officer: Officer,
    Path((staff_id, id)): Path<(Id<StaffMember>, Id<Phone>)>,
) -> Result<Response> {
    let theirs = staff_id.clone();
    match officer.write(move |work| super::give_up(work, (&id, &theirs))).await {
        // Said twice, it is said.
        Ok(()) | Err(Error::Refused(_)) => {
            Ok(see(format!("/staff/{staff_id}/phones")).saying("done-phone-given-up").into_response())
        }
        Err(error) => Err(error),
    }
}
