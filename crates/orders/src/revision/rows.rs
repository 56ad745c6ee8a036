//! SQL for revisions.

mod words;

pub use words::{content, earlier, insert_section, save_origins, save_section};

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::{Error, Id, Moment, Result};
use listening::concern::{self, Concern};
use people::work::Work;

use super::{Cause, Caused, Next, Revision, State};
use crate::post_orders::{self, PostOrders};
use crate::schema::{revision, revision_concern, section, section_earlier};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = revision, treat_none_as_null = true)]
struct Row {
    id: Id<Revision>,
    orders_id: Id<PostOrders>,
    number: Option<i64>,
    state: State,
    base_id: Option<Id<Revision>>,
    summary: String,
    cause: Cause,
    cause_words: Option<String>,
    effective_at: Option<Moment>,
    question: Option<String>,
    author_id: String,
    author_name: String,
    hash: Option<String>,
    begun_at: Moment,
    proposed_at: Option<Moment>,
    emergency_at: Option<Moment>,
    decided_at: Option<Moment>,
    in_force_at: Option<Moment>,
    ended_at: Option<Moment>,
    next_step: Option<Next>,
    next_due_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(revision: &Revision, version: i64) -> Result<Self> {
        let question = revision.question.as_ref().map(serde_json::to_string).transpose();
        let revision = revision.clone();
        Ok(Self {
            id: revision.id,
            orders_id: revision.orders_id,
            number: revision.number,
            state: revision.state,
            base_id: revision.base_id,
            summary: revision.summary,
            cause: revision.cause,
            cause_words: revision.cause_words,
            effective_at: revision.effective_at,
            question: question.map_err(|error| Error::Broken(error.into()))?,
            author_id: revision.author.id,
            author_name: revision.author.name,
            hash: revision.hash,
            begun_at: revision.begun_at,
            proposed_at: revision.proposed_at,
            emergency_at: revision.emergency_at,
            decided_at: revision.decided_at,
            in_force_at: revision.in_force_at,
            ended_at: revision.ended_at,
            next_step: revision.next.map(|(next, _)| next),
            next_due_at: revision.next.map(|(_, at)| at),
            version,
        })
    }

    fn read(self) -> Result<Revision> {
        let question = self.question.as_deref().map(serde_json::from_str).transpose();
        Ok(Revision {
            id: self.id,
            orders_id: self.orders_id,
            number: self.number,
            state: self.state,
            base_id: self.base_id,
            summary: self.summary,
            cause: self.cause,
            cause_words: self.cause_words,
            effective_at: self.effective_at,
            question: question.map_err(|error| Error::Broken(error.into()))?,
            author: Actor { kind: ActorKind::Staff, id: self.author_id, name: self.author_name },
            hash: self.hash,
            begun_at: self.begun_at,
            proposed_at: self.proposed_at,
            emergency_at: self.emergency_at,
            decided_at: self.decided_at,
            in_force_at: self.in_force_at,
            ended_at: self.ended_at,
            next: self.next_step.zip(self.next_due_at),
            version: self.version,
        })
    }
}

/// One revision of orders within reach, with its orders.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Revision>) -> Result<(Revision, PostOrders)> {
    let revision = any(work.connection, id)?;
    let orders = post_orders::rows::find(work, &revision.orders_id)?;
    Ok((revision, orders))
}

/// One revision, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Revision>) -> Result<Revision> {
    revision::table.find(id).select(Row::as_select()).first::<Row>(connection)?.read()
}

/// The draft of some orders, if there is one.
///
/// # Errors
/// Broken when the database says so.
pub fn draft_of(connection: &mut DbConnection, orders_id: &Id<PostOrders>) -> Result<Option<Revision>> {
    let draft = revision::table.filter(revision::orders_id.eq(orders_id)).filter(revision::state.eq(State::Draft));
    draft.select(Row::as_select()).first::<Row>(connection).optional()?.map(Row::read).transpose()
}

/// The revision of some orders that waits for the client or for its time, if there is one.
///
/// # Errors
/// Broken when the database says so.
pub fn waiting_of(connection: &mut DbConnection, orders_id: &Id<PostOrders>) -> Result<Option<Revision>> {
    let waiting = revision::table
        .filter(revision::orders_id.eq(orders_id))
        .filter(revision::state.eq_any([State::Proposed, State::Approved]));
    waiting.select(Row::as_select()).first::<Row>(connection).optional()?.map(Row::read).transpose()
}

/// The numbered revisions of some orders, the newest first, from below a number on.
///
/// # Errors
/// Broken when the database says so.
pub fn of_orders(
    connection: &mut DbConnection,
    orders_id: &Id<PostOrders>,
    below: i64,
    limit: i64,
) -> Result<Vec<Revision>> {
    let rows: Vec<Row> = revision::table
        .filter(revision::orders_id.eq(orders_id))
        .filter(revision::number.lt(below))
        .order(revision::number.desc())
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The revisions that were written because of a concern, the newest first, each with its orders.
///
/// # Errors
/// Broken when the database says so.
pub fn because_of(connection: &mut DbConnection, concern_id: &Id<Concern>) -> Result<Vec<Revision>> {
    let rows: Vec<Row> = revision::table
        .inner_join(revision_concern::table)
        .filter(revision_concern::concern_id.eq(concern_id))
        .order((revision::proposed_at.desc(), revision::id.desc()))
        .select(Row::as_select())
        .load(connection)?;
    rows.into_iter().map(Row::read).collect()
}

/// The revisions in force that took force since a moment, the earliest first.
///
/// # Errors
/// Broken when the database says so.
pub fn in_force_since(connection: &mut DbConnection, since: Moment) -> Result<Vec<Id<Revision>>> {
    Ok(revision::table
        .filter(revision::state.eq(State::InForce))
        .filter(revision::in_force_at.ge(since))
        .order((revision::in_force_at, revision::id))
        .select(revision::id)
        .load(connection)?)
}

/// The revisions in force about whose change officers are asked something, with their orders.
///
/// # Errors
/// Broken when the database says so.
pub fn asking(connection: &mut DbConnection) -> Result<Vec<(Revision, PostOrders)>> {
    let asking = revision::table.filter(revision::state.eq(State::InForce)).filter(revision::question.is_not_null());
    let rows: Vec<Row> = asking.order(revision::id).select(Row::as_select()).load(connection)?;
    let with_orders = |row: Row| {
        let revision = row.read()?;
        let orders = post_orders::rows::any(connection, &revision.orders_id)?;
        Ok((revision, orders))
    };
    rows.into_iter().map(with_orders).collect()
}

/// The revision of some orders that was in force at a moment.
///
/// # Errors
/// Broken when the database says so.
pub fn in_force_at(connection: &mut DbConnection, orders_id: &Id<PostOrders>, at: Moment) -> Result<Option<Revision>> {
    let row: Option<Row> = revision::table
        .filter(revision::orders_id.eq(orders_id))
        .filter(revision::in_force_at.le(at))
        .order((revision::in_force_at.desc(), revision::number.desc()))
        .select(Row::as_select())
        .first(connection)
        .optional()?;
    // Orders of a post that are no more have an end, and nothing took their place.
    row.map(Row::read).transpose().map(|found| found.filter(|one| one.ended_at.is_none_or(|ended| ended > at)))
}

/// Those of some revisions that took force.
///
/// # Errors
/// Broken when the database says so.
pub fn that_took_force(connection: &mut DbConnection, ids: &[&Id<Revision>]) -> Result<Vec<Id<Revision>>> {
    let took_force =
        revision::table.filter(revision::id.eq_any(ids.to_vec())).filter(revision::in_force_at.is_not_null());
    Ok(took_force.select(revision::id).load(connection)?)
}

/// A revision with those of its concerns that the reader may see.
///
/// # Errors
/// Broken when the database says so.
pub fn caused(work: &mut Work<'_>, revision: Revision) -> Result<Caused> {
    let ids = concerns_of(work.connection, &revision.id)?;
    let mut concerns = Vec::new();
    for id in ids {
        match concern::rows::find(work, &id) {
            Ok(concern) => concerns.push(concern),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Caused { revision, concerns })
}

/// The concerns because of which a revision was written.
///
/// # Errors
/// Broken when the database says so.
pub fn concerns_of(connection: &mut DbConnection, id: &Id<Revision>) -> Result<Vec<Id<Concern>>> {
    Ok(revision_concern::table
        .filter(revision_concern::revision_id.eq(id))
        .order(revision_concern::concern_id)
        .select(revision_concern::concern_id)
        .load(connection)?)
}

/// Notes that a revision was written because of a concern.
///
/// # Errors
/// Broken when the database says so.
pub fn note_concern(connection: &mut DbConnection, id: &Id<Revision>, concern_id: &Id<Concern>) -> Result<()> {
    diesel::insert_into(revision_concern::table)
        .values((revision_concern::revision_id.eq(id), revision_concern::concern_id.eq(concern_id)))
        .execute(connection)?;
    Ok(())
}

/// The revisions to which the clock does something by now, those that are due longest first.
///
/// # Errors
/// Broken when the database says so.
pub fn due(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Revision>>> {
    Ok(revision::table
        .filter(revision::next_due_at.le(now))
        .order((revision::next_due_at, revision::id))
        .limit(limit)
        .select(revision::id)
        .load(connection)?)
}

/// Adds a revision.
///
/// # Errors
/// Refused when the orders have a draft already.
pub fn insert(connection: &mut DbConnection, new: &Revision) -> Result<()> {
    let inserted = diesel::insert_into(revision::table).values(Row::of(new, new.version)?).execute(connection);
    match inserted.map_err(Error::from) {
        Err(error) if error.is_duplicate() => Err(Error::refused("draft-there")),
        inserted => inserted.map(drop),
    }
}

/// Saves a revision, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did, and when another one of the same orders waits already.
pub fn save(connection: &mut DbConnection, changed: &Revision) -> Result<()> {
    let row = revision::table.find(&changed.id).filter(revision::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)?).execute(connection);
    match saved.map_err(Error::from) {
        Ok(1) => Ok(()),
        Ok(_) => Err(Error::refused("changed-meanwhile")),
        Err(error) if error.is_duplicate() => Err(Error::refused("revision-another-waits")),
        Err(error) => Err(error),
    }
}

/// Takes away a draft and all that it said; what it said before stays in the record.
///
/// # Errors
/// Broken when the database says so.
pub fn remove_draft(connection: &mut DbConnection, id: &Id<Revision>) -> Result<()> {
    let theirs = section::table.filter(section::revision_id.eq(id)).select(section::id);
    diesel::delete(section_earlier::table.filter(section_earlier::section_id.eq_any(theirs))).execute(connection)?;
    diesel::delete(section::table.filter(section::revision_id.eq(id))).execute(connection)?;
    diesel::delete(revision_concern::table.filter(revision_concern::revision_id.eq(id))).execute(connection)?;
    diesel::delete(revision::table.find(id).filter(revision::state.eq(State::Draft))).execute(connection)?;
    Ok(())
}
