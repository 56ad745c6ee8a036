//! Letters: written as rows by the verb that causes them, posted by a job.
//!
//! A letter's template is a text whose first line is its subject. The post office is a folder
//! of standard message files (RFC 5322), named by the letter, so that a letter that is posted
//! twice after a crash is still one file.

use diesel::prelude::*;
use lettre::message::{Mailbox, header};

use crate::db::DbConnection;
use crate::db::schema::letter;
use crate::{App, Error, Moment, Result, disk, job};

/// The kind of job that posts a letter.
pub const POST: &str = "letter.post";

/// A letter, as it is kept.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = letter)]
pub struct Letter {
    /// Its name.
    pub id: String,
    /// What kind of letter: `session.sign_in_link`.
    pub kind: String,
    /// The thing it is about.
    pub about_id: String,
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
    /// When it was written (milliseconds).
    pub written_at: i64,
    /// When it was posted (milliseconds).
    pub posted_at: Option<i64>,
}

/// What a letter says, and to whom.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// What kind of letter.
    pub kind: &'static str,
    /// The thing it is about.
    pub about_id: &'a str,
    /// To whom.
    pub to_name: &'a str,
    /// To which address.
    pub to_address: &'a str,
    /// In which language.
    pub language: crate::words::Language,
    /// The rendered template: the subject, a line end, and the words.
    pub text: String,
}

/// Writes a letter and asks for it to be posted.
///
/// # Errors
/// Broken when the database says so.
pub fn write(connection: &mut DbConnection, draft: Draft<'_>, now: Moment) -> Result<()> {
    let (subject, words) = draft.text.split_once('\n').unwrap_or((&draft.text, ""));
    let id = uuid::Uuid::now_v7().to_string();
    let row = Letter {
        kind: draft.kind.to_owned(),
        about_id: draft.about_id.to_owned(),
        to_name: draft.to_name.to_owned(),
        to_address: draft.to_address.to_owned(),
        language: draft.language.code().to_owned(),
        subject: subject.trim().to_owned(),
        words: words.trim().to_owned() + "\n",
        message_id: format!("<{id}@rapport>"),
        written_at: now.millis(),
        posted_at: None,
        id: id.clone(),
    };
    diesel::insert_into(letter::table).values(row).execute(connection)?;
    job::after(connection, POST, &id, &id, now)
}

/// The newest letters, for the page on which a demo shows its mail.
///
/// # Errors
/// Broken when the database says so.
pub fn newest(connection: &mut DbConnection, limit: i64) -> Result<Vec<Letter>> {
    Ok(letter::table.order((letter::written_at.desc(), letter::id.desc())).limit(limit).load(connection)?)
}

/// One letter.
///
/// # Errors
/// Not found when there is none of this name.
pub fn find(connection: &mut DbConnection, id: &str) -> Result<Letter> {
    Ok(letter::table.find(id).first(connection)?)
}

/// Posts one letter: the job of [`POST`].
///
/// # Errors
/// Broken when the folder cannot be written.
pub fn post(app: &App, now: Moment, id: &str) -> Result<()> {
    let letter = app.db.read_here(|connection| find(connection, id))?;
    let folder = app.settings.mail_folder();
    disk::make_private_folder(&folder)?;
    // What the rows call posted is on disk.
    disk::write_whole(&folder.join(format!(".{id}")), &folder.join(format!("{id}.eml")), &message(app, &letter)?)?;
    let id = id.to_owned();
    app.db.write_here(move |connection| {
        diesel::update(letter::table.find(&id)).set(letter::posted_at.eq(now.millis())).execute(connection)?;
        Ok(())
    })
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

fn message(app: &App, letter: &Letter) -> Result<Vec<u8>> {
    let broken = |error: &dyn std::error::Error| Error::broken(format!("a letter cannot be written: {error}"));
    let to = letter.to_address.parse().map_err(|error| broken(&error))?;
    let from: Mailbox = app.settings.mail_from.parse().map_err(|error| broken(&error))?;
    let date = std::time::UNIX_EPOCH + std::time::Duration::from_millis(u64::try_from(letter.written_at).unwrap_or(0));
    let message = lettre::Message::builder()
        .from(from)
        .to(Mailbox::new(Some(letter.to_name.clone()), to))
        .subject(&letter.subject)
        .message_id(Some(letter.message_id.clone()))
        .date(date)
        .header(header::ContentType::TEXT_PLAIN)
        .body(letter.words.clone())
        .map_err(|error| broken(&error))?;
    Ok(message.formatted())
}
