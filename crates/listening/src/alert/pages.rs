//! The page behind the link of an alert. The mark in the link is the permission.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::refused;
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Result};
use people::Door;
use people::door::Guest;
use people::session;
use people::site::{self, Site};

use super::link::Link;
use crate::concern::{self, Concern, State};

#[derive(Template)]
#[template(path = "alert/heard.html")]
struct Heard<'a> {
    w: &'a Words,
    concern: &'a Concern,
    site: &'a Site,
    due: Option<String>,
    waits: bool,
    token: &'a str,
}

/// Shows a button: a scanner that follows links in mail does not press it.
pub(super) async fn ask(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    page(&guest, &token).await
}

pub(super) async fn acknowledge(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    let (door, link) = theirs(&guest, &token).await?;
    let id = link.concern_id.clone();
    let done = door.write(move |work| {
        if concern::rows::find(work, &id)?.round != link.round {
            return Err(Error::refused("concern-already-acknowledged"));
        }
        concern::acknowledge(work, &id, None, None)
    });
    match done.await {
        Ok(()) => Ok(see(format!("/alerts/{token}")).saying("done-acknowledged").into_response()),
        // Somebody was first; the page says so.
        Err(Error::Refused(_)) => Ok(refused(page(&guest, &token).await?)),
        Err(error) => Err(error),
    }
}

/// Whoever the letter was written to, as they are now: who left, or may not read the concern any
/// more, finds nothing.
async fn theirs(guest: &Guest, token: &str) -> Result<(Door, Link)> {
    let link = Link::read(&guest.app.keys, token)?;
    let staff_id = link.staff_id.clone();
    let me = guest.read(move |work| session::rows::as_staff(work.connection, &staff_id)).await?;
    let mut door = Door::clone(guest);
    door.me = me;
    Ok((door, link))
}

async fn page(guest: &Guest, token: &str) -> Result<Response> {
    let (door, link) = theirs(guest, token).await?;
    let id = link.concern_id.clone();
    let (concern, site) = door
        .read(move |work| {
            let concern = concern::rows::find(work, &id)?;
            let site = site::rows::any(work.connection, &concern.site_id)?;
            Ok((concern, site))
        })
        .await?;
    // The frame is the guest's: the link lets nobody in any further.
    let mut shown = Door::clone(guest);
    shown.words = shown.app.catalogue.speak(door.me.language);
    let w = &shown.words;
    let content = Heard {
        due: concern.next_due_at.map(|at| w.when(at, &site.zone)),
        waits: concern.state == State::New && concern.round == link.round,
        concern: &concern,
        site: &site,
        token,
        w,
    };
    shown.narrow_page(&w.t("heard-title"), &content)
}
