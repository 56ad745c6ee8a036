//! SQL for devices.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::push::Subscription;
use ground::{Error, Id, Moment, Result};
use people::staff::StaffMember;
use people::work::{Person, Work};

use super::Device;
use crate::schema::device;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = device)]
struct Row {
    id: Id<Device>,
    staff_id: Id<StaffMember>,
    endpoint: String,
    public_key: String,
    secret: String,
    label: String,
    added_at: Moment,
    taken_at: Option<Moment>,
}

impl From<Row> for Device {
    fn from(row: Row) -> Self {
        let Row { id, staff_id, endpoint, public_key, secret, label, added_at, taken_at } = row;
        let subscription = Subscription { endpoint, public_key, secret };
        Self { id, staff_id, subscription, label, added_at, taken_at }
    }
}

/// One device of whoever asks.
///
/// # Errors
/// Not found when there is none, or it is somebody else's.
pub fn find(work: &mut Work<'_>, id: &Id<Device>) -> Result<Device> {
    let found = any(work.connection, id)?.ok_or(Error::NotFound)?;
    let mine = found.staff_id.as_str() == work.me.actor.id || matches!(work.me.person, Person::System);
    if mine { Ok(found) } else { Err(Error::NotFound) }
}

/// One device, for the job that pushes to it; none when it was removed.
pub(super) fn any(connection: &mut DbConnection, id: &Id<Device>) -> Result<Option<Device>> {
    let row: Option<Row> = device::table.find(id).select(Row::as_select()).first(connection).optional()?;
    Ok(row.map(Device::from))
}

/// The devices of a staff member, the oldest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Device>> {
    let rows: Vec<Row> = device::table
        .filter(device::staff_id.eq(staff_id))
        .order((device::added_at, device::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Device::from).collect())
}

/// Adds a device.
pub(super) fn insert(connection: &mut DbConnection, new: &Device) -> Result<()> {
    let Device { id, staff_id, subscription, label, added_at, taken_at } = new.clone();
    let Subscription { endpoint, public_key, secret } = subscription;
    let row = Row { id, staff_id, endpoint, public_key, secret, label, added_at, taken_at };
    diesel::insert_into(device::table).values(row).execute(connection)?;
    Ok(())
}

/// Forgets a device.
pub(super) fn delete(connection: &mut DbConnection, id: &Id<Device>) -> Result<()> {
    diesel::delete(device::table.find(id)).execute(connection)?;
    Ok(())
}

/// Forgets the device that a browser was before.
pub(super) fn forget_endpoint(connection: &mut DbConnection, endpoint: &str) -> Result<()> {
    diesel::delete(device::table.filter(device::endpoint.eq(endpoint))).execute(connection)?;
    Ok(())
}

/// Notes that a push service took something for a device.
pub(super) fn took(connection: &mut DbConnection, id: &Id<Device>, now: Moment) -> Result<()> {
    diesel::update(device::table.find(id)).set(device::taken_at.eq(now)).execute(connection)?;
    Ok(())
}
