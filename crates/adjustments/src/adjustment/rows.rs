//! SQL for adjustments.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use listening::concern::{self, Concern};
use listening::facts::period::Of;
use orders::post_orders::PostOrders;
use orders::revision::Revision;
use people::client::Client;
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::Work;

use super::{Adjustment, Kind, State};
use crate::schema::{adjustment, adjustment_concern};

/// About so many revisions is asked at once.
const ASKED_AT_ONCE: usize = 500;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = adjustment, treat_none_as_null = true)]
struct Row {
    id: Id<Adjustment>,
    client_id: Id<Client>,
    site_id: Id<Site>,
    kind: Kind,
    said: String,
    headline: String,
    expected: String,
    owner_id: Id<StaffMember>,
    target: String,
    due_at: Moment,
    check_back_after: String,
    state: State,
    orders_id: Option<Id<PostOrders>>,
    revision_id: Option<Id<Revision>>,
    board_at: Option<Moment>,
    opened_at: Moment,
    opened_by: String,
    ended_at: Option<Moment>,
    words: Option<String>,
    ask_officers_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(adjustment: &Adjustment, version: i64) -> Self {
        let adjustment = adjustment.clone();
        Self {
            id: adjustment.id,
            client_id: adjustment.client_id,
            site_id: adjustment.site_id,
            kind: adjustment.kind,
            said: adjustment.said,
            headline: adjustment.headline,
            expected: adjustment.expected,
            owner_id: adjustment.owner_id,
            target: adjustment.target,
            due_at: adjustment.due_at,
            check_back_after: adjustment.check_back_after,
            state: adjustment.state,
            orders_id: adjustment.orders_id,
            revision_id: adjustment.revision_id,
            board_at: adjustment.board_at,
            opened_at: adjustment.opened_at,
            opened_by: adjustment.opened_by,
            ended_at: adjustment.ended_at,
            words: adjustment.words,
            ask_officers_at: adjustment.ask_officers_at,
            version,
        }
    }
}

impl From<Row> for Adjustment {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            client_id: row.client_id,
            site_id: row.site_id,
            kind: row.kind,
            said: row.said,
            headline: row.headline,
            expected: row.expected,
            owner_id: row.owner_id,
            target: row.target,
            due_at: row.due_at,
            check_back_after: row.check_back_after,
            state: row.state,
            orders_id: row.orders_id,
            revision_id: row.revision_id,
            board_at: row.board_at,
            opened_at: row.opened_at,
            opened_by: row.opened_by,
            ended_at: row.ended_at,
            words: row.words,
            ask_officers_at: row.ask_officers_at,
            version: row.version,
        }
    }
}

/// One adjustment at a site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Adjustment>) -> Result<Adjustment> {
    let found = any(work.connection, id)?;
    site::rows::find(work, &found.site_id)?;
    Ok(found)
}

/// One adjustment, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Adjustment>) -> Result<Adjustment> {
    Ok(adjustment::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The adjustments within reach that are still being prepared, the first due first.
///
/// # Errors
/// Broken when the database says so.
pub fn planned(work: &mut Work<'_>, limit: i64) -> Result<Vec<Adjustment>> {
    let query = adjustment::table.filter(adjustment::state.eq(State::Planned)).select(Row::as_select()).into_boxed();
    let query = query.order((adjustment::due_at, adjustment::id)).limit(limit);
    let rows: Vec<Row> = match &work.me.reach.sites {
        Some(sites) => query.filter(adjustment::site_id.eq_any(sites)).load(work.connection)?,
        None => query.load(work.connection)?,
    };
    Ok(rows.into_iter().map(Adjustment::from).collect())
}

/// The adjustments within reach that ended, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn ended(work: &mut Work<'_>, limit: i64) -> Result<Vec<Adjustment>> {
    let query = adjustment::table.filter(adjustment::state.ne(State::Planned)).select(Row::as_select()).into_boxed();
    let query = query.order((adjustment::ended_at.desc(), adjustment::id.desc())).limit(limit);
    let rows: Vec<Row> = match &work.me.reach.sites {
        Some(sites) => query.filter(adjustment::site_id.eq_any(sites)).load(work.connection)?,
        None => query.load(work.connection)?,
    };
    Ok(rows.into_iter().map(Adjustment::from).collect())
}

/// The adjustments of a client that took force in a span, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn took_force(connection: &mut DbConnection, of: &Of) -> Result<Vec<Adjustment>> {
    let mut query =
        adjustment::table.filter(adjustment::state.eq(State::InForce)).select(Row::as_select()).into_boxed();
    query = query.filter(adjustment::client_id.eq(&of.client_id));
    query = query.filter(adjustment::ended_at.ge(of.span.0).and(adjustment::ended_at.lt(of.span.1)).assume_not_null());
    if let Some(site) = &of.site_id {
        query = query.filter(adjustment::site_id.eq(site));
    }
    let rows: Vec<Row> = query.order((adjustment::ended_at, adjustment::id)).load(connection)?;
    Ok(rows.into_iter().map(Adjustment::from).collect())
}

/// The adjustments of a client that were opened before the end of a span and are being prepared, the first due first.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn planned_by(connection: &mut DbConnection, of: &Of) -> Result<Vec<Adjustment>> {
    let mut query =
        adjustment::table.filter(adjustment::state.eq(State::Planned)).select(Row::as_select()).into_boxed();
    query = query.filter(adjustment::client_id.eq(&of.client_id)).filter(adjustment::opened_at.lt(of.span.1));
    if let Some(site) = &of.site_id {
        query = query.filter(adjustment::site_id.eq(site));
    }
    let rows: Vec<Row> = query.order((adjustment::due_at, adjustment::id)).load(connection)?;
    Ok(rows.into_iter().map(Adjustment::from).collect())
}

/// Which concerns each of some adjustments answers.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn concerns_of_all(
    connection: &mut DbConnection,
    ids: &[Id<Adjustment>],
) -> Result<Vec<(Id<Adjustment>, Id<Concern>)>> {
    let mut found = Vec::new();
    for part in ids.chunks(ASKED_AT_ONCE) {
        let theirs = adjustment_concern::table.filter(adjustment_concern::adjustment_id.eq_any(part));
        let ordered = theirs.order((adjustment_concern::adjustment_id, adjustment_concern::concern_id));
        found.extend(ordered.select((adjustment_concern::adjustment_id, adjustment_concern::concern_id)).load::<(
            Id<Adjustment>,
            Id<Concern>,
        )>(
            connection,
        )?);
    }
    Ok(found)
}

/// What may hang on the board of a site: what is in force, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn on_board(connection: &mut DbConnection, site_id: &Id<Site>, limit: i64) -> Result<Vec<Adjustment>> {
    let rows: Vec<Row> = adjustment::table
        .filter(adjustment::site_id.eq(site_id))
        .filter(adjustment::board_at.is_not_null())
        .filter(adjustment::state.eq(State::InForce))
        .order((adjustment::ended_at.desc(), adjustment::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Adjustment::from).collect())
}

/// The adjustments that wait for a revision which is in force by now. Those that wait for any are few at
/// any time, so they are asked about in parts.
///
/// # Errors
/// Broken when the database says so.
pub fn with_revision_in_force(connection: &mut DbConnection, limit: i64) -> Result<Vec<Id<Adjustment>>> {
    let waiting: Vec<(Id<Adjustment>, Option<Id<Revision>>)> = adjustment::table
        .filter(adjustment::state.eq(State::Planned))
        .filter(adjustment::revision_id.is_not_null())
        .order((adjustment::due_at, adjustment::id))
        .select((adjustment::id, adjustment::revision_id))
        .load(connection)?;
    let mut found = Vec::new();
    for part in waiting.chunks(ASKED_AT_ONCE) {
        let revisions: Vec<&Id<Revision>> = part.iter().filter_map(|(_, revision)| revision.as_ref()).collect();
        let in_force = orders::revision::rows::that_took_force(connection, &revisions)?;
        let took = |(id, revision): &(Id<Adjustment>, Option<Id<Revision>>)| {
            revision.as_ref().is_some_and(|revision| in_force.contains(revision)).then(|| id.clone())
        };
        found.extend(part.iter().filter_map(took));
    }
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}

/// The adjustments about which officers are to be asked by now.
///
/// # Errors
/// Broken when the database says so.
pub fn to_ask_officers(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Adjustment>>> {
    Ok(adjustment::table
        .filter(adjustment::ask_officers_at.le(now))
        .order((adjustment::ask_officers_at, adjustment::id))
        .limit(limit)
        .select(adjustment::id)
        .load(connection)?)
}

/// The concerns that an adjustment answers.
///
/// # Errors
/// Broken when the database says so.
pub fn concerns_of(connection: &mut DbConnection, id: &Id<Adjustment>) -> Result<Vec<Concern>> {
    let ids: Vec<Id<Concern>> = adjustment_concern::table
        .filter(adjustment_concern::adjustment_id.eq(id))
        .order(adjustment_concern::concern_id)
        .select(adjustment_concern::concern_id)
        .load(connection)?;
    ids.iter().map(|id| concern::rows::any(connection, id)).collect()
}

/// Adds an adjustment with the concerns that it answers.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Adjustment, concerns: &[Concern]) -> Result<()> {
    diesel::insert_into(adjustment::table).values(Row::of(new, new.version)).execute(connection)?;
    for concern in concerns {
        diesel::insert_into(adjustment_concern::table)
            .values((adjustment_concern::adjustment_id.eq(&new.id), adjustment_concern::concern_id.eq(&concern.id)))
            .execute(connection)?;
    }
    Ok(())
}

/// Saves an adjustment, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Adjustment) -> Result<()> {
    let row = adjustment::table.find(&changed.id).filter(adjustment::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
