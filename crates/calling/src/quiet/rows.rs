//! SQL for quiet hours.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Result};
use people::staff::StaffMember;

use super::Quiet;
use crate::schema::quiet;

/// When it is quiet for a staff member; none when it never is.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Option<Quiet>> {
    let row: Option<(i64, i64, String)> = quiet::table
        .find(staff_id)
        .select((quiet::from_minute, quiet::until_minute, quiet::zone))
        .first(connection)
        .optional()?;
    Ok(row.map(|(from_minute, until_minute, zone)| Quiet { from_minute, until_minute, zone }))
}

/// Keeps when it is quiet for a staff member.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn save(connection: &mut DbConnection, staff_id: &Id<StaffMember>, new: Option<&Quiet>) -> Result<()> {
    diesel::delete(quiet::table.find(staff_id)).execute(connection)?;
    if let Some(new) = new {
        diesel::insert_into(quiet::table)
            .values((
                quiet::staff_id.eq(staff_id),
                quiet::from_minute.eq(new.from_minute),
                quiet::until_minute.eq(new.until_minute),
                quiet::zone.eq(&new.zone),
            ))
            .execute(connection)?;
    }
    Ok(())
}
