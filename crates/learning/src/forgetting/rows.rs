//! SQL for how memories fade.

use std::collections::HashMap;

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result};
use people::staff::StaffMember;

use super::{Histories, Trial};
use crate::card::{Grade, History, Step};
use crate::parts::millionths;
use crate::question::Question;
use crate::schema::{answer, card, forgetting};

/// In the place of an officer, where it is of the whole company.
pub const COMPANY: &str = "";
/// Of so many of the newest reviews of a company weights are fitted: more would not move them.
pub const NEWEST: i64 = 200_000;

/// The weights of an officer, or of the company; none as long as none foretold better than those before.
///
/// # Errors
/// Broken when the database says so.
pub fn weights(connection: &mut DbConnection, staff_id: &str) -> Result<Option<Vec<f32>>> {
    let kept: Option<Option<String>> =
        forgetting::table.find(staff_id).select(forgetting::weights).first(connection).optional()?;
    let read = |text: String| serde_json::from_str(&text).map_err(|error| Error::Broken(error.into()));
    kept.flatten().map(read).transpose()
}

/// How many reviews there were at the last trial.
///
/// # Errors
/// Broken when the database says so.
pub fn reviews_tried(connection: &mut DbConnection, staff_id: &str) -> Result<i64> {
    let kept = forgetting::table.find(staff_id).select(forgetting::reviews);
    Ok(kept.first(connection).optional()?.unwrap_or(0))
}

/// Keeps what a trial said; weights that did no better than those before leave those.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, staff_id: &str, trial: &Trial, now: Moment) -> Result<()> {
    let new = trial.weights.as_ref().map(serde_json::to_string).transpose();
    let new = new.map_err(|error| Error::Broken(error.into()))?;
    let before: Option<Option<String>> =
        forgetting::table.find(staff_id).select(forgetting::weights).first(connection).optional()?;
    diesel::delete(forgetting::table.find(staff_id)).execute(connection)?;
    diesel::insert_into(forgetting::table)
        .values((
            forgetting::staff_id.eq(staff_id),
            forgetting::weights.eq(new.or(before.flatten())),
            forgetting::reviews.eq(trial.reviews),
            forgetting::tried_at.eq(now),
            forgetting::loss_before_millionths.eq(Some(millionths(trial.loss_before))),
            forgetting::loss_after_millionths.eq(Some(millionths(trial.loss_after))),
        ))
        .execute(connection)?;
    Ok(())
}

/// How many reviews an officer, or (none) the company has.
///
/// # Errors
/// Broken when the database says so.
pub fn reviews(connection: &mut DbConnection, staff_id: Option<&Id<StaffMember>>) -> Result<i64> {
    let mut query = answer::table.filter(answer::is_review.eq(1)).into_boxed();
    if let Some(staff_id) = staff_id {
        query = query.filter(answer::staff_id.eq(staff_id.clone()));
    }
    Ok(query.count().get_result(connection)?)
}

type OfCard = (Id<StaffMember>, Id<Question>);
type Reviewed = (Id<StaffMember>, Id<Question>, String, i64, i64);

/// The histories of the newest reviews of an officer, or (none) of the company; of so many at most. Those that reach back
/// further are left out: their second or third review would be taken for the first.
///
/// # Errors
/// Broken when the database says so.
pub fn histories(connection: &mut DbConnection, staff_id: Option<&Id<StaffMember>>, most: i64) -> Result<Histories> {
    let mut query = answer::table.filter(answer::is_review.eq(1)).into_boxed();
    if let Some(staff_id) = staff_id {
        query = query.filter(answer::staff_id.eq(staff_id.clone()));
    }
    let columns = (answer::staff_id, answer::question_id, answer::answered_on, answer::is_right, answer::is_guess);
    let newest = query.order((answer::answered_at.desc(), answer::id.desc())).limit(most);
    let mut reviewed: Vec<Reviewed> = newest.select(columns).load(connection)?;
    reviewed.sort();
    let mut histories: Vec<(OfCard, History)> = Vec::new();
    let is_cut = i64::try_from(reviewed.len()).unwrap_or(i64::MAX) >= most;
    for (staff_id, question_id, on, is_right, is_guess) in reviewed {
        let on: Day = on.parse().map_err(|_| Error::broken("an answer has no day"))?;
        let step = Step { grade: Grade::of(is_right == 1, is_guess == 1), on };
        let of = (staff_id, question_id);
        match histories.last_mut().filter(|(last, _)| *last == of) {
            Some((_, history)) => history.push(step),
            None => histories.push((of, History::from([step]))),
        }
    }
    if is_cut {
        let kept = card::table.select(((card::staff_id, card::question_id), card::reviews));
        let reviews: HashMap<OfCard, i64> = kept.load::<(OfCard, i64)>(connection)?.into_iter().collect();
        let read = |history: &History| i64::try_from(history.len()).unwrap_or(i64::MAX);
        histories.retain(|(of, history)| reviews.get(of).is_some_and(|reviews| *reviews <= read(history)));
    }
    Ok(histories.into_iter().map(|(_, history)| history).collect())
}
