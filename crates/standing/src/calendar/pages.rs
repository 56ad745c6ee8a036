//! The page of one's calendar feed, and the feed itself. Who may enter is in the arguments.

use askama::Template;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Result, secret, throttle};
use people::door::{Guest, Staff};
use people::work::Work;
use people::{organization, session};

use super::{Feed, READS, WRONG, feed, rows};

#[derive(Template)]
#[template(path = "calendar/show.html")]
struct Show<'a> {
    w: &'a Words,
    since: Option<String>,
    /// The address itself, once.
    address: Option<String>,
}

pub(super) async fn show(staff: Staff) -> Result<Response> {
    page(&staff, None).await
}

async fn page(staff: &Staff, address: Option<String>) -> Result<Response> {
    let made_at = staff.read(|work| rows::made_at(work.connection, &work.me.actor.id)).await?;
    let w = &staff.words;
    let since = made_at.map(|at| w.when(at, &staff.organization.zone));
    staff.narrow_page(&w.t("calendar-title"), &Show { w, since, address })
}

/// Answers with the address itself instead of leading to a page: it is shown this once.
pub(super) async fn make(staff: Staff) -> Result<Response> {
    let token = staff.write(super::make).await?;
    let address = format!("{}/calendar/{token}.ics", staff.app.settings.public_url);
    let mut page = page(&staff, Some(address)).await?;
    page.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(page)
}

pub(super) async fn revoke(staff: Staff) -> Result<Response> {
    match staff.write(super::revoke).await {
        // Whoever took it back before has what they wanted.
        Ok(()) | Err(Error::Refused(_)) => Ok(see("/me/calendar").saying("done-calendar-revoked").into_response()),
        Err(error) => Err(error),
    }
}

/// The feed. The address is the permission; one that is unknown, was taken back, or is of somebody who has left leads nowhere.
pub(super) async fn read(guest: Guest, Path(file): Path<String>) -> Result<Response> {
    let token = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    let (digest, from, now) = (secret::digest(token), guest.address.clone(), guest.now);
    let found = guest.read({
        let (digest, from) = (digest.clone(), from.clone());
        move |work| {
            for (limit, who) in [(WRONG, &from), (READS, &digest)] {
                if let Some(seconds) = throttle::wait_seconds(work.connection, limit, who, now)? {
                    return Err(Error::TooOften(seconds));
                }
            }
            text(work, &digest)
        }
    });
    let found = found.await?;
    let (limit, who) = if found.is_some() { (READS, digest) } else { (WRONG, from) };
    guest.app.db.write(move |connection| throttle::count(connection, limit, &who, now)).await?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ];
    Ok((headers, found.ok_or(Error::NotFound)?).into_response())
}

/// What whoever has a feed of this digest reads there; none where there is none, or they have left.
fn text(work: &mut Work<'_>, digest: &str) -> Result<Option<String>> {
    let Some(staff_id) = rows::whose(work.connection, digest)? else { return Ok(None) };
    let me = match session::rows::as_staff(work.connection, &staff_id) {
        Ok(me) if me.looks_after_clients() => me,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let w = work.app.catalogue.speak(me.language);
    let organization = organization::rows::get(work.connection)?.name;
    let (app, now, their_at) = (work.app, work.now, None);
    let mut theirs = Work { app, me: &me, now, connection: &mut *work.connection, their_at };
    let events = feed::events(&mut theirs, &w)?;
    let name = w.with("calendar-name", &[("organization", organization.into())]);
    let public_url = app.settings.public_url.trim_end_matches('/').to_owned();
    Ok(Some(Feed { name, public_url, events }.text(now)))
}
