//! SQL for the questions of exams.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use learning::question::{Question, Wording};

use crate::exam::{Asked, Exam};
use crate::schema::{exam, exam_question};

#[derive(Queryable, Selectable)]
#[diesel(table_name = exam_question)]
struct Row {
    place: i64,
    question_id: Id<Question>,
    wording_id: Id<Wording>,
    chosen: Option<i64>,
    answered_at: Option<Moment>,
    flagged_at: Option<Moment>,
}

impl From<Row> for Asked {
    fn from(Row { place, question_id, wording_id, chosen, answered_at, flagged_at }: Row) -> Self {
        let chosen = chosen.and_then(|place| usize::try_from(place).ok());
        Self { place, question_id, wording_id, chosen, answered_at, flagged_at }
    }
}

/// The questions of an exam, in their order.
///
/// # Errors
/// Broken when the database says so.
pub fn questions(connection: &mut DbConnection, exam_id: &Id<Exam>) -> Result<Vec<Asked>> {
    let all = exam_question::table.filter(exam_question::exam_id.eq(exam_id)).order(exam_question::place);
    Ok(all.select(Row::as_select()).load::<Row>(connection)?.into_iter().map(Asked::from).collect())
}

/// One question of an exam.
///
/// # Errors
/// Not found when there is none at this place.
pub fn question(connection: &mut DbConnection, exam_id: &Id<Exam>, place: i64) -> Result<Asked> {
    Ok(exam_question::table.find((exam_id, place)).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// A question that was drawn, in its words.
pub type InWords = (Id<Question>, Id<Wording>);

/// Adds questions to an exam, from a place on.
///
/// # Errors
/// Broken when the database says so.
pub fn insert_questions(
    connection: &mut DbConnection,
    exam_id: &Id<Exam>,
    (from, drawn): (i64, &[InWords]),
) -> Result<()> {
    for (place, (question_id, wording_id)) in (from..).zip(drawn) {
        let values = (
            exam_question::exam_id.eq(exam_id),
            exam_question::place.eq(place),
            exam_question::question_id.eq(question_id),
            exam_question::wording_id.eq(wording_id),
        );
        diesel::insert_into(exam_question::table).values(values).execute(connection)?;
    }
    Ok(())
}

/// Keeps what an officer says of a question.
///
/// # Errors
/// Broken when the database says so.
pub fn save_question(connection: &mut DbConnection, exam_id: &Id<Exam>, changed: &Asked) -> Result<()> {
    let chosen = changed.chosen.and_then(|place| i64::try_from(place).ok());
    let values = (
        exam_question::chosen.eq(chosen),
        exam_question::answered_at.eq(changed.answered_at),
        exam_question::flagged_at.eq(changed.flagged_at),
    );
    diesel::update(exam_question::table.find((exam_id, changed.place))).set(values).execute(connection)?;
    Ok(())
}

/// How often each question was in a form that was drawn since a moment.
///
/// # Errors
/// Broken when the database says so.
pub fn drawn_since(connection: &mut DbConnection, since: Moment) -> Result<HashMap<Id<Question>, u32>> {
    let drawn = exam_question::table.inner_join(exam::table).filter(exam::begun_at.ge(since));
    let counts: Vec<(Id<Question>, i64)> = drawn
        .group_by(exam_question::question_id)
        .select((exam_question::question_id, count_star()))
        .load(connection)?;
    Ok(counts.into_iter().map(|(id, count)| (id, u32::try_from(count).unwrap_or(u32::MAX))).collect())
}
