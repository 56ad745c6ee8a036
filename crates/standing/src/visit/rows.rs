//! SQL for the rhythm of visits.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Result};
use people::site::Site;

use crate::schema::visit_rhythm;

/// How often a visit to a site is agreed, in days; none where it is as usual.
///
/// # Errors
/// Broken when the database says so.
pub fn every_days(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Option<i64>> {
    Ok(rhythm(connection, site_id)?.0)
}

/// The same, with the version that a change names.
///
/// # Errors
/// Broken when the database says so.
pub fn rhythm(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<(Option<i64>, i64)> {
    let row = visit_rhythm::table.find(site_id).select((visit_rhythm::every_days, visit_rhythm::version));
    let found: Option<(i64, i64)> = row.first(connection).optional()?;
    Ok(found.map_or((None, 0), |(every_days, version)| (Some(every_days), version)))
}

/// What is agreed of all sites where it is not as usual.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection) -> Result<HashMap<Id<Site>, i64>> {
    let rows = visit_rhythm::table.select((visit_rhythm::site_id, visit_rhythm::every_days));
    Ok(rows.load::<(Id<Site>, i64)>(connection)?.into_iter().collect())
}

/// Saves how often a visit is agreed, over the version that was looked at.
///
/// # Errors
/// Refused when somebody else did meanwhile.
pub fn save(connection: &mut DbConnection, site_id: &Id<Site>, every_days: i64, seen: i64) -> Result<()> {
    let row = visit_rhythm::table.find(site_id).filter(visit_rhythm::version.eq(seen));
    let values = (visit_rhythm::every_days.eq(every_days), visit_rhythm::version.eq(seen + 1));
    if diesel::update(row).set(values).execute(connection)? == 1 {
        return Ok(());
    }
    if seen != 0 {
        return Err(Error::refused("changed-meanwhile"));
    }
    let values = (visit_rhythm::site_id.eq(site_id), values);
    diesel::insert_into(visit_rhythm::table).values(values).execute(connection)?;
    Ok(())
}
