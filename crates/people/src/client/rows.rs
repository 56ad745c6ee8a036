//! SQL for clients.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};

use super::{Client, Setting};
use crate::schema::{client, site};
use crate::work::Work;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = client)]
struct Row {
    id: Id<Client>,
    outside_key: Option<String>,
    name: String,
    setting: Setting,
    #[diesel(treat_none_as_null = true)]
    left_at: Option<Moment>,
    version: i64,
}

impl From<Row> for Client {
    fn from(Row { id, outside_key, name, setting, left_at, version }: Row) -> Self {
        Self { id, outside_key, name, setting, left_at, version }
    }
}

impl Row {
    fn of(client: &Client, version: i64) -> Self {
        let Client { id, outside_key, name, setting, left_at, version: _ } = client.clone();
        Self { id, outside_key, name, setting, left_at, version }
    }
}

/// One client, for whoever may know of something else there.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Client>) -> Result<Client> {
    Ok(client::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// One client within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Client>) -> Result<Client> {
    let mut query = client::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(only) = &work.me.reach.client_id {
        query = query.filter(client::id.eq(only));
    }
    if let Some(sites) = &work.me.reach.sites {
        let theirs = site::table.filter(site::id.eq_any(sites)).select(site::client_id);
        query = query.filter(client::id.eq_any(theirs));
    }
    Ok(query.first::<Row>(work.connection)?.into())
}

/// The clients within reach that have not left, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn list(work: &mut Work<'_>) -> Result<Vec<Client>> {
    let mut query = client::table.filter(client::left_at.is_null()).select(Row::as_select()).into_boxed();
    if let Some(only) = &work.me.reach.client_id {
        query = query.filter(client::id.eq(only));
    }
    if let Some(sites) = &work.me.reach.sites {
        let theirs = site::table.filter(site::id.eq_any(sites)).select(site::client_id);
        query = query.filter(client::id.eq_any(theirs));
    }
    let rows = query.order((client::name, client::id)).load::<Row>(work.connection)?;
    Ok(rows.into_iter().map(Client::from).collect())
}

/// All clients there ever were, for an import to compare its files with.
///
/// # Errors
/// Broken when the database says so.
pub fn everything(connection: &mut DbConnection) -> Result<Vec<Client>> {
    let rows: Vec<Row> = client::table.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(Client::from).collect())
}

/// Adds a client.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Client) -> Result<()> {
    diesel::insert_into(client::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a client, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Client) -> Result<()> {
    let row = client::table.find(&changed.id).filter(client::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
