//! The page of coaching. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::Officer;
use people::site::{self, Site};
use people::staff;

use super::rules::{ANSWER_LETTERS, Coaching};
use crate::interaction::Interaction;

#[derive(Template)]
#[template(path = "coaching/show.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    site: Site,
    coaching: Coaching,
    lines: Vec<(String, String)>,
    about: String,
    is_mine: bool,
}

pub(super) async fn show(officer: Officer, Path(id): Path<Id<Interaction>>) -> Result<Response> {
    page(&officer, &id, &Fields::default()).await
}

pub(super) async fn answer(officer: Officer, Path(id): Path<Id<Interaction>>, mut fields: Fields) -> Result<Response> {
    let Some(words) = fields.line("answer", 2..=ANSWER_LETTERS) else {
        return Ok(refused(page(&officer, &id, &fields).await?));
    };
    let of = id.clone();
    match officer.write(move |work| super::answer(work, &of, &words)).await {
        Ok(()) => Ok(see(format!("/coaching/{id}")).saying("done-coaching-answered").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&officer, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(officer: &Officer, id: &Id<Interaction>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let (coaching, site, about) = officer
        .read(move |work| {
            let coaching = super::find(work, &id)?;
            let site = site::rows::any(work.connection, &coaching.visit.site_id)?;
            let about = staff::rows::find(work.connection, &coaching.about_id)?.name;
            Ok((coaching, site, about))
        })
        .await?;
    let w = &officer.words;
    let lines = coaching.lines(w);
    let is_mine = coaching.about_id.as_str() == officer.me.actor.id;
    let content = Show { w, form: Form { w, fields }, site, coaching, lines, about, is_mine };
    officer.narrow_page(&w.t("coaching-title"), &content)
}
