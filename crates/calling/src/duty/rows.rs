//! SQL for duty.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::site::{self, Site};
use people::staff::{self, StaffMember};
use people::work::Work;

use super::Duty;
use crate::schema::duty;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = duty)]
struct Row {
    id: Id<Duty>,
    staff_id: Id<StaffMember>,
    starts_at: Moment,
    ends_at: Moment,
    version: i64,
}

impl From<Row> for Duty {
    fn from(Row { id, staff_id, starts_at, ends_at, version }: Row) -> Self {
        Self { id, staff_id, starts_at, ends_at, version }
    }
}

impl Row {
    fn of(duty: &Duty, version: i64) -> Self {
        let Duty { id, staff_id, starts_at, ends_at, version: _ } = duty.clone();
        Self { id, staff_id, starts_at, ends_at, version }
    }
}

/// One span of duty, for whoever may change it.
///
/// # Errors
/// Not found when there is none, or it is somebody else's.
pub fn find(work: &mut Work<'_>, id: &Id<Duty>) -> Result<Duty> {
    let duty: Duty = duty::table.find(id).select(Row::as_select()).first::<Row>(work.connection)?.into();
    if super::may_enter_for(work.me, &duty.staff_id) { Ok(duty) } else { Err(Error::NotFound) }
}

/// The spans of one person that are not over at a moment.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>, at: Moment) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duty::table
        .filter(duty::staff_id.eq(staff_id))
        .filter(duty::ends_at.gt(at))
        .order((duty::starts_at, duty::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Duty::from).collect())
}

/// The spans that are not over, of those who have not left, each with who is on duty, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn now_and_next(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<(Duty, StaffMember)>> {
    let rows: Vec<Row> = duty::table
        .filter(duty::ends_at.gt(now))
        .filter(duty::ends_at.gt(duty::starts_at))
        .order((duty::starts_at, duty::id))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    let members = staff::rows::all(connection)?;
    let with_whom = |row: Row| {
        let member = members.iter().find(|member| member.id == row.staff_id)?;
        Some((Duty::from(row), member.clone()))
    };
    Ok(rows.into_iter().filter_map(with_whom).collect())
}

/// Whom to call for a site now: the supervisors who look after it and are on duty; when none of
/// them is, all who look after it.
///
/// # Errors
/// Broken when the database says so.
pub fn on_duty(connection: &mut DbConnection, site_id: &Id<Site>, now: Moment) -> Result<Vec<StaffMember>> {
    let members = staff::rows::looking_after(connection, site_id)?;
    let on = who_is_on(connection, members.iter().map(|member| &member.id).collect(), now)?;
    let on_duty: Vec<StaffMember> = members.iter().filter(|member| on.contains(&member.id)).cloned().collect();
    Ok(if on_duty.is_empty() { members } else { on_duty })
}

/// Who of these is on duty.
fn who_is_on(
    connection: &mut DbConnection,
    members: Vec<&Id<StaffMember>>,
    now: Moment,
) -> Result<Vec<Id<StaffMember>>> {
    Ok(duty::table
        .filter(duty::staff_id.eq_any(members))
        .filter(duty::starts_at.le(now))
        .filter(duty::ends_at.gt(now))
        .select(duty::staff_id)
        .load(connection)?)
}

/// The open sites within reach for which nobody is on duty now, by name.
///
/// # Errors
/// Broken when the database says so.
pub fn gaps(work: &mut Work<'_>) -> Result<Vec<Site>> {
    let looked_after = site::rows::everything_looked_after(work.connection)?;
    let mut members: Vec<&Id<StaffMember>> = looked_after.iter().map(|(staff_id, _)| staff_id).collect();
    members.dedup();
    let on = who_is_on(work.connection, members, work.now)?;
    let mut sites = site::rows::list(work)?;
    sites.retain(|site| !looked_after.iter().any(|(staff_id, at)| *at == site.id && on.contains(staff_id)));
    Ok(sites)
}

/// Adds a span.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn insert(connection: &mut DbConnection, new: &Duty) -> Result<()> {
    diesel::insert_into(duty::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a span, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub(super) fn save(connection: &mut DbConnection, changed: &Duty) -> Result<()> {
    let row = duty::table.find(&changed.id).filter(duty::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
