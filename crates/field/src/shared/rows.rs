//! SQL for phones that are shared.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::site::Site;

use super::SharedPhone;
use crate::schema::shared_phone;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = shared_phone, treat_none_as_null = true)]
struct Row {
    id: Id<SharedPhone>,
    site_id: Id<Site>,
    label: String,
    token_digest: String,
    made_at: Moment,
    made_by_name: String,
    ended_at: Option<Moment>,
}

impl From<Row> for SharedPhone {
    fn from(row: Row) -> Self {
        let Row { id, site_id, label, token_digest, made_at, made_by_name: made_by, ended_at } = row;
        Self { id, site_id, label, token_digest, made_at, made_by, ended_at }
    }
}

impl From<&SharedPhone> for Row {
    fn from(phone: &SharedPhone) -> Self {
        let SharedPhone { id, site_id, label, token_digest, made_at, made_by: made_by_name, ended_at } = phone.clone();
        Self { id, site_id, label, token_digest, made_at, made_by_name, ended_at }
    }
}

/// One that is, or was, shared.
///
/// # Errors
/// Broken when the database says so.
pub fn find(connection: &mut DbConnection, id: &Id<SharedPhone>) -> Result<Option<SharedPhone>> {
    let row = shared_phone::table.find(id).select(Row::as_select()).first::<Row>(connection).optional()?;
    Ok(row.map(SharedPhone::from))
}

/// The one that holds a token, while it is shared.
///
/// # Errors
/// Broken when the database says so.
pub fn that_holds(connection: &mut DbConnection, token_digest: &str) -> Result<Option<SharedPhone>> {
    let row = shared_phone::table
        .filter(shared_phone::token_digest.eq(token_digest))
        .filter(shared_phone::ended_at.is_null())
        .select(Row::as_select())
        .first::<Row>(connection)
        .optional()?;
    Ok(row.map(SharedPhone::from))
}

/// Those that are shared at a site, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn at_site(connection: &mut DbConnection, site_id: &Id<Site>) -> Result<Vec<SharedPhone>> {
    let rows: Vec<Row> = shared_phone::table
        .filter(shared_phone::site_id.eq(site_id))
        .filter(shared_phone::ended_at.is_null())
        .order((shared_phone::made_at.desc(), shared_phone::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(SharedPhone::from).collect())
}

/// Adds one.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &SharedPhone) -> Result<()> {
    diesel::insert_into(shared_phone::table).values(Row::from(new)).execute(connection)?;
    Ok(())
}

/// Saves one.
///
/// # Errors
/// Broken when the database says so.
pub fn save(connection: &mut DbConnection, changed: &SharedPhone) -> Result<()> {
    diesel::update(shared_phone::table.find(&changed.id)).set(Row::from(changed)).execute(connection)?;
    Ok(())
}
