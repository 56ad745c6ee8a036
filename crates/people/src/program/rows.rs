//! SQL for programs. Tokens are looked up by their digest; the tokens themselves are nowhere.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::words::Language;
use ground::{Error, Id, Moment, Result, secret};

use super::Program;
use crate::Reach;
use crate::schema::program;
use crate::work::{Me, Person};

type Row = (Id<Program>, String, Moment, Option<Moment>, i64);

const COLUMNS: (program::id, program::name, program::created_at, program::revoked_at, program::version) =
    (program::id, program::name, program::created_at, program::revoked_at, program::version);

fn read((id, name, created_at, revoked_at, version): Row) -> Program {
    Program { id, name, created_at, revoked_at, version }
}

/// The program that has this token, as one who asks. It sees everything but the protected path.
///
/// # Errors
/// Broken when the database says so.
pub fn enter(connection: &mut DbConnection, token: &str) -> Result<Option<Me>> {
    let row: Option<(String, String)> = program::table
        .filter(program::digest.eq(secret::digest(token)))
        .filter(program::revoked_at.is_null())
        .select((program::id, program::name))
        .first(connection)
        .optional()?;
    Ok(row.map(|(id, name)| Me {
        actor: Actor { kind: ActorKind::Program, id, name },
        person: Person::Program,
        reach: Reach { protected: false, ..Reach::everything() },
        language: Language::default(),
    }))
}

/// One program.
///
/// # Errors
/// Not found when there is none of this name.
pub fn find(connection: &mut DbConnection, id: &Id<Program>) -> Result<Program> {
    Ok(program::table.find(id).select(COLUMNS).first::<Row>(connection).map(read)?)
}

/// All programs, the newest first; those without a token, too.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection) -> Result<Vec<Program>> {
    let rows: Vec<Row> =
        program::table.order((program::created_at.desc(), program::id.desc())).select(COLUMNS).load(connection)?;
    Ok(rows.into_iter().map(read).collect())
}

/// Adds a program.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Program, digest: &str) -> Result<()> {
    diesel::insert_into(program::table)
        .values((
            program::id.eq(&new.id),
            program::name.eq(&new.name),
            program::digest.eq(digest),
            program::created_at.eq(new.created_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Saves a program, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Program) -> Result<()> {
    let row = program::table.find(&changed.id).filter(program::version.eq(changed.version));
    let values = (program::revoked_at.eq(changed.revoked_at), program::version.eq(changed.version + 1));
    let saved = diesel::update(row).set(values).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
