//! SQL for how things stood at a moment.

use agreement::contract::Severity;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::ActorKind;
use ground::{Id, Moment, Result};
use people::site::Site;

use super::{Named, Owed, Said, Told, Written};
use crate::check_back::Helped;
use crate::concern::{Category, Concern, Voice};
use crate::promise::Step;
use crate::schema::{check_back, concern, message, promise};

/// A span of time: after the first moment, and by the second.
type Span = (Moment, Moment);

const fn named(id: Id<Concern>, number: String) -> Named {
    Named { id, number }
}

/// Acknowledgements and answers that fell due at a site in a span, the earliest first. One that another took the place of
/// before it was due is none.
///
/// # Errors
/// Broken when the database says so.
pub fn owed(connection: &mut DbConnection, site_id: &Id<Site>, (from, until): Span) -> Result<Vec<Owed>> {
    type Row = (Id<Concern>, String, Step, Option<Moment>, Option<Moment>, Option<Moment>);
    let rows: Vec<Row> = promise::table
        .inner_join(concern::table)
        .filter(concern::site_id.eq(site_id))
        .filter(promise::step.eq_any([Step::Acknowledge, Step::Answer]))
        .filter(promise::due_at.gt(from).and(promise::due_at.le(until)))
        .order((promise::due_at, promise::id))
        .select((concern::id, concern::number, promise::step, promise::due_at, promise::kept_at, promise::ended_at))
        .load(connection)?;
    let fell_due = |(id, number, step, due_at, kept_at, ended_at): Row| {
        let due_at = due_at?;
        let kept_at = kept_at.filter(|at: &Moment| *at <= until);
        let was_replaced = kept_at.is_none() && ended_at.is_some_and(|at| at < due_at);
        (!was_replaced).then(|| Owed { concern: named(id, number), step, due_at, kept_at })
    };
    Ok(rows.into_iter().filter_map(fell_due).collect())
}

/// What was told us at a site in a span, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub fn told(connection: &mut DbConnection, site_id: &Id<Site>, (from, until): Span) -> Result<Vec<Told>> {
    type Row = (Id<Concern>, String, Category, Voice, Severity, Moment, Option<Moment>);
    let rows: Vec<Row> = concern::table
        .filter(concern::site_id.eq(site_id))
        .filter(concern::raised_at.gt(from).and(concern::raised_at.le(until)))
        .order((concern::raised_at, concern::id))
        .select((
            concern::id,
            concern::number,
            concern::category,
            concern::voice,
            concern::severity,
            concern::raised_at,
            concern::closed_at,
        ))
        .load(connection)?;
    let read = |(id, number, category, voice, severity, raised_at, closed_at): Row| Told {
        concern: named(id, number),
        category,
        voice,
        is_praise: severity == Severity::P,
        raised_at,
        closed_at: closed_at.filter(|at| *at <= until),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// When a person of the client last told us anything at a site, by a moment.
///
/// # Errors
/// Broken when the database says so.
pub fn last_told_at(connection: &mut DbConnection, site_id: &Id<Site>, until: Moment) -> Result<Option<Moment>> {
    let theirs = concern::table.filter(concern::site_id.eq(site_id)).filter(concern::voice.eq(Voice::Client));
    let last = theirs.filter(concern::raised_at.le(until)).order(concern::raised_at.desc()).select(concern::raised_at);
    Ok(last.first(connection).optional()?)
}

/// What was answered at a site in a span to whether it helped, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub fn said(connection: &mut DbConnection, site_id: &Id<Site>, (from, until): Span) -> Result<Vec<Said>> {
    type Row = (Id<Concern>, String, Option<Helped>, Option<Moment>);
    let rows: Vec<Row> = check_back::table
        .inner_join(concern::table)
        .filter(concern::site_id.eq(site_id))
        .filter(check_back::answered_at.gt(from).and(check_back::answered_at.le(until)))
        .order((check_back::answered_at, check_back::id))
        .select((concern::id, concern::number, check_back::answer, check_back::answered_at))
        .load(connection)?;
    let read = |(id, number, helped, at): Row| {
        helped.zip(at).map(|(helped, at)| Said { concern: named(id, number), helped, at })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The messages that contacts wrote about concerns of a site in a span, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub fn written(connection: &mut DbConnection, site_id: &Id<Site>, (from, until): Span) -> Result<Vec<Written>> {
    let rows: Vec<(Id<Concern>, String, String, Moment)> = message::table
        .inner_join(concern::table)
        .filter(concern::site_id.eq(site_id))
        .filter(message::kind.eq("message"))
        .filter(message::by_kind.eq(ActorKind::Contact.as_str()))
        .filter(message::said_at.gt(from).and(message::said_at.le(until)))
        .order((message::said_at, message::id))
        .select((concern::id, concern::number, message::by_id, message::said_at))
        .load(connection)?;
    Ok(rows.into_iter().map(|(id, number, by_id, at)| Written { concern: named(id, number), by_id, at }).collect())
}

/// Where something was told.
///
/// # Errors
/// Not found when there is no such concern.
pub fn site_of(connection: &mut DbConnection, id: &Id<Concern>) -> Result<Id<Site>> {
    Ok(concern::table.find(id).select(concern::site_id).first(connection)?)
}
