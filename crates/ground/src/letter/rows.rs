//! SQL for letters.

use diesel::prelude::*;

use super::{Class, POST};
use crate::db::DbConnection;
use crate::db::schema::letter;
use crate::words::Language;
use crate::{Moment, Result, job};

/// A letter, as it is kept.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = letter)]
pub struct Letter {
    /// Its name.
    pub id: String,
    /// What kind of letter: `session.sign_in_link`.
    pub kind: String,
    /// What sort of letter its reader may do without.
    pub class: Class,
    /// The thing it is about.
    pub about_id: String,
    /// What it says of itself in `Auto-Submitted`; none when a person wrote its words.
    pub auto_submitted: Option<String>,
    /// Who writes.
    pub from_name: String,
    /// To whom.
    pub to_name: String,
    /// To which address.
    pub to_address: String,
    /// In which language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// What it says, in plain text.
    pub words: String,
    /// Its Message-ID, the same however often it is sent.
    pub message_id: String,
    /// The Message-IDs of what came before it in its conversation, each after a space; none where it stands alone.
    pub follows: Option<String>,
    /// When it was written (milliseconds).
    pub written_at: i64,
    /// When it was posted (milliseconds).
    pub posted_at: Option<i64>,
    /// When it was known not to arrive (milliseconds).
    pub failed_at: Option<i64>,
    /// What the mail server said then.
    pub failure: Option<String>,
}

impl Letter {
    /// In which language it is.
    #[must_use]
    pub fn spoken(&self) -> Language {
        Language::parse(&self.language).unwrap_or_default()
    }
}

pub(super) fn insert(connection: &mut DbConnection, new: Letter) -> Result<()> {
    diesel::insert_into(letter::table).values(new).execute(connection)?;
    Ok(())
}

/// The newest letters, for the page on which a demo shows its mail.
///
/// # Errors
/// Broken when the database says so.
pub fn newest(connection: &mut DbConnection, limit: i64) -> Result<Vec<Letter>> {
    Ok(letter::table.order((letter::written_at.desc(), letter::id.desc())).limit(limit).load(connection)?)
}

/// The newest letters of those that were written before this one.
///
/// # Errors
/// Not found when there is none of this name.
pub fn before(connection: &mut DbConnection, id: &str, limit: i64) -> Result<Vec<Letter>> {
    let later = find(connection, id)?;
    let at_once = letter::written_at.eq(later.written_at).and(letter::id.lt(id));
    Ok(letter::table
        .filter(letter::written_at.lt(later.written_at).or(at_once))
        .order((letter::written_at.desc(), letter::id.desc()))
        .limit(limit)
        .load(connection)?)
}

/// One letter.
///
/// # Errors
/// Not found when there is none of this name.
pub fn find(connection: &mut DbConnection, id: &str) -> Result<Letter> {
    Ok(letter::table.find(id).first(connection)?)
}

/// The letters about a thing that did not arrive, the newest first, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub fn failed_about(connection: &mut DbConnection, about_id: &str, limit: i64) -> Result<Vec<Letter>> {
    Ok(letter::table
        .filter(letter::about_id.eq(about_id))
        .filter(letter::failed_at.is_not_null())
        .order((letter::written_at.desc(), letter::id.desc()))
        .limit(limit)
        .load(connection)?)
}

/// The Message-ID of the last letter to somebody in the conversation about a thing.
pub(super) fn last_in_thread(connection: &mut DbConnection, about_id: &str, to: &str) -> Result<Option<String>> {
    Ok(letter::table
        .filter(letter::about_id.eq(about_id))
        .filter(letter::to_address.eq(to))
        .filter(letter::follows.is_not_null())
        .order((letter::written_at.desc(), letter::id.desc()))
        .select(letter::message_id)
        .first(connection)
        .optional()?)
}

pub(super) fn posted(connection: &mut DbConnection, id: &str, now: Moment) -> Result<()> {
    diesel::update(letter::table.find(id))
        .set((
            letter::posted_at.eq(now.millis()),
            letter::failed_at.eq(None::<i64>),
            letter::failure.eq(None::<String>),
        ))
        .execute(connection)?;
    Ok(())
}

pub(super) fn failed(connection: &mut DbConnection, id: &str, why: &str, now: Moment) -> Result<()> {
    diesel::update(letter::table.find(id))
        .set((letter::failed_at.eq(now.millis()), letter::failure.eq(why)))
        .execute(connection)?;
    Ok(())
}

/// How many letters were posted after a moment, and when the first of them was.
pub(super) fn posted_since(connection: &mut DbConnection, after: Moment) -> Result<(i64, Option<Moment>)> {
    let posted = letter::table.filter(letter::posted_at.gt(after.millis()));
    let first: Option<i64> = posted.select(diesel::dsl::min(letter::posted_at)).first(connection)?;
    Ok((posted.count().get_result(connection)?, first.map(Moment::from_millis)))
}

/// Takes the letters that wait as posted when they were written: for a history that is grown,
/// whose letters nobody waits for.
///
/// # Errors
/// Broken when the database says so.
pub fn take_as_posted(connection: &mut DbConnection) -> Result<()> {
    let ids = job::drop_waiting(connection, POST)?;
    let waiting = letter::table.filter(letter::id.eq_any(ids));
    diesel::update(waiting).set(letter::posted_at.eq(letter::written_at.nullable())).execute(connection)?;
    Ok(())
}
