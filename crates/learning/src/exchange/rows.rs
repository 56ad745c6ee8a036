//! SQL for files that were brought in.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};

use super::{Import, LeftOut, Remark};
use crate::question::Taken;
use crate::schema::question_import;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = question_import, treat_none_as_null = true)]
struct Row {
    id: Id<Import>,
    format: String,
    brought_at: Moment,
    brought_by: String,
    added: i64,
    reworded: i64,
    same: i64,
    left_out: String,
    remarks: String,
}

impl Row {
    fn read(self) -> Result<Import> {
        let Self { id, format, brought_at, brought_by, added, reworded, same, left_out, remarks } = self;
        let count = |count: i64| usize::try_from(count).unwrap_or(0);
        let (added, reworded, same) = (count(added), count(reworded), count(same));
        let taken = Taken { added, reworded, same, ..Taken::default() };
        let broken = |error: serde_json::Error| Error::Broken(error.into());
        let left_out: Vec<LeftOut> = serde_json::from_str(&left_out).map_err(broken)?;
        let remarks: Vec<Remark> = serde_json::from_str(&remarks).map_err(broken)?;
        Ok(Import { id, format, brought_at, brought_by, taken, left_out, remarks })
    }
}

/// One file that was brought in.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<Import>) -> Result<Import> {
    question_import::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// The files that were brought in last, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn newest(connection: &mut DbConnection, limit: i64) -> Result<Vec<Import>> {
    let ordered = question_import::table.order((question_import::brought_at.desc(), question_import::id.desc()));
    let rows: Vec<Row> = ordered.limit(limit).select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// Keeps that a file was brought in.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Import) -> Result<()> {
    let Import { id, format, brought_at, brought_by, taken, left_out, remarks } = new.clone();
    let broken = |error: serde_json::Error| Error::Broken(error.into());
    let (left_out, remarks) = (serde_json::to_string(&left_out), serde_json::to_string(&remarks));
    let (left_out, remarks) = (left_out.map_err(broken)?, remarks.map_err(broken)?);
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (added, reworded, same) = (count(taken.added), count(taken.reworded), count(taken.same));
    let row = Row { id, format, brought_at, brought_by, added, reworded, same, left_out, remarks };
    diesel::insert_into(question_import::table).values(row).execute(connection)?;
    Ok(())
}
