//! What came of an exam, with what there is to say of every question.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::web::form::{Form, refused};
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Result};
use learning::question::Wording;
use learning::{competency, question};
use people::door::{Door, Trainer};
use people::staff::{self, Role};

use crate::exam::{self, Asked, Exam, likely_again, rows};
use crate::paper;

/// How long a reason may be, in letters.
const REASON_LETTERS: usize = 300;

/// A question, as whoever sat the exam saw it.
pub(crate) struct Reviewed {
    pub place: i64,
    pub wording: Wording,
    pub order: Vec<usize>,
    pub chosen: Option<usize>,
}

impl Reviewed {
    pub(crate) fn is_right(&self) -> bool {
        self.chosen == Some(self.wording.worded.key)
    }

    pub(crate) fn is_chosen(&self, place: &usize) -> bool {
        self.chosen.as_ref() == Some(place)
    }
}

/// How many questions about a competency there were, and how many were right.
pub(crate) struct About {
    pub id: String,
    pub right: usize,
    pub of: usize,
}

#[derive(Template)]
#[template(path = "exam/result.html")]
struct Show<'a> {
    w: &'a Words,
    form: Form<'a>,
    exam: Exam,
    /// Whose it is, where another looks at it.
    of: Option<String>,
    likely: (usize, usize),
    about: Vec<About>,
    reviewed: Vec<Reviewed>,
    may_void: bool,
    zone: &'a str,
}

/// Each question of an exam as it was seen, and how many were right by competency.
pub(crate) async fn review(door: &Door, exam: &Exam, asked: Vec<Asked>) -> Result<(Vec<About>, Vec<Reviewed>)> {
    let ids: Vec<_> = asked.iter().map(|one| one.question_id.clone()).collect();
    let words: Vec<_> = asked.iter().map(|one| one.wording_id.clone()).collect();
    let found = door.read(move |work| {
        let words = question::rows::wordings_named(work.connection, &words)?;
        Ok((words, question::rows::competencies(work.connection, &ids)?))
    });
    let (mut words, competencies) = found.await?;
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut reviewed = Vec::with_capacity(asked.len());
    for one in asked {
        let wording = words.remove(&one.wording_id).ok_or_else(|| Error::broken("a question has no words"))?;
        let order = exam.order(&one.question_id, wording.worded.options.len());
        let review = Reviewed { place: one.place, wording, order, chosen: one.chosen };
        if let Some(competency) = competencies.get(&one.question_id) {
            let (right, of) = counts.entry(competency.clone()).or_default();
            (*right, *of) = (*right + usize::from(review.is_right()), *of + 1);
        }
        reviewed.push(review);
    }
    Ok((counts.into_iter().map(|(id, (right, of))| About { id, right, of }).collect(), reviewed))
}

pub(super) async fn page(officer: &Door, exam: Exam, asked: Vec<Asked>, fields: &Fields) -> Result<Response> {
    let (theirs, mine) = (exam.staff_id.clone(), exam.staff_id.as_str() == officer.me.actor.id);
    let (about, reviewed) = review(officer, &exam, asked).await?;
    let name = officer.read(move |work| Ok(staff::rows::find(work.connection, &theirs)?.name)).await?;
    let of = (!mine).then_some(name);
    let count = |number: i64| usize::try_from(number).unwrap_or(0);
    let likely = likely_again(count(exam.right_answers.unwrap_or(0)), count(exam.asked));
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    let may_void = !mine && exam.voided.is_none() && officer.me.has_role(&[Role::Trainer, Role::Administrator]);
    let title = paper::title(&exam.blueprint, exam.unit.as_deref(), w);
    let form = Form { w, fields };
    let content = Show { w, form, exam, of, likely, about, reviewed, may_void, zone };
    let frame = if mine { officer.field_frame() } else { officer.frame() };
    frame.page(&title, &content)
}

pub(in crate::exam) async fn void(trainer: Trainer, Path(id): Path<Id<Exam>>, mut fields: Fields) -> Result<Response> {
    let path = format!("/exams/{id}");
    let Some(why) = fields.prose("why", 5..=REASON_LETTERS) else {
        let found = trainer.read(move |work| {
            let exam = rows::find(work, &id)?;
            let asked = rows::questions(work.connection, &exam.id)?;
            Ok((exam, asked))
        });
        let (exam, asked) = found.await?;
        return Ok(refused(page(&trainer, exam, asked, &fields).await?));
    };
    trainer.write(move |work| exam::void(work, &id, &why)).await?;
    Ok(see(path).saying("done-exam-voided").into_response())
}
