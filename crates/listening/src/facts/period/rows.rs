//! SQL for what was told in a span of time.

use std::collections::HashMap;

use agreement::contract::Severity;
use diesel::prelude::*;
use ground::{Id, Moment, Result};
use people::work::Work;

use super::super::rows::{AT_ONCE, kept_of};
use super::super::{Checked, Share};
use super::Of;
use crate::check_back::Helped;
use crate::check_back::rows::Grades;
use crate::concern::rows::{ConcernRow, Query, within};
use crate::concern::{Concern, State};
use crate::promise::Step;
use crate::queue::Line;
use crate::queue::rows::lines;
use crate::schema::{check_back, concern};

/// Some concerns in a list, and how many there are in all.
type Found = (Vec<Line>, usize);

/// What may be in a report: within reach, not protected, and not about whoever asks.
fn reported<'a>(work: &Work<'_>) -> Query<'a> {
    let query = within(work.me, concern::table.into_boxed()).filter(concern::protected_at.is_null());
    match work.me.reach.not_about.clone() {
        Some(about) => query.filter(concern::about_id.is_null().or(concern::about_id.ne(about))),
        None => query,
    }
}

fn at<'a>(work: &Work<'_>, of: &Of) -> Query<'a> {
    let query = reported(work).filter(concern::client_id.eq(of.client_id.clone()));
    match of.site_id.clone() {
        Some(site) => query.filter(concern::site_id.eq(site)),
        None => query,
    }
}

fn raised<'a>(work: &Work<'_>, of: &Of) -> Query<'a> {
    at(work, of).filter(concern::raised_at.ge(of.span.0).and(concern::raised_at.lt(of.span.1)))
}

fn listed<'a>(work: &mut Work<'_>, query: &dyn Fn(&Work<'_>) -> Query<'a>, limit: i64) -> Result<Found> {
    let ids: Vec<Id<Concern>> = query(work).select(concern::id).load(work.connection)?;
    let rows: Vec<ConcernRow> = query(work).limit(limit).select(ConcernRow::as_select()).load(work.connection)?;
    Ok((lines(work.connection, rows)?, ids.len()))
}

/// What was told in the span and is no praise, the earliest first: so many of it, and how much it is in all.
///
/// # Errors
/// Broken when the database says so.
pub fn told(work: &mut Work<'_>, of: &Of, limit: i64) -> Result<Found> {
    let query = |work: &Work<'_>| {
        raised(work, of).filter(concern::severity.ne(Severity::P)).order((concern::raised_at, concern::id))
    };
    listed(work, &query, limit)
}

/// The praise of the span, the earliest first: so many of it, and how much it is in all.
///
/// # Errors
/// Broken when the database says so.
pub fn praise(work: &mut Work<'_>, of: &Of, limit: i64) -> Result<Found> {
    let query = |work: &Work<'_>| {
        raised(work, of).filter(concern::severity.eq(Severity::P)).order((concern::raised_at, concern::id))
    };
    listed(work, &query, limit)
}

/// What was told before the end of the span and is open with a step of ours promised, the first due first: so many of it,
/// and how much it is in all.
///
/// # Errors
/// Broken when the database says so.
pub fn open(work: &mut Work<'_>, of: &Of, limit: i64) -> Result<Found> {
    let query = |work: &Work<'_>| {
        at(work, of)
            .filter(concern::raised_at.lt(of.span.1))
            .filter(concern::closed_at.is_null())
            .filter(concern::state.ne(State::Waiting))
            .filter(concern::next_step.eq_any([Step::Acknowledge, Step::Answer, Step::Adjust]))
            .order((concern::next_due_at, concern::id))
    };
    listed(work, &query, limit)
}

/// How many open concerns, told before the end of the span, wait for a word of the client.
///
/// # Errors
/// Broken when the database says so.
pub fn waiting(work: &mut Work<'_>, of: &Of) -> Result<usize> {
    let ids: Vec<Id<Concern>> = at(work, of)
        .filter(concern::raised_at.lt(of.span.1))
        .filter(concern::closed_at.is_null())
        .filter(concern::state.eq_any([State::Waiting, State::Answered, State::Refused]))
        .select(concern::id)
        .load(work.connection)?;
    Ok(ids.len())
}

/// Of the promises of a step that we owed to what was told in the span, how many were kept in time by now: reckoned as
/// [`super::super::answered_in_time`].
///
/// # Errors
/// Broken when the database says so.
pub fn in_time(work: &mut Work<'_>, of: &Of, step: Step) -> Result<Share> {
    let told: Vec<Id<Concern>> = raised(work, of).select(concern::id).load(work.connection)?;
    kept_of(work, &told, step)
}

/// Every asking of the span whether it helped, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn checked(work: &mut Work<'_>, of: &Of) -> Result<Vec<Checked>> {
    type Row = (Id<Concern>, Moment, Option<Moment>, Option<Helped>, Option<String>, Grades);
    let mut query = check_back::table
        .inner_join(concern::table)
        .filter(concern::client_id.eq(&of.client_id))
        .filter(check_back::asked_at.ge(of.span.0).and(check_back::asked_at.lt(of.span.1)))
        .into_boxed();
    if let Some(site) = &of.site_id {
        query = query.filter(concern::site_id.eq(site));
    }
    let rows: Vec<Row> = query
        .order((check_back::asked_at.desc(), check_back::id.desc()))
        .select((
            check_back::concern_id,
            check_back::asked_at,
            check_back::answered_at,
            check_back::answer,
            check_back::words,
            Grades::as_select(),
        ))
        .load(work.connection)?;
    let ids: Vec<Id<Concern>> = rows.iter().map(|row| row.0.clone()).collect();
    let numbers = numbers(work, &ids)?;
    let reported = |(concern_id, asked_at, answered_at, answer, words, grades): Row| {
        let number = numbers.get(&concern_id)?.clone();
        Some(Checked { concern_id, number, asked_at, answered_at, answer, words, handling: grades.into() })
    };
    Ok(rows.into_iter().filter_map(reported).collect())
}

/// The numbers of those of some concerns that may be in a report for whoever asks.
///
/// # Errors
/// Broken when the database says so.
pub fn numbers(work: &mut Work<'_>, ids: &[Id<Concern>]) -> Result<HashMap<Id<Concern>, String>> {
    let mut numbers = HashMap::new();
    for ids in ids.chunks(AT_ONCE) {
        let query = reported(work).filter(concern::id.eq_any(ids.to_vec()));
        numbers.extend(query.select((concern::id, concern::number)).load::<(Id<Concern>, String)>(work.connection)?);
    }
    Ok(numbers)
}
