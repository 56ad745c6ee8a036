//! Questions for other programs: first what the format cannot carry, then the file.

use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::Path;
use ground::words::{Language, Words};
use ground::{Error, Refusal, Result};
use interchange::{Format, Written};
use people::door::Trainer;

use super::super::rules::{Lost, given_out, lost};
use super::name_of;
use crate::question;

#[derive(Template)]
#[template(path = "exchange/giving.html")]
struct Giving<'a> {
    w: &'a Words,
    format: Format,
    language: Language,
    count: usize,
    lost: Vec<Lost>,
}

/// What a format cannot carry of the questions of a language, and the link to the file.
pub(crate) async fn show(trainer: Trainer, Path(format): Path<String>, Asked(asked): Asked) -> Result<Response> {
    let (format, language) = wanted(&trainer, &format, &asked)?;
    let (count, written) = written(&trainer, format, language).await?;
    let w = &trainer.words;
    let title = format!("{}, {}", w.t(name_of(&format)), language.own_name());
    trainer.page(&title, &Giving { w, format, language, count, lost: lost(&written.left, w) })
}

/// A file of all questions of a language that are asked of everybody.
pub(crate) async fn file(trainer: Trainer, Path(format): Path<String>, Asked(asked): Asked) -> Result<Response> {
    let (format, language) = wanted(&trainer, &format, &asked)?;
    let (_, written) = written(&trainer, format, language).await?;
    let name = format!("attachment; filename=\"questions-{}.{}\"", language.code(), format.extension());
    Ok(([(CONTENT_TYPE, format.media_type().to_owned()), (CONTENT_DISPOSITION, name)], written.bytes).into_response())
}

fn wanted(trainer: &Trainer, format: &str, asked: &ground::Fields) -> Result<(Format, Language)> {
    let format = Format::of_word(format).ok_or(Error::NotFound)?;
    Ok((format, Language::parse(asked.typed("language")).unwrap_or(trainer.me.language)))
}

/// How many questions there are, and their file. Making it may take a second; it keeps nobody else waiting.
async fn written(trainer: &Trainer, format: Format, language: Language) -> Result<(usize, Written)> {
    let all = trainer.read(move |work| question::rows::worded(work.connection, language)).await?;
    let (title, seconds) = (trainer.organization.name.clone(), trainer.now.millis() / 1_000);
    let count = all.len();
    let made = tokio::task::spawn_blocking(move || {
        let questions: Vec<_> = all.iter().map(|(question, wording)| given_out(question, wording)).collect();
        interchange::write_as_of(format, &questions, &title, seconds)
    });
    let written = made.await.map_err(|error| Error::Broken(error.into()))?;
    Ok((count, written.map_err(|unwritable| Error::Refused(Refusal::new(unwritable.key())))?))
}
