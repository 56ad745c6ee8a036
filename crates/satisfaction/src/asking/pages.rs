//! The page of a survey, by the link of a letter: nobody has to sign in, and looking at it answers nothing.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Result};
use people::contact;
use people::door::{Contact, Door, Guest};

use super::{Asking, Said, letters, rows, rules};
use crate::own_question::rules::WORDS_LETTERS;
use crate::own_question::{self, FIELDS, Kind, OwnAnswer, OwnQuestion};
use crate::questions::{self, Answers};
use crate::round;

#[derive(Template)]
#[template(path = "asking/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    token: &'a str,
    place: String,
    organization: &'a str,
    until: String,
    asking: Asking,
    /// The organization's own questions, each with its field.
    own: Vec<(&'static str, OwnQuestion)>,
}

#[derive(Template)]
#[template(path = "asking/over.html")]
struct Over<'a> {
    w: &'a Words,
    /// The key of what is to be said.
    says: &'a str,
}

pub(super) async fn ask(guest: Guest, Path(token): Path<String>) -> Result<Response> {
    page(&guest, &token, None).await
}

pub(super) async fn answer(guest: Guest, Path(token): Path<String>, mut fields: Fields) -> Result<Response> {
    let of = token.clone();
    let found = guest.read(move |work| {
        let asking = rows::by_token(work.connection, &of)?;
        let name = contact::rows::name(work.connection, &asking.contact_id)?;
        let own = own_question::rows::of_round(work.connection, &asking.round_id)?;
        Ok((asking.id, name, own))
    });
    let (id, name, own) = found.await?;
    let Some(answers) = Answers::read(&mut fields, &own) else {
        return Ok(refused(page(&guest, &token, Some(&fields)).await?));
    };
    let said = Said { answers, is_anonymous: fields.given("anonymous"), language: guest.words.language };
    // The record says that they answered; whoever leaves their name out is not named there either.
    let name = Some(name.as_str()).filter(|_| !said.is_anonymous);
    let bearer = guest.bearing(id.as_str(), name);
    match bearer.write(move |work| super::answer(work, &id, &said)).await {
        Ok(()) => Ok(see(format!("/survey/{token}")).saying("done-survey").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&guest, &token, Some(&fields)).await?))
        }
        Err(error) => Err(error),
    }
}

/// A contact who found the survey in the portal, whether a letter asked them or not.
pub(super) async fn begin(contact: Contact) -> Result<Response> {
    let found = contact.read(|work| match round::rows::open(work.connection, work.now)? {
        Some(round) => rows::mine(work, &round.id),
        None => Err(Error::refused("survey-is-closed")),
    });
    let id = match found.await? {
        Some(asking) => asking.id,
        None => contact.write(super::begin).await?,
    };
    Ok(see(format!("/survey/{}", rules::token(&contact.app.keys, &id))).into_response())
}

/// The questions, with what was typed or else what was answered before.
async fn page(guest: &Guest, token: &str, typed: Option<&Fields>) -> Result<Response> {
    let of = token.to_owned();
    let found = guest.read(move |work| {
        let asking = rows::by_token(work.connection, &of)?;
        let round = round::rows::find(work.connection, &asking.round_id)?;
        let place = letters::place(work, &asking.client_id, asking.site_id.as_ref())?;
        let answers = rows::answers(work.connection, &asking.id)?;
        let language = contact::rows::any(work.connection, &asking.contact_id)?.language;
        let own = own_question::rows::of_round(work.connection, &asking.round_id)?;
        Ok(((asking, round), place, (answers, own), language))
    });
    let ((asking, round), place, (answers, own), language) = found.await?;
    let mut door = Door::clone(guest);
    if door.is_guest() && !door.asks_for_language() {
        door.words = door.app.catalogue.speak(language);
    }
    let w = &door.words;
    let title = w.t("survey-relationship");
    if !round.is_open(guest.now) {
        return door.narrow_page(&title, &Over { w, says: "survey-closed" });
    }
    if asking.is_anonymous {
        return door.narrow_page(&title, &Over { w, says: "survey-answered-final" });
    }
    let fields = typed.cloned().unwrap_or_else(|| shown(answers, &own));
    let until = w.when(round.closes_at, &guest.organization.zone);
    let form = Form { w, fields: &fields };
    let own = FIELDS.into_iter().zip(own).collect();
    let organization = &guest.organization.name;
    door.narrow_page(&title, &Ask { w, form, token, place, organization, until, asking, own })
}

/// What was answered before, as it stands in the form.
fn shown(answers: Option<Answers>, asked: &[OwnQuestion]) -> Fields {
    let Some(Answers { values, own, comment }) = answers else { return Fields::default() };
    let mut fields = Fields::default().set("comment", comment.unwrap_or_default());
    for (field, question) in FIELDS.into_iter().zip(asked) {
        match own.iter().find(|(id, _)| *id == question.id) {
            Some((_, OwnAnswer::Step(step))) => fields.put(field, step.to_string()),
            Some((_, OwnAnswer::Words(words))) => fields.put(field, words),
            None => {}
        }
    }
    values.into_iter().fold(fields, |fields, (name, value)| fields.set(name, value.to_string()))
}
