//! SQL for counting what was told.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::site::Site;
use people::staff::StaffMember;

use crate::concern::{Category, Concern};
use crate::schema::concern;

/// A concern, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = concern)]
pub struct Counted {
    /// Its name in the rows.
    pub id: Id<Concern>,
    /// Its number.
    pub number: String,
    /// Where.
    pub site_id: Id<Site>,
    /// What it is about.
    pub category: Category,
    /// Whom it is about, where it names somebody; they may not read it.
    pub about_id: Option<Id<StaffMember>>,
    /// When it was told.
    pub raised_at: Moment,
}

/// What was told everywhere since a moment, but what is on the protected path.
///
/// # Errors
/// Broken when the database says so.
pub fn since(connection: &mut DbConnection, since: Moment) -> Result<Vec<Counted>> {
    let told = concern::table.filter(concern::raised_at.ge(since)).filter(concern::protected_at.is_null());
    Ok(told.order(concern::id).select(Counted::as_select()).load(connection)?)
}
