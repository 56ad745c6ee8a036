//! Questions of the organization's own, which a round asks besides ours. A changed sentence is another question: one is
//! retired, and another one added. Each round keeps those that it asks, so that nothing changes under who answers or reads.

mod pages;
pub mod rows;
pub(crate) mod rules;

pub use rules::{FIELDS, Kind, NewQuestion, OwnAnswer, OwnQuestion};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result};
use people::work::{Done, Work};

/// A question was added.
pub const ADDED: Deed = Deed("own_question.added");
/// A question is asked no more.
pub const RETIRED: Deed = Deed("own_question.retired");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/surveys/questions", pages::list)
        .post("/surveys/questions", pages::add)
        .post("/surveys/questions/{id}/retirement", pages::retire)
}

/// Adds a question, for rounds that are opened from now on.
///
/// # Errors
/// Refused when there are enough, or when the same is asked already.
pub fn add(work: &mut Work<'_>, new: &NewQuestion) -> Result<Done<()>> {
    let asked = rows::in_use(work.connection)?;
    let question = OwnQuestion::added(new, &asked, work.now)?;
    rows::insert(work.connection, &question)?;
    work.done(ADDED, question.id.as_str(), (None, &question), ())
}

/// Rounds that are opened from now on ask it no more; what was answered to it stays.
///
/// # Errors
/// Not found when there is none; refused when that was done before.
pub fn retire(work: &mut Work<'_>, id: &Id<OwnQuestion>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().retired(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(RETIRED, id.as_str(), (Some(&before), &after), ())
}
