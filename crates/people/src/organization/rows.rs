//! SQL for the organization.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::words::Language;
use ground::{Error, Moment, Result};

use super::{ID, Organization};
use crate::schema::organization;

type Row = (String, String, String, String, Option<String>, Option<String>, i64, Option<Moment>, i64);

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
            organization::phone,
            organization::email,
            organization::absence_days,
            organization::demo_since,
            organization::version,
        ))
        .first(connection)
        .optional()?;
    let Some((name, language, zone, emergency_number, phone, email, absence_days, demo_since, version)) = row else {
        return Ok(Organization::default());
    };
    let language = Language::parse(&language).unwrap_or_default();
    Ok(Organization { name, language, zone, emergency_number, phone, email, absence_days, demo_since, version })
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
        organization::phone.eq(&new.phone),
        organization::email.eq(&new.email),
        organization::absence_days.eq(new.absence_days),
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
