//! Rounds of asking: opened by an account manager, or by the clock where a round repeats; closed after some weeks.

pub mod jobs;
mod pages;
pub(crate) mod results;
pub mod rows;
mod rules;

pub use rules::{NewRound, Round};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result};
use people::work::{Done, Work};

use crate::own_question;

/// A round was opened.
pub const OPENED: Deed = Deed("survey_round.opened");
/// A round was closed.
pub const CLOSED: Deed = Deed("survey_round.closed");
/// A round repeats no more.
pub const ENDED: Deed = Deed("survey_round.ended");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/surveys", pages::list)
        .post("/surveys", pages::open)
        .get("/surveys/{id}", pages::show)
        .post("/surveys/{id}/end", pages::end)
}

/// Opens a round.
///
/// # Errors
/// Refused while another one is open.
pub fn open(work: &mut Work<'_>, new: &NewRound) -> Result<Done<Id<Round>>> {
    if rows::is_one_open(work.connection)? {
        return Err(Error::refused("survey-one-open"));
    }
    let round = Round::opened(new, &work.me.actor, work.now);
    rows::insert(work.connection, &round)?;
    own_question::rows::ask_in(work.connection, &round.id)?;
    work.done(OPENED, round.id.as_str(), (None, &round), round.id.clone())
}

/// Its time is over: nobody answers any more, and whoever left their name out is counted now.
///
/// # Errors
/// Refused when it was closed, or is still to be answered.
pub fn close(work: &mut Work<'_>, id: &Id<Round>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().closed(work.now)?;
    rows::save(work.connection, &after)?;
    work.done(CLOSED, id.as_str(), (Some(&before), &after), ())
}

/// A quarter is over: the next round opens as this one did.
///
/// # Errors
/// Refused when it did already, or repeats no more.
pub fn repeat(work: &mut Work<'_>, id: &Id<Round>) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let (after, next) = before.repeated(work.now)?;
    rows::save(work.connection, &after)?;
    rows::insert(work.connection, &next)?;
    own_question::rows::ask_in(work.connection, &next.id)?;
    work.done(OPENED, next.id.as_str(), (None, &next), ())
}

/// It is not repeated, and if it is open, nobody is asked any more and it closes now.
///
/// # Errors
/// Refused when it is over, or changed since it was looked at.
pub fn end(work: &mut Work<'_>, id: &Id<Round>, seen: i64) -> Result<Done<()>> {
    let before = rows::find(work.connection, id)?;
    let after = before.clone().ended(seen, work.now)?;
    rows::save(work.connection, &after)?;
    work.done(ENDED, id.as_str(), (Some(&before), &after), ())
}
