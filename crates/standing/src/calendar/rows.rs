//! SQL for calendar feeds. Tokens are looked up by their digest; the tokens themselves are nowhere.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::staff::StaffMember;

use crate::schema::calendar_feed;

/// Whose feed has this digest, if it was not taken back.
///
/// # Errors
/// Broken when the database says so.
pub fn whose(connection: &mut DbConnection, digest: &str) -> Result<Option<Id<StaffMember>>> {
    let good = calendar_feed::table.find(digest).filter(calendar_feed::revoked_at.is_null());
    Ok(good.select(calendar_feed::staff_id).first(connection).optional()?)
}

/// Since when somebody has a feed that is good.
///
/// # Errors
/// Broken when the database says so.
pub fn made_at(connection: &mut DbConnection, staff_id: &str) -> Result<Option<Moment>> {
    let theirs = calendar_feed::table.filter(calendar_feed::staff_id.eq(staff_id));
    let good = theirs.filter(calendar_feed::revoked_at.is_null()).order(calendar_feed::made_at.desc());
    Ok(good.select(calendar_feed::made_at).first(connection).optional()?)
}

/// Adds a feed.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, digest: &str, staff_id: &str, now: Moment) -> Result<()> {
    diesel::insert_into(calendar_feed::table)
        .values((
            calendar_feed::digest.eq(digest),
            calendar_feed::staff_id.eq(staff_id),
            calendar_feed::made_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// Whatever feed somebody has is good no longer: how many there were.
///
/// # Errors
/// Broken when the database says so.
pub fn revoke(connection: &mut DbConnection, staff_id: &str, now: Moment) -> Result<usize> {
    let theirs = calendar_feed::table.filter(calendar_feed::staff_id.eq(staff_id));
    let good = theirs.filter(calendar_feed::revoked_at.is_null());
    Ok(diesel::update(good).set(calendar_feed::revoked_at.eq(now)).execute(connection)?)
}
