//! SQL for programs.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result, secret};

use super::Program;
use crate::schema::program;

type Row = (Id<Program>, String, Moment, Option<Moment>, i64);

/// All programs, the newest last.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection) -> Result<Vec<Program>> {
    let rows: Vec<Row> = program::table
        .order((program::created_at, program::id))
        .select((program::id, program::name, program::created_at, program::revoked_at, program::version))
        .load(connection)?;
    let read = |(id, name, created_at, revoked_at, version)| Program { id, name, created_at, revoked_at, version };
    Ok(rows.into_iter().map(read).collect())
}

pub(super) fn insert(connection: &mut DbConnection, new: &Program, token: &str) -> Result<()> {
    diesel::insert_into(program::table)
        .values((
            program::id.eq(&new.id),
            program::name.eq(&new.name),
            program::digest.eq(secret::digest(token)),
            program::created_at.eq(new.created_at),
        ))
        .execute(connection)?;
    Ok(())
}

pub(super) fn save(connection: &mut DbConnection, changed: &Program) -> Result<()> {
    let row = program::table.find(&changed.id).filter(program::version.eq(changed.version));
    let values = (program::revoked_at.eq(changed.revoked_at), program::version.eq(changed.version + 1));
    match diesel::update(row).set(values).execute(connection)? {
        1 => Ok(()),
        _ => Err(Error::refused("changed-meanwhile")),
    }
}
