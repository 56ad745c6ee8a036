//! SQL for licences.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::Licence;
use crate::days::read as read_day;
use crate::schema::licence;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = licence, treat_none_as_null = true)]
struct Row {
    id: Id<Licence>,
    staff_id: Id<StaffMember>,
    kind: String,
    jurisdiction: String,
    number: String,
    issued_on: String,
    expires_on: Option<String>,
    renewal: Option<String>,
    reminds_on: Option<String>,
    added_at: Moment,
    ended_at: Option<Moment>,
    ended_why: Option<String>,
    version: i64,
}

impl Row {
    fn of(one: &Licence, version: i64) -> Self {
        let Licence { id, staff_id, kind, jurisdiction, number, renewal, added_at, ended, .. } = one.clone();
        let (ended_at, ended_why) = ended.unzip();
        Self {
            id,
            staff_id,
            kind,
            jurisdiction,
            number,
            issued_on: one.issued_on.to_string(),
            expires_on: one.expires_on.map(|day| day.to_string()),
            renewal,
            reminds_on: one.reminds_on.map(|day| day.to_string()),
            added_at,
            ended_at,
            ended_why,
            version,
        }
    }

    fn read(self) -> Result<Licence> {
        Ok(Licence {
            id: self.id,
            staff_id: self.staff_id,
            kind: self.kind,
            jurisdiction: self.jurisdiction,
            number: self.number,
            issued_on: read_day(&self.issued_on)?,
            expires_on: self.expires_on.as_deref().map(read_day).transpose()?,
            renewal: self.renewal,
            reminds_on: self.reminds_on.as_deref().map(read_day).transpose()?,
            added_at: self.added_at,
            ended: self.ended_at.zip(self.ended_why),
            version: self.version,
        })
    }
}

/// One licence of whomever.
///
/// # Errors
/// Not found when there is none.
pub fn find(connection: &mut DbConnection, id: &Id<Licence>) -> Result<Licence> {
    licence::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// All of an officer, also those that were ended, in the order in which they were written down.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Licence>> {
    let theirs = licence::table.filter(licence::staff_id.eq(staff_id)).order((licence::added_at, licence::id));
    theirs.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Row::read).collect()
}

/// Those of everybody that were not ended: what expires first first, and last what never does.
///
/// # Errors
/// Broken when the database says so.
pub fn in_force(connection: &mut DbConnection) -> Result<Vec<Licence>> {
    let counted = licence::table.filter(licence::ended_at.is_null()).order((licence::added_at, licence::id));
    let rows = counted.select(Row::as_select()).load::<Row>(connection)?;
    let mut all = rows.into_iter().map(Row::read).collect::<Result<Vec<Licence>>>()?;
    // The databases do not agree on where to put what has no last day.
    all.sort_by_key(|one| (one.expires_on.is_none(), one.expires_on));
    Ok(all)
}

/// Those of which somebody is to be written to by a day.
///
/// # Errors
/// Broken when the database says so.
pub fn to_remind(connection: &mut DbConnection, today: Day, limit: i64) -> Result<Vec<Id<Licence>>> {
    let due = licence::table.filter(licence::reminds_on.le(today.to_string()));
    Ok(due.order((licence::reminds_on, licence::id)).limit(limit).select(licence::id).load(connection)?)
}

/// Adds one.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Licence) -> Result<()> {
    diesel::insert_into(licence::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves one, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Licence) -> Result<()> {
    let row = licence::table.find(&changed.id).filter(licence::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// Somebody was written to. Nobody who looks at it sees a difference, so its version stays.
///
/// # Errors
/// Broken when the database says so.
pub fn reminded(connection: &mut DbConnection, one: &Licence) -> Result<()> {
    let next = one.reminds_on.map(|day| day.to_string());
    diesel::update(licence::table.find(&one.id)).set(licence::reminds_on.eq(next)).execute(connection)?;
    Ok(())
}
