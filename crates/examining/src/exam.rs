//! Exams by a blueprint, against the clock. What an officer answers is kept at once; when they hand it in, or when the time
//! is up, it becomes answers as those of practice are.

mod closing;
mod drawing;
pub mod jobs;
mod pages;
pub mod rows;
mod rules;

pub(crate) use closing::close;
pub use drawing::{EXPOSED_DAYS, draw};
pub(crate) use pages::{About, Reviewed, chosen, review};
pub use rules::{AWAY_SECONDS, Asked, Clock, Drawn, Exam, Found, Kind, Said, Why, likely_again, number};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::work::{Done, Work};
use serde_json::json;

/// An exam was begun.
pub const BEGUN: Deed = Deed("exam.begun");
/// A question of an exam was answered, or flagged; with what is not said.
pub const ANSWERED: Deed = Deed("exam.answered");
/// An exam is over.
pub const CLOSED: Deed = Deed("exam.closed");
/// Time was given back because we were away.
pub const GIVEN_BACK: Deed = Deed("exam.given_back");
/// An exam counts for nothing any more.
pub const VOIDED: Deed = Deed("exam.voided");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/exams", pages::list)
        .post("/exams", pages::begin)
        .get("/exams/taken", pages::taken)
        .get("/exams/{id}", pages::show)
        .get("/exams/{id}/handing-in", pages::ask_hand_in)
        .post("/exams/{id}/handing-in", pages::hand_in)
        .post("/exams/{id}/voiding", pages::void)
        .get("/exams/{id}/{place}", pages::question)
        .post("/exams/{id}/{place}", pages::answer)
}

/// Begins an exam that was drawn.
///
/// # Errors
/// Refused when there is nothing to ask; a duplicate when one is under way.
pub fn begin(work: &mut Work<'_>, drawn: &Drawn) -> Result<Done<Id<Exam>>> {
    let staff_id = work.me.staff_id();
    let exam = Exam::begun(drawn, &staff_id, work.now)?;
    rows::insert(work.connection, &exam)?;
    rows::insert_questions(work.connection, &exam.id, (1, &drawn.questions))?;
    work.done(BEGUN, exam.id.as_str(), (None, &exam), exam.id.clone())
}

/// Keeps what an officer says of a question.
///
/// # Errors
/// Not found when it is not theirs; refused when it is over, or when there is no such option.
pub fn answer(work: &mut Work<'_>, id: &Id<Exam>, place: i64, said: Said) -> Result<Done<()>> {
    let exam = rows::mine(work, id, Kind::Exam)?;
    if !exam.is_open(work.now) {
        return Err(Error::refused("exam-is-over"));
    }
    let before = rows::question(work.connection, id, place)?;
    let after = before.said(said, work.now);
    rows::save_question(work.connection, id, &after)?;
    let told = |one: &Asked| {
        let question = json!({ "answered_at": one.answered_at, "flagged_at": one.flagged_at });
        json!({ format!("question_{place}"): question })
    };
    work.done(ANSWERED, id.as_str(), (Some(&told(&before)), &told(&after)), ())
}

/// Hands an exam in. Whoever does so when the time is up already gets what was saved before.
///
/// # Errors
/// Not found when it is not theirs; refused when it was closed before.
pub fn hand_in(work: &mut Work<'_>, id: &Id<Exam>) -> Result<Done<()>> {
    let exam = rows::mine(work, id, Kind::Exam)?;
    let why = if exam.is_over(work.now) { Why::Time } else { Why::HandedIn };
    close(work, exam, why, None)
}

/// The time of an exam is up.
///
/// # Errors
/// Not found when there is none; refused when it was closed before.
pub fn run_out(work: &mut Work<'_>, id: &Id<Exam>) -> Result<Done<()>> {
    let exam = rows::any(work.connection, id)?;
    close(work, exam, Why::Time, None)
}

/// Gives back what its clock lost while we were away.
///
/// # Errors
/// Not found when there is none; refused when it was closed before.
pub fn give_back(work: &mut Work<'_>, id: &Id<Exam>) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    if before.closed_at.is_some() {
        return Err(Error::refused("exam-closed-before"));
    }
    let mut after = before.clone();
    if let Some(clock) = before.clock(work.now) {
        let Clock { ends_at, beat_at, given_back_seconds } = clock;
        after = Exam { ends_at: Some(ends_at), beat_at, given_back_seconds, ..after };
    }
    rows::save(work.connection, &after)?;
    work.done(GIVEN_BACK, id.as_str(), (Some(&before), &after), ())
}

/// An exam counts for nothing any more: neither for what is known of the officer nor for what is known of its questions.
///
/// # Errors
/// Not found when there is none; refused while it is under way, for one's own, and when that was done before.
pub fn void(work: &mut Work<'_>, id: &Id<Exam>, why: &str) -> Result<Done<()>> {
    let before = rows::any(work.connection, id)?;
    let after = before.clone().voided(&work.me.actor.id, why, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(VOIDED, id.as_str(), (Some(&before), &after), ())
}
