//! SQL for jobs.

use diesel::prelude::*;

use crate::db::DbConnection;
use crate::db::schema::job;
use crate::{Moment, Result};

/// The key of the one row of a job on the clock.
pub(super) const ON_THE_CLOCK: &str = "on-the-clock";

/// A job that waits.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Waiting {
    pub id: String,
    pub kind: String,
    pub payload: String,
    pub attempts: i64,
    pub leased_until: i64,
}

/// Asks for a job at a time, once for each key: asked again, nothing more happens.
///
/// # Errors
/// Broken when the database says so.
pub fn after(connection: &mut DbConnection, kind: &str, key: &str, payload: &str, due_at: Moment) -> Result<()> {
    let there: i64 = job::table.filter(job::kind.eq(kind)).filter(job::key.eq(key)).count().get_result(connection)?;
    if there == 0 {
        diesel::insert_into(job::table)
            .values((
                job::id.eq(uuid::Uuid::now_v7().to_string()),
                job::kind.eq(kind),
                job::key.eq(key),
                job::payload.eq(payload),
                job::due_at.eq(due_at.millis()),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Drops the jobs of one kind that wait: their keys.
///
/// # Errors
/// Broken when the database says so.
pub(crate) fn drop_waiting(connection: &mut DbConnection, kind: &str) -> Result<Vec<String>> {
    let waiting = job::table.filter(job::kind.eq(kind)).filter(job::done_at.is_null());
    Ok(diesel::delete(waiting).returning(job::key).get_results(connection)?)
}

/// The jobs that are due and that nobody is running.
pub(super) fn due(connection: &mut DbConnection, now: Moment, limit: i64) -> Result<Vec<Waiting>> {
    Ok(job::table
        .filter(job::done_at.is_null())
        .filter(job::given_up_at.is_null())
        .filter(job::due_at.le(now.millis()))
        .filter(job::leased_until.le(now.millis()))
        .order((job::due_at, job::id))
        .limit(limit)
        .select((job::id, job::kind, job::payload, job::attempts, job::leased_until))
        .load(connection)?)
}

/// Takes a job for oneself for a while; false when somebody else was first.
pub(super) fn claim(connection: &mut DbConnection, waiting: &Waiting, until: Moment) -> Result<bool> {
    let claimed = diesel::update(job::table.find(&waiting.id))
        .filter(job::leased_until.eq(waiting.leased_until))
        .filter(job::done_at.is_null())
        .set((job::leased_until.eq(until.millis()), job::attempts.eq(job::attempts + 1)))
        .execute(connection)?;
    Ok(claimed == 1)
}

/// A job is done. A job on the clock is due again instead.
pub(super) fn done(connection: &mut DbConnection, id: &str, now: Moment, again_at: Option<Moment>) -> Result<()> {
    let row = job::table.find(id);
    match again_at {
        None => diesel::update(row).set(job::done_at.eq(now.millis())).execute(connection)?,
        Some(again_at) => diesel::update(row)
            .set((
                job::due_at.eq(again_at.millis()),
                job::leased_until.eq(0),
                job::attempts.eq(0),
                job::last_error.eq(None::<String>),
            ))
            .execute(connection)?,
    };
    Ok(())
}

/// A job failed after so many tries: it is due again at a time, or given up.
pub(super) fn failed(
    connection: &mut DbConnection,
    (id, tried): (&str, i64),
    error: &str,
    now: Moment,
    again_at: Option<Moment>,
) -> Result<()> {
    let row = job::table.find(id);
    match again_at {
        Some(again_at) => diesel::update(row)
            .set((
                job::due_at.eq(again_at.millis()),
                job::leased_until.eq(0),
                job::attempts.eq(tried),
                job::last_error.eq(error),
            ))
            .execute(connection)?,
        None => diesel::update(row)
            .set((job::given_up_at.eq(now.millis()), job::attempts.eq(tried), job::last_error.eq(error)))
            .execute(connection)?,
    };
    Ok(())
}

/// A job was not tried after all: it is due again at a time, with all the patience that it had.
pub(super) fn put_off(connection: &mut DbConnection, waiting: &Waiting, until: Moment) -> Result<()> {
    diesel::update(job::table.find(&waiting.id))
        .set((job::due_at.eq(until.millis()), job::leased_until.eq(0), job::attempts.eq(waiting.attempts)))
        .execute(connection)?;
    Ok(())
}

/// A job as an administrator sees it.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// Its name in the rows.
    pub id: String,
    /// Its kind: `letter.post`.
    pub kind: String,
    /// What it is about; once for each kind.
    pub key: String,
    /// When it is tried next.
    pub due_at: Moment,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// When it was given up.
    pub given_up_at: Option<Moment>,
}

/// The jobs that need somebody: those that were given up, then those that failed and are tried
/// again, the newest first, at most so many.
///
/// # Errors
/// Broken when the database says so.
pub fn in_trouble(connection: &mut DbConnection, limit: i64) -> Result<Vec<Listed>> {
    let listed = (job::id, job::kind, job::key, job::due_at, job::attempts, job::last_error, job::given_up_at);
    let given_up = job::table.filter(job::given_up_at.is_not_null()).order((job::given_up_at.desc(), job::id.desc()));
    let mut jobs: Vec<Listed> = given_up.limit(limit).select(listed).load(connection)?;
    let failing = job::table
        .filter(job::done_at.is_null())
        .filter(job::given_up_at.is_null())
        .filter(job::last_error.is_not_null())
        .order((job::due_at, job::id));
    let left = limit - i64::try_from(jobs.len()).unwrap_or(limit);
    jobs.extend(failing.limit(left).select(listed).load::<Listed>(connection)?);
    Ok(jobs)
}

/// The jobs on the clock, by their names.
///
/// # Errors
/// Broken when the database says so.
pub fn on_the_clock(connection: &mut DbConnection) -> Result<Vec<Listed>> {
    let listed = (job::id, job::kind, job::key, job::due_at, job::attempts, job::last_error, job::given_up_at);
    Ok(job::table.filter(job::key.eq(ON_THE_CLOCK)).order(job::kind).select(listed).load(connection)?)
}

/// Tries a job again now, with all of its patience.
///
/// # Errors
/// Not found when there is none that failed.
pub fn try_again(connection: &mut DbConnection, id: &str, now: Moment) -> Result<()> {
    let failed = job::table.filter(job::id.eq(id)).filter(job::done_at.is_null()).filter(job::last_error.is_not_null());
    let changed = diesel::update(failed)
        .set((job::due_at.eq(now.millis()), job::attempts.eq(0), job::given_up_at.eq(None::<i64>)))
        .execute(connection)?;
    if changed == 1 { Ok(()) } else { Err(crate::Error::NotFound) }
}

/// Forgets jobs that were done before this moment.
pub(super) fn forget_done(connection: &mut DbConnection, before: Moment) -> Result<()> {
    diesel::delete(job::table.filter(job::done_at.lt(before.millis()))).execute(connection)?;
    Ok(())
}

/// How many jobs there are to look after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Those that wait, the ones on the clock included.
    pub waiting: i64,
    /// Those that were given up after too many tries.
    pub given_up: i64,
}

/// Counts the jobs.
///
/// # Errors
/// Broken when the database says so.
pub fn count(connection: &mut DbConnection) -> Result<Counts> {
    let open = job::table.filter(job::done_at.is_null()).filter(job::given_up_at.is_null());
    let waiting = open.count().get_result(connection)?;
    let given_up = job::table.filter(job::given_up_at.is_not_null()).count().get_result(connection)?;
    Ok(Counts { waiting, given_up })
}
