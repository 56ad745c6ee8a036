//! Questions from files of other programs, and files of our questions for them.

mod pages;
mod remark;
pub mod rows;
mod rules;

pub use remark::Remark;
pub use rules::{Brought, Import, LeftOut};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Id, Result};
use people::work::{Done, Work};

use crate::question::{self, Origin};

/// A trainer brought in a file of questions.
pub const BROUGHT_IN: Deed = Deed("question_import.made");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/question-files", pages::show)
        .post("/question-files", pages::bring)
        .get("/question-files/{id}", pages::import)
        .get("/question-files/{id}/left.csv", pages::left)
        .get("/question-files/{id}/left.parquet", pages::left)
        .get("/question-files/giving/{format}", pages::giving::show)
        .get("/question-files/export/{format}", pages::giving::file)
}

/// Takes in the questions of a file, and keeps what of it could not be taken. What has the name of a question that somebody
/// else's content has is left out: it would be that question no more. A file has one language: what a question has in another
/// is asked on, unless it cannot be asked beside what replaces other words. What cannot be asked beside it is left out.
///
/// # Errors
/// Broken when the database says so.
pub fn bring(work: &mut Work<'_>, brought: &Brought) -> Result<Done<Id<Import>>> {
    let others = question::rows::names_of_others(work.connection, Origin::Brought)?;
    let (questions, all) = brought.sorted(&others);
    let taken = question::rows::take(work.connection, Origin::Brought, &questions, work.now)?;
    // What is to be read first: questions that were not taken, then words that are asked no more, then parts.
    let (mut left_out, parts): (Vec<LeftOut>, Vec<LeftOut>) = all.into_iter().partition(|one| one.is_whole);
    left_out.extend(taken.unfit.iter().map(|(name, misfit)| LeftOut::of_misfit(name, *misfit)));
    left_out.extend(taken.ended.iter().map(|name| LeftOut::of_words(name)));
    left_out.extend(parts);
    let beside = taken.beside.iter().map(|name| Remark::of_other_language(name));
    let remarks = beside.chain(brought.remarks.iter().cloned()).collect();
    let import = Import {
        id: Id::fresh(),
        format: brought.format.to_owned(),
        brought_at: work.now,
        brought_by: work.me.actor.name.clone(),
        taken,
        left_out,
        remarks,
    };
    rows::insert(work.connection, &import)?;
    work.done(BROUGHT_IN, import.id.as_str(), (None, &import), import.id.clone())
}
