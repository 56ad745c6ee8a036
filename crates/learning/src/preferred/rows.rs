//! SQL for what is preferred.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Result};
use people::staff::StaffMember;

use crate::schema::preferred;

/// The competencies that are preferred for an officer on a day, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>, today: Day) -> Result<Vec<String>> {
    let theirs = preferred::table
        .filter(preferred::staff_id.eq(staff_id))
        .filter(preferred::until_on.ge(today.to_string()))
        .order(preferred::competency);
    Ok(theirs.select(preferred::competency).load(connection)?)
}

/// All that is kept of an officer, by name.
pub(super) fn kept(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<(String, Day)>> {
    let theirs = preferred::table.filter(preferred::staff_id.eq(staff_id)).order(preferred::competency);
    let rows: Vec<(String, String)> = theirs.select((preferred::competency, preferred::until_on)).load(connection)?;
    let read = |(competency, until): (String, String)| {
        Ok((competency, until.parse().map_err(|_| Error::broken("a row holds no day"))?))
    };
    rows.into_iter().map(read).collect()
}

/// Puts these in the place of all others.
pub(super) fn keep(connection: &mut DbConnection, staff_id: &Id<StaffMember>, wanted: &[(String, Day)]) -> Result<()> {
    diesel::delete(preferred::table.filter(preferred::staff_id.eq(staff_id))).execute(connection)?;
    for (competency, until) in wanted {
        let of = (preferred::staff_id.eq(staff_id), preferred::competency.eq(competency));
        let values = (of, preferred::until_on.eq(until.to_string()));
        diesel::insert_into(preferred::table).values(values).execute(connection)?;
    }
    Ok(())
}
