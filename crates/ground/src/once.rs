//! The same request sent twice is answered once.
//!
//! A form carries a token of its own (`once`), a program sends a key. The answer to the first
//! sending is kept under its digest, in the transaction of what it did, and given again to every
//! later one. Two that arrive at the same moment cannot both be kept: the table holds each key once.

use diesel::prelude::*;

use crate::db::DbConnection;
use crate::db::schema::idempotency;
use crate::{Error, Moment, Result, secret};

/// For how long an answer is kept, in seconds.
pub const KEPT_SECONDS: i64 = 30 * 86_400;

/// The answer that was given to the same request; `None` when this is the first.
///
/// # Errors
/// Refused when the same token came with another request.
pub fn first(
    connection: &mut DbConnection,
    purpose: &str,
    once: &str,
    request_digest: &str,
    now: Moment,
) -> Result<Option<String>> {
    let kept: Option<(String, String)> = idempotency::table
        .find(key(purpose, once))
        .filter(idempotency::at.gt(now.plus_seconds(-KEPT_SECONDS)))
        .select((idempotency::request_digest, idempotency::answer))
        .first(connection)
        .optional()?;
    match kept {
        Some((digest, _)) if digest != request_digest => Err(Error::refused("once-another")),
        kept => Ok(kept.map(|(_, answer)| answer)),
    }
}

/// Keeps the answer to a request that was the first.
///
/// # Errors
/// Broken as a duplicate when the same request was answered meanwhile: look again with [`first`].
pub fn keep(
    connection: &mut DbConnection,
    purpose: &str,
    once: &str,
    request_digest: &str,
    answer: &str,
    now: Moment,
) -> Result<()> {
    let key = key(purpose, once);
    // An answer that was kept long enough, and was not swept away yet, is in nobody's way.
    let before = idempotency::at.le(now.plus_seconds(-KEPT_SECONDS));
    diesel::delete(idempotency::table.find(&key)).filter(before).execute(connection)?;
    diesel::insert_into(idempotency::table)
        .values((
            idempotency::key_digest.eq(&key),
            idempotency::request_digest.eq(request_digest),
            idempotency::answer.eq(answer),
            idempotency::at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// Forgets answers that were given before this moment.
///
/// # Errors
/// Broken when the database says so.
pub fn forget(connection: &mut DbConnection, before: Moment) -> Result<()> {
    diesel::delete(idempotency::table.filter(idempotency::at.lt(before))).execute(connection)?;
    Ok(())
}

fn key(purpose: &str, once: &str) -> String {
    secret::digest(&format!("{purpose} {once}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[test]
    fn the_same_request_is_answered_as_before_and_another_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(None, folder.path()).unwrap();
        let now = Moment::from_millis(0);
        let look = |purpose, digest, at| db.read_here(|connection| first(connection, purpose, "k", digest, at));
        let save = || db.write_here(move |connection| keep(connection, "form", "k", "words", "/concerns/7", now));
        assert_eq!(look("form", "words", now).unwrap(), None);
        save().unwrap();
        assert_eq!(look("form", "words", now).unwrap(), Some("/concerns/7".to_owned()));
        assert_eq!(look("sign", "words", now).unwrap(), None, "another purpose is another key");
        assert!(matches!(look("form", "other words", now), Err(Error::Refused(_))));
        assert!(save().unwrap_err().is_duplicate(), "two at the same moment are not both kept");
        let later = now.plus_seconds(KEPT_SECONDS);
        assert_eq!(look("form", "other words", later).unwrap(), None, "after a while it is forgotten");
        db.write_here(move |connection| keep(connection, "form", "k", "other words", "/concerns/8", later)).unwrap();
        db.write_here(move |connection| forget(connection, later.plus_seconds(1))).unwrap();
        assert_eq!(look("form", "other words", later).unwrap(), None);
    }
}
