//! "Did it help?" by the link of a letter, and closing and opening by staff.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::{Language, Words};
use ground::{Error, Fields, Id, Result};
use people::Door;
use people::door::{Guest, Staff};
use people::work::Work;

use super::{Feedback, Helped, handling, rows};
use crate::concern::pages::{after, again};
use crate::concern::{self, Concern, State, WORDS_LETTERS, letters};
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
    form: Form<'a>,
    told: Told,
    link: String,
}

/// Shows the question, with the answer chosen that the link names; a scanner that follows links answers nothing.
pub(super) async fn ask(guest: Guest, Path(token): Path<String>, Asked(chosen): Asked) -> Result<Response> {
    page(&guest, &token, &Fields::default().set("helped", chosen.typed("helped"))).await
}

async fn page(guest: &Guest, token: &str, fields: &Fields) -> Result<Response> {
    let token_read = token.to_owned();
    let (told, zone, round) = guest
        .read(move |work| {
            let (concern, asked) = asked_about(work, &token_read)?;
            let zone = people::site::rows::any(work.connection, &concern.site_id)?.zone;
            Ok((told(work.connection, concern, work.now)?, zone, asked.round))
        })
        .await?;
    let door = spoken(guest, told.concern.language);
    let w = &door.words;
    let form = Form { w, fields };
    if told.concern.round != round || !matches!(told.concern.state, State::Answered | State::Refused) {
        let link = letters::page(&guest.app, &told.concern);
        return door.narrow_page(&w.t("check-back-title"), &Thanks { w, form, told, link });
    }
    let action = format!("/check-back/{token}");
    let content = Ask { w, form, told, zone, action, choices: Helped::choices(w) };
    door.narrow_page(&w.t("check-back-title"), &content)
}

/// The concern that the link of a letter asks about, as long as its reader may see it.
fn asked_about(work: &mut Work<'_>, token: &str) -> Result<(Concern, rows::Asked)> {
    let asked = rows::by_token(work.connection, token)?;
    let concern = concern::rows::any(work.connection, &asked.concern_id)?;
    letters::reader(work.connection, &concern)?.ok_or(Error::NotFound)?;
    Ok((concern, asked))
}

pub(super) async fn answer(guest: Guest, Path(token): Path<String>, mut fields: Fields) -> Result<Response> {
    let Some(feedback) = Feedback::read(&mut fields, ("words", WORDS_LETTERS)) else {
        return Ok(refused(page(&guest, &token, &fields).await?));
    };
    let token_read = token.clone();
    let (concern, asked) = guest.read(move |work| asked_about(work, &token_read)).await?;
    let answered = if asked.has(&feedback) {
        Ok(())
    } else if concern.round == asked.round {
        let bearer = guest.bearing(concern.id.as_str(), concern.reporter.name.as_deref());
        bearer.write(move |work| super::answer(work, &concern.id, &feedback)).await
    } else {
        Err(Error::refused("check-back-over"))
    };
    match answered {
        Ok(()) => Ok(see(format!("/check-back/{token}")).saying("done-checked").into_response()),
        // Nothing was taken in: the page says why, and still has the words.
        Err(Error::Refused(refusal)) => {
            fields.refuse("words", refusal);
            Ok(refused(page(&guest, &token, &fields).await?))
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
