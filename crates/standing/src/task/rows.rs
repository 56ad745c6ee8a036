//! SQL for what is to be done before notice can be given.

use std::collections::HashSet;

use agreement::contract::Contract;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::{Kind, Task};
use crate::renewal::rows::read_day;
use crate::schema::renewal_task;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = renewal_task, treat_none_as_null = true)]
struct Row {
    id: Id<Task>,
    contract_id: Id<Contract>,
    term_ends_on: String,
    kind: Kind,
    headline: String,
    owner_id: Id<StaffMember>,
    due_on: String,
    reminds_on: Option<String>,
    done_at: Option<Moment>,
    done_by: Option<String>,
    words: Option<String>,
    version: i64,
}

impl Row {
    fn of(task: &Task, version: i64) -> Self {
        let one = task.clone();
        Self {
            id: one.id,
            contract_id: one.contract_id,
            term_ends_on: one.term_ends_on.to_string(),
            kind: one.kind,
            headline: one.headline,
            owner_id: one.owner_id,
            due_on: one.due_on.to_string(),
            reminds_on: one.reminds_on.map(|day| day.to_string()),
            done_at: one.done_at,
            done_by: one.done_by,
            words: one.words,
            version,
        }
    }

    fn read(self) -> Result<Task> {
        Ok(Task {
            id: self.id,
            contract_id: self.contract_id,
            term_ends_on: read_day(&self.term_ends_on)?,
            kind: self.kind,
            headline: self.headline,
            owner_id: self.owner_id,
            due_on: read_day(&self.due_on)?,
            reminds_on: self.reminds_on.as_deref().map(read_day).transpose()?,
            done_at: self.done_at,
            done_by: self.done_by,
            words: self.words,
            version: self.version,
        })
    }
}

/// One task, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Task>) -> Result<Task> {
    renewal_task::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// All tasks of one contract, what is due first first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_contract(connection: &mut DbConnection, id: &Id<Contract>) -> Result<Vec<Task>> {
    let theirs = renewal_task::table.filter(renewal_task::contract_id.eq(id));
    let rows: Vec<Row> =
        theirs.order((renewal_task::due_on, renewal_task::id)).select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The open tasks of some contracts, what is due first first.
///
/// # Errors
/// Broken when the database says so.
pub fn open_of(connection: &mut DbConnection, contracts: &[Id<Contract>]) -> Result<Vec<Task>> {
    let mut found = Vec::new();
    // A statement takes only so many names.
    for some in contracts.chunks(500) {
        let theirs = renewal_task::table.filter(renewal_task::contract_id.eq_any(some));
        let open = theirs.filter(renewal_task::done_at.is_null()).order((renewal_task::due_on, renewal_task::id));
        found.extend(open.select(Row::as_select()).load::<Row>(connection)?);
    }
    found.into_iter().map(Row::read).collect()
}

/// The open tasks that somebody sees to, what is due first first.
///
/// # Errors
/// Broken when the database says so.
pub fn open_for(connection: &mut DbConnection, owner_id: &Id<StaffMember>) -> Result<Vec<Task>> {
    let theirs = renewal_task::table.filter(renewal_task::owner_id.eq(owner_id));
    let open = theirs.filter(renewal_task::done_at.is_null()).order((renewal_task::due_on, renewal_task::id));
    open.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Row::read).collect()
}

/// What was planned so far for the terms that end from a day on.
///
/// # Errors
/// Broken when the database says so.
pub fn planned_from(connection: &mut DbConnection, day: Day) -> Result<HashSet<(Id<Contract>, Day, Kind)>> {
    let rows: Vec<(Id<Contract>, String, Kind)> = renewal_task::table
        .filter(renewal_task::term_ends_on.ge(day.to_string()))
        .select((renewal_task::contract_id, renewal_task::term_ends_on, renewal_task::kind))
        .load(connection)?;
    rows.into_iter().map(|(id, ends_on, kind)| Ok((id, read_day(&ends_on)?, kind))).collect()
}

/// The tasks whose owner is to be reminded by today.
///
/// # Errors
/// Broken when the database says so.
pub fn to_remind(connection: &mut DbConnection, today: Day, limit: i64) -> Result<Vec<Id<Task>>> {
    let due = renewal_task::table.filter(renewal_task::reminds_on.le(today.to_string()));
    let due = due.filter(renewal_task::done_at.is_null()).order((renewal_task::reminds_on, renewal_task::id));
    Ok(due.limit(limit).select(renewal_task::id).load(connection)?)
}

/// Adds a task.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Task) -> Result<()> {
    diesel::insert_into(renewal_task::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a task, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Task) -> Result<()> {
    let row = renewal_task::table.find(&changed.id).filter(renewal_task::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// Its owner was reminded. Nobody who looks at it sees a difference, so its version stays.
///
/// # Errors
/// Broken when the database says so.
pub fn reminded(connection: &mut DbConnection, task: &Task) -> Result<()> {
    let next = task.reminds_on.map(|day| day.to_string());
    diesel::update(renewal_task::table.find(&task.id)).set(renewal_task::reminds_on.eq(next)).execute(connection)?;
    Ok(())
}
