//! "Did it help?", asked after an answer; a No opens the concern again. And how concerns close.

pub mod handling;
pub mod jobs;
pub mod pages;
pub mod rows;
mod rules;

pub use handling::{Feedback, Handling};
pub use rules::{CheckBack, Helped};

use ground::entry::Deed;
use ground::web::Routes;
use ground::{Error, Id, Result, secret};
use people::work::{Done, Work};

use crate::concern::{self, Concern, Outcome, State, change, letters};
use crate::promise::Step;

/// We asked whether it helped.
pub const ASKED: Deed = Deed("concern.asked_whether_it_helped");
/// Whoever told us said whether it helped.
pub const CHECKED: Deed = Deed("concern.checked_back");
/// It was closed.
pub const CLOSED: Deed = Deed("concern.closed");
/// It was opened again.
pub const REOPENED: Deed = Deed("concern.reopened");

/// The addresses of this noun.
pub(crate) fn routes() -> Routes {
    Routes::default()
        .get("/check-back/{token}", pages::ask)
        .post("/check-back/{token}", pages::answer)
        .post("/concerns/{id}/reopening", pages::reopen)
}

/// Asks whether it helped: by a letter with a signed link where there is an address, and on the
/// pages of whoever told us.
///
/// # Errors
/// Not found out of reach; refused unless it was answered or refused.
pub fn ask(work: &mut Work<'_>, id: &Id<Concern>) -> Result<Done<()>> {
    let done = change(work, (id, None), ASKED, None, |case, now| case.ask_whether_it_helped(now))?;
    let concern = concern::rows::find(work, id)?;
    let check_back = CheckBack::asked(&concern, work.now);
    let token = rules::token(&work.app.keys, &check_back.id);
    rows::insert(work.connection, &check_back, &secret::digest(&token))?;
    letters::check_back(work, &concern, &token)?;
    Ok(done)
}

/// Whoever told us says whether it helped: yes closes it, partly asks for more, no opens it again.
///
/// # Errors
/// Not found out of reach; refused unless it was answered or refused.
pub fn answer(work: &mut Work<'_>, id: &Id<Concern>, feedback: &Feedback) -> Result<Done<()>> {
    let concern = concern::rows::find(work, id)?;
    if !matches!(concern.state, State::Answered | State::Refused) {
        return Err(Error::refused("check-back-not-answered"));
    }
    rows::save_answer(work.connection, &concern, feedback, work.now)?;
    change(work, (id, None), CHECKED, feedback.words.as_deref(), |case, now| match feedback.helped {
        Helped::Yes => case.settled(now),
        Helped::Partly => case.hear(now),
        Helped::No => case.reopen(now),
    })
}

/// Staff close it, and say why.
///
/// # Errors
/// Not found out of reach; refused before it was answered or refused, or when it changed since it was looked at.
pub fn close(work: &mut Work<'_>, id: &Id<Concern>, seen: Option<i64>, words: &str) -> Result<Done<()>> {
    let done = change(work, (id, seen), CLOSED, Some(words), |case, now| case.close(Outcome::Told, now))?;
    let concern = concern::rows::find(work, id)?;
    letters::closed(work, &concern, Some(words))?;
    Ok(done)
}

/// Nobody said whether it helped: that stays unknown. It is closed, with a notice.
///
/// # Errors
/// Not found out of reach; refused when it is closed, or when the time for a word is not over.
pub fn close_in_silence(work: &mut Work<'_>, id: &Id<Concern>) -> Result<Done<()>> {
    let done = change(work, (id, None), CLOSED, None, |case, now| {
        let due_at = case.owed(Step::Close).and_then(|promise| promise.due_at);
        match due_at.filter(|due_at| *due_at <= now) {
            Some(_) => case.close(Outcome::Silent, now),
            None => Err(Error::refused("concern-changed-meanwhile")),
        }
    })?;
    let concern = concern::rows::find(work, id)?;
    letters::closed(work, &concern, None)?;
    Ok(done)
}

/// It is opened again, with what is still wrong.
///
/// # Errors
/// Not found out of reach; refused when it is open and unanswered, or was closed too long ago.
pub fn reopen(work: &mut Work<'_>, id: &Id<Concern>, words: &str) -> Result<Done<()>> {
    change(work, (id, None), REOPENED, Some(words), |case, now| case.reopen(now))
}
