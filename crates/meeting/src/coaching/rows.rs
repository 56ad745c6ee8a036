//! SQL for coaching.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::rules::{Coaching, NewCoaching, Seen};
use crate::interaction::{self, Interaction};
use crate::schema::coaching;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = coaching)]
struct Row {
    id: Id<Interaction>,
    about_id: Id<StaffMember>,
    attentive: Seen,
    common_ground: Seen,
    courteous: Seen,
    connecting: Seen,
    informing: Seen,
    words: String,
    answer: Option<String>,
    answered_at: Option<Moment>,
}

/// The coaching of a visit.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Interaction>) -> Result<Coaching> {
    let row: Row = coaching::table.find(id).select(Row::as_select()).first(connection)?;
    Ok(Coaching {
        visit: interaction::rows::any(connection, id)?,
        about_id: row.about_id,
        look: [row.attentive, row.common_ground, row.courteous, row.connecting, row.informing],
        words: row.words,
        answer: row.answer,
        answered_at: row.answered_at,
    })
}

/// Whether a visit has coaching.
///
/// # Errors
/// Broken when the database says so.
pub fn has(connection: &mut DbConnection, id: &Id<Interaction>) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(coaching::table.find(id))).get_result(connection)?)
}

/// What somebody has not answered yet, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn unanswered(
    connection: &mut DbConnection,
    about_id: &Id<StaffMember>,
    limit: i64,
) -> Result<Vec<Id<Interaction>>> {
    let open = coaching::table.filter(coaching::about_id.eq(about_id)).filter(coaching::answered_at.is_null());
    Ok(open.order(coaching::id.desc()).limit(limit).select(coaching::id).load(connection)?)
}

/// The newest that is about somebody, as much at most.
///
/// # Errors
/// Broken when the database says so.
pub fn newest_about(connection: &mut DbConnection, about_id: &Id<StaffMember>, limit: i64) -> Result<Vec<Coaching>> {
    let theirs = coaching::table.filter(coaching::about_id.eq(about_id)).order(coaching::id.desc()).limit(limit);
    let ids: Vec<Id<Interaction>> = theirs.select(coaching::id).load(connection)?;
    ids.iter().map(|id| any(connection, id)).collect()
}

/// Adds the coaching of a visit.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, id: &Id<Interaction>, new: &NewCoaching) -> Result<()> {
    let [attentive, common_ground, courteous, connecting, informing] = new.look;
    let row = Row {
        id: id.clone(),
        about_id: new.about_id.clone(),
        attentive,
        common_ground,
        courteous,
        connecting,
        informing,
        words: new.words.clone(),
        answer: None,
        answered_at: None,
    };
    diesel::insert_into(coaching::table).values(row).execute(connection)?;
    Ok(())
}

/// Saves what somebody answered.
///
/// # Errors
/// Refused when they answered before.
pub fn answer(connection: &mut DbConnection, id: &Id<Interaction>, words: &str, now: Moment) -> Result<()> {
    let open = coaching::table.find(id).filter(coaching::answered_at.is_null());
    let saved = (coaching::answer.eq(words), coaching::answered_at.eq(now));
    let count = diesel::update(open).set(saved).execute(connection)?;
    if count == 1 { Ok(()) } else { Err(Error::refused("coaching-answered-before")) }
}
