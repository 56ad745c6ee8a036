//! The page on which an officer says whether something worked. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use listening::check_back::Helped;
use people::door::Officer;

use super::{OfficerAnswer, WORDS_LETTERS, rows};
use crate::adjustment::{self, Adjustment};

#[derive(Template)]
#[template(path = "outcome/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    form: Form<'a>,
    asking: OfficerAnswer,
    adjustment: Adjustment,
    choices: Vec<(String, String)>,
}

pub(super) async fn ask(officer: Officer, Path(id): Path<Id<OfficerAnswer>>) -> Result<Response> {
    page(&officer, &id, &Fields::default()).await
}

pub(super) async fn answer(
    officer: Officer,
    Path(id): Path<Id<OfficerAnswer>>,
    mut fields: Fields,
) -> Result<Response> {
    let answer: Option<Helped> = fields.choice("helped");
    let words = fields.optional_prose("words", WORDS_LETTERS);
    let (Some(answer), Some(words)) = (answer, words) else {
        return Ok(refused(page(&officer, &id, &fields).await?));
    };
    let asking = id.clone();
    match officer.write(move |work| super::answer(work, &asking, answer, words.as_deref())).await {
        Ok(()) => Ok(see("/").saying("done-outcome-said").into_response()),
        Err(Error::Refused(refusal)) => {
            fields.refuse("", refusal);
            Ok(refused(page(&officer, &id, &fields).await?))
        }
        Err(error) => Err(error),
    }
}

async fn page(officer: &Officer, id: &Id<OfficerAnswer>, fields: &Fields) -> Result<Response> {
    let id = id.clone();
    let (asking, adjustment) = officer
        .read(move |work| {
            let asking = rows::mine(work, &id)?;
            let adjustment = adjustment::rows::any(work.connection, &asking.adjustment_id)?;
            Ok((asking, adjustment))
        })
        .await?;
    let w = &officer.words;
    let content = Ask { w, form: Form { w, fields }, asking, adjustment, choices: Helped::choices(w) };
    officer.field_frame().page(&w.t("outcome-title"), &content)
}
