//! "Did it help?" by the link of a letter, and closing and opening by staff.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Result};
use people::Door;
use people::door::{Guest, Staff};

use super::{Helped, rows};
use crate::concern::pages::{after, again};
use crate::concern::{self, Concern, State, WORDS_LETTERS};
use crate::conversation::told::{Told, told};

#[derive(Template)]
#[template(path = "check_back/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    told: Told,
    zone: String,
    action: String,
    choices: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "check_back/thanks.html")]
struct Thanks<'a> {
    w: &'a Words,
    told: Told,
}

/// Shows the question; a scanner that follows links answers nothing.
pub(super) async fn ask(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    page(&guest, &token, &Fields::default()).await
}

async fn page(guest: &Guest, token: &str, fields: &Fields) -> Result<Response> {
    let token_read = token.to_owned();
    let (told, zone, round) = guest
        .read(move |work| {
            let (concern_id, round) = rows::by_token(work.connection, &token_read)?;
            let concern = concern::rows::any(work.connection, &concern_id)?;
            let zone = people::site::rows::any(work.connection, &concern.site_id)?.zone;
            Ok((told(work.connection, concern, work.now)?, zone, round))
        })
        .await?;
    let door = spoken(guest, told.concern.language);
    if told.concern.round != round || !matches!(told.concern.state, State::Answered | State::Refused) {
        return door.narrow_page(&door.words.t("check-back-title"), &Thanks { w: &door.words, told });
    }
    let action = format!("/check-back/{token}");
    let w = &door.words;
    let content = Ask { w, form: Form { w, fields }, told, zone, action, choices: Helped::choices(w) };
    door.narrow_page(&w.t("check-back-title"), &content)
}

pub(super) async fn answer(guest: Guest, Path(token): Path<String>, mut fields: Fields) -> Result<Response> {
    let helped: Option<Helped> = fields.choice("helped");
    let words = fields.optional_prose("words", WORDS_LETTERS);
    let (Some(helped), Some(words)) = (helped, words) else {
        return Ok(refused(page(&guest, &token, &fields).await?));
    };
    let token_read = token.clone();
    let (concern, round) = guest
        .read(move |work| {
            let (concern_id, round) = rows::by_token(work.connection, &token_read)?;
            Ok((concern::rows::any(work.connection, &concern_id)?, round))
        })
        .await?;
    if concern.round != round {
        return Err(Error::refused("check-back-over"));
    }
    let bearer = guest.bearing(concern.id.as_str(), concern.reporter.name.as_deref());
    let id = concern.id.clone();
    match bearer.write(move |work| super::answer(work, &id, helped, words.as_deref())).await {
        // Sent twice: the page says how it stands.
        Ok(()) | Err(Error::Refused(_)) => {
            Ok(see(format!("/check-back/{token}")).saying("done-checked").into_response())
        }
        Err(error) => Err(error),
    }
}

/// The page in the language in which the concern was told, unless the reader asks for another.
pub(crate) fn spoken(guest: &Guest, language: Language) -> Door {
    let mut door = Door::clone(guest);
    if door.is_guest() && !door.asks_for_language() {
        door.words = door.app.catalogue.speak(language);
    }
    door
}

pub(super) async fn reopen(staff: Staff, Path(id): Path<Id<Concern>>, mut fields: Fields) -> Result<Response> {
    let words = fields.prose("reopen_words", 2..=WORDS_LETTERS);
    let Some(words) = words else { return again(&staff, &id, &fields).await };
    let concern_id = id.clone();
    let done = staff.write(move |work| super::reopen(work, &concern_id, &words)).await;
    after(&staff, &id, fields, done, "done-reopened").await
}
