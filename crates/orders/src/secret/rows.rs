//! SQL for secrets.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::work::Work;

use super::Secret;
use crate::post_orders::{self, PostOrders};
use crate::schema::secret;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = secret, treat_none_as_null = true)]
struct Row {
    id: Id<Secret>,
    orders_id: Id<PostOrders>,
    name: String,
    locked: String,
    changed_at: Moment,
    retired_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(secret: &Secret, version: i64) -> Self {
        let Secret { id, orders_id, name, locked, changed_at, retired_at, version: _ } = secret.clone();
        Self { id, orders_id, name, locked, changed_at, retired_at, version }
    }
}

impl From<Row> for Secret {
    fn from(Row { id, orders_id, name, locked, changed_at, retired_at, version }: Row) -> Self {
        Self { id, orders_id, name, locked, changed_at, retired_at, version }
    }
}

/// One secret of orders that whoever asks may read.
///
/// # Errors
/// Not found when there is none, or it is out of use.
pub fn find_to_read(work: &mut Work<'_>, id: &Id<Secret>) -> Result<Secret> {
    let in_use = secret::table.find(id).filter(secret::retired_at.is_null());
    let secret: Secret = in_use.select(Row::as_select()).first::<Row>(work.connection)?.into();
    post_orders::rows::find_on_post(work, &secret.orders_id)?;
    Ok(secret)
}

/// One secret of orders within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Secret>) -> Result<Secret> {
    let secret: Secret = secret::table.find(id).select(Row::as_select()).first::<Row>(work.connection)?.into();
    post_orders::rows::find(work, &secret.orders_id)?;
    Ok(secret)
}

/// The secrets of some orders that are in use, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn of_orders(connection: &mut DbConnection, orders_id: &Id<PostOrders>) -> Result<Vec<Secret>> {
    let rows: Vec<Row> = secret::table
        .filter(secret::orders_id.eq(orders_id))
        .filter(secret::retired_at.is_null())
        .order((secret::name, secret::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Secret::from).collect())
}

/// Adds a secret.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Secret) -> Result<()> {
    diesel::insert_into(secret::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a secret, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Secret) -> Result<()> {
    let row = secret::table.find(&changed.id).filter(secret::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
