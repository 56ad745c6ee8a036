//! SQL for phones.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::staff::StaffMember;

use super::Phone;
use crate::schema::phone;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = phone, treat_none_as_null = true)]
struct Row {
    id: Id<Phone>,
    staff_id: Id<StaffMember>,
    label: String,
    first_seen_at: Moment,
    last_seen_at: Moment,
    seen_before_at: Option<Moment>,
    clock_ahead_seconds: i64,
    given_up_at: Option<Moment>,
}

impl From<Row> for Phone {
    fn from(row: Row) -> Self {
        let Row { id, staff_id, label, first_seen_at, last_seen_at, seen_before_at, clock_ahead_seconds, given_up_at } =
            row;
        Self { id, staff_id, label, first_seen_at, last_seen_at, seen_before_at, clock_ahead_seconds, given_up_at }
    }
}

impl From<&Phone> for Row {
    fn from(phone: &Phone) -> Self {
        let Phone {
            id,
            staff_id,
            label,
            first_seen_at,
            last_seen_at,
            seen_before_at,
            clock_ahead_seconds,
            given_up_at,
        } = phone.clone();
        Self { id, staff_id, label, first_seen_at, last_seen_at, seen_before_at, clock_ahead_seconds, given_up_at }
    }
}

/// A phone with one of those who share it, if they were there.
///
/// # Errors
/// Broken when the database says so.
pub fn find(connection: &mut DbConnection, of: (&Id<Phone>, &Id<StaffMember>)) -> Result<Option<Phone>> {
    let row = phone::table.find(of).select(Row::as_select()).first::<Row>(connection).optional()?;
    Ok(row.map(Phone::from))
}

/// The phones of one of ours, the one that was last heard of first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Phone>> {
    let rows: Vec<Row> = phone::table
        .filter(phone::staff_id.eq(staff_id))
        .order((phone::last_seen_at.desc(), phone::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Phone::from).collect())
}

/// Adds a phone.
///
/// # Errors
/// Broken as a duplicate when it is there.
pub fn insert(connection: &mut DbConnection, new: &Phone) -> Result<()> {
    diesel::insert_into(phone::table).values(Row::from(new)).execute(connection)?;
    Ok(())
}

/// Saves a phone.
///
/// # Errors
/// Broken when the database says so.
pub fn save(connection: &mut DbConnection, changed: &Phone) -> Result<()> {
    diesel::update(phone::table.find((&changed.id, &changed.staff_id))).set(Row::from(changed)).execute(connection)?;
    Ok(())
}
