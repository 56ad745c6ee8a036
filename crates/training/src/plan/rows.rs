//! SQL for plans.

use diesel::dsl::min;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result};
use people::site::Site;
use people::staff::StaffMember;

use super::{Item, Reason};
use crate::days::read as read_day;
use crate::effect::Pack;
use crate::schema::plan_item as item;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = item)]
struct Row {
    id: Id<Item>,
    staff_id: Id<StaffMember>,
    competency: String,
    reason: Reason,
    site_id: Option<Id<Site>>,
    reason_count: Option<i64>,
    reason_of: Option<i64>,
    words: Option<String>,
    begun_on: String,
    until_on: String,
    set_at: Moment,
    ended_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(one: &Item) -> Self {
        let Item { id, staff_id, competency, reason, site_id, counts, words, .. } = one.clone();
        let (reason_count, reason_of) = counts.unzip();
        Self {
            id,
            staff_id,
            competency,
            reason,
            site_id,
            reason_count,
            reason_of,
            words,
            begun_on: one.begun_on.to_string(),
            until_on: one.until_on.to_string(),
            set_at: one.set_at,
            ended_at: one.ended_at,
            version: one.version,
        }
    }

    fn read(self) -> Result<Item> {
        Ok(Item {
            id: self.id,
            staff_id: self.staff_id,
            competency: self.competency,
            reason: self.reason,
            site_id: self.site_id,
            counts: self.reason_count.zip(self.reason_of),
            words: self.words,
            begun_on: read_day(&self.begun_on)?,
            until_on: read_day(&self.until_on)?,
            set_at: self.set_at,
            ended_at: self.ended_at,
            version: self.version,
        })
    }
}

/// One thing of whomever.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<Item>) -> Result<Item> {
    item::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// All that stood in the plan of an officer, in the order in which it was set.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Item>> {
    let theirs = item::table.filter(item::staff_id.eq(staff_id)).order((item::set_at, item::id));
    theirs.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Row::read).collect()
}

/// What was set since a moment because of what was said of a site, once for each day on which it was.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn packs(connection: &mut DbConnection, since: Moment) -> Result<Vec<Pack>> {
    let set = item::table.filter(item::site_id.is_not_null()).filter(item::set_at.ge(since));
    let by_day = set.group_by((item::site_id, item::competency, item::begun_on));
    let rows: Vec<(Option<Id<Site>>, String, Option<Moment>)> =
        by_day.select((item::site_id, item::competency, min(item::set_at))).load(connection)?;
    let pack = |(site_id, competency, set_at)| Some(Pack::new(site_id?, competency, set_at?));
    Ok(rows.into_iter().filter_map(pack).collect())
}

/// What is over by a day and was not ended.
///
/// # Errors
/// Broken when the database says so.
pub fn over(connection: &mut DbConnection, today: Day, limit: i64) -> Result<Vec<Id<Item>>> {
    let over = item::table.filter(item::ended_at.is_null()).filter(item::until_on.lt(today.to_string()));
    Ok(over.order((item::until_on, item::id)).limit(limit).select(item::id).load(connection)?)
}

/// Adds something.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Item) -> Result<()> {
    diesel::insert_into(item::table).values(Row::of(new)).execute(connection)?;
    Ok(())
}

/// Saves that something ended, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Item) -> Result<()> {
    let row = item::table.find(&changed.id).filter(item::version.eq(changed.version));
    let set = (item::ended_at.eq(changed.ended_at), item::version.eq(changed.version + 1));
    let saved = diesel::update(row).set(set).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
