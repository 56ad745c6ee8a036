//! Sitting an exam: all of its questions, and one of them.

use askama::Template;
use axum::response::{IntoResponse, Response};
use ground::fields::Choice;
use ground::web::{Path, see};
use ground::words::Words;
use ground::{Error, Fields, Id, Moment, Result, choice};
use learning::question::Wording;
use learning::{competency, question as questions};
use people::door::{Door, Officer};
use people::work::Work;

use super::result;
use crate::exam::{self, Asked, Clock, Exam, Kind, Said, rows};
use crate::paper;

choice! {
    /// Where one goes after an answer.
    pub enum Go {
        /// To the next question.
        Next = "next", "exam-save-next",
        /// To the one before.
        Previous = "previous", "exam-save-previous",
        /// To all of them.
        All = "all", "exam-save-all",
    }
}

#[derive(Template)]
#[template(path = "exam/pages/sit.html")]
struct Sit<'a> {
    w: &'a Words,
    exam: Exam,
    clock: Clock,
    asked: Vec<Asked>,
    now: Moment,
    zone: &'a str,
}

impl Sit<'_> {
    fn open(&self) -> Vec<&Asked> {
        self.asked.iter().filter(|one| one.answered_at.is_none()).collect()
    }

    fn flagged(&self) -> Vec<&Asked> {
        self.asked.iter().filter(|one| one.flagged_at.is_some()).collect()
    }

    fn answered(&self) -> Vec<&Asked> {
        self.asked.iter().filter(|one| one.answered_at.is_some()).collect()
    }
}

/// The exam while it is under way, its result when it is over.
pub(in crate::exam) async fn show(officer: Officer, Path(id): Path<Id<Exam>>) -> Result<Response> {
    let found = officer.read(move |work| {
        let exam = rows::find(work, &id)?;
        let asked = rows::questions(work.connection, &exam.id)?;
        Ok((exam, asked))
    });
    let (exam, asked) = found.await?;
    if exam.kind == Kind::Placement {
        return Ok(see(format!("/placement/{}", exam.id)).into_response());
    }
    if exam.closed_at.is_some() {
        return result::page(&officer, exam, asked, &Fields::default()).await;
    }
    let clock = exam.clock(officer.now).ok_or(Error::NotFound)?;
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    let title = paper::title(&exam.blueprint, exam.unit.as_deref(), w);
    let content = Sit { w, exam, clock, asked, now: officer.now, zone };
    officer.field_frame().page(&title, &content)
}

#[derive(Template)]
#[template(path = "exam/pages/question.html")]
struct Show<'a> {
    w: &'a Words,
    exam: Exam,
    clock: Clock,
    asked: Asked,
    wording: Wording,
    order: Vec<usize>,
    now: Moment,
    zone: &'a str,
}

impl Show<'_> {
    fn is_chosen(&self, place: &usize) -> bool {
        self.asked.chosen.as_ref() == Some(place)
    }
}

struct Found {
    exam: Exam,
    asked: Asked,
    wording: Wording,
    order: Vec<usize>,
}

/// One question of one's own exam.
fn find(work: &mut Work<'_>, id: &Id<Exam>, place: i64) -> Result<Found> {
    let exam = rows::mine(work, id, Kind::Exam)?;
    let asked = rows::question(work.connection, id, place)?;
    let wording = questions::rows::wording(work.connection, &asked.wording_id)?;
    let order = exam.order(&asked.question_id, wording.worded.options.len());
    Ok(Found { exam, asked, wording, order })
}

pub(in crate::exam) async fn question(officer: Officer, Path((id, place)): Path<(Id<Exam>, i64)>) -> Result<Response> {
    let found = officer.read(move |work| find(work, &id, place)).await?;
    let Found { exam, asked, wording, order } = found;
    let (Some(clock), true) = (exam.clock(officer.now), exam.is_open(officer.now)) else {
        return Ok(see(format!("/exams/{}", exam.id)).into_response());
    };
    let (w, zone) = (&officer.words, officer.organization.zone.as_str());
    let title = w.with("exam-question-title", &[("place", asked.place.into()), ("asked", exam.asked.into())]);
    let content = Show { w, exam, clock, asked, wording, order, now: officer.now, zone };
    officer.field_frame().page(&title, &content)
}

pub(in crate::exam) async fn answer(
    officer: Officer,
    Path((id, place)): Path<(Id<Exam>, i64)>,
    fields: Fields,
) -> Result<Response> {
    let theirs = id.clone();
    let Found { exam, asked, order, .. } = officer.read(move |work| find(work, &theirs, place)).await?;
    let said = Said { chosen: chosen(&fields, &order)?, flagged: fields.given("flagged") };
    // What is sent twice is the same, and is written down once.
    if asked.said(said, officer.now) != asked || !exam.is_open(officer.now) {
        let theirs = id.clone();
        officer.write(move |work| exam::answer(work, &theirs, place, said)).await?;
    }
    let to = match Go::from_word(fields.typed("go")).unwrap_or(Go::Next) {
        Go::Next if place < exam.asked => format!("/exams/{id}/{}", place + 1),
        Go::Previous if place > 1 => format!("/exams/{id}/{}", place - 1),
        _ => format!("/exams/{id}"),
    };
    Ok(see(to).into_response())
}

/// What was chosen, as its author has it: a page names options by where they stand on it.
pub(crate) fn chosen(fields: &Fields, order: &[usize]) -> Result<Option<usize>> {
    if !fields.given("chosen") {
        return Ok(None);
    }
    let shown: Option<usize> = fields.typed("chosen").parse().ok();
    let place = shown.and_then(|shown| order.get(shown)).copied();
    place.map(Some).ok_or_else(|| Error::refused("exam-no-such-option"))
}

#[derive(Template)]
#[template(path = "exam/pages/hand_in.html")]
struct HandIn<'a> {
    w: &'a Words,
    exam: Exam,
    open: usize,
    flagged: usize,
}

pub(in crate::exam) async fn ask_hand_in(officer: Officer, Path(id): Path<Id<Exam>>) -> Result<Response> {
    let found = officer.read(move |work| {
        let exam = rows::mine(work, &id, Kind::Exam)?;
        let asked = rows::questions(work.connection, &id)?;
        Ok((exam, asked))
    });
    let (exam, asked) = found.await?;
    if exam.closed_at.is_some() {
        return Ok(see(format!("/exams/{}", exam.id)).into_response());
    }
    let open = asked.iter().filter(|one| one.answered_at.is_none()).count();
    let flagged = asked.iter().filter(|one| one.flagged_at.is_some()).count();
    let w = &officer.words;
    officer.field_frame().page(&w.t("exam-hand-in"), &HandIn { w, exam, open, flagged })
}

pub(in crate::exam) async fn hand_in(officer: Officer, Path(id): Path<Id<Exam>>) -> Result<Response> {
    let path = format!("/exams/{id}");
    if !is_closed(&officer, id.clone()).await? {
        let theirs = id.clone();
        match officer.write(move |work| exam::hand_in(work, &theirs)).await {
            // The job was faster, and what was saved counts either way.
            Err(Error::Refused(_)) if is_closed(&officer, id).await? => {}
            done => done?,
        }
    }
    Ok(see(path).into_response())
}

async fn is_closed(door: &Door, id: Id<Exam>) -> Result<bool> {
    door.read(move |work| Ok(rows::mine(work, &id, Kind::Exam)?.closed_at.is_some())).await
}
