//! SQL for confirmations.

use agreement::post::Assignment;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::{Error, Id, Moment, Result};
use orders::post_orders::PostOrders;
use orders::revision::Revision;
use people::staff::StaffMember;

use super::{Confirmation, Way};
use crate::schema::{confirmation, confirmation_try, revision_announced, unconfirmed_told};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = confirmation)]
struct Row {
    id: Id<Confirmation>,
    orders_id: Id<PostOrders>,
    revision_id: Id<Revision>,
    staff_id: Id<StaffMember>,
    round: i64,
    hash: String,
    way: Way,
    looks: i64,
    confirmed_at: Moment,
    their_at: Option<Moment>,
    entered_by_id: Option<String>,
    entered_by_name: Option<String>,
    photo: Option<String>,
}

impl Row {
    fn of(confirmation: &Confirmation) -> Self {
        let one = confirmation.clone();
        Self {
            id: one.id,
            orders_id: one.orders_id,
            revision_id: one.revision_id,
            staff_id: one.staff_id,
            round: one.round,
            hash: one.hash,
            way: one.way,
            looks: one.looks,
            confirmed_at: one.confirmed_at,
            their_at: one.their_at,
            entered_by_id: one.entered_by.as_ref().map(|by| by.id.clone()),
            entered_by_name: one.entered_by.map(|by| by.name),
            photo: one.photo,
        }
    }
}

impl From<Row> for Confirmation {
    fn from(row: Row) -> Self {
        let by = row.entered_by_id.zip(row.entered_by_name);
        Self {
            id: row.id,
            orders_id: row.orders_id,
            revision_id: row.revision_id,
            staff_id: row.staff_id,
            round: row.round,
            hash: row.hash,
            way: row.way,
            looks: row.looks,
            confirmed_at: row.confirmed_at,
            their_at: row.their_at,
            entered_by: by.map(|(id, name)| Actor { kind: ActorKind::Staff, id, name }),
            photo: row.photo,
        }
    }
}

/// One confirmation, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Confirmation>) -> Result<Confirmation> {
    Ok(confirmation::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// All confirmations of a revision, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_revision(connection: &mut DbConnection, id: &Id<Revision>) -> Result<Vec<Confirmation>> {
    let rows: Vec<Row> = confirmation::table
        .filter(confirmation::revision_id.eq(id))
        .order((confirmation::confirmed_at, confirmation::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Confirmation::from).collect())
}

/// What an officer confirmed of some orders, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_officer(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    orders_id: &Id<PostOrders>,
    limit: i64,
) -> Result<Vec<Confirmation>> {
    let rows: Vec<Row> = confirmation::table
        .filter(confirmation::staff_id.eq(staff_id))
        .filter(confirmation::orders_id.eq(orders_id))
        .order((confirmation::confirmed_at.desc(), confirmation::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Confirmation::from).collect())
}

/// The revisions that an officer confirmed before a moment, each once.
///
/// # Errors
/// Broken when the database says so.
pub fn confirmed_by(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    before: Moment,
) -> Result<Vec<Id<Revision>>> {
    let theirs =
        confirmation::table.filter(confirmation::staff_id.eq(staff_id)).filter(confirmation::confirmed_at.lt(before));
    Ok(theirs.select(confirmation::revision_id).distinct().load(connection)?)
}

/// Adds a confirmation.
///
/// # Errors
/// Refused when the officer confirmed that already.
pub fn insert(connection: &mut DbConnection, new: &Confirmation) -> Result<()> {
    let inserted = diesel::insert_into(confirmation::table).values(Row::of(new)).execute(connection);
    match inserted.map_err(Error::from) {
        Err(error) if error.is_duplicate() => Err(Error::refused("confirmation-there")),
        inserted => inserted.map(drop),
    }
}

/// How often an officer looked once more at a revision, before they confirmed it.
///
/// # Errors
/// Broken when the database says so.
pub fn looks(connection: &mut DbConnection, (revision_id, staff_id): (&Id<Revision>, &Id<StaffMember>)) -> Result<i64> {
    let looks = confirmation_try::table.find((revision_id, staff_id)).select(confirmation_try::looks);
    Ok(looks.first(connection).optional()?.unwrap_or(0))
}

/// Notes that an officer looks once more.
///
/// # Errors
/// Broken when the database says so.
pub fn look_again(connection: &mut DbConnection, of: (&Id<Revision>, &Id<StaffMember>), looks: i64) -> Result<()> {
    let row = confirmation_try::table.find(of);
    if diesel::update(row).set(confirmation_try::looks.eq(looks)).execute(connection)? == 0 {
        diesel::insert_into(confirmation_try::table)
            .values((
                confirmation_try::revision_id.eq(of.0),
                confirmation_try::staff_id.eq(of.1),
                confirmation_try::looks.eq(looks),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Those of some revisions of which nobody was told yet.
///
/// # Errors
/// Broken when the database says so.
pub fn not_announced(connection: &mut DbConnection, mut ids: Vec<Id<Revision>>) -> Result<Vec<Id<Revision>>> {
    let told: Vec<Id<Revision>> = revision_announced::table
        .filter(revision_announced::revision_id.eq_any(&ids))
        .select(revision_announced::revision_id)
        .load(connection)?;
    ids.retain(|id| !told.contains(id));
    Ok(ids)
}

/// Notes that those who must confirm a revision were told of it.
///
/// # Errors
/// Refused when they were before.
pub fn announced(connection: &mut DbConnection, id: &Id<Revision>, now: Moment) -> Result<()> {
    let told = (revision_announced::revision_id.eq(id), revision_announced::announced_at.eq(now));
    once(diesel::insert_into(revision_announced::table).values(told).execute(connection))
}

/// Whether those on duty were told that a shift began without confirmation.
///
/// # Errors
/// Broken when the database says so.
pub fn was_told(connection: &mut DbConnection, of: (&Id<Assignment>, &Id<Revision>)) -> Result<bool> {
    let told: i64 = unconfirmed_told::table.find(of).count().get_result(connection)?;
    Ok(told > 0)
}

/// Notes that those on duty were told so.
///
/// # Errors
/// Refused when they were before.
pub fn told(connection: &mut DbConnection, of: (&Id<Assignment>, &Id<Revision>), now: Moment) -> Result<()> {
    let told = (
        unconfirmed_told::assignment_id.eq(of.0),
        unconfirmed_told::revision_id.eq(of.1),
        unconfirmed_told::told_at.eq(now),
    );
    once(diesel::insert_into(unconfirmed_told::table).values(told).execute(connection))
}

/// What may be noted once alone.
fn once(inserted: QueryResult<usize>) -> Result<()> {
    match inserted.map_err(Error::from) {
        Err(error) if error.is_duplicate() => Err(Error::refused("confirmation-told-before")),
        inserted => inserted.map(drop),
    }
}
