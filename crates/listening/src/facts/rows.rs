//! SQL for facts.

pub(super) mod counted;

use std::collections::{HashMap, HashSet};

use agreement::contract::Severity;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Id, Moment, Result};
use people::client::Client;
use people::site::Site;
use people::work::Work;

use super::{Checked, News, SaidAndDone, Share};
use crate::check_back::Helped;
use crate::check_back::rows::Grades;
use crate::concern::rows::{ConcernRow, Query, within};
use crate::concern::{Category, Concern};
use crate::conversation::{self, Message};
use crate::promise::Step;
use crate::queue::rows::{self as queue, lines};
use crate::queue::{Filter, Line};
use crate::schema::{check_back, concern, promise};

/// How many concerns one question names; a database takes only so many.
pub(super) const AT_ONCE: usize = 500;

fn at<'a>(work: &Work<'_>, site: Option<&Id<Site>>) -> Query<'a> {
    let query = within(work.me, concern::table.into_boxed());
    match site {
        Some(site) => query.filter(concern::site_id.eq(site.clone())),
        None => query,
    }
}

/// Of the answers that we owed to what was told us since a moment, how many came in time. Those
/// that are late and still owed count; those that are not due yet do not.
///
/// # Errors
/// Broken when the database says so.
pub fn answered_in_time(work: &mut Work<'_>, site: Option<&Id<Site>>, since: Moment) -> Result<Share> {
    let told: Vec<Id<Concern>> =
        at(work, site).filter(concern::raised_at.ge(since)).select(concern::id).load(work.connection)?;
    kept_of(work, &told, Step::Answer)
}

/// Of the promises of a step that were given to some concerns, how many were kept in time by now.
pub(super) fn kept_of(work: &mut Work<'_>, told: &[Id<Concern>], step: Step) -> Result<Share> {
    let mut share = Share { count: 0, of: 0 };
    for ids in told.chunks(AT_ONCE) {
        let given: Vec<(Option<Moment>, Option<Moment>)> = promise::table
            .filter(promise::concern_id.eq_any(ids))
            .filter(promise::step.eq(step))
            // One that was missed before another took its place was missed.
            .filter(promise::ended_at.is_null().or(promise::due_at.lt(promise::ended_at).assume_not_null()))
            .filter(promise::kept_at.is_not_null().or(promise::due_at.lt(work.now).assume_not_null()))
            .select((promise::due_at, promise::kept_at))
            .load(work.connection)?;
        let in_time = |(due, kept): &&(Option<Moment>, Option<Moment>)| {
            kept.is_some_and(|kept| due.is_none_or(|due| kept <= due))
        };
        share.count += given.iter().filter(in_time).count();
        share.of += given.len();
    }
    Ok(share)
}

/// Every asking since a moment of whether it helped, of the concerns within reach, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn checked(work: &mut Work<'_>, client: Option<&Id<Client>>, since: Moment) -> Result<Vec<Checked>> {
    type Row = (Id<Concern>, Moment, Option<Moment>, Option<Helped>, Option<String>, Grades);
    let rows: Vec<Row> = check_back::table
        .filter(check_back::asked_at.ge(since))
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
    let ids: Vec<&Id<Concern>> = rows.iter().map(|row| &row.0).collect();
    let mut numbers: HashMap<Id<Concern>, String> = HashMap::new();
    for ids in ids.chunks(AT_ONCE) {
        let mut query = at(work, None).filter(concern::id.eq_any(ids.iter().copied()));
        if let Some(client) = client {
            query = query.filter(concern::client_id.eq(client));
        }
        numbers.extend(query.select((concern::id, concern::number)).load::<(Id<Concern>, String)>(work.connection)?);
    }
    let within_reach = |(concern_id, asked_at, answered_at, answer, words, grades): Row| {
        let number = numbers.get(&concern_id)?.clone();
        Some(Checked { concern_id, number, asked_at, answered_at, answer, words, handling: grades.into() })
    };
    Ok(rows.into_iter().filter_map(within_reach).collect())
}

/// Who was asked since a moment whether it helped.
///
/// # Errors
/// Broken when the database says so.
pub fn asked_since(connection: &mut DbConnection, since: Moment) -> Result<HashSet<String>> {
    let lately = check_back::table.inner_join(concern::table).filter(check_back::asked_at.gt(since));
    let reporters: Vec<Option<String>> = lately.select(concern::reporter_id).distinct().load(connection)?;
    Ok(reporters.into_iter().flatten().collect())
}

/// The concerns within reach that were closed since a moment, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn closed_since(work: &mut Work<'_>, site: Option<&Id<Site>>, since: Moment, limit: i64) -> Result<Vec<Line>> {
    let query = at(work, site).filter(concern::closed_at.ge(since));
    let query = query.order((concern::closed_at.desc(), concern::id.desc())).limit(limit);
    let rows: Vec<ConcernRow> = query.select(ConcernRow::as_select()).load(work.connection)?;
    lines(work.connection, rows)
}

/// The concerns that whoever asks wrote down or told us themselves, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn written_down_by_me(work: &mut Work<'_>, limit: i64) -> Result<Vec<Line>> {
    let me = work.me.actor.id.clone();
    let query = at(work, None).filter(concern::reporter_id.eq(me));
    let query = query.order((concern::raised_at.desc(), concern::id.desc())).limit(limit);
    let rows: Vec<ConcernRow> = query.select(ConcernRow::as_select()).load(work.connection)?;
    lines(work.connection, rows)
}

/// The open concerns at some sites of which those who stand there may know: about the place and the work,
/// never about a person; the next promise due first. Whoever asks has found that they stand there.
///
/// # Errors
/// Broken when the database says so.
pub fn for_officers(work: &mut Work<'_>, sites: &[Id<Site>], limit: i64) -> Result<Vec<Line>> {
    let about = Category::ALL.iter().copied().filter(|category| category.is_for_officers());
    let rows: Vec<ConcernRow> = concern::table
        .filter(concern::site_id.eq_any(sites))
        .filter(concern::closed_at.is_null())
        .filter(concern::protected_at.is_null())
        .filter(concern::about_id.is_null())
        .filter(concern::category.eq_any(about.collect::<Vec<_>>()))
        .order((concern::next_due_at, concern::id))
        .limit(limit)
        .select(ConcernRow::as_select())
        .load(work.connection)?;
    lines(work.connection, rows)
}

/// The praise at some sites since a moment, the newest first. Whoever asks has found that they stand there.
///
/// # Errors
/// Broken when the database says so.
pub fn praise_at(work: &mut Work<'_>, sites: &[Id<Site>], since: Moment, limit: i64) -> Result<Vec<Line>> {
    let rows: Vec<ConcernRow> = concern::table
        .filter(concern::site_id.eq_any(sites))
        .filter(concern::severity.eq(Severity::P))
        .filter(concern::protected_at.is_null())
        .filter(concern::raised_at.ge(since))
        .order((concern::raised_at.desc(), concern::id.desc()))
        .limit(limit)
        .select(ConcernRow::as_select())
        .load(work.connection)?;
    lines(work.connection, rows)
}

/// What was told us since a moment and what came of it, the newest first: messages alone, never a note.
///
/// # Errors
/// Broken when the database says so.
pub fn said_and_done(
    work: &mut Work<'_>,
    site: Option<&Id<Site>>,
    since: Moment,
    limit: i64,
) -> Result<Vec<SaidAndDone>> {
    let query = at(work, site).filter(concern::raised_at.ge(since));
    let query = query.order((concern::raised_at.desc(), concern::id.desc())).limit(limit);
    let rows: Vec<ConcernRow> = query.select(ConcernRow::as_select()).load(work.connection)?;
    let lines = lines(work.connection, rows)?;
    let ids: Vec<Id<Concern>> = lines.iter().map(|line| line.concern.id.clone()).collect();
    let mut messages: HashMap<Id<Concern>, Vec<Message>> = HashMap::new();
    for message in conversation::rows::told_of(work.connection, &ids)? {
        messages.entry(message.concern_id.clone()).or_default().push(message);
    }
    let answered = answered(work.connection, &ids)?;
    let helped = helped(work.connection, &ids)?;
    let pair = |line: Line| {
        let id = line.concern.id.clone();
        let answered_at = answered.get(&id).copied();
        let said_in = messages.remove(&id)?;
        let ours = |message: &&Message| message.author.is_ours() && answered_at.is_some_and(|at| message.said_at <= at);
        let answer = said_in.iter().rev().find(ours).cloned();
        let of_this_answer = |(_, at): &&(Helped, Moment)| answered_at.is_some_and(|answered| *at >= answered);
        let helped = helped.get(&id).filter(of_this_answer).map(|(helped, _)| *helped);
        Some(SaidAndDone { line, said: said_in.into_iter().next()?, answer, helped })
    };
    Ok(lines.into_iter().filter_map(pair).collect())
}

/// What is new since a moment (what happened in it may be told twice rather than never) about the concerns within reach that are open or were closed since
/// then, and those of the open ones about which nothing is: what was told us, said by us, closed,
/// or became late. Messages alone make news, never a note.
///
/// # Errors
/// Broken when the database says so.
pub fn news_since(work: &mut Work<'_>, since: Moment, limit: i64) -> Result<(Vec<News>, Vec<Line>)> {
    let mut all = closed_since(work, None, since, limit)?;
    all.extend(queue::list(work, &Filter::default(), limit)?);
    let ids: Vec<Id<Concern>> = all.iter().map(|line| line.concern.id.clone()).collect();
    let mut said: HashMap<Id<Concern>, Message> = HashMap::new();
    for message in conversation::rows::told_of(work.connection, &ids)? {
        if message.author.is_ours() && message.said_at >= since {
            said.insert(message.concern_id.clone(), message);
        }
    }
    let mut why_late = reasons(work.connection, &ids)?;
    let (mut news, mut unchanged) = (Vec::new(), Vec::new());
    for line in all {
        let concern = &line.concern;
        let became_late =
            concern.next_due_at.is_some_and(|due| due >= since && due < work.now && is_owed_by_us(concern));
        let is_new = concern.raised_at >= since || concern.closed_at.is_some() || became_late;
        let said = said.remove(&concern.id);
        if is_new || said.is_some() {
            let why_late = why_late.remove(&concern.id);
            news.push(News { line, said, why_late });
        } else {
            unchanged.push(line);
        }
    }
    Ok((news, unchanged))
}

const fn is_owed_by_us(concern: &Concern) -> bool {
    matches!(concern.next_step, Step::Acknowledge | Step::Answer)
}

/// The newest reason why something was late, of each of some concerns.
fn reasons(connection: &mut DbConnection, ids: &[Id<Concern>]) -> Result<HashMap<Id<Concern>, String>> {
    let rows: Vec<(Id<Concern>, Option<String>)> = promise::table
        .filter(promise::concern_id.eq_any(ids))
        .filter(promise::late_reason.is_not_null())
        .order((promise::given_at, promise::id))
        .select((promise::concern_id, promise::late_reason))
        .load(connection)?;
    Ok(rows.into_iter().filter_map(|(id, reason)| Some((id, reason?))).collect())
}

/// When each of some concerns was answered last.
fn answered(connection: &mut DbConnection, ids: &[Id<Concern>]) -> Result<HashMap<Id<Concern>, Moment>> {
    let rows: Vec<(Id<Concern>, Option<Moment>)> = promise::table
        .filter(promise::concern_id.eq_any(ids))
        .filter(promise::step.eq(Step::Answer))
        .filter(promise::kept_at.is_not_null())
        .order(promise::kept_at)
        .select((promise::concern_id, promise::kept_at))
        .load(connection)?;
    Ok(rows.into_iter().filter_map(|(id, at)| Some((id, at?))).collect())
}

/// What was said last on whether it helped, and when.
fn helped(connection: &mut DbConnection, ids: &[Id<Concern>]) -> Result<HashMap<Id<Concern>, (Helped, Moment)>> {
    let rows: Vec<(Id<Concern>, Option<Helped>, Option<Moment>)> = check_back::table
        .filter(check_back::concern_id.eq_any(ids))
        .filter(check_back::answered_at.is_not_null())
        .order(check_back::answered_at)
        .select((check_back::concern_id, check_back::answer, check_back::answered_at))
        .load(connection)?;
    Ok(rows.into_iter().filter_map(|(id, helped, at)| Some((id, (helped?, at?)))).collect())
}
