//! SQL for lists of concerns. Each follows an index to a page's worth of rows, however many there are.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::db::dialect::{self, Search};
use ground::{Id, Moment, Result};
use people::schema::site;
use people::site::Site;
use people::staff::{self, StaffMember};
use people::work::Work;

use super::{Filter, Place};
use crate::alert;
use crate::concern::rows::{ConcernRow, Query, within};
use crate::concern::{Channel, Concern, State};
use crate::promise::Step;
use crate::schema::concern;

/// How many hits of a search are sifted at a time at most, within what SQLite lets one statement bind.
const MOST_HITS: i64 = 16_000;

/// How far a list is counted: whether there is more than a page is what one wants to know, and
/// whoever sees few of many sites would pass over all the others for the rest.
const COUNTED: i64 = 51;

/// How many concerns a list has: "12", or "50+".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(i64);

impl std::fmt::Display for Count {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < COUNTED { write!(out, "{}", self.0) } else { write!(out, "{}+", COUNTED - 1) }
    }
}

/// One concern in a list, with what its site and its owner are called.
#[derive(Debug, Clone)]
pub struct Line {
    /// The concern.
    pub concern: Concern,
    /// What its site is called.
    pub site_name: String,
    /// The site's time zone.
    pub zone: String,
    /// What its owner is called.
    pub owner_name: String,
    /// Who was told last that it needs somebody, when and how; see [`look_up_told`].
    pub told: Option<alert::rows::Last>,
}

impl Line {
    /// Where it stands in the queue; closed ones stand nowhere.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.concern.next_due_at.map(|due_at| Place { due_at, id: self.concern.id.clone() })
    }
}

/// The open concerns within reach that a filter lets through, by the next promise due; with words,
/// the newest in which they stand, closed ones too.
///
/// # Errors
/// Broken when the database says so.
pub fn list(work: &mut Work<'_>, filter: &Filter, limit: i64) -> Result<Vec<Line>> {
    let rows = match &filter.words {
        Some(words) => found(work, words, filter, limit)?,
        None => {
            let query = filtered(work, filter).filter(concern::closed_at.is_null());
            let query = query.order((concern::next_due_at, concern::id)).limit(limit);
            query.select(ConcernRow::as_select()).load(work.connection)?
        }
    };
    lines(work.connection, rows)
}

/// The index of words knows sites, but neither reach nor the rest of a filter. So its hits are
/// sifted, more and more at a time, until there are enough.
fn found(work: &mut Work<'_>, words: &str, filter: &Filter, limit: i64) -> Result<Vec<ConcernRow>> {
    let site_id = filter.site.as_ref().map(Id::as_str).unwrap_or_default();
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let (mut rows, mut seen, mut before) = (Vec::new(), HashSet::new(), String::new());
    let mut most = (2 * limit).min(MOST_HITS);
    loop {
        let hits = dialect::search_words(work.connection, Search { words, site_id, before: &before }, most)?;
        let ids: Vec<String> =
            hits.iter().map(|hit| hit.concern_id.clone()).filter(|id| seen.insert(id.clone())).collect();
        let sifted: Vec<ConcernRow> = filtered(work, filter)
            .filter(concern::id.eq_any(ids))
            .order((concern::raised_at.desc(), concern::id.desc()))
            .select(ConcernRow::as_select())
            .load(work.connection)?;
        rows.extend(sifted);
        let last = hits.last().filter(|_| i64::try_from(hits.len()).is_ok_and(|count| count == most));
        match last {
            Some(last) if rows.len() < wanted => {
                before.clone_from(&last.place);
                most = (4 * most).min(MOST_HITS);
            }
            _ => break,
        }
    }
    rows.truncate(wanted);
    Ok(rows)
}

/// One open concern, if a filter lets it through now; its words are not asked for.
///
/// # Errors
/// Broken when the database says so.
pub fn one(work: &mut Work<'_>, filter: &Filter, id: &Id<Concern>) -> Result<Option<Line>> {
    let query = filtered(work, filter).filter(concern::closed_at.is_null()).filter(concern::id.eq(id));
    let rows: Vec<ConcernRow> = query.limit(1).select(ConcernRow::as_select()).load(work.connection)?;
    let mut lines = lines(work.connection, rows)?;
    look_up_told(work.connection, &mut lines)?;
    Ok(lines.pop())
}

/// How many open concerns a filter lets through; its words are not asked for.
///
/// # Errors
/// Broken when the database says so.
pub fn count(work: &mut Work<'_>, filter: &Filter) -> Result<Count> {
    let query = filtered(work, filter).filter(concern::closed_at.is_null()).limit(COUNTED);
    let ids: Vec<Id<Concern>> = query.select(concern::id).load(work.connection)?;
    Ok(Count(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

/// The open concerns within reach that wait for whoever asks, a contact: we asked back, answered or
/// refused. What a colleague told us by the portal waits for the colleague.
///
/// # Errors
/// Broken when the database says so.
pub fn waiting_for_me(work: &mut Work<'_>, limit: i64) -> Result<Vec<Line>> {
    let me = work.me.actor.id.clone();
    let query = within(work.me, concern::table.into_boxed())
        .filter(concern::closed_at.is_null())
        .filter(concern::state.eq_any([State::Waiting, State::Refused, State::Answered]))
        .filter(
            concern::channel.ne_all([Channel::Portal, Channel::Mail]).or(concern::reporter_id.eq(me).assume_not_null()),
        )
        .order((concern::next_due_at, concern::id));
    let rows: Vec<ConcernRow> = query.limit(limit).select(ConcernRow::as_select()).load(work.connection)?;
    lines(work.connection, rows)
}

/// Everybody who owns an open concern.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn owners(connection: &mut DbConnection) -> Result<Vec<Id<StaffMember>>> {
    let open = concern::table.filter(concern::closed_at.is_null());
    Ok(open.select(concern::owner_id).distinct().load(connection)?)
}

/// The open concerns of an owner, by the next promise due, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn owned_by(connection: &mut DbConnection, owner: &Id<StaffMember>, limit: i64) -> Result<Vec<Concern>> {
    let open = concern::table.filter(concern::closed_at.is_null()).filter(concern::owner_id.eq(owner));
    let rows: Vec<ConcernRow> = open
        .order((concern::next_due_at, concern::id))
        .limit(limit)
        .select(ConcernRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Concern::from).collect())
}

/// Where a concern stands in a list by time: when it reached us, and which one it is.
pub type Told = (Moment, Id<Concern>);

/// The concerns within reach that somebody told us, newest first: at one site, or anywhere.
///
/// # Errors
/// Broken when the database says so.
pub fn told(work: &mut Work<'_>, site: Option<&Id<Site>>, before: Option<&Told>, limit: i64) -> Result<Vec<Line>> {
    let mut query = within(work.me, concern::table.into_boxed());
    if let Some(site) = site {
        query = query.filter(concern::site_id.eq(site));
    }
    if let Some((raised_at, id)) = before {
        let same = concern::raised_at.eq(*raised_at).and(concern::id.lt(id.clone()));
        query = query.filter(concern::raised_at.le(*raised_at)).filter(concern::raised_at.lt(*raised_at).or(same));
    }
    let query = query.order((concern::raised_at.desc(), concern::id.desc())).limit(limit);
    let rows: Vec<ConcernRow> = query.select(ConcernRow::as_select()).load(work.connection)?;
    lines(work.connection, rows)
}

/// All of a filter but its words.
fn filtered<'a>(work: &Work<'_>, filter: &Filter) -> Query<'a> {
    let mut query = within(work.me, concern::table.into_boxed());
    if let Some(site) = &filter.site {
        query = match filter.words {
            // The words found few; by the site's index the database would walk all of its history instead.
            Some(_) => query.filter(concern::site_id.concat("").eq(site.clone())),
            None => query.filter(concern::site_id.eq(site.clone())),
        };
    }
    if let Some(severity) = filter.severity {
        query = query.filter(concern::severity.eq(severity));
    }
    if let Some(owner) = &filter.owner {
        query = query.filter(concern::owner_id.eq(owner.clone()));
    }
    if let Some(state) = filter.state {
        query = query.filter(concern::state.eq(state));
    }
    if filter.late {
        // What is not ours to keep is named: by the index of steps all late ones would be sorted for one page.
        let ours = concern::next_step.ne(Step::CheckBack).and(concern::next_step.ne(Step::Close));
        query = query.filter(concern::next_due_at.lt(work.now)).filter(ours);
    }
    if let Some(Place { due_at, id }) = &filter.after {
        // Row values are not in the language of both databases, so the order is spelled out.
        query = query.filter(concern::next_due_at.ge(*due_at)).filter(
            concern::next_due_at
                .gt(*due_at)
                .or(concern::next_due_at.eq(*due_at).and(concern::id.gt(id.clone())))
                .assume_not_null(),
        );
    }
    query
}

/// Looks up who was told of the open ones: for the queue, which alone shows it.
///
/// # Errors
/// Broken when the database says so.
pub(super) fn look_up_told(connection: &mut DbConnection, lines: &mut [Line]) -> Result<()> {
    let open = lines.iter().map(|line| &line.concern).filter(|concern| concern.closed_at.is_none());
    let mut told = alert::rows::newest(connection, open.map(|concern| &concern.id).collect())?;
    lines.iter_mut().for_each(|line| line.told = told.remove(&line.concern.id));
    Ok(())
}

/// Rows as lines of a list.
pub(crate) fn lines(connection: &mut DbConnection, rows: Vec<ConcernRow>) -> Result<Vec<Line>> {
    let concerns: Vec<Concern> = rows.into_iter().map(Concern::from).collect();
    let mut site_ids: Vec<&Id<Site>> = concerns.iter().map(|concern| &concern.site_id).collect();
    site_ids.sort();
    site_ids.dedup();
    let sites: HashMap<Id<Site>, (String, String)> = site::table
        .filter(site::id.eq_any(site_ids))
        .select((site::id, (site::name, site::zone)))
        .load::<(Id<Site>, (String, String))>(connection)?
        .into_iter()
        .collect();
    let owners = staff::rows::names(connection, concerns.iter().map(|concern| &concern.owner_id).collect())?;
    let line = |concern: Concern| {
        let (site_name, zone) = sites.get(&concern.site_id).cloned().unwrap_or_default();
        let owner_name = owners.get(&concern.owner_id).cloned().unwrap_or_default();
        Line { concern, site_name, zone, owner_name, told: None }
    };
    Ok(concerns.into_iter().map(line).collect())
}
