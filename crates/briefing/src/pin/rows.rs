//! SQL for PINs: their hashes alone.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::staff::StaffMember;

use crate::schema::pin;

/// The hash of somebody's PIN, if they chose one.
///
/// # Errors
/// Broken when the database says so.
pub fn of(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Option<String>> {
    Ok(pin::table.find(staff_id).select(pin::hash).first(connection).optional()?)
}

/// Saves the hash of somebody's PIN.
///
/// # Errors
/// Broken when the database says so.
pub fn save(connection: &mut DbConnection, staff_id: &Id<StaffMember>, hash: &str, now: Moment) -> Result<()> {
    let values = (pin::hash.eq(hash), pin::chosen_at.eq(now));
    if diesel::update(pin::table.find(staff_id)).set(values).execute(connection)? == 0 {
        diesel::insert_into(pin::table).values((pin::staff_id.eq(staff_id), values)).execute(connection)?;
    }
    Ok(())
}
