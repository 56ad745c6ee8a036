//! SQL for what answers say of questions.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use learning::parts::{of_thousandths, thousandths};
use learning::question::Question;
use psychometrics::Parameters;

use super::Fitted;
use crate::schema::item_parameters as kept;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = kept)]
struct Row {
    question_id: Id<Question>,
    discrimination_thousandths: i64,
    difficulty_thousandths: i64,
    answers: i64,
    fitted_at: Moment,
}

impl Row {
    fn of(one: &Fitted) -> Self {
        Self {
            question_id: one.question_id.clone(),
            discrimination_thousandths: thousandths(one.parameters.discrimination),
            difficulty_thousandths: thousandths(one.parameters.difficulty),
            answers: i64::try_from(one.answers).unwrap_or(i64::MAX),
            fitted_at: one.fitted_at,
        }
    }

    fn read(self) -> Fitted {
        let discrimination = of_thousandths(self.discrimination_thousandths);
        let parameters = Parameters { discrimination, difficulty: of_thousandths(self.difficulty_thousandths) };
        let answers = usize::try_from(self.answers).unwrap_or(0);
        Fitted { question_id: self.question_id, parameters, answers, fitted_at: self.fitted_at }
    }
}

/// All that were fitted.
///
/// # Errors
/// Broken when the database says so.
pub fn all(connection: &mut DbConnection) -> Result<HashMap<Id<Question>, Fitted>> {
    let rows: Vec<Row> = kept::table.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(|row| (row.question_id.clone(), row.read())).collect())
}

/// These take the place of all that were fitted before.
///
/// # Errors
/// Broken when the database says so.
pub fn replace(connection: &mut DbConnection, all: &[Fitted]) -> Result<()> {
    diesel::delete(kept::table).execute(connection)?;
    for one in all {
        diesel::insert_into(kept::table).values(Row::of(one)).execute(connection)?;
    }
    Ok(())
}
