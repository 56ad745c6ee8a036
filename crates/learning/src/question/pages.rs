//! The pages of questions, for those who see to it that officers learn. Who may enter is in the arguments.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Asked;
use ground::web::form::Form;
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Id, Result};
use people::door::Trainer;

use super::rows::{self, Wanted};
use super::{Origin, Question, Wording};
use crate::competency;

/// How many questions a page shows.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "question/list.html")]
struct List<'a> {
    w: &'a Words,
    form: Form<'a>,
    questions: Vec<(Question, Wording)>,
    competencies: Vec<(String, String)>,
    retired: Vec<(String, String)>,
    /// The address of what follows.
    more: Option<String>,
}

pub(super) async fn list(trainer: Trainer, Asked(asked): Asked) -> Result<Response> {
    let competency = asked.given("competency").then(|| asked.typed("competency").to_owned());
    let wanted =
        Wanted { competency, retired: asked.typed("retired") == "yes", after: Id::parse(asked.typed("after")) };
    let language = trainer.me.language;
    let found = trainer.read(move |work| {
        let found = rows::list(work.connection, &wanted, i64::try_from(SHOWN).unwrap_or(i64::MAX) + 1)?;
        let worded = |one: Question| Ok((one.clone(), rows::wording_for(work.connection, &one.id, language)?));
        found.into_iter().map(worded).collect::<Result<Vec<_>>>()
    });
    let mut questions = found.await?;
    let is_more = questions.len() > SHOWN;
    questions.truncate(SHOWN);
    let last = questions.last().filter(|_| is_more).map(|(question, _)| question.id.to_string());
    let (competency, retired) = (asked.typed("competency").to_owned(), asked.typed("retired").to_owned());
    let more = last.map(|after| {
        let query = serde_urlencoded::to_string([("competency", competency), ("retired", retired), ("after", after)]);
        format!("/questions?{}", query.unwrap_or_default())
    });
    let w = &trainer.words;
    let mut competencies = vec![(String::new(), w.t("questions-all"))];
    competencies.extend(competency::choices(w));
    let retired = [("", "questions-asked"), ("yes", "questions-retired")];
    let retired = retired.map(|(value, key)| (value.to_owned(), w.t(key))).to_vec();
    let content = List { w, form: Form { w, fields: &asked }, questions, competencies, retired, more };
    trainer.page(&w.t("questions-title"), &content)
}

#[derive(Template)]
#[template(path = "question/show.html")]
struct Show<'a> {
    w: &'a Words,
    question: Question,
    wordings: Vec<Wording>,
    competency: String,
    level: String,
    zone: &'a str,
}

pub(super) async fn show(trainer: Trainer, Path(id): Path<Id<Question>>) -> Result<Response> {
    let found = trainer.read(move |work| {
        let question = rows::find(work.connection, &id)?;
        let wordings = rows::wordings(work.connection, &id)?;
        Ok((question, wordings))
    });
    let (question, wordings) = found.await?;
    let (w, zone) = (&trainer.words, trainer.organization.zone.as_str());
    let competency = competency::name(&question.competency, w);
    let (title, level) = (question.name.clone(), format!("{:.1}", question.level()));
    trainer.page(&title, &Show { w, question, wordings, competency, level, zone })
}

pub(super) async fn retire(trainer: Trainer, Path(id): Path<Id<Question>>) -> Result<Response> {
    let path = format!("/questions/{id}");
    trainer.write(move |work| super::retire(work, &id)).await?;
    Ok(see(path).saying("done-question-retired").into_response())
}

pub(super) async fn restore(trainer: Trainer, Path(id): Path<Id<Question>>) -> Result<Response> {
    let path = format!("/questions/{id}");
    trainer.write(move |work| super::restore(work, &id)).await?;
    Ok(see(path).saying("done-question-restored").into_response())
}
