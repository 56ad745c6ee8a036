//! The outcome of an adjustment: "did it work?", asked of those who told us (by their concerns) and
//! of the officers who stand where something was changed.

pub mod jobs;
mod pages;
pub mod rows;
mod rules;

pub use rules::{OfficerAnswer, Verdict, WORDS_LETTERS};

use agreement::post;
use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use listening::check_back::{self, Helped};
use people::work::{Done, Work};

use crate::adjustment::{self, Adjustment};

/// The officers who stand there were asked whether it worked.
pub const ASKED: Deed = Deed("adjustment.asked_officers");
/// An officer said whether it worked.
pub const ANSWERED: Deed = Deed("adjustment.officer_answered");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default().get("/outcomes/{id}", pages::ask).post("/outcomes/{id}", pages::answer)
}

/// Asks the officers who stand at the posts that an adjustment is about whether it worked.
///
/// # Errors
/// Refused when they were asked before.
pub fn ask_officers(work: &mut Work<'_>, id: &Id<Adjustment>) -> Result<Done<()>> {
    let before = adjustment::rows::any(work.connection, id)?;
    if before.ask_officers_at.is_none_or(|at| at > work.now) {
        return Err(Error::refused("outcome-not-due"));
    }
    let posts = match &before.orders_id {
        Some(orders) => orders::post_orders::rows::any(work.connection, orders)?.post_id.map(|id| vec![id]),
        None => None,
    };
    let posts = match posts {
        Some(posts) => posts,
        None => post::rows::of_site(work, &before.site_id)?.into_iter().map(|post| post.id).collect(),
    };
    let mut asked = Vec::new();
    for assignment in post::rows::now_and_next(work.connection, &posts, work.now)? {
        if assignment.is_at(work.now) && !asked.contains(&assignment.staff_id) {
            asked.push(assignment.staff_id);
        }
    }
    for staff_id in asked {
        let (adjustment_id, asked_at) = (id.clone(), work.now);
        let (answer, words, answered_at) = (None, None, None);
        let asking = OfficerAnswer { id: Id::fresh(), adjustment_id, staff_id, asked_at, answer, words, answered_at };
        rows::insert(work.connection, &asking)?;
    }
    let after = Adjustment { ask_officers_at: None, ..before.clone() };
    adjustment::rows::save(work.connection, &after)?;
    work.done(ASKED, id.as_str(), (Some(&before), &after), ())
}

/// An officer says whether it worked.
///
/// # Errors
/// Not found when somebody else was asked; refused when they said so before.
pub fn answer(work: &mut Work<'_>, id: &Id<OfficerAnswer>, answer: Helped, words: Option<&str>) -> Result<Done<()>> {
    let before = rows::mine(work, id)?;
    let after = before.clone().answered(answer, words, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(ANSWERED, after.adjustment_id.as_str(), (Some(&before), &after), ())
}

/// What those who told us said since an adjustment is in force, one for each concern that it answers
/// about which we asked.
///
/// # Errors
/// Broken when the database says so.
pub fn of_those_who_told_us(work: &mut Work<'_>, adjustment: &Adjustment) -> Result<Vec<Option<Helped>>> {
    let Some(since) = adjustment.ended_at else { return Ok(Vec::new()) };
    let mut said = Vec::new();
    for concern in adjustment::rows::concerns_of(work.connection, &adjustment.id)? {
        let newest = check_back::rows::newest_since(work.connection, &concern.id, since)?;
        said.extend(newest.map(|newest| newest.answer));
    }
    Ok(said)
}
