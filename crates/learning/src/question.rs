//! Questions: those of the content that we carry, those that a trainer brought in, and those of post orders.

pub mod jobs;
mod pages;
pub mod rows;
mod rules;

pub use rules::{
    Choice, Misfit, NewQuestion, Origin, Question, Rewording, Taken, Worded, Wording, of_content, of_orders,
};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result};
use people::work::{Done, Work};
use serde_json::json;

use crate::library;

/// Questions were taken in, or got other words.
pub const TAKEN: Deed = Deed("questions.taken");
/// A question is asked no more.
pub const RETIRED: Deed = Deed("question.retired");
/// A question is asked again.
pub const RESTORED: Deed = Deed("question.restored");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/questions", pages::list)
        .get("/questions/{id}", pages::show)
        .post("/questions/{id}/retirement", pages::retire)
        .post("/questions/{id}/return", pages::restore)
}

/// Takes in the content that we carry, if it is another than the last time: what is new in it, and what has other words.
/// What it has no more is asked no more.
///
/// # Errors
/// Broken when the database says so.
pub fn take_content(work: &mut Work<'_>) -> Result<Done<Taken>> {
    let all: Vec<NewQuestion> = library::curriculum().items.iter().map(of_content).collect();
    rows::content_taken(work.connection, library::digest(), work.now)?;
    let taken = rows::take_all(work.connection, Origin::Content, &all, work.now)?;
    work.done(TAKEN, Origin::Content.word(), (None, &json!({ "content": library::digest(), "taken": taken })), taken)
}

/// Takes in what officers are asked about the changes of orders that are in force; of others nobody is asked any more.
///
/// # Errors
/// Broken when the database says so.
pub fn take_orders(work: &mut Work<'_>) -> Result<Done<Taken>> {
    let asked = orders::facts::asked_of_officers(work.connection)?;
    let all: Vec<NewQuestion> = asked.into_iter().map(of_orders).collect();
    let taken = rows::take_all(work.connection, Origin::Orders, &all, work.now)?;
    work.done(TAKEN, Origin::Orders.word(), (None, &taken), taken.clone())
}

/// It is asked no more; what was answered to it stays.
///
/// # Errors
/// Not found when there is none; refused when that was done before.
pub fn retire(work: &mut Work<'_>, id: &Id<Question>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().retired(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(RETIRED, id.as_str(), (Some(&before), &after), ())
}

/// It is asked again.
///
/// # Errors
/// Not found when there is none; refused when it is asked.
pub fn restore(work: &mut Work<'_>, id: &Id<Question>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().restored()?;
    rows::save(work.connection, &after)?;
    work.done(RESTORED, id.as_str(), (Some(&before), &after), ())
}
