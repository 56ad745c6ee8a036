//! What later slices may read of surveys. What somebody answered without their name is read together alone: it is not here.

use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::client::Client;
use people::contact::Standing;
use people::work::Work;

use crate::asking;
use crate::round::{self, Round};

/// Until when the contact who asks can answer the survey that is open; none where none is, or where they answered it.
///
/// # Errors
/// Broken when the database says so.
pub fn open_for_me(work: &mut Work<'_>) -> Result<Option<Moment>> {
    let Some(round) = round::rows::open(work.connection, work.now)? else { return Ok(None) };
    let asking = asking::rows::mine(work, &round.id)?;
    Ok(if asking.is_some_and(|asking| asking.answered_at.is_some()) { None } else { Some(round.closes_at) })
}

/// A round that was over by a moment, in which people of a client were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The round.
    pub round: Round,
    /// How many of them were asked.
    pub asked: usize,
    /// How many answered, with their name or without.
    pub answered: usize,
}

/// The rounds that were over by a moment and in which people of a client were asked, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn asked(connection: &mut DbConnection, client_id: &Id<Client>, at: Moment, limit: usize) -> Result<Vec<Asked>> {
    let mut found: Vec<Asked> = Vec::new();
    for asking in asking::rows::of_client(connection, client_id, at)? {
        let answered = usize::from(asking.answered_at.is_some_and(|answered| answered <= at));
        if let Some(known) = found.iter_mut().find(|known| known.round.id == asking.round_id) {
            known.asked += 1;
            known.answered += answered;
        } else {
            let round = round::rows::find(connection, &asking.round_id)?;
            found.push(Asked { round, asked: 1, answered });
        }
    }
    found.retain(|one| !one.round.was_open(at));
    found.sort_by_key(|one| std::cmp::Reverse(one.round.opened_at));
    found.truncate(limit);
    Ok(found)
}

/// What somebody of a client answered to a survey under their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// In which round.
    pub round: Round,
    /// How they stood in the client's company.
    pub standing: Option<Standing>,
    /// When.
    pub at: Moment,
    /// What they answered, by the names of the questions.
    pub values: Vec<(String, i64)>,
}

/// What people of a client answered to surveys in a span under their names, the newest round first.
///
/// # Errors
/// Broken when the database says so.
pub fn named(connection: &mut DbConnection, client_id: &Id<Client>, span: (Moment, Moment)) -> Result<Vec<Named>> {
    let mut found = Vec::new();
    for (round_id, standing, at, values) in asking::rows::named_answers(connection, client_id, span)? {
        found.push(Named { round: round::rows::find(connection, &round_id)?, standing, at, values });
    }
    found.sort_by_key(|one: &Named| (std::cmp::Reverse(one.round.opened_at), one.at));
    Ok(found)
}
