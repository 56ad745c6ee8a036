//! What later slices may know of what an officer answered.

use ground::db::DbConnection;
use ground::{Id, Result};
use people::staff::StaffMember;
use statistics::Share;

use super::rules;
use crate::known::{self, Pool};

/// Of each competency of which an officer answered something: how many of how many answers were right.
///
/// # Errors
/// Broken when the database says so.
pub fn about(connection: &mut DbConnection, pool: &Pool, staff_id: &Id<StaffMember>) -> Result<Vec<(String, Share)>> {
    let answers = known::answers_of(connection, pool, staff_id)?;
    Ok(rules::about(pool, &answers).into_iter().map(|one| (one.id, one.share)).collect())
}
