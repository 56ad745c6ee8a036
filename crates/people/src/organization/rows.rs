//! SQL for the organization and the programs that speak for it.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::words::Language;
use ground::{Error, Moment, Result, secret};

use super::{ID, Organization};
use crate::Reach;
use crate::schema::{organization, program};
use crate::work::{Me, Person};

type Row = (String, String, String, String, Option<Moment>, i64);

/// Who we are; before it was said, nobody in particular.
///
/// # Errors
/// Broken when the database says so.
pub fn get(connection: &mut DbConnection) -> Result<Organization> {
    let row: Option<Row> = organization::table
        .find(ID)
        .select((
            organization::name,
            organization::language,
            organization::zone,
            organization::emergency_number,
            organization::demo_since,
            organization::version,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map_or_else(Organization::default, |(name, language, zone, emergency_number, demo_since, version)| {
        let language = Language::parse(&language).unwrap_or_default();
        Organization { name, language, zone, emergency_number, demo_since, version }
    }))
}

/// Saves who we are, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, new: &Organization) -> Result<()> {
    let values = (
        organization::name.eq(&new.name),
        organization::language.eq(new.language.code()),
        organization::zone.eq(&new.zone),
        organization::emergency_number.eq(&new.emergency_number),
        organization::demo_since.eq(new.demo_since),
        organization::version.eq(new.version + 1),
    );
    if new.version == 0 {
        diesel::insert_into(organization::table).values((organization::id.eq(ID), values)).execute(connection)?;
        return Ok(());
    }
    let row = organization::table.find(ID).filter(organization::version.eq(new.version));
    match diesel::update(row).set(values).execute(connection)? {
        1 => Ok(()),
        _ => Err(Error::refused("changed-meanwhile")),
    }
}

/// The program that has this token, as one who asks. It sees everything but the protected path.
///
/// # Errors
/// Broken when the database says so.
pub fn program(connection: &mut DbConnection, token: &str) -> Result<Option<Me>> {
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
