//! SQL for given words.

use diesel::prelude::*;
use ground::db::DbConnection;
use ground::{Error, Id, Moment, Result};
use people::contact::Contact;
use people::site::{self, Site};
use people::staff::StaffMember;
use people::work::Work;

use super::GivenWord;
use crate::interaction::Interaction;
use crate::schema::given_word;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = given_word, treat_none_as_null = true)]
struct Row {
    id: Id<GivenWord>,
    site_id: Id<Site>,
    interaction_id: Id<Interaction>,
    holder_id: Id<StaffMember>,
    contact_id: Option<Id<Contact>>,
    to_name: Option<String>,
    words: String,
    given_at: Moment,
    due_at: Moment,
    asks_at: Option<Moment>,
    tells_at: Option<Moment>,
    kept_at: Option<Moment>,
    released_at: Option<Moment>,
    how: Option<String>,
    version: i64,
}

impl Row {
    fn of(word: &GivenWord, version: i64) -> Self {
        let one = word.clone();
        Self {
            id: one.id,
            site_id: one.site_id,
            interaction_id: one.interaction_id,
            holder_id: one.holder_id,
            contact_id: one.contact_id,
            to_name: one.to_name,
            words: one.words,
            given_at: one.given_at,
            due_at: one.due_at,
            asks_at: one.asks_at,
            tells_at: one.tells_at,
            kept_at: one.kept_at,
            released_at: one.released_at,
            how: one.how,
            version,
        }
    }
}

impl From<Row> for GivenWord {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            site_id: row.site_id,
            interaction_id: row.interaction_id,
            holder_id: row.holder_id,
            contact_id: row.contact_id,
            to_name: row.to_name,
            words: row.words,
            given_at: row.given_at,
            due_at: row.due_at,
            asks_at: row.asks_at,
            tells_at: row.tells_at,
            kept_at: row.kept_at,
            released_at: row.released_at,
            how: row.how,
            version: row.version,
        }
    }
}

/// One given word that somebody holds, or at a site within reach.
///
/// # Errors
/// Not found when there is none.
pub fn find(work: &mut Work<'_>, id: &Id<GivenWord>) -> Result<GivenWord> {
    let found = any(work.connection, id)?;
    if found.holder_id.as_str() != work.me.actor.id {
        site::rows::find(work, &found.site_id)?;
    }
    Ok(found)
}

/// One given word, for whoever may know of it by something else.
///
/// # Errors
/// Not found when there is none.
pub fn any(connection: &mut DbConnection, id: &Id<GivenWord>) -> Result<GivenWord> {
    Ok(given_word::table.find(id).select(Row::as_select()).first::<Row>(connection)?.into())
}

/// The words given in one interaction.
///
/// # Errors
/// Broken when the database says so.
pub fn of_interaction(connection: &mut DbConnection, id: &Id<Interaction>) -> Result<Vec<GivenWord>> {
    let query = given_word::table.filter(given_word::interaction_id.eq(id)).order(given_word::id);
    let rows: Vec<Row> = query.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(GivenWord::from).collect())
}

/// The open words that somebody holds, or of some sites, what is due first first.
///
/// # Errors
/// Broken when the database says so.
pub fn open(connection: &mut DbConnection, holder: Option<&str>, sites: &[Id<Site>]) -> Result<Vec<GivenWord>> {
    let rows: Vec<Row> = given_word::table
        .filter(given_word::kept_at.is_null())
        .filter(given_word::released_at.is_null())
        .filter(given_word::site_id.eq_any(sites).or(given_word::holder_id.eq(holder.unwrap_or_default())))
        .order((given_word::due_at, given_word::id))
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(GivenWord::from).collect())
}

/// All words that were given to a contact by name, the newest first.
///
/// # Errors
/// Broken when the database says so.
pub fn given_to(connection: &mut DbConnection, contact_id: &Id<Contact>) -> Result<Vec<GivenWord>> {
    let query = given_word::table.filter(given_word::contact_id.eq(contact_id));
    let ordered = query.order((given_word::given_at.desc(), given_word::id.desc()));
    let rows: Vec<Row> = ordered.select(Row::as_select()).load(connection)?;
    Ok(rows.into_iter().map(GivenWord::from).collect())
}

/// Those whose holder is to be reminded by now.
///
/// # Errors
/// Broken when the database says so.
pub fn to_ask(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<GivenWord>>> {
    let due = given_word::table.filter(given_word::asks_at.le(now)).order((given_word::asks_at, given_word::id));
    Ok(due.limit(limit).select(given_word::id).load(connection)?)
}

/// Those about which those on duty are to be told by now.
///
/// # Errors
/// Broken when the database says so.
pub fn to_tell(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Id<GivenWord>>> {
    let due = given_word::table.filter(given_word::tells_at.le(now)).order((given_word::tells_at, given_word::id));
    Ok(due.limit(limit).select(given_word::id).load(connection)?)
}

/// Adds a given word.
///
/// # Errors
/// Broken when the database says so.
pub fn insert(connection: &mut DbConnection, new: &GivenWord) -> Result<()> {
    diesel::insert_into(given_word::table).values(Row::of(new, new.version)).execute(connection)?;
    Ok(())
}

/// What was given in one interaction belongs to the one that corrects it.
///
/// # Errors
/// Broken when the database says so.
pub fn follow(connection: &mut DbConnection, from: &Id<Interaction>, to: &Id<Interaction>) -> Result<()> {
    let theirs = given_word::table.filter(given_word::interaction_id.eq(from));
    diesel::update(theirs).set(given_word::interaction_id.eq(to)).execute(connection)?;
    Ok(())
}

/// Its holder was reminded. Nobody who looks at it sees a difference, so its version stays.
///
/// # Errors
/// Broken when the database says so.
pub fn asked(connection: &mut DbConnection, id: &Id<GivenWord>) -> Result<()> {
    let none: Option<Moment> = None;
    diesel::update(given_word::table.find(id)).set(given_word::asks_at.eq(none)).execute(connection)?;
    Ok(())
}

/// Those on duty were told that it is late; its version stays, as in [`asked`].
///
/// # Errors
/// Broken when the database says so.
pub fn told(connection: &mut DbConnection, id: &Id<GivenWord>) -> Result<()> {
    let none: Option<Moment> = None;
    diesel::update(given_word::table.find(id)).set(given_word::tells_at.eq(none)).execute(connection)?;
    Ok(())
}

/// Saves a given word, if nobody else did meanwhile.
///
/// # Errors
/// Refused when somebody did.
pub fn save(connection: &mut DbConnection, changed: &GivenWord) -> Result<()> {
    let row = given_word::table.find(&changed.id).filter(given_word::version.eq(changed.version));
    let saved = diesel::update(row).set(Row::of(changed, changed.version + 1)).execute(connection)?;
    if saved == 1 { Ok(()) } else { Err(Error::refused("changed-meanwhile")) }
}
