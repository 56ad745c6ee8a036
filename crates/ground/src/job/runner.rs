//! Runs what is due.

use std::time::Duration;

use super::rows;
use crate::{App, Error, Moment, Result};

/// How long a job may run before somebody else may take it.
const LEASE_SECONDS: i64 = 120;
const FIRST_PAUSE_SECONDS: i64 = 10;
const LONGEST_PAUSE_SECONDS: i64 = 3_600;
/// How long a done job is kept.
const KEPT_SECONDS: i64 = 7 * 86_400;
const AT_ONCE: i64 = 20;
const REST: Duration = Duration::from_millis(500);

/// The jobs on the clock that the ground itself brings.
#[must_use]
pub fn timetable() -> super::Timetable {
    super::Timetable::default().every_seconds(3_600, "ground.sweep", sweep)
}

fn sweep(app: &App, now: Moment, _payload: &str) -> Result<()> {
    app.db.write_here(move |connection| {
        rows::forget_done(connection, now.plus_seconds(-KEPT_SECONDS))?;
        crate::once::forget(connection, now.plus_seconds(-crate::once::KEPT_SECONDS))?;
        crate::throttle::forget(connection, now.plus_seconds(-2 * 86_400))
    })
}

/// Makes sure that each job on the clock has its row.
///
/// # Errors
/// Broken when the database says so.
pub fn wind_up(app: &App, now: Moment) -> Result<()> {
    let names: Vec<&'static str> =
        app.timetable.kinds.iter().filter(|kind| kind.every_seconds.is_some()).map(|kind| kind.name).collect();
    app.db.write_here(move |connection| {
        names.iter().try_for_each(|name| rows::after(connection, name, rows::ON_THE_CLOCK, "", now))
    })
}

/// Runs what is due now, and says how many jobs that were. Slow: call it off the threads that serve.
///
/// # Errors
/// Broken when the database says so; a job's own failure is kept with the job.
pub fn run_due(app: &App, now: Moment) -> Result<usize> {
    let due = app.db.read_here(|connection| rows::due(connection, now, AT_ONCE))?;
    let mut ran = 0;
    for waiting in due {
        if claim(app, &waiting, now)? {
            run(app, &waiting, now)?;
            ran += 1;
        }
    }
    Ok(ran)
}

/// Takes a job for oneself; false when somebody else was first. A job on the clock is tried whatever became of its last
/// try, so where nobody else could take it there is nothing to write down: a quiet house leaves its disk alone.
fn claim(app: &App, waiting: &rows::Waiting, now: Moment) -> Result<bool> {
    if period(app, waiting).is_some() && !app.db.is_shared() {
        return Ok(true);
    }
    let claim = waiting.clone();
    // The jobs before it took their time, so the lease begins now and not when all were found.
    let until = app.clock.now().max(now).plus_seconds(LEASE_SECONDS);
    app.db.write_here(move |connection| rows::claim(connection, &claim, until))
}

/// How often a job on the clock runs; none for another one.
fn period(app: &App, waiting: &rows::Waiting) -> Option<i64> {
    app.timetable.find(&waiting.kind).and_then(|kind| kind.every_seconds)
}

fn run(app: &App, waiting: &rows::Waiting, now: Moment) -> Result<()> {
    let kind = app.timetable.find(&waiting.kind);
    let period = period(app, waiting);
    let tries = kind.map_or(super::TRIES, |kind| kind.tries);
    let outcome = match kind {
        // Nobody came back to say how the last try went, so it is not tried once more.
        _ if waiting.attempts >= tries && period.is_none() => {
            Err(Error::broken("its last try never ended: it may end the process, or take longer than its lease"))
        }
        Some(kind) => {
            let run = std::panic::AssertUnwindSafe(|| (kind.run)(app, now, &waiting.payload));
            std::panic::catch_unwind(run).unwrap_or_else(|_| Err(Error::broken("it panicked")))
        }
        None => Err(Error::broken("no such kind of job")),
    };
    let id = waiting.id.clone();
    let again_at = period.map(|seconds| now.plus_seconds(seconds));
    match outcome {
        Ok(()) => app.db.write_here(move |connection| rows::done(connection, &id, now, again_at)),
        Err(Error::TooOften(seconds)) => {
            let waiting = waiting.clone();
            app.db.write_here(move |connection| rows::put_off(connection, &waiting, now.plus_seconds(seconds.max(1))))
        }
        Err(error) => {
            let tried = waiting.attempts + 1;
            let give_up = tried >= tries && period.is_none();
            tracing::error!(kind = waiting.kind, job = id, tried, give_up, %error, "a job failed");
            let again_at = (!give_up).then(|| now.plus_seconds(pause_seconds(tried, &id)));
            let (error, payload) = (error.to_string(), waiting.payload.clone());
            let given_up = kind.and_then(|kind| kind.given_up).filter(|_| give_up);
            app.db.write_here(move |connection| {
                given_up.map_or(Ok(()), |given_up| given_up(connection, &payload, &error, now))?;
                rows::failed(connection, (&id, tried), &error, now, again_at)
            })
        }
    }
}

/// Longer with every try, and up to a quarter shorter: jobs that failed together, because a mail
/// server was away, do not come back together. How much shorter follows from the job's name.
fn pause_seconds(tried: i64, id: &str) -> i64 {
    let doublings = u32::try_from(tried - 1).unwrap_or(0).min(20);
    let longest = FIRST_PAUSE_SECONDS.saturating_mul(1 << doublings).min(LONGEST_PAUSE_SECONDS);
    let spread = id.bytes().fold(tried, |sum, letter| (sum * 31 + i64::from(letter)) % 1_000);
    longest - longest * spread / 4_000
}

/// Runs what is due until it is told to stop.
pub async fn run_until(app: App, mut stop: tokio::sync::watch::Receiver<bool>) {
    while !*stop.borrow() {
        let working = app.clone();
        let ran = tokio::task::spawn_blocking(move || run_due(&working, working.clock.now())).await;
        match ran {
            Ok(Ok(0)) => {
                let _stopped = tokio::time::timeout(REST, stop.changed()).await;
            }
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                tracing::error!(%error, "jobs cannot run");
                let _stopped = tokio::time::timeout(REST * 10, stop.changed()).await;
            }
            Err(error) => tracing::error!(%error, "the runner of jobs panicked"),
        }
    }
}
