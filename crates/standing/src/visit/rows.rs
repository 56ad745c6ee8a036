//! SQL for the rhythm of visits.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Result};
use people::site::Site;

use crate::schema::visit_rhythm;

/// How often a visit to a site is agreed, in days; none where it is as usual.
///
/// # Errors
/// Broken when the database says so.
pub fn every_days(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Option<i64>> {
    Ok(visit_rhythm::table.find(site_id).select(visit_rhythm::every_days).first(connection).optional()?)
}
