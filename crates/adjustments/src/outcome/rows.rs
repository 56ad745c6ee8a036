//! SQL for what officers say.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use listening::check_back::Helped;
use people::staff::StaffMember;
use people::work::Work;

use super::OfficerAnswer;
use crate::adjustment::Adjustment;
use crate::schema::officer_answer;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = officer_answer, treat_none_as_null = true)]
struct Row {
    id: Id<OfficerAnswer>,
    adjustment_id: Id<Adjustment>,
    staff_id: Id<StaffMember>,
    asked_at: Moment,
    answer: Option<Helped>,
    words: Option<String>,
    answered_at: Option<Moment>,
}

impl From<Row> for OfficerAnswer {
    fn from(Row { id, adjustment_id, staff_id, asked_at, answer, words, answered_at }: Row) -> Self {
        Self { id, adjustment_id, staff_id, asked_at, answer, words, answered_at }
    }
}

impl Row {
    fn of(answer: &OfficerAnswer) -> Self {
        let OfficerAnswer { id, adjustment_id, staff_id, asked_at, answer, words, answered_at } = answer.clone();
        Self { id, adjustment_id, staff_id, asked_at, answer, words, answered_at }
    }
}

/// One asking of whoever asks for it.
///
/// # Errors
/// Not found when it is of somebody else.
pub fn mine(work: &mut Work<'_>, id: &Id<OfficerAnswer>) -> Result<OfficerAnswer> {
    let theirs = officer_answer::table.find(id).filter(officer_answer::staff_id.eq(&work.me.actor.id));
    Ok(theirs.select(Row::as_select()).first::<Row>(work.connection)?.into())
}

/// What waits for the answer of whoever asks, what waits longest first.
///
/// # Errors
/// Broken when the database says so.
pub fn waiting_for_me(work: &mut Work<'_>) -> Result<Vec<OfficerAnswer>> {
    let rows: Vec<Row> = officer_answer::table
        .filter(officer_answer::staff_id.eq(&work.me.actor.id))
        .filter(officer_answer::answer.is_null())
        .order((officer_answer::asked_at, officer_answer::id))
        .select(Row::as_select())
        .load(work.connection)?;
    Ok(rows.into_iter().map(OfficerAnswer::from).collect())
}

/// Who was asked about an adjustment, and what they said.
///
/// # Errors
/// Broken when the database says so.
pub fn of_adjustment(connection: &mut DbConnection, id: &Id<Adjustment>) -> Result<Vec<OfficerAnswer>> {
    let rows: Vec<Row> = officer_answer::table
        .filter(officer_answer::adjustment_id.eq(id))
        .order((officer_answer::asked_at, officer_answer::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(OfficerAnswer::from).collect())
}

/// Adds an asking.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &OfficerAnswer) -> Result<()> {
    diesel::insert_into(officer_answer::table).values(Row::of(new)).execute(connection)?;
    Ok(())
}

/// Saves what somebody said, if they did not say so before.
///
/// # Errors
/// Refused when they did.
pub fn save(connection: &mut DbConnection, answered: &OfficerAnswer) -> Result<()> {
    let row = officer_answer::table.find(&answered.id).filter(officer_answer::answer.is_null());
    let saved = diesel::update(row).set(Row::of(answered)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("outcome-said-before")) }
}
