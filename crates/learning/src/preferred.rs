//! What new questions of an officer should be about rather than others, and until when. A later slice says so; practice knows
//! nothing of why.

mod rows;

pub use rows::of_staff;

use ground::db::DbConnection;
use ground::{Day, Id, Result};
use people::staff::StaffMember;

/// Keeps what is preferred for an officer in the place of what was before; whether that is something else. The verb that
/// calls it writes the entry.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, staff_id: &Id<StaffMember>, wanted: &[(String, Day)]) -> Result<bool> {
    let mut sorted = wanted.to_vec();
    sorted.sort();
    if rows::kept(connection, staff_id)? == sorted {
        return Ok(false);
    }
    rows::keep(connection, staff_id, &sorted)?;
    Ok(true)
}
