//! SQL for measures.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};

use super::{Measure, State};
use crate::concern::Concern;
use crate::schema::measure;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = measure)]
struct Row {
    id: Id<Measure>,
    concern_id: Id<Concern>,
    headline: String,
    state: State,
    since_at: Moment,
}

/// What is or was changed because of a concern, the first first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_concern(connection: &mut DbConnection, concern_id: &Id<Concern>) -> Result<Vec<Measure>> {
    let rows: Vec<Row> = measure::table
        .filter(measure::concern_id.eq(concern_id))
        .order((measure::since_at, measure::id))
        .select(Row::as_select())
        .load(connection)?;
    let read = |Row { id, concern_id: _, headline, state, since_at }: Row| Measure { id, headline, state, since_at };
    Ok(rows.into_iter().map(read).collect())
}

/// How many things are still to be changed because of a concern.
///
/// # Errors
/// Broken when the database says so.
pub fn planned(connection: &mut DbConnection, concern_id: &Id<Concern>) -> Result<i64> {
    let planned = measure::table.filter(measure::concern_id.eq(concern_id)).filter(measure::state.eq(State::Planned));
    Ok(planned.count().get_result(connection)?)
}

/// Adds a measure, or saves how far it has come.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn save(connection: &mut DbConnection, concern_id: &Id<Concern>, changed: &Measure) -> Result<()> {
    let Measure { id, headline, state, since_at } = changed.clone();
    let row = Row { id, concern_id: concern_id.clone(), headline, state, since_at };
    let there = diesel::update(measure::table.find((&row.id, concern_id))).set(&row).execute(connection)?;
    if there == 0 {
        diesel::insert_into(measure::table).values(row).execute(connection)?;
    }
    Ok(())
}
