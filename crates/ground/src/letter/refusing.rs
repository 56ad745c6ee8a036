//! Addresses that refuse mail, until somebody says otherwise.

use diesel::prelude::*;

use crate::db::DbConnection;
use crate::db::schema::refusing;
use crate::{Moment, Result};

/// An address that refuses mail.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Refusing {
    /// The address.
    pub address: String,
    /// Since when we know it.
    pub since_at: Moment,
    /// What the mail server said.
    pub why: String,
}

/// Whether an address refuses mail, since when, and why.
///
/// # Errors
/// Broken when the database says so.
pub fn find(connection: &mut DbConnection, address: &str) -> Result<Option<Refusing>> {
    Ok(refusing::table.find(address.to_lowercase()).first(connection).optional()?)
}

/// Notes that an address refuses mail; what is known already stays.
pub(super) fn note(connection: &mut DbConnection, address: &str, why: &str, now: Moment) -> Result<()> {
    if find(connection, address)?.is_none() {
        diesel::insert_into(refusing::table)
            .values((refusing::address.eq(address.to_lowercase()), refusing::since_at.eq(now), refusing::why.eq(why)))
            .execute(connection)?;
    }
    Ok(())
}

/// Letters go to this address again.
///
/// # Errors
/// Broken when the database says so.
pub fn clear(connection: &mut DbConnection, address: &str) -> Result<()> {
    diesel::delete(refusing::table.find(address.to_lowercase())).execute(connection)?;
    Ok(())
}
