//! Letters: written as rows by the verb that causes them, posted by a job.
//!
//! A letter's template is a text whose first line is its subject. The job hands the letter to the
//! mail server of the settings, or puts it into a folder; it is the same message, with the same
//! Message-ID, however often that is tried.

mod class;
mod failure;
mod message;
mod post;
pub mod refusing;
mod rows;
mod smtp;
pub mod thread;
pub mod unwanted;

pub use class::{Automatic, Class};
pub use failure::key as failure_key;
pub use post::{given_up, post};
pub use rows::{Letter, before, failed_about, find, newest, take_as_posted};
pub use smtp::Office;

use crate::db::DbConnection;
use crate::words::Language;
use crate::{App, Moment, Result, job};

/// The kind of job that posts a letter.
pub const POST: &str = "letter.post";
/// The kind of job that tells those who should know that a letter did not arrive; its payload is the
/// letter's name. A slice that knows what letters are about does it.
pub const CAME_BACK: &str = "letter.came_back";
/// How often a letter is tried: for a day and a half, so that a mail server may be away for a night.
pub const TRIES: i64 = 40;
/// As much is kept of what a mail server said.
const WHY_LETTERS: usize = 300;

/// What a letter says, and to whom.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// What kind of letter: `session.sign_in_link`.
    pub kind: &'static str,
    /// What sort of letter its reader may do without.
    pub class: Class,
    /// The thing it is about.
    pub about_id: &'a str,
    /// Whether all letters about the thing are one conversation, which a reply joins.
    pub in_thread: bool,
    /// Whose words they are.
    pub automatic: Automatic,
    /// Who writes: the name of the organization.
    pub from_name: &'a str,
    /// To whom.
    pub to_name: &'a str,
    /// To which address.
    pub to_address: &'a str,
    /// In which language.
    pub language: Language,
    /// The rendered template: the subject, a line end, and the words.
    pub text: String,
}

/// Writes a letter and asks for it to be posted. What its reader does not want is not written; what
/// goes to an address that refuses mail is kept as not delivered, unless it must be tried anyway.
///
/// # Errors
/// Broken when the database says so.
pub fn write(app: &App, connection: &mut DbConnection, draft: Draft<'_>, now: Moment) -> Result<()> {
    let essential = draft.class == Class::Essential;
    if !essential && !unwanted::is_wanted(connection, draft.to_address, draft.class)? {
        return Ok(());
    }
    let mut letter = drafted(app, connection, draft, now)?;
    let refusing = refusing::find(connection, &letter.to_address)?.filter(|_| !essential);
    if let Some(refusing) = refusing {
        letter.failed_at = Some(now.millis());
        letter.failure = Some(refusing.why);
        return rows::insert(connection, letter);
    }
    let id = letter.id.clone();
    rows::insert(connection, letter)?;
    job::after(connection, POST, &id, &id, now)
}

fn drafted(app: &App, connection: &mut DbConnection, draft: Draft<'_>, now: Moment) -> Result<Letter> {
    let (subject, words) = draft.text.split_once('\n').unwrap_or((&draft.text, ""));
    let id = uuid::Uuid::now_v7().to_string();
    let to_address = draft.to_address.to_lowercase();
    let follows = match draft.in_thread {
        true => Some(thread::before(app, connection, draft.about_id, &to_address)?),
        false => None,
    };
    Ok(Letter {
        kind: draft.kind.to_owned(),
        class: draft.class,
        about_id: draft.about_id.to_owned(),
        auto_submitted: draft.automatic.header().map(str::to_owned),
        from_name: draft.from_name.to_owned(),
        to_name: draft.to_name.to_owned(),
        to_address,
        language: draft.language.code().to_owned(),
        subject: subject.trim().to_owned(),
        words: words.trim().to_owned() + "\n",
        message_id: thread::message_id(app, &id),
        follows,
        written_at: now.millis(),
        posted_at: None,
        failed_at: None,
        failure: None,
        id,
    })
}

/// A letter did not arrive, and is not tried again. `permanent` when the address takes no mail at all: it is
/// then remembered as refusing. `why` is what the mail server said, such as `550 5.1.1 No such user`.
///
/// # Errors
/// Not found when there is no such letter.
pub fn delivery_failed(
    connection: &mut DbConnection,
    letter_id: &str,
    permanent: bool,
    why: &str,
    now: Moment,
) -> Result<()> {
    let letter = rows::find(connection, letter_id)?;
    let why: String = why.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(WHY_LETTERS).collect();
    rows::failed(connection, letter_id, &why, now)?;
    if permanent {
        refusing::note(connection, &letter.to_address, &why, now)?;
    }
    job::after(connection, CAME_BACK, letter_id, letter_id, now)
}

#[cfg(test)]
mod tests;
