//! A test that finds out how much an officer can: one question at a time, each as hard as fits what they answered before. It
//! is kept as an exam is, without a clock and without a form.

mod drawing;
mod pages;
mod rules;

pub use drawing::{after, first};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use learning::question::{Question, Wording};
use people::work::{Done, Work};
use serde_json::json;

use crate::exam::{self, Asked, Drawn, Exam, Found, Kind, Why, rows};

/// A test was begun.
pub const BEGUN: Deed = Deed("placement.begun");
/// A question of a test was answered; with what is not said.
pub const ANSWERED: Deed = Deed("placement.answered");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/placement", pages::list)
        .post("/placement", pages::begin)
        .get("/placement/{id}", pages::show)
        .post("/placement/{id}", pages::answer)
        .post("/placement/{id}/end", pages::end)
}

/// What follows an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// This question, in these words.
    Ask(Id<Question>, Id<Wording>),
    /// Nothing: enough is known.
    Stop(Why, Ending),
}

/// What is known when a test ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ending {
    /// How much they can.
    pub found: Found,
    /// How likely they pass the exam that the test looked at, in millionths; none where it has no questions.
    pub passes_millionths: Option<i64>,
}

/// Begins a test with its first question.
///
/// # Errors
/// Refused when there is nothing to ask; a duplicate when one is under way.
pub fn begin(work: &mut Work<'_>, drawn: &Drawn) -> Result<Done<Id<Exam>>> {
    let staff_id = work.me.staff_id();
    let test = Exam::begun(drawn, &staff_id, work.now)?;
    rows::insert(work.connection, &test)?;
    rows::insert_questions(work.connection, &test.id, (1, &drawn.questions))?;
    work.done(BEGUN, test.id.as_str(), (None, &test), test.id.clone())
}

/// Keeps an answer, and asks what follows or ends the test.
///
/// # Errors
/// Not found when it is not theirs; refused when it is over, or when that question was answered before.
pub fn answer(
    work: &mut Work<'_>,
    id: &Id<Exam>,
    (place, chosen): (i64, Option<usize>),
    next: &Next,
) -> Result<Done<()>> {
    let test = rows::mine(work, id, Kind::Placement)?;
    let before = rows::question(work.connection, id, place)?;
    if test.closed_at.is_some() || before.answered_at.is_some() {
        return Err(Error::refused("changed-meanwhile"));
    }
    let after = Asked { chosen, answered_at: Some(work.now), ..before };
    rows::save_question(work.connection, id, &after)?;
    match next {
        Next::Stop(why, ending) => close(work, test, *why, *ending),
        Next::Ask(question_id, wording_id) => {
            let drawn = [(question_id.clone(), wording_id.clone())];
            rows::insert_questions(work.connection, id, (place + 1, &drawn))?;
            rows::save(work.connection, &Exam { asked: place + 1, ..test })?;
            work.done(ANSWERED, id.as_str(), (None, &json!({ "place": place })), ())
        }
    }
}

/// Ends a test before it ends by itself.
///
/// # Errors
/// Not found when it is not theirs; refused when it is over.
pub(crate) fn end(work: &mut Work<'_>, id: &Id<Exam>, ending: Ending) -> Result<Done<()>> {
    let test = rows::mine(work, id, Kind::Placement)?;
    close(work, test, Why::HandedIn, ending)
}

fn close(work: &mut Work<'_>, test: Exam, why: Why, ending: Ending) -> Result<Done<()>> {
    let test = Exam { foretold_millionths: ending.passes_millionths, ..test };
    exam::close(work, test, why, Some(ending.found))
}
