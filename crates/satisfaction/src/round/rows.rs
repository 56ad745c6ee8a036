//! SQL for rounds.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};

use super::Round;
use crate::schema::survey_round as round;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = round, treat_none_as_null = true)]
struct Row {
    id: Id<Round>,
    opened_at: Moment,
    closes_at: Moment,
    closed_at: Option<Moment>,
    repeats_at: Option<Moment>,
    opened_by: String,
    version: i64,
}

impl Row {
    fn of(one: &Round, version: i64) -> Self {
        let Round { id, opened_at, closes_at, closed_at, repeats_at, opened_by, .. } = one.clone();
        Self { id, opened_at, closes_at, closed_at, repeats_at, opened_by, version }
    }
}

impl From<Row> for Round {
    fn from(row: Row) -> Self {
        let Row { id, opened_at, closes_at, closed_at, repeats_at, opened_by, version } = row;
        Self { id, opened_at, closes_at, closed_at, repeats_at, opened_by, version }
    }
}

/// One round.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<Round>) -> Result<Round> {
    Ok(round::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The newest rounds, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn newest(connection: &mut DbConnection, limit: i64) -> Result<Vec<Round>> {
    let ordered = round::table.order((round::opened_at.desc(), round::id.desc())).limit(limit);
    let rows: Vec<Row> = ordered.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Round::from).collect())
}

/// The round that is open now, if one is.
///
/// # Errors
/// Broken when the database says so.
pub fn open(connection: &mut DbConnection, now: Moment) -> Result<Option<Round>> {
    let open = round::table.filter(round::closed_at.is_null()).filter(round::closes_at.gt(now)).order(round::closes_at);
    Ok(open.select(Row::as_select()).first::<Row>(connection).optional()?.map(Round::from))
}

/// Those that ended since a moment and by another, in the order in which they were opened.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn over(connection: &mut DbConnection, since: Moment, by: Moment) -> Result<Vec<Round>> {
    // One that was ended early ended before it was to close.
    let may_be = round::table.filter(round::closes_at.ge(since)).filter(round::opened_at.le(by));
    let rows: Vec<Row> = may_be.order((round::opened_at, round::id)).select(Row::as_select()).load(connection)?;
    let ended = |one: &Round| (since..=by).contains(&one.until());
    Ok(rows.into_iter().map(Round::from).filter(ended).collect())
}

/// Whether a round is not closed yet.
///
/// # Errors
/// Broken when the database says so.
pub fn is_one_open(connection: &mut DbConnection) -> Result<bool> {
    let open: i64 = round::table.filter(round::closed_at.is_null()).count().get_result(connection)?;
    Ok(open > 0)
}

/// Those whose time is over.
///
/// # Errors
/// Broken when the database says so.
pub fn to_close(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Round>>> {
    let over = round::table.filter(round::closed_at.is_null()).filter(round::closes_at.le(now));
    Ok(over.order((round::closes_at, round::id)).limit(limit).select(round::id).load(connection)?)
}

/// Those after which another one opens now.
///
/// # Errors
/// Broken when the database says so.
pub fn to_repeat(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Round>>> {
    let due = round::table.filter(round::repeats_at.le(now)).order((round::repeats_at, round::id));
    Ok(due.limit(limit).select(round::id).load(connection)?)
}

/// Adds a round.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Round) -> Result<()> {
    diesel::insert_into(round::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a round, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Round) -> Result<()> {
    let row = round::table.find(&changed.id).filter(round::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
