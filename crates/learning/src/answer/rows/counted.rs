//! The answers that say what somebody can: those to words that were new to them, and those in exams and tests, as long as
//! these words are asked. Of one officer no question counts twice, since the second time is also memory.

use std::collections::HashSet;

use diesel::dsl::{InnerJoinQuerySource, count};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::{DbConnection, Id, Moment, Occasion, Question, Result, StaffMember, answer};
use crate::schema::question_wording;

/// An answer as figures need it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Counted {
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// To which question.
    pub question_id: Id<Question>,
    /// When.
    pub answered_at: Moment,
    /// The place of what was chosen; none when nothing was.
    pub chosen: Option<i64>,
    /// 1 when it was right.
    pub is_right: i64,
}

type Worded = InnerJoinQuerySource<answer::table, question_wording::table>;
type Says = Box<dyn BoxableExpression<Worded, <DbConnection as Connection>::Backend, SqlType = Bool>>;

/// Whether an answer is to words that are asked, and in no exam that counts for nothing.
fn counts(voided: &HashSet<String>) -> Says {
    Box::new(question_wording::ended_at.is_null().and(answer::occasion_id.ne_all(voided.iter().cloned())))
}

/// Whether an answer says something of its question: it was the first, and was given. What was left unanswered in an exam
/// says something of the time that there was.
fn tells(voided: &HashSet<String>) -> Says {
    let given = answer::chosen.is_not_null().or(answer::occasion.ne(Occasion::Exam));
    Box::new(counts(voided).and(answer::is_first.eq(1)).and(given))
}

const WANTED: (answer::staff_id, answer::question_id, answer::answered_at, answer::chosen, answer::is_right) =
    (answer::staff_id, answer::question_id, answer::answered_at, answer::chosen, answer::is_right);

/// What an officer can: of each question the newest answer in an exam or a test, or else the first, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn of_officer(
    connection: &mut DbConnection,
    staff_id: &Id<StaffMember>,
    voided: &HashSet<String>,
) -> Result<Vec<Counted>> {
    let theirs = answer::table
        .inner_join(question_wording::table)
        .filter(counts(voided))
        .filter(answer::staff_id.eq(staff_id))
        .filter(answer::is_first.eq(1).or(answer::occasion.ne(Occasion::Practice)))
        .order((answer::answered_at.desc(), answer::id.desc()));
    let mut all = once_each(theirs.select(WANTED).load(connection)?);
    all.reverse();
    Ok(all)
}

/// What answers say of questions: the first of each officer to each question, in the order of time. Of one question it is also
/// what those who answered it answered besides, since that says how able they are.
///
/// # Errors
/// Broken when the database says so.
pub fn firsts(
    connection: &mut DbConnection,
    voided: &HashSet<String>,
    of: Option<&Id<Question>>,
) -> Result<Vec<Counted>> {
    let mut all = answer::table.inner_join(question_wording::table).filter(tells(voided)).into_boxed();
    if let Some(question_id) = of {
        let theirs = answer::table.inner_join(question_wording::table).filter(tells(voided));
        let theirs = theirs.filter(answer::question_id.eq(question_id)).select(answer::staff_id);
        let officers: Vec<Id<StaffMember>> = theirs.load(connection)?;
        all = all.filter(answer::staff_id.eq_any(officers));
    }
    // Where words came back, somebody may have answered them and meanwhile others, each for the first time.
    Ok(once_each(all.order((answer::answered_at, answer::id)).select(WANTED).load(connection)?))
}

/// Of each officer and question the answer that comes first.
fn once_each(all: Vec<Counted>) -> Vec<Counted> {
    let mut seen: HashSet<(&Id<StaffMember>, &Id<Question>)> = HashSet::new();
    let is_new: Vec<bool> = all.iter().map(|one| seen.insert((&one.staff_id, &one.question_id))).collect();
    all.into_iter().zip(is_new).filter_map(|(one, is_new)| is_new.then_some(one)).collect()
}

/// How many officers gave each question a first answer.
///
/// # Errors
/// Broken when the database says so.
pub fn counts_of_firsts(connection: &mut DbConnection, voided: &HashSet<String>) -> Result<Vec<(Id<Question>, i64)>> {
    let firsts = answer::table.inner_join(question_wording::table).filter(tells(voided));
    let officers = count(answer::staff_id).aggregate_distinct();
    Ok(firsts.group_by(answer::question_id).select((answer::question_id, officers)).load(connection)?)
}

/// The questions that an officer answered in words that are asked now.
///
/// # Errors
/// Broken when the database says so.
pub fn answered(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<HashSet<Id<Question>>> {
    let theirs = answer::table
        .inner_join(question_wording::table)
        .filter(answer::staff_id.eq(staff_id))
        .filter(question_wording::ended_at.is_null());
    Ok(theirs.select(answer::question_id).distinct().load::<Id<Question>>(connection)?.into_iter().collect())
}
