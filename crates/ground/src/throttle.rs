//! How often somebody may knock. Counted in rows, so that several processes count together.

use diesel::prelude::*;

use crate::db::DbConnection;
use crate::db::schema::knock;
use crate::{Moment, Result, secret};

/// So many times in so long.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is counted.
    pub purpose: &'static str,
    /// How often.
    pub times: i64,
    /// In how many seconds.
    pub window_seconds: i64,
}

/// Counts one knock and says how many there were in this window, this one included.
/// Only a digest of who knocks is kept.
///
/// # Errors
/// Broken when the database says so.
pub fn count(connection: &mut DbConnection, limit: Limit, who: &str, now: Moment) -> Result<i64> {
    let window_at = window(limit, now);
    let who_digest = secret::digest(&format!("{} {who}", limit.purpose));
    let row = knock::table.find((&who_digest, window_at));
    let counted = diesel::update(row).set(knock::times.eq(knock::times + 1)).execute(connection)?;
    if counted == 0 {
        diesel::insert_into(knock::table)
            .values((knock::who_digest.eq(&who_digest), knock::window_at.eq(window_at), knock::times.eq(1)))
            .execute(connection)?;
    }
    Ok(row.select(knock::times).first(connection)?)
}

/// How many seconds until somebody may knock again; `None` when they may now.
///
/// # Errors
/// Broken when the database says so.
pub fn wait_seconds(connection: &mut DbConnection, limit: Limit, who: &str, now: Moment) -> Result<Option<i64>> {
    let window_at = window(limit, now);
    let who_digest = secret::digest(&format!("{} {who}", limit.purpose));
    let times: Option<i64> =
        knock::table.find((who_digest, window_at)).select(knock::times).first(connection).optional()?;
    let until = window_at + limit.window_seconds * 1000;
    Ok((times.unwrap_or(0) >= limit.times).then(|| (until - now.millis() + 999) / 1000))
}

/// Forgets the knocks of windows that began before this moment.
///
/// # Errors
/// Broken when the database says so.
pub fn forget(connection: &mut DbConnection, before: Moment) -> Result<()> {
    diesel::delete(knock::table.filter(knock::window_at.lt(before.millis()))).execute(connection)?;
    Ok(())
}

const fn window(limit: Limit, now: Moment) -> i64 {
    let length = limit.window_seconds * 1000;
    now.millis() - now.millis().rem_euclid(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    const LIMIT: Limit = Limit { purpose: "test", times: 2, window_seconds: 60 };

    #[test]
    fn after_so_many_knocks_one_waits_until_the_window_ends() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(None, folder.path()).unwrap();
        let at = |second: i64| Moment::from_millis(second * 1000);
        let knock = |second| db.write_here(move |connection| count(connection, LIMIT, "dana", at(second))).unwrap();
        let wait = |who: &'static str, second| {
            db.read_here(|connection| wait_seconds(connection, LIMIT, who, at(second))).unwrap()
        };
        assert_eq!((knock(0), knock(10)), (1, 2));
        assert_eq!(wait("dana", 20), Some(40));
        assert_eq!(wait("olaf", 20), None);
        assert_eq!(wait("dana", 60), None);
    }
}
