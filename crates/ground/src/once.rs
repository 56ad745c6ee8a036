//! The same request sent twice is answered once: by a second press of a button, by a device that
//! asks again after a lost answer, by a scanner that reads a page twice.
//!
//! Only digests of the key and of the request are kept, and the answer: the name of what was made.

use diesel::prelude::*;

use crate::db::DbConnection;
use crate::db::schema::idempotency;
use crate::{Moment, Result, secret};

/// What a request asked, and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Answered {
    /// The digest of what was asked.
    pub request_digest: String,
    /// What it was answered with.
    pub answer: String,
    /// When.
    pub at: Moment,
}

impl Answered {
    /// Whether it was this that was asked.
    #[must_use]
    pub fn to(&self, request: &str) -> bool {
        self.request_digest == secret::digest(request)
    }
}

/// How the last request under a key was answered, if that was at this moment or later.
///
/// # Errors
/// Broken when the database says so.
pub fn answered(connection: &mut DbConnection, key: &str, since: Moment) -> Result<Option<Answered>> {
    let rows = idempotency::table.find(secret::digest(key)).filter(idempotency::at.ge(since));
    let columns = (idempotency::request_digest, idempotency::answer, idempotency::at);
    Ok(rows.select(columns).first(connection).optional()?)
}

/// Keeps how a request was answered, in the place of an older one under the same key. Where two
/// processes keep the same key at once, the second one's change fails as a duplicate.
///
/// # Errors
/// Broken when the database says so.
pub fn keep(connection: &mut DbConnection, key: &str, request: &str, answer: &str, now: Moment) -> Result<()> {
    let key_digest = secret::digest(key);
    let values = (
        idempotency::request_digest.eq(secret::digest(request)),
        idempotency::answer.eq(answer),
        idempotency::at.eq(now),
    );
    if diesel::update(idempotency::table.find(&key_digest)).set(values.clone()).execute(connection)? == 0 {
        diesel::insert_into(idempotency::table)
            .values((idempotency::key_digest.eq(&key_digest), values))
            .execute(connection)?;
    }
    Ok(())
}

/// Forgets what was answered before this moment.
///
/// # Errors
/// Broken when the database says so.
pub fn forget(connection: &mut DbConnection, before: Moment) -> Result<()> {
    diesel::delete(idempotency::table.filter(idempotency::at.lt(before))).execute(connection)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[test]
    fn a_request_is_known_under_its_key_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(None, folder.path()).unwrap();
        let at = Moment::from_millis;
        let known = |since| db.read_here(|connection| answered(connection, "form 1", at(since))).unwrap();
        assert_eq!(known(0), None);
        for (request, moment) in [("gate open", 10), ("gate still open", 20)] {
            db.write_here(move |connection| keep(connection, "form 1", request, "concern", at(moment))).unwrap();
            assert!(known(moment).unwrap().to(request));
        }
        assert!(!known(20).unwrap().to("gate open"), "the newest request is the one that counts");
        assert_eq!(known(21), None);
        db.write_here(move |connection| forget(connection, at(20))).unwrap();
        assert!(known(0).is_some());
        db.write_here(move |connection| forget(connection, at(21))).unwrap();
        assert_eq!(known(0), None);
    }
}
