//! SQL for rehearsals.

use std::collections::BTreeSet;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::rules::debriefing;
use super::rules::taken::Gone;
use super::{Outcome, Path, Rehearsal};
use crate::schema::rehearsal;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rehearsal, treat_none_as_null = true)]
struct Row {
    id: Id<Rehearsal>,
    staff_id: Id<StaffMember>,
    scenario: String,
    digest: String,
    begun_at: Moment,
    ended_at: Option<Moment>,
    ending: Option<String>,
    outcome: Option<Outcome>,
    path: String,
    version: i64,
}

impl Row {
    fn of(one: &Rehearsal, version: i64) -> Result<Self> {
        let path = serde_json::to_string(&one.path)?;
        let Rehearsal { id, staff_id, scenario, digest, begun_at, ended_at, ending, outcome, .. } = one.clone();
        Ok(Self { id, staff_id, scenario, digest, begun_at, ended_at, ending, outcome, path, version })
    }

    fn read(self) -> Result<Rehearsal> {
        let path: Path = serde_json::from_str(&self.path)?;
        let Self { id, staff_id, scenario, digest, begun_at, ended_at, ending, outcome, version, .. } = self;
        Ok(Rehearsal { id, staff_id, scenario, digest, begun_at, ended_at, ending, outcome, path, version })
    }
}

/// A rehearsal without what was said in it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = rehearsal)]
pub struct Run {
    /// Its name in the rows.
    pub id: Id<Rehearsal>,
    /// The dialogue.
    pub scenario: String,
    /// The digest of the dialogue's text when it was begun.
    pub digest: String,
    /// When it was begun.
    pub begun_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// How well it ended; none where the dialogue was rewritten before it did.
    pub outcome: Option<Outcome>,
}

/// A rehearsal that came to its ending, and what was missed on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Its name in the rows.
    pub id: Id<Rehearsal>,
    /// The dialogue.
    pub scenario: String,
    /// When it ended.
    pub ended_at: Moment,
    /// How well.
    pub outcome: Outcome,
    /// The behaviours that were missed: `AL.restates`.
    pub missed: BTreeSet<String>,
}

/// One of an officer's own.
///
/// # Errors
/// Not found when there is none, or when it is somebody else's.
pub fn find(connection: &mut DbConnection, staff_id: &Id<StaffMember>, id: &Id<Rehearsal>) -> Result<Rehearsal> {
    let theirs = rehearsal::table.find(id).filter(rehearsal::staff_id.eq(staff_id));
    theirs.select(Row::as_select()).first::<Row>(connection)?.read()
}

/// The one of this dialogue in whose middle an officer is.
///
/// # Errors
/// Broken when the database says so.
pub fn under_way(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    scenario: &str,
) -> Result<Option<Rehearsal>> {
    let theirs = rehearsal::table
        .filter(rehearsal::staff_id.eq(staff_id))
        .filter(rehearsal::scenario.eq(scenario))
        .filter(rehearsal::ended_at.is_null());
    theirs.select(Row::as_select()).first::<Row>(connection).optional()?.map(Row::read).transpose()
}

/// All of an officer, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Run>> {
    let theirs = rehearsal::table.filter(rehearsal::staff_id.eq(staff_id));
    let ordered = theirs.order((rehearsal::begun_at.desc(), rehearsal::id.desc()));
    Ok(ordered.select(Run::as_select()).load(connection)?)
}

/// Those of an officer that came to their ending, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn ended_of(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Ended>> {
    let theirs = rehearsal::table.filter(rehearsal::staff_id.eq(staff_id)).filter(rehearsal::outcome.is_not_null());
    let ordered = theirs.order((rehearsal::ended_at.desc(), rehearsal::id.desc()));
    let rows: Vec<Row> = ordered.select(Row::as_select()).load(connection)?;
    let ended = |row: Row| {
        let Rehearsal { id, scenario, ended_at, outcome, path, .. } = row.read()?;
        let (ended_at, outcome) = ended_at.zip(outcome).ok_or_else(|| Error::broken("a rehearsal has half an end"))?;
        Ok(Ended { id, scenario, ended_at, outcome, missed: debriefing::missed(&path.steps) })
    };
    rows.into_iter().map(ended).collect()
}

/// The newest of all officers that came to an ending of these very words of a dialogue, as many at most.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn gone(connection: &mut DbConnection, (scenario, digest): (&str, &str), most: i64) -> Result<Vec<Gone>> {
    let ended = rehearsal::table
        .filter(rehearsal::scenario.eq(scenario))
        .filter(rehearsal::digest.eq(digest))
        .filter(rehearsal::ending.is_not_null());
    let newest = ended.order((rehearsal::begun_at.desc(), rehearsal::id.desc())).limit(most);
    let rows: Vec<Row> = newest.select(Row::as_select()).load(connection)?;
    let gone = |row: Row| {
        let Rehearsal { staff_id, ending, path, .. } = row.read()?;
        Ok(Gone { staff_id, ending: ending.unwrap_or_default(), path })
    };
    rows.into_iter().map(gone).collect()
}

/// Adds one.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Rehearsal) -> Result<()> {
    diesel::insert_into(rehearsal::table).values(Row::of(new, new.version)?).execute(connection)?;
    Ok(())
}

/// Saves one, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Rehearsal) -> Result<()> {
    let row = rehearsal::table.find(&changed.id).filter(rehearsal::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)?).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
