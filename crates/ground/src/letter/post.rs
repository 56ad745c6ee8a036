//! The post office: a letter goes to the mail server of the settings, or into a folder.
//!
//! Between the moment at which a mail server has taken a letter and the moment at which the row says so, the
//! process can end. The letter is then sent once more, under the same Message-ID, by which mail programs and we
//! know it again.

use super::smtp::Trouble;
use super::{Letter, delivery_failed, message, rows};
use crate::db::DbConnection;
use crate::{App, Error, Moment, Result, disk};

/// The span over which letters are counted.
const WINDOW_SECONDS: i64 = 60;

/// Posts one letter: the job of [`super::POST`].
///
/// # Errors
/// Too often when so many went out that this one goes later; broken when the mail server is away, or does not take
/// it now, or when the folder cannot be written.
pub fn post(app: &App, now: Moment, id: &str) -> Result<()> {
    let letter = app.db.read_here(|connection| rows::find(connection, id))?;
    if letter.posted_at.is_some() {
        return Ok(());
    }
    match app.settings.mail_out.is_some() {
        true => send(app, now, &letter),
        false => {
            put_into_folder(app, &letter)?;
            mark_posted(app, now, id)
        }
    }
}

/// A letter was tried as often as a letter is: it is known not to arrive.
///
/// # Errors
/// Broken when the database says so.
pub fn given_up(connection: &mut DbConnection, id: &str, error: &str, now: Moment) -> Result<()> {
    delivery_failed(connection, id, false, error, now)
}

fn send(app: &App, now: Moment, letter: &Letter) -> Result<()> {
    let wait = app.db.read_here(|connection| wait_seconds(app, connection, letter, now))?;
    if let Some(seconds) = wait {
        return Err(Error::TooOften(seconds));
    }
    match app.post_office.send(&app.settings, &letter.to_address, &message::of(app, letter)?, now) {
        Ok(()) => mark_posted(app, now, &letter.id),
        Err(Trouble::Address(why)) => fail(app, now, letter, (true, why)),
        Err(Trouble::Letter(why)) => fail(app, now, letter, (false, why)),
        Err(Trouble::Away(seconds)) => Err(Error::TooOften(seconds)),
        Err(Trouble::Passing(says)) => Err(Error::broken(says)),
    }
}

/// How long a letter waits because so many went out in the last minute, by all processes; a quarter of them is
/// kept for those that somebody waits for. Two processes that count at once may each send one more.
fn wait_seconds(app: &App, connection: &mut DbConnection, letter: &Letter, now: Moment) -> Result<Option<i64>> {
    let most = app.settings.mail_per_minute;
    let most = if letter.class.is_urgent() { most } else { (most - most / 4).max(1) };
    let (posted, first) = rows::posted_since(connection, now.plus_seconds(-WINDOW_SECONDS))?;
    let until = first.map_or(now, |first| first.plus_seconds(WINDOW_SECONDS));
    // Those that wait do not all come back in the same second.
    let spread = letter.id.bytes().fold(0, |sum, byte| (sum * 31 + i64::from(byte)) % 10);
    Ok((posted >= most).then(|| until.seconds_since(now).max(1) + spread))
}

fn mark_posted(app: &App, now: Moment, id: &str) -> Result<()> {
    let id = id.to_owned();
    app.db.write_here(move |connection| rows::posted(connection, &id, now))
}

/// The mail server said no for good, so the letter is not tried again.
fn fail(app: &App, now: Moment, letter: &Letter, (permanent, why): (bool, String)) -> Result<()> {
    tracing::warn!(kind = letter.kind, letter = letter.id, permanent, "a letter was refused");
    let id = letter.id.clone();
    app.db.write_here(move |connection| delivery_failed(connection, &id, permanent, &why, now))
}

/// A standard message file, named by the letter, so that a letter that is put there twice is one file.
fn put_into_folder(app: &App, letter: &Letter) -> Result<()> {
    let folder = app.settings.mail_folder();
    disk::make_private_folder(&folder)?;
    let (beside, place) = (folder.join(format!(".{}", letter.id)), folder.join(format!("{}.eml", letter.id)));
    // What the rows call posted is on disk.
    Ok(disk::write_whole(&beside, &place, &message::of(app, letter)?)?)
}
