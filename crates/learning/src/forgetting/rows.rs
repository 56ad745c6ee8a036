//! SQL for how memories fade.

use diesel::dsl::count_star;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Day, Error, Id, Moment, Result, secret};
use people::staff::StaffMember;

use super::{Histories, Trial};
use crate::card::{Grade, History, Step};
use crate::parts::millionths;
use crate::question::Question;
use crate::schema::{answer, forgetting};

/// In the place of an officer, where it is of the whole company.
pub const COMPANY: &str = "";
/// To so many reviews of a company weights are fitted: more would not move them.
pub const MOST_REVIEWS: i64 = 200_000;

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

/// The histories of all cards of an officer, or (none) of the company. Where the company has more reviews than so many, they
/// are those of some officers, who are chosen by a digest of their names, so that old and new cards, and whoever answers often
/// and seldom, have their share. Each history is whole: without its beginning a later review would be taken for the first.
///
/// # Errors
/// Broken when the database says so.
pub fn histories(connection: &mut DbConnection, staff_id: Option<&Id<StaffMember>>, most: i64) -> Result<Histories> {
    let mut query = answer::table.filter(answer::is_review.eq(1)).into_boxed();
    if let Some(staff_id) = staff_id {
        query = query.filter(answer::staff_id.eq(staff_id.clone()));
    } else if reviews(connection, None)? > most {
        query = query.filter(answer::staff_id.eq_any(some(connection, most)?));
    }
    let columns = (answer::staff_id, answer::question_id, answer::answered_on, answer::is_right, answer::is_guess);
    let mut reviewed: Vec<Reviewed> = query.select(columns).load(connection)?;
    reviewed.sort();
    let mut histories: Vec<(OfCard, History)> = Vec::new();
    for (staff_id, question_id, on, is_right, is_guess) in reviewed {
        let on: Day = on.parse().map_err(|_| Error::broken("an answer has no day"))?;
        let step = Step { grade: Grade::of(is_right == 1, is_guess == 1), on };
        let of = (staff_id, question_id);
        match histories.last_mut().filter(|(last, _)| *last == of) {
            Some((_, history)) => history.push(step),
            None => histories.push((of, History::from([step]))),
        }
    }
    Ok(histories.into_iter().map(|(_, history)| history).collect())
}

/// As many officers, by a digest of their names, as have so many reviews together; at least one.
fn some(connection: &mut DbConnection, most: i64) -> Result<Vec<Id<StaffMember>>> {
    let reviews = answer::table.filter(answer::is_review.eq(1)).group_by(answer::staff_id);
    let mut all: Vec<(Id<StaffMember>, i64)> = reviews.select((answer::staff_id, count_star())).load(connection)?;
    all.sort_by_cached_key(|(id, _)| secret::digest(id.as_str()));
    let mut together = 0;
    let fits = |(place, (_, reviews)): &(usize, (Id<StaffMember>, i64))| {
        together += reviews;
        *place == 0 || together <= most
    };
    Ok(all.into_iter().enumerate().take_while(fits).map(|(_, (id, _))| id).collect())
}
