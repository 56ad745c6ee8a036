//! Switching letters off: by the link of a letter, without signing in, and on the page about oneself.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::letter::{self, Letter, unwanted};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Result};

use super::rules;
use crate::door::{Door, Guest, Member};

#[derive(Template)]
#[template(path = "wish/off.html")]
struct Off<'a> {
    w: &'a Words,
    letter: &'a Letter,
    wanted: bool,
    action: String,
}

/// Shows what would be switched off, and a button; a scanner that follows links switches off nothing.
pub(super) async fn ask(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    page(&guest, &token).await
}

async fn page(guest: &Guest, token: &str) -> Result<Response> {
    let letter_id = letter_of(guest, token)?;
    let (letter, unwanted) = guest
        .read(move |work| {
            let letter = letter::find(work.connection, &letter_id)?;
            let unwanted = unwanted::of(work.connection, &letter.to_address)?;
            Ok((letter, unwanted))
        })
        .await?;
    let mut door = Door::clone(guest);
    if door.is_guest() && !door.asks_for_language() {
        door.words = door.app.catalogue.speak(letter.spoken());
    }
    let (action, wanted) = (format!("/letters/off/{token}"), !unwanted.contains(&letter.class));
    door.narrow_page(&door.words.t("off-title"), &Off { w: &door.words, letter: &letter, wanted, action })
}

/// Switches off, or on again. A mail program that does it with one click (RFC 8058) brings no cookie, sends
/// `List-Unsubscribe=One-Click`, and is answered without being sent on.
pub(super) async fn switch(guest: Guest, Path(token): Path<String>, fields: Fields) -> Result<Response> {
    let one_click = fields.has("List-Unsubscribe", "One-Click");
    let wanted = !one_click && fields.has("act", "on");
    let letter_id = letter_of(&guest, &token)?;
    guest.bearing(&letter_id.clone(), None).write(move |work| super::switch(work, &letter_id, wanted)).await?;
    if one_click {
        return page(&guest, &token).await;
    }
    let said = if wanted { "done-letters-on" } else { "done-letters-off" };
    Ok(see(format!("/letters/off/{token}")).saying(said).into_response())
}

/// The letter in which a link stands; the mark in the link is the permission.
fn letter_of(guest: &Guest, token: &str) -> Result<String> {
    unwanted::letter_of(&guest.app.keys, token).ok_or(Error::NotFound)
}

pub(super) async fn choose(member: Member, fields: Fields) -> Result<Response> {
    let person = member.session.as_ref().ok_or(Error::SignIn)?.person.clone();
    let wanted = rules::read(&fields, person.kind);
    member.write(move |work| super::choose(work, &person, &wanted)).await?;
    Ok(see("/me").saying("done-saved").into_response())
}
