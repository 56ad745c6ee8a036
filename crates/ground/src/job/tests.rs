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
    assert_eq!(runner::run_due(&app, at(9)).unwrap(), 0, "it rests for ten seconds");
    assert_eq!(runner::run_due(&app, at(10)).unwrap(), 1);
    assert_eq!(runner::run_due(&app, at(29)).unwrap(), 0, "and then for twenty");
    let later: usize = (1..100).map(|hour| runner::run_due(&app, at(hour * 3_600)).unwrap()).sum();
    assert_eq!(later, 8, "ten tries in all");
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
