//! The answers that say what somebody can: those to words that were new to them, and those in exams and tests.

use diesel::dsl::max;
use diesel::prelude::*;

use super::{DbConnection, Id, Moment, Occasion, Question, Result, StaffMember, answer};

/// An answer as figures need it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Counted {
    /// Whose.
    pub staff_id: Id<StaffMember>,
    /// To which question.
    pub question_id: Id<Question>,
    /// On what occasion.
    pub occasion: Occasion,
    /// Which practice, exam or test.
    pub occasion_id: String,
    /// When.
    pub answered_at: Moment,
    /// The place of what was chosen; none when nothing was.
    pub chosen: Option<i64>,
    /// 1 when it was right.
    pub is_right: i64,
}

/// Those of one officer, or of all, in the order of time.
///
/// # Errors
/// Broken when the database says so.
pub fn counted(connection: &mut DbConnection, staff_id: Option<&Id<StaffMember>>) -> Result<Vec<Counted>> {
    let says = answer::is_first.eq(1).or(answer::occasion.ne(Occasion::Practice));
    let all = answer::table.filter(says).order((answer::answered_at, answer::id));
    let wanted = (
        answer::staff_id,
        answer::question_id,
        answer::occasion,
        answer::occasion_id,
        answer::answered_at,
        answer::chosen,
        answer::is_right,
    );
    match staff_id {
        Some(staff_id) => Ok(all.filter(answer::staff_id.eq(staff_id)).select(wanted).load(connection)?),
        None => Ok(all.select(wanted).load(connection)?),
    }
}

/// When an officer answered each question last.
///
/// # Errors
/// Broken when the database says so.
pub fn newest_of(connection: &mut DbConnection, staff_id: &Id<StaffMember>) -> Result<Vec<(Id<Question>, Moment)>> {
    let theirs = answer::table.filter(answer::staff_id.eq(staff_id)).group_by(answer::question_id);
    let rows: Vec<(Id<Question>, Option<Moment>)> =
        theirs.select((answer::question_id, max(answer::answered_at))).load(connection)?;
    Ok(rows.into_iter().filter_map(|(id, at)| Some((id, at?))).collect())
}
