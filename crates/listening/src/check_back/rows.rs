//! SQL for check-backs.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result, secret};

use super::{CheckBack, Feedback, Handling, Helped};
use crate::concern::{Concern, State};
use crate::promise::Step;
use crate::schema::{check_back, concern};

pub(crate) fn insert(connection: &mut DbConnection, new: &CheckBack, digest: &str) -> Result<()> {
    diesel::insert_into(check_back::table)
        .values((
            check_back::id.eq(&new.id),
            check_back::concern_id.eq(&new.concern_id),
            check_back::round.eq(new.round),
            check_back::asked_at.eq(new.asked_at),
            check_back::digest.eq(digest),
        ))
        .execute(connection)?;
    Ok(())
}

/// How it was found to be handled, as it is kept.
#[derive(Queryable, Selectable, AsChangeset)]
#[diesel(table_name = check_back, treat_none_as_null = true)]
pub(crate) struct Grades {
    fair: Option<i64>,
    prompt: Option<i64>,
    respect: Option<i64>,
    told_why: Option<i64>,
}

impl From<Handling> for Grades {
    fn from(Handling { fair, prompt, respect, told_why }: Handling) -> Self {
        Self { fair, prompt, respect, told_why }
    }
}

impl From<Grades> for Handling {
    fn from(Grades { fair, prompt, respect, told_why }: Grades) -> Self {
        Self { fair, prompt, respect, told_why }
    }
}

/// What the link of a letter asks about.
#[derive(Debug, Clone)]
pub struct Asked {
    /// About which concern.
    pub concern_id: Id<Concern>,
    /// In which round it was then.
    pub round: i64,
    /// What was said, if anything was.
    pub answer: Option<Helped>,
    /// In which words.
    pub words: Option<String>,
    /// How they found that it was handled.
    pub handling: Handling,
}

impl Asked {
    /// Whether this was said before.
    #[must_use]
    pub fn has(&self, feedback: &Feedback) -> bool {
        let said = (self.answer, &self.words, self.handling);
        said == (Some(feedback.helped), &feedback.words, feedback.handling)
    }
}

/// What the link of a letter asks about.
///
/// # Errors
/// Not found when it is none of ours.
pub fn by_token(connection: &mut DbConnection, token: &str) -> Result<Asked> {
    type Row = (Id<Concern>, i64, Option<Helped>, Option<String>, Grades);
    let (concern_id, round, answer, words, grades): Row = check_back::table
        .filter(check_back::digest.eq(secret::digest(token)))
        .select((check_back::concern_id, check_back::round, check_back::answer, check_back::words, Grades::as_select()))
        .first(connection)?;
    Ok(Asked { concern_id, round, answer, words, handling: grades.into() })
}

/// Saves what was said to the newest asking of a round; said before it was asked, it is an asking of its own.
pub(crate) fn save_answer(
    connection: &mut DbConnection,
    concern: &Concern,
    feedback: &Feedback,
    now: Moment,
) -> Result<()> {
    let newest: Option<String> = check_back::table
        .filter(check_back::concern_id.eq(&concern.id))
        .filter(check_back::round.eq(concern.round))
        .filter(check_back::answer.is_null())
        .order(check_back::asked_at.desc())
        .select(check_back::id)
        .first(connection)
        .optional()?;
    let id = match newest {
        Some(id) => id,
        None => {
            let unasked = CheckBack::asked(concern, now);
            insert(connection, &unasked, &secret::digest(&secret::token()?))?;
            unasked.id.to_string()
        }
    };
    let said = (check_back::answer.eq(feedback.helped), check_back::words.eq(&feedback.words));
    diesel::update(check_back::table.find(id))
        .set((said, check_back::answered_at.eq(now), Grades::from(feedback.handling)))
        .execute(connection)?;
    Ok(())
}

/// The newest asking about a concern.
#[derive(Debug, Clone, Queryable)]
pub struct Newest {
    /// When we asked.
    pub asked_at: Moment,
    /// What was said, if anything was.
    pub answer: Option<Helped>,
    /// In which words.
    pub words: Option<String>,
}

/// The newest asking about a concern since a moment, and what was said to it.
///
/// # Errors
/// Broken when the database says so.
pub fn newest_since(connection: &mut DbConnection, concern_id: &Id<Concern>, since: Moment) -> Result<Option<Newest>> {
    Ok(check_back::table
        .filter(check_back::concern_id.eq(concern_id))
        .filter(check_back::asked_at.ge(since))
        .order((check_back::asked_at.desc(), check_back::id.desc()))
        .select((check_back::asked_at, check_back::answer, check_back::words))
        .first(connection)
        .optional()?)
}

/// How whoever told us found last that it was handled.
///
/// # Errors
/// Broken when the database says so.
pub fn handling(connection: &mut DbConnection, concern_id: &Id<Concern>) -> Result<Handling> {
    let newest = check_back::table
        .filter(check_back::concern_id.eq(concern_id))
        .filter(check_back::answered_at.is_not_null())
        .order((check_back::answered_at.desc(), check_back::id.desc()));
    let grades: Option<Grades> = newest.select(Grades::as_select()).first(connection).optional()?;
    Ok(grades.map_or_else(Handling::default, Handling::from))
}

/// Concerns whose next step is this one, and due by then.
///
/// # Errors
/// Broken when the database says so.
pub fn due(connection: &mut DbConnection, step: Step, until: Moment, limit: i64) -> Result<Vec<Id<Concern>>> {
    Ok(concern::table
        .filter(concern::closed_at.is_null())
        .filter(concern::next_step.eq(step))
        .filter(concern::next_due_at.le(until))
        .filter(concern::state.eq_any([State::Answered, State::Refused]))
        // To who told us of force or discrimination no clock writes: their owner speaks with them.
        .filter(concern::protected_at.is_null())
        .order((concern::next_due_at, concern::id))
        .limit(limit)
        .select(concern::id)
        .load(connection)?)
}
