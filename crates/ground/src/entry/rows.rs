//! SQL for the record. There is no statement here that changes or removes an entry.

use diesel::prelude::*;

use super::{CHAIN_START, Done, Entry, seal};
use crate::db::DbConnection;
use crate::db::schema::entry;
use crate::{Moment, Result};

/// Writes what was done at the end of its subject's chain.
///
/// A span that is sealed takes no more entries: what comes too late for it, because its transaction
/// took long or a clock was set back, is recorded at the first moment after it.
///
/// # Errors
/// Broken when the database says so; passing when somebody else wrote to the same chain meanwhile.
pub fn append(connection: &mut DbConnection, done: &Done<'_>) -> Result<()> {
    let last: Option<(i64, String)> = entry::table
        .filter(entry::subject_id.eq(done.subject_id))
        .order(entry::position.desc())
        .select((entry::position, entry::hash))
        .first(connection)
        .optional()?;
    let (position, previous_hash) = last.unwrap_or((0, CHAIN_START.to_owned()));
    let sealed_until = seal::last(connection)?.map_or(i64::MIN, |seal| seal.until_at);
    let mut row = Entry {
        subject_id: done.subject_id.to_owned(),
        position: position + 1,
        subject_kind: done.deed.subject_kind().to_owned(),
        deed: done.deed.0.to_owned(),
        by_kind: done.by.kind.as_str().to_owned(),
        by_id: done.by.id.clone(),
        by_name: done.by.name.clone(),
        their_at: done.their_at.map(Moment::millis),
        recorded_at: done.recorded_at.millis().max(sealed_until),
        change: done.change.to_string(),
        previous_hash,
        hash: String::new(),
    };
    row.hash = row.reckoned_hash();
    diesel::insert_into(entry::table).values(row).execute(connection)?;
    Ok(())
}

/// The whole history of one thing, oldest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_subject(connection: &mut DbConnection, subject_id: &str) -> Result<Vec<Entry>> {
    Ok(entry::table.filter(entry::subject_id.eq(subject_id)).order(entry::position).load(connection)?)
}

/// The entries after this one, in the order of the chains: a subject's entries together.
///
/// # Errors
/// Broken when the database says so.
pub fn after_in_chains(connection: &mut DbConnection, last: (&str, i64), limit: i64) -> Result<Vec<Entry>> {
    let (subject_id, position) = last;
    Ok(entry::table
        .filter(entry::subject_id.gt(subject_id).or(entry::subject_id.eq(subject_id).and(entry::position.gt(position))))
        .order((entry::subject_id, entry::position))
        .limit(limit)
        .load(connection)?)
}

/// Where an entry stands in time: when, which subject, which position.
pub type Place = (i64, String, i64);

/// The place before all that was recorded at a moment.
#[must_use]
pub const fn place_before(moment: Moment) -> Place {
    (moment.millis(), String::new(), 0)
}

/// The entries after this place and before this moment, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn after_in_time(
    connection: &mut DbConnection,
    last: &Place,
    until: Moment,
    limit: i64,
) -> Result<Vec<(Place, String)>> {
    let (at, subject_id, position) = last;
    let rows: Vec<(i64, String, i64, String)> = entry::table
        .filter(entry::recorded_at.ge(at))
        .filter(entry::recorded_at.lt(until.millis()))
        .filter(entry::recorded_at.gt(at).or(
            entry::subject_id.gt(subject_id).or(entry::subject_id.eq(subject_id).and(entry::position.gt(position))),
        ))
        .order((entry::recorded_at, entry::subject_id, entry::position))
        .limit(limit)
        .select((entry::recorded_at, entry::subject_id, entry::position, entry::hash))
        .load(connection)?;
    Ok(rows.into_iter().map(|(at, subject_id, position, hash)| ((at, subject_id, position), hash)).collect())
}

/// When a thing was first recorded; none when it never was.
///
/// # Errors
/// Broken when the database says so.
pub fn first_at(connection: &mut DbConnection, subject_id: &str) -> Result<Option<Moment>> {
    let first = entry::table.find((subject_id, 1)).select(entry::recorded_at);
    Ok(first.first::<i64>(connection).optional()?.map(Moment::from_millis))
}

/// What was recorded after this place, oldest first, at most so much: where it stands, and the kind
/// of its subject. When it is less than that, it is all.
///
/// # Errors
/// Broken when the database says so.
pub fn touched_after(connection: &mut DbConnection, last: &Place, limit: i64) -> Result<Vec<(Place, String)>> {
    let (at, subject_id, position) = last;
    let rows: Vec<(i64, String, i64, String)> = entry::table
        .filter(entry::recorded_at.ge(at))
        .filter(entry::recorded_at.gt(at).or(
            entry::subject_id.gt(subject_id).or(entry::subject_id.eq(subject_id).and(entry::position.gt(position))),
        ))
        .order((entry::recorded_at, entry::subject_id, entry::position))
        .limit(limit)
        .select((entry::recorded_at, entry::subject_id, entry::position, entry::subject_kind))
        .load(connection)?;
    Ok(rows.into_iter().map(|(at, subject_id, position, kind)| ((at, subject_id, position), kind)).collect())
}

/// When the last entry was written.
///
/// # Errors
/// Broken when the database says so.
pub fn last_recorded_at(connection: &mut DbConnection) -> Result<Option<Moment>> {
    let last: Option<i64> = entry::table
        .order((entry::recorded_at.desc(), entry::subject_id.desc(), entry::position.desc()))
        .select(entry::recorded_at)
        .first(connection)
        .optional()?;
    Ok(last.map(Moment::from_millis))
}
