//! SQL for approvals and remarks.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::{Error, Id, Moment, Result};
use people::contact::{self, Contact};
use people::work::Work;

use super::{Answer, Approval, Remark, Said, Way};
use crate::post_orders;
use crate::revision::{Revision, State};
use crate::schema::{approval, remark, revision};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = approval, treat_none_as_null = true)]
struct Row {
    id: Id<Approval>,
    revision_id: Id<Revision>,
    contact_id: Id<Contact>,
    standing_in_at: Option<Moment>,
    asked_at: Moment,
    reminded_at: Option<Moment>,
    answer: Option<Answer>,
    words: Option<String>,
    way: Option<Way>,
    hash: Option<String>,
    answered_at: Option<Moment>,
    version: i64,
}

impl Row {
    fn of(approval: &Approval, version: i64) -> Self {
        let Approval { id, revision_id, contact_id, standing_in_at, asked_at, reminded_at, said, version: _ } =
            approval.clone();
        Self {
            id,
            revision_id,
            contact_id,
            standing_in_at,
            asked_at,
            reminded_at,
            answer: said.as_ref().map(|said| said.answer),
            words: said.as_ref().and_then(|said| said.words.clone()),
            way: said.as_ref().map(|said| said.way),
            answered_at: said.as_ref().map(|said| said.at),
            hash: said.map(|said| said.hash),
            version,
        }
    }
}

impl From<Row> for Approval {
    fn from(row: Row) -> Self {
        let said = match (row.answer, row.way, row.hash, row.answered_at) {
            (Some(answer), Some(way), Some(hash), Some(at)) => Some(Said { answer, words: row.words, way, hash, at }),
            _ => None,
        };
        Self {
            id: row.id,
            revision_id: row.revision_id,
            contact_id: row.contact_id,
            standing_in_at: row.standing_in_at,
            asked_at: row.asked_at,
            reminded_at: row.reminded_at,
            said,
            version: row.version,
        }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = remark)]
struct RemarkRow {
    id: Id<Remark>,
    revision_id: Id<Revision>,
    section_key: String,
    line: i64,
    line_words: String,
    by_kind: String,
    by_id: String,
    by_name: String,
    words: String,
    said_at: Moment,
}

/// One asking, for whoever holds a link that names it.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Approval>) -> Result<Approval> {
    Ok(approval::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// One asking of whoever asks for it, as long as they see the site.
///
/// # Errors
/// Not found when it is of somebody else, or of a site that they do not see any more.
pub fn mine(work: &mut Work<'_>, id: &Id<Approval>) -> Result<Approval> {
    let found = any(work.connection, id)?;
    let is_mine = work.me.actor.kind == ActorKind::Contact && work.me.actor.id == found.contact_id.as_str();
    if !is_mine {
        return Err(Error::NotFound);
    }
    let orders_id = revision::table.find(&found.revision_id).select(revision::orders_id).first(work.connection)?;
    post_orders::rows::find(work, &orders_id)?;
    Ok(found)
}

/// All askings about a revision, the first first, each with who is asked.
///
/// # Errors
/// Broken when the database says so.
pub fn of_revision(connection: &mut DbConnection, id: &Id<Revision>) -> Result<Vec<(Approval, String)>> {
    let rows: Vec<Row> = approval::table
        .filter(approval::revision_id.eq(id))
        .order((approval::asked_at, approval::id))
        .select(Row::as_select())
        .load(connection)?;
    let named = |row: Row| {
        let name = contact::rows::name(connection, &row.contact_id)?;
        Ok((Approval::from(row), name))
    };
    rows.into_iter().map(named).collect()
}

/// What waits for the answer of a contact, what waits longest first.
///
/// # Errors
/// Broken when the database says so.
pub fn waiting_for(connection: &mut DbConnection, contact_id: &str) -> Result<Vec<Approval>> {
    let waits = revision::state.eq(State::Proposed).or(revision::state
        .eq(State::InForce)
        .and(revision::emergency_at.is_not_null())
        .and(revision::decided_at.is_null()));
    let rows: Vec<Row> = approval::table
        .inner_join(revision::table)
        .filter(approval::contact_id.eq(contact_id))
        .filter(approval::answer.is_null())
        .filter(waits)
        .order((approval::asked_at, approval::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Approval::from).collect())
}

/// Adds an asking.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Approval) -> Result<()> {
    diesel::insert_into(approval::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves an asking, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Approval) -> Result<()> {
    let row = approval::table.find(&changed.id).filter(approval::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}

/// What was said of single lines of a revision, in the order in which it was said.
///
/// # Errors
/// Broken when the database says so.
pub fn remarks(connection: &mut DbConnection, id: &Id<Revision>) -> Result<Vec<Remark>> {
    let rows: Vec<RemarkRow> = remark::table
        .filter(remark::revision_id.eq(id))
        .order((remark::said_at, remark::id))
        .select(RemarkRow::as_select())
        .load(connection)?;
    let read = |row: RemarkRow| Remark {
        id: row.id,
        revision_id: row.revision_id,
        section_key: row.section_key,
        line: row.line,
        line_words: row.line_words,
        by: Actor { kind: by_kind(&row.by_kind), id: row.by_id, name: row.by_name },
        words: row.words,
        said_at: row.said_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

fn by_kind(word: &str) -> ActorKind {
    if word == ActorKind::Contact.as_str() { ActorKind::Contact } else { ActorKind::Staff }
}

/// Adds what somebody said of a line.
///
/// # Errors
/// Broken when the database says so.
pub fn insert_remark(connection: &mut DbConnection, new: &Remark) -> Result<()> {
    let new = new.clone();
    let row = RemarkRow {
        id: new.id,
        revision_id: new.revision_id,
        section_key: new.section_key,
        line: new.line,
        line_words: new.line_words,
        by_kind: new.by.kind.as_str().to_owned(),
        by_id: new.by.id,
        by_name: new.by.name,
        words: new.words,
        said_at: new.said_at,
    };
    diesel::insert_into(remark::table).values(row).execute(connection)?;
    Ok(())
}
