//! SQL for subscriptions.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::contact::Contact;

use crate::schema::report_subscription as subscription;

/// Whether a contact asked to be written.
///
/// # Errors
/// Broken when the database says so.
pub fn is_there(connection: &mut DbConnection, contact_id: &Id<Contact>) -> Result<bool> {
    let there: i64 = subscription::table.find(contact_id).count().get_result(connection)?;
    Ok(there > 0)
}

/// All who asked to be written.
///
/// # Errors
/// Broken when the database says so.
pub fn everybody(connection: &mut DbConnection) -> Result<Vec<Id<Contact>>> {
    Ok(subscription::table.order(subscription::contact_id).select(subscription::contact_id).load(connection)?)
}

/// Keeps that a contact asked to be written; asked again, nothing more happens.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, contact_id: &Id<Contact>, now: Moment) -> Result<()> {
    if !is_there(connection, contact_id)? {
        let values = (subscription::contact_id.eq(contact_id), subscription::since_at.eq(now));
        diesel::insert_into(subscription::table).values(values).execute(connection)?;
    }
    Ok(())
}

/// Forgets that a contact asked to be written.
///
/// # Errors
/// Broken when the database says so.
pub fn delete(connection: &mut DbConnection, contact_id: &Id<Contact>) -> Result<()> {
    diesel::delete(subscription::table.find(contact_id)).execute(connection)?;
    Ok(())
}
