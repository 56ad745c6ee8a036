//! SQL for the organization's own questions, for which round asks which, and for what was answered to them.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};

use super::{Kind, OwnAnswer, OwnQuestion};
use crate::round::Round;
use crate::schema::{own_answer, own_question as question, round_question, survey_reply};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = question, treat_none_as_null = true)]
struct Row {
    id: Id<OwnQuestion>,
    kind: Kind,
    english: String,
    spanish: Option<String>,
    made_at: Moment,
    retired_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(one: &OwnQuestion, version: i64) -> Self {
        let OwnQuestion { id, kind, english, spanish, made_at, retired_at, .. } = one.clone();
        Self { id, kind, english, spanish, made_at, retired_at, version }
    }
}

impl From<Row> for OwnQuestion {
    fn from(Row { id, kind, english, spanish, made_at, retired_at, version }: Row) -> Self {
        Self { id, kind, english, spanish, made_at, retired_at, version }
    }
}

/// One question.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<OwnQuestion>) -> Result<OwnQuestion> {
    Ok(question::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// Those that a round asks which is opened now, in the order in which they were added.
///
/// # Errors
/// Broken when the database says so.
pub fn in_use(connection: &mut DbConnection) -> Result<Vec<OwnQuestion>> {
    let asked = question::table.filter(question::retired_at.is_null()).order((question::made_at, question::id));
    Ok(asked.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(OwnQuestion::from).collect())
}

/// Those that are asked no more, the last one first.
///
/// # Errors
/// Broken when the database says so.
pub fn retired(connection: &mut DbConnection) -> Result<Vec<OwnQuestion>> {
    let before = question::table.filter(question::retired_at.is_not_null());
    let ordered = before.order((question::retired_at.desc(), question::id));
    Ok(ordered.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(OwnQuestion::from).collect())
}

/// Those that a round asks, in their order.
///
/// # Errors
/// Broken when the database says so.
pub fn of_round(connection: &mut DbConnection, round_id: &Id<Round>) -> Result<Vec<OwnQuestion>> {
    let of_round = round_question::table.inner_join(question::table).filter(round_question::round_id.eq(round_id));
    let ordered = of_round.order((round_question::place, round_question::question_id));
    Ok(ordered.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(OwnQuestion::from).collect())
}

/// A round that opens asks those that are in use, now and until it closes.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn ask_in(connection: &mut DbConnection, round_id: &Id<Round>) -> Result<()> {
    for (place, asked) in (1_i64..).zip(in_use(connection)?) {
        let of_round = round_question::round_id.eq(round_id);
        let values = (of_round, round_question::question_id.eq(asked.id), round_question::place.eq(place));
        diesel::insert_into(round_question::table).values(values).execute(connection)?;
    }
    Ok(())
}

/// Adds a question.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &OwnQuestion) -> Result<()> {
    diesel::insert_into(question::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a question, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &OwnQuestion) -> Result<()> {
    let row = question::table.find(&changed.id).filter(question::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// Keeps what a reply answers.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn keep(
    connection: &mut DbConnection,
    reply_id: &str,
    answers: &[(Id<OwnQuestion>, OwnAnswer)],
) -> Result<()> {
    for (question_id, answer) in answers {
        let (value, words) = match answer {
            OwnAnswer::Step(step) => (Some(*step), None),
            OwnAnswer::Words(words) => (None, Some(words)),
        };
        let of_reply = (own_answer::reply_id.eq(reply_id), own_answer::question_id.eq(question_id));
        let values = (of_reply, own_answer::value.eq(value), own_answer::words.eq(words));
        diesel::insert_into(own_answer::table).values(values).execute(connection)?;
    }
    Ok(())
}

/// Forgets what some replies answered, since others take their place.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn forget(connection: &mut DbConnection, reply_ids: &[String]) -> Result<()> {
    diesel::delete(own_answer::table.filter(own_answer::reply_id.eq_any(reply_ids))).execute(connection)?;
    Ok(())
}

type Kept = (Id<OwnQuestion>, Option<i64>, Option<String>);

fn answer((id, value, words): Kept) -> Option<(Id<OwnQuestion>, OwnAnswer)> {
    Some((id, value.map(OwnAnswer::Step).or(words.map(OwnAnswer::Words))?))
}

/// What a reply answers.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn of_reply(connection: &mut DbConnection, reply_id: &str) -> Result<Vec<(Id<OwnQuestion>, OwnAnswer)>> {
    let theirs = own_answer::table.filter(own_answer::reply_id.eq(reply_id)).order(own_answer::question_id);
    let kept: Vec<Kept> =
        theirs.select((own_answer::question_id, own_answer::value, own_answer::words)).load(connection)?;
    Ok(kept.into_iter().filter_map(answer).collect())
}

/// All that was answered in a round, in an order that says nothing of who did.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn given(connection: &mut DbConnection, round_id: &Id<Round>) -> Result<Vec<(Id<OwnQuestion>, OwnAnswer)>> {
    let of_round = own_answer::table.inner_join(survey_reply::table).filter(survey_reply::round_id.eq(round_id));
    let ordered = of_round.order((own_answer::question_id, own_answer::value, own_answer::words));
    let kept: Vec<Kept> =
        ordered.select((own_answer::question_id, own_answer::value, own_answer::words)).load(connection)?;
    Ok(kept.into_iter().filter_map(answer).collect())
}
