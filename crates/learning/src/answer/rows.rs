//! SQL for answers.

pub mod counted;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::{Answer, Given, Occasion};
use crate::question::{Question, Wording};
use crate::schema::{answer, question_wording};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = answer, treat_none_as_null = true)]
struct Row {
    id: Id<Answer>,
    staff_id: Id<StaffMember>,
    question_id: Id<Question>,
    wording_id: Id<Wording>,
    occasion: Occasion,
    occasion_id: String,
    answered_at: Moment,
    answered_on: String,
    chosen: Option<i64>,
    is_guess: i64,
    is_right: i64,
    is_first: i64,
    is_review: i64,
}

impl Row {
    fn of(one: &Answer) -> Self {
        let Answer { id, staff_id, question_id, given, occasion, occasion_id, answered_at, .. } = one.clone();
        let Given { wording_id, chosen, is_guess } = given;
        Self {
            id,
            staff_id,
            question_id,
            wording_id,
            occasion,
            occasion_id,
            answered_at,
            answered_on: one.answered_on.to_string(),
            chosen: chosen.and_then(|place| i64::try_from(place).ok()),
            is_guess: i64::from(is_guess),
            is_right: i64::from(one.is_right),
            is_first: i64::from(one.is_first),
            is_review: i64::from(one.is_review),
        }
    }

    fn read(self) -> Result<Answer> {
        let Self { id, staff_id, question_id, wording_id, occasion, occasion_id, answered_at, .. } = self;
        let answered_on: Day = self.answered_on.parse().map_err(|_| Error::broken("an answer has no day"))?;
        let chosen = self.chosen.and_then(|place| usize::try_from(place).ok());
        Ok(Answer {
            id,
            staff_id,
            question_id,
            given: Given { wording_id, chosen, is_guess: self.is_guess == 1 },
            occasion,
            occasion_id,
            answered_at,
            answered_on,
            is_right: self.is_right == 1,
            is_first: self.is_first == 1,
            is_review: self.is_review == 1,
        })
    }
}

/// Keeps an answer.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, new: &Answer) -> Result<()> {
    diesel::insert_into(answer::table).values(Row::of(new)).execute(connection)?;
    Ok(())
}

/// The answers of a practice, an exam or a test, in the order in which they were given.
///
/// # Errors
/// Broken when the database says so.
pub fn of_occasion(connection: &mut DbConnection, occasion_id: &str) -> Result<Vec<Answer>> {
    let given = answer::table.filter(answer::occasion_id.eq(occasion_id)).order(answer::id);
    let rows: Vec<Row> = given.select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// All answers of an officer, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn of_staff(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<Answer>> {
    let theirs = answer::table.filter(answer::staff_id.eq(staff_id)).order((answer::answered_at, answer::id));
    let rows: Vec<Row> = theirs.select(Row::as_select()).load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// Whether an officer answered a question in words that are asked now.
///
/// # Errors
/// Broken when the database says so.
pub fn has_answered(
    connection: &mut DbConnection,
    (staff_id, question_id): (&Id<StaffMember>, &Id<Question>),
) -> Result<bool> {
    let theirs = answer::table
        .inner_join(question_wording::table)
        .filter(answer::staff_id.eq(staff_id))
        .filter(answer::question_id.eq(question_id))
        .filter(question_wording::ended_at.is_null());
    Ok(theirs.count().get_result::<i64>(connection)? > 0)
}
