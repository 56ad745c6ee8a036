//! The pages of practice. Who may enter is in the arguments.

pub(super) mod home;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, assets, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use people::door::Officer;
use people::organization;
use people::work::Work;

use super::{Asked, HandedIn, Practice, rows, sheet};
use crate::answer::{self, Given};
use crate::question::{self, Wording};

#[derive(Template)]
#[template(path = "practice/sheet.html")]
struct Sheet<'a> {
    w: &'a Words,
    form: Form<'a>,
    id: Id<Practice>,
    /// Under this name the phone keeps what was answered until it is handed in.
    kept_as: String,
    asked: Vec<Asked>,
    script: &'static str,
}

impl Sheet<'_> {
    fn reasons<'b>(&self, one: &'b Asked) -> Reasons<'b>
    where
        Self: 'b,
    {
        Reasons { key: self.w.t("question-key"), chosen: None, wording: &one.wording, order: &one.order }
    }
}

/// What there is to say of each option.
#[derive(Template)]
#[template(path = "practice/reasons.html")]
struct Reasons<'a> {
    /// What stands beside the right one.
    key: String,
    /// What was chosen, and what stands beside it.
    chosen: Option<(usize, String)>,
    wording: &'a Wording,
    order: &'a [usize],
}

pub(super) async fn begin(officer: Officer) -> Result<Response> {
    page(&officer, &Fields::default()).await
}

pub(super) async fn hand_in(officer: Officer, mut fields: Fields) -> Result<Response> {
    let id =
        fields.checked("practice", |typed| Id::parse(typed.trim()).ok_or(ground::Refusal::new("practice-nothing")));
    let Some(handed_in) = id.and_then(|id| HandedIn::read(&mut fields, id)) else {
        return Ok(refused(page(&officer, &fields).await?));
    };
    let path = format!("/practice/{}", handed_in.id);
    match officer.write(move |work| super::hand_in(work, &handed_in)).await {
        Ok(_) => Ok(see(path).saying("done-practice").into_response()),
        // What is handed in is handed in: a form that is sent twice changes nothing.
        Err(Error::Refused(refusal)) if refusal.key == "practice-there" => Ok(see(path).into_response()),
        Err(error) => Err(error),
    }
}

async fn page(officer: &Officer, fields: &Fields) -> Result<Response> {
    let read = officer.read(|work| {
        let today = organization::day(work.connection, work.now)?;
        Ok((sheet(work)?, format!("{} {today}", work.me.actor.id)))
    });
    let (asked, kept_as) = read.await?;
    let (w, script) = (&officer.words, assets::url("practice.js"));
    let content = Sheet { w, form: Form { w, fields }, id: Id::fresh(), kept_as, asked, script };
    officer.field_frame().page(&w.t("practice-title"), &content)
}

/// A question that was answered.
struct Answered {
    given: Given,
    is_right: bool,
    wording: Wording,
    order: Vec<usize>,
}

impl Answered {
    fn reasons(&self, w: &Words) -> Reasons<'_> {
        let chosen = self.given.chosen.map(|place| (place, w.t("practice-chosen")));
        Reasons { key: w.t("question-key"), chosen, wording: &self.wording, order: &self.order }
    }
}

#[derive(Template)]
#[template(path = "practice/show.html")]
struct Show<'a> {
    w: &'a Words,
    practice: Practice,
    answered: Vec<Answered>,
    zone: &'a str,
}

pub(super) async fn show(officer: Officer, Path(id): Path<Id<Practice>>) -> Result<Response> {
    let (practice, answered) = officer.read(move |work| gather(work, &id)).await?;
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    officer.field_frame().page(&w.t("practice-title"), &Show { w, practice, answered, zone })
}

fn gather(work: &mut Work<'_>, id: &Id<Practice>) -> Result<(Practice, Vec<Answered>)> {
    let me = work.me.staff_id();
    let practice = rows::find(work.connection, &me, id)?;
    let mut answered = Vec::new();
    for answer in answer::rows::of_occasion(work.connection, practice.id.as_str())? {
        let wording = question::rows::wording(work.connection, &answer.given.wording_id)?;
        let order = (0..wording.worded.options.len()).collect();
        answered.push(Answered { given: answer.given, is_right: answer.is_right, wording, order });
    }
    Ok((practice, answered))
}
