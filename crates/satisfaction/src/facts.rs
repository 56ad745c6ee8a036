//! What later slices may read of surveys. What somebody answered without their name is read together alone: it is not here,
//! but for how many found something low.

pub mod low;

use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use listening::check_back::Helped;
use listening::facts::Checked;
use people::client::Client;
use people::contact::Standing;
use people::work::Work;

use statistics::Share;

use crate::asking;
use crate::figure::{FEWEST, Reading, number, share};
use crate::questions::OVERALL;
use crate::round::{self, Round};

/// How many rounds a span holds at most.
const ROUNDS: usize = 12;

/// What was answered when we asked whether it helped.
#[derive(Debug, Clone, PartialEq)]
pub struct Helpfulness {
    /// Of those that we asked, how many answered. Whoever said so before we asked does not count here.
    pub response: Share,
    /// Of those who answered, how many said what.
    pub helped: Vec<(Helped, Share)>,
}

impl Helpfulness {
    /// What some askings say.
    #[must_use]
    pub fn of(checked: &[Checked]) -> Self {
        let asked = || checked.iter().filter(|one| one.answered_at != Some(one.asked_at));
        let response = share(asked().filter(|one| one.answered_at.is_some()).count(), asked().count());
        let answers: Vec<Helped> = checked.iter().filter_map(|one| one.answer).collect();
        let said = |helped: &Helped| answers.iter().filter(|answer| *answer == helped).count();
        let helped = Helped::ALL.iter().map(|helped| (*helped, share(said(helped), answers.len()))).collect();
        Self { response, helped }
    }

    /// Whether there are enough answers for a share of them.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.answers() >= FEWEST as u64
    }

    /// How many answered.
    #[must_use]
    pub fn answers(&self) -> u64 {
        self.helped.first().map_or(0, |(_, share)| share.of())
    }
}

/// How satisfied people of a client are on the whole, of the surveys that ended in a span.
#[derive(Debug, PartialEq)]
pub struct Overall {
    /// How many were asked.
    pub asked: usize,
    /// How many answered, with their name or without.
    pub answered: usize,
    /// What those who left their name answered, on a scale from 1 to 5, taken together.
    pub reading: Reading,
    /// How many they are.
    pub named: usize,
}

/// How satisfied people of a client are on the whole, of the surveys that ended in a span; none where none did.
///
/// # Errors
/// Broken when the database says so.
pub fn overall(
    connection: &mut DbConnection,
    client_id: &Id<Client>,
    (from, until): (Moment, Moment),
) -> Result<Option<Overall>> {
    let mut rounds = asked(connection, client_id, until.plus_millis(-1), ROUNDS)?;
    rounds.retain(|one| one.round.until() >= from && one.round.until() < until);
    let Some(first) = rounds.iter().map(|one| one.round.opened_at).min() else { return Ok(None) };
    let mut answers = Vec::new();
    for one in named(connection, client_id, (first.plus_millis(-1), until))? {
        if rounds.iter().any(|asked| asked.round.id == one.round.id) {
            answers.extend(one.values.iter().filter(|(item, _)| item == OVERALL.name).map(|(_, value)| number(*value)));
        }
    }
    Ok(Some(Overall {
        asked: rounds.iter().map(|one| one.asked).sum(),
        answered: rounds.iter().map(|one| one.answered).sum(),
        named: answers.len(),
        reading: Reading::of(answers, &OVERALL.scale.steps()),
    }))
}

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
