//! SQL for temporary orders.

use agreement::post::Post;
use diesel::prelude::*;
use ground::db::DbConnection;
use ground::entry::{Actor, ActorKind};
use ground::words::Language;
use ground::{Error, Id, Moment, Result};
use listening::concern::Concern;
use orders::revision::Revision;
use people::site::{self, Site};
use people::work::Work;

use super::{Kind, Temporary};
use crate::schema::temporary;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = temporary, treat_none_as_null = true)]
struct Row {
    id: Id<Temporary>,
    site_id: Id<Site>,
    post_id: Option<Id<Post>>,
    kind: Kind,
    words: String,
    language: String,
    by_kind: String,
    by_id: String,
    by_name: String,
    concern_id: Option<Id<Concern>>,
    given_at: Moment,
    ends_at: Moment,
    asks_at: Option<Moment>,
    ended_at: Option<Moment>,
    revision_id: Option<Id<Revision>>,
    version: i64,
}

impl Row {
    fn of(temporary: &Temporary, version: i64) -> Self {
        let one = temporary.clone();
        Self {
            id: one.id,
            site_id: one.site_id,
            post_id: one.post_id,
            kind: one.kind,
            words: one.words,
            language: one.language.code().to_owned(),
            by_kind: one.by.kind.as_str().to_owned(),
            by_id: one.by.id,
            by_name: one.by.name,
            concern_id: one.concern_id,
            given_at: one.given_at,
            ends_at: one.ends_at,
            asks_at: one.asks_at,
            ended_at: one.ended_at,
            revision_id: one.revision_id,
            version,
        }
    }
}

impl From<Row> for Temporary {
    fn from(row: Row) -> Self {
        let is_contact = row.by_kind == ActorKind::Contact.as_str();
        let kind = if is_contact { ActorKind::Contact } else { ActorKind::Staff };
        Self {
            id: row.id,
            site_id: row.site_id,
            post_id: row.post_id,
            kind: row.kind,
            words: row.words,
            language: Language::parse(&row.language).unwrap_or_default(),
            by: Actor { kind, id: row.by_id, name: row.by_name },
            concern_id: row.concern_id,
            given_at: row.given_at,
            ends_at: row.ends_at,
            asks_at: row.asks_at,
            ended_at: row.ended_at,
            revision_id: row.revision_id,
            version: row.version,
        }
    }
}

/// One temporary order at a site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<Temporary>) -> Result<Temporary> {
    let found = any(work.connection, id)?;
    site::rows::find(work, &found.site_id)?;
    Ok(found)
}

/// One temporary order, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<Temporary>) -> Result<Temporary> {
    Ok(temporary::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// Those in force at a site now, what ends first first; of one post alone where one is named, with
/// those of all posts.
///
/// # Errors
/// Broken when the database says so.
pub fn in_force(
    connection: &mut DbConnection,
    site_id: &Id<Site>,
    post_id: Option<&Id<Post>>,
    now: Moment,
) -> Result<Vec<Temporary>> {
    let rows: Vec<Row> = temporary::table
        .filter(temporary::site_id.eq(site_id))
        .filter(temporary::ends_at.gt(now))
        .filter(temporary::given_at.le(now))
        .filter(temporary::ended_at.is_null())
        .order((temporary::ends_at, temporary::id))
        .select(Row::as_select())
        .load(connection)?;
    let mut found: Vec<Temporary> = rows.into_iter().map(Temporary::from).collect();
    found.retain(|one| post_id.is_none() || one.post_id.is_none() || one.post_id.as_ref() == post_id);
    Ok(found)
}

/// Those at a site that are over, what ended last first.
///
/// # Errors
/// Broken when the database says so.
pub fn over(connection: &mut DbConnection, site_id: &Id<Site>, now: Moment, limit: i64) -> Result<Vec<Temporary>> {
    let rows: Vec<Row> = temporary::table
        .filter(temporary::site_id.eq(site_id))
        .filter(temporary::ends_at.le(now).or(temporary::ended_at.is_not_null()))
        .order((temporary::ends_at.desc(), temporary::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Temporary::from).collect())
}

/// Those about which whoever gave them is to be asked by now.
///
/// # Errors
/// Broken when the database says so.
pub fn to_ask(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<Temporary>>> {
    Ok(temporary::table
        .filter(temporary::asks_at.le(now))
        .filter(temporary::ends_at.gt(now))
        .order((temporary::asks_at, temporary::id))
        .limit(limit)
        .select(temporary::id)
        .load(connection)?)
}

/// Adds a temporary order.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &Temporary) -> Result<()> {
    diesel::insert_into(temporary::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// Saves a temporary order, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &Temporary) -> Result<()> {
    let row = temporary::table.find(&changed.id).filter(temporary::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
