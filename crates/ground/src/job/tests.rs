use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::app::tests::app;

static RUNS: AtomicUsize = AtomicUsize::new(0);

fn count(_: &App, _: Moment, payload: &str) -> Result<()> {
    assert_eq!(payload, "payload");
    RUNS.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

fn fail(_: &App, _: Moment, _: &str) -> Result<()> {
    Err(crate::Error::broken("on purpose"))
}

fn at(second: i64) -> Moment {
    Moment::from_millis(second * 1000)
}

#[test]
fn a_job_that_was_asked_for_twice_runs_once() {
    let (_folder, app) = app(Timetable::default().on("test.count", count));
    for _ in 0..2 {
        app.db.write_here(|connection| after(connection, "test.count", "one", "payload", at(10))).unwrap();
    }
    assert_eq!(runner::run_due(&app, at(9)).unwrap(), 0, "not yet due");
    assert_eq!(runner::run_due(&app, at(10)).unwrap(), 1);
    assert_eq!(runner::run_due(&app, at(99)).unwrap(), 0);
    assert_eq!(RUNS.load(Ordering::Relaxed), 1);
}

#[test]
fn a_job_that_fails_is_tried_with_growing_patience_and_then_given_up() {
    let (_folder, app) = app(Timetable::default().on("test.fail", fail));
    app.db.write_here(|connection| after(connection, "test.fail", "one", "", at(0))).unwrap();
    assert_eq!(runner::run_due(&app, at(0)).unwrap(), 1);
    assert_eq!(runner::run_due(&app, at(7)).unwrap(), 0, "it rests for eight to ten seconds");
    assert_eq!(runner::run_due(&app, at(10)).unwrap(), 1);
    assert_eq!(runner::run_due(&app, at(24)).unwrap(), 0, "and then for fifteen to twenty");
    let later: usize = (1..100).map(|hour| runner::run_due(&app, at(hour * 3_600)).unwrap()).sum();
    assert_eq!(later, 8, "ten tries in all");
}

#[test]
fn a_job_that_is_told_to_wait_waits() {
    fn busy(_: &App, _: Moment, _: &str) -> Result<()> {
        Err(crate::Error::TooOften(300))
    }
    let (_folder, app) = app(Timetable::default().on("test.busy", busy));
    app.db.write_here(|connection| after(connection, "test.busy", "one", "", at(0))).unwrap();
    let ran: Vec<usize> = [0, 299, 300].map(|second| runner::run_due(&app, at(second)).unwrap()).to_vec();
    assert_eq!(ran, [1, 0, 1]);
}

#[test]
fn a_job_that_was_given_up_is_seen_and_tried_again() {
    let (_folder, app) = app(Timetable::default().on("test.fail", fail));
    app.db.write_here(|connection| after(connection, "test.fail", "one", "", at(0))).unwrap();
    let in_trouble = || app.db.read_here(|connection| in_trouble(connection, 10)).unwrap();
    assert!(in_trouble().is_empty(), "it was not tried yet");
    runner::run_due(&app, at(0)).unwrap();
    assert_eq!(in_trouble()[0].given_up_at, None);
    for hour in 1..100 {
        runner::run_due(&app, at(hour * 3_600)).unwrap();
    }
    let given_up = in_trouble().remove(0);
    assert!(given_up.given_up_at.is_some() && given_up.last_error.unwrap().contains("on purpose"));
    let id = given_up.id;
    app.db.write_here(move |connection| try_again(connection, &id, at(400_000))).unwrap();
    assert_eq!(runner::run_due(&app, at(400_000)).unwrap(), 1);
    let again = in_trouble().remove(0);
    assert_eq!((again.attempts, again.given_up_at), (1, None), "with all of its patience");
    assert!(app.db.write_here(|connection| try_again(connection, "none", at(0))).is_err());
}

#[test]
fn a_job_on_the_clock_comes_again() {
    static TICKS: AtomicUsize = AtomicUsize::new(0);
    fn tick(_: &App, _: Moment, _: &str) -> Result<()> {
        TICKS.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
    let (_folder, app) = app(Timetable::default().every_seconds(60, "test.tick", tick));
    runner::wind_up(&app, at(0)).unwrap();
    runner::wind_up(&app, at(1)).unwrap();
    for second in 0..=180 {
        runner::run_due(&app, at(second)).unwrap();
    }
    assert_eq!(TICKS.load(Ordering::Relaxed), 4, "at 0, 60, 120 and 180 seconds");
}

#[test]
fn a_job_on_the_clock_that_fails_comes_again_with_growing_patience_and_is_never_given_up() {
    let (_folder, app) = app(Timetable::default().every_seconds(60, "test.tick", fail));
    runner::wind_up(&app, at(0)).unwrap();
    let ran: Vec<i64> = (0..=120).filter(|second| runner::run_due(&app, at(*second)).unwrap() > 0).collect();
    let pauses: Vec<i64> = ran.windows(2).map(|two| two[1] - two[0]).collect();
    assert!(pauses.len() >= 2 && pauses.windows(2).all(|two| two[0] < two[1]), "{ran:?}");
    for hour in 1..100 {
        runner::run_due(&app, at(hour * 3_600)).unwrap();
    }
    let trouble = app.db.read_here(|connection| in_trouble(connection, 10)).unwrap().remove(0);
    assert!(trouble.given_up_at.is_none() && trouble.attempts > 90, "{trouble:?}");
}

#[test]
fn where_nobody_else_could_take_it_a_job_on_the_clock_is_written_down_once_each_time() {
    fn leased(app: &App, _: Moment, _: &str) -> Result<()> {
        let free = !app.db.read_here(|connection| rows::due(connection, at(0), 1))?.is_empty();
        if free == app.db.is_shared() { Err(crate::Error::broken("taken by the wrong rule")) } else { Ok(()) }
    }
    let (_folder, app) = app(Timetable::default().every_seconds(60, "test.leased", leased));
    runner::wind_up(&app, at(0)).unwrap();
    runner::run_due(&app, at(0)).unwrap();
    assert!(app.db.read_here(|connection| in_trouble(connection, 1)).unwrap().is_empty());
}

#[test]
fn a_job_that_ends_the_process_each_time_is_given_up_and_not_run_again() {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    fn deadly(_: &App, _: Moment, _: &str) -> Result<()> {
        RUNS.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
    let (_folder, app) = app(Timetable::default().on("test.deadly", deadly));
    app.db.write_here(|connection| after(connection, "test.deadly", "one", "", at(0))).unwrap();
    for hour in 0..10 {
        let claimed = app.db.write_here(move |connection| {
            let waiting = rows::due(connection, at(hour * 3_600), 1)?.remove(0);
            rows::claim(connection, &waiting, at(hour * 3_600 + 120))
        });
        assert!(claimed.unwrap());
    }
    for hour in 10..12 {
        runner::run_due(&app, at(hour * 3_600)).unwrap();
    }
    assert_eq!(RUNS.load(Ordering::Relaxed), 0);
    assert_eq!(app.db.read_here(rows::count).unwrap(), Counts { waiting: 0, given_up: 1 });
}

#[test]
fn a_lease_begins_when_the_job_does() {
    fn leased(app: &App, _: Moment, _: &str) -> Result<()> {
        let free = app.db.read_here(|connection| rows::due(connection, at(1_119), 1))?;
        if free.is_empty() { Ok(()) } else { Err(crate::Error::broken("somebody else may take it")) }
    }
    let (_folder, app) = app(Timetable::default().on("test.leased", leased));
    app.db.write_here(|connection| after(connection, "test.leased", "one", "", at(0))).unwrap();
    app.clock.forward_seconds(1_000);
    assert_eq!(runner::run_due(&app, at(0)).unwrap(), 1);
    assert!(app.db.read_here(|connection| in_trouble(connection, 1)).unwrap().is_empty());
}

#[test]
fn a_job_that_is_put_off_keeps_all_of_its_patience() {
    fn later(_: &App, now: Moment, _: &str) -> Result<()> {
        if now < at(1_000) { Err(crate::Error::TooOften(60)) } else { Ok(()) }
    }
    let (_folder, app) = app(Timetable::default().on("test.later", later));
    app.db.write_here(|connection| after(connection, "test.later", "one", "", at(0))).unwrap();
    let ran: Vec<i64> = (0..=2_000).filter(|second| runner::run_due(&app, at(*second)).unwrap() > 0).collect();
    assert_eq!(ran, (0..=17).map(|minute| minute * 60).collect::<Vec<_>>(), "and then it was done");
    assert!(app.db.read_here(|connection| in_trouble(connection, 1)).unwrap().is_empty());
}

#[test]
fn what_follows_from_giving_up_is_written_with_it() {
    fn given_up(connection: &mut DbConnection, payload: &str, error: &str, now: Moment) -> Result<()> {
        after(connection, "test.given_up", payload, error, now)
    }
    let (_folder, app) = app(Timetable::default().on_with_patience("test.fail", fail, 2, given_up));
    app.db.write_here(|connection| after(connection, "test.fail", "one", "payload", at(0))).unwrap();
    let last = || app.db.read_here(|connection| rows::due(connection, at(100), 9)).unwrap();
    runner::run_due(&app, at(0)).unwrap();
    assert_eq!(last().len(), 1, "one try is left");
    runner::run_due(&app, at(20)).unwrap();
    let left: Vec<_> = last().into_iter().map(|job| (job.kind, job.payload)).collect();
    assert_eq!(left, [("test.given_up".to_owned(), "broken: on purpose".to_owned())]);
}
