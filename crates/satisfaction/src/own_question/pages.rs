//! The page of the organization's own questions. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::AccountManager;

use super::{FIELDS, Kind, NewQuestion, OwnQuestion, rows};

#[derive(Template)]
#[template(path = "own_question/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    asked: Vec<OwnQuestion>,
    retired: Vec<OwnQuestion>,
    kinds: Vec<(String, String)>,
    zone: &'a str,
}

pub(super) async fn list(manager: AccountManager) -> Result<Response> {
    page(&manager, &Fields::default()).await
}

pub(super) async fn add(manager: AccountManager, mut fields: Fields) -> Result<Response> {
    let Some(new) = NewQuestion::read(&mut fields) else { return Ok(refused(page(&manager, &fields).await?)) };
    match manager.write(move |work| super::add(work, &new)).await {
        Ok(()) => Ok(see("/surveys/questions").saying("done-own-question-added").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("english", refusal);
            Ok(refused(page(&manager, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

pub(super) async fn retire(manager: AccountManager, Path(id): Path<Id<OwnQuestion>>) -> Result<Response> {
    manager.write(move |work| super::retire(work, &id)).await?;
    Ok(see("/surveys/questions").saying("done-own-question-retired").into_response())
}

async fn page(manager: &AccountManager, fields: &Fields) -> Result<Response> {
    let found = manager.read(|work| Ok((rows::in_use(work.connection)?, rows::retired(work.connection)?)));
    let (asked, retired) = found.await?;
    let w = &manager.words;
    let mut shown = fields.clone();
    if !shown.given("kind") {
        shown.put("kind", Kind::Agreement.word());
    }
    let (kinds, zone) = (Kind::choices(w), &manager.organization.zone);
    let content = List { w, form: Form { w, fields: &shown }, asked, retired, kinds, zone };
    manager.page(&w.t("own-questions-title"), &content)
}
