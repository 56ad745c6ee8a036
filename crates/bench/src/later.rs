//! What happens later: how the sweep of promises grows with the promises that are open, and how
//! many jobs are done and mails taken in in a second, beside what each can be held against.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use ground::app::Slices;
use ground::clock::Clock;
use ground::config::Said;
use ground::db::schema::job as job_table;
use ground::job::{self, runner};
use ground::{App, Moment};
use listening::alert;
use listening::schema::{concern, promise};
use mail::arrival::{self, Envelope, Source};
use mail::reading;
use people::schema::site;

use crate::figures::{median, milliseconds};
use crate::{Outcome, rows};

/// How many promises come due in one round.
const DUE: i64 = 200;
/// How many jobs are asked for in one round.
const JOBS: u32 = 500;
const NOTHING: &str = "bench.nothing";
const MAIL_ADDRESS: &str = "care@heronlight.example";
const MONTH_MILLIS: i64 = 30 * 86_400_000;

/// Makes every concern of this history open, with its promises owed and due in a month or two.
pub(crate) fn open_all(data: &Path) -> Outcome<()> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let due = Clock::system().now().millis() + MONTH_MILLIS;
    // Nothing is lost when this is interrupted: it is begun anew.
    connection.batch_execute(&format!(
        "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000;
         begin;
         update promise set kept_at = null, due_at = {due} + (rowid * 7919) % {MONTH_MILLIS};
         update concern set closed_at = null, outcome = null, state = 'new', next_step = 'acknowledge',
           next_due_at = {due} + (rowid * 7919) % {MONTH_MILLIS},
           next_alert_at = {due} + (rowid * 7919) % {MONTH_MILLIS};
         commit;
         analyze;
         pragma journal_mode = wal;"
    ))?;
    Ok(())
}

/// The process on this folder, without a server; with a job that does nothing.
pub(crate) fn process(data: &Path) -> Outcome<App> {
    let mail_address = Some(MAIL_ADDRESS.to_owned());
    let said = Said { data: Some(data.to_owned()), mail_address, ..Said::default() };
    let slices = server::slices::gather()?;
    let timetable = slices.timetable.clone().on(NOTHING, |_, _, _| Ok(()));
    Ok(App::open(said.settle()?, Clock::system(), Slices { timetable, ..slices })?)
}

/// How long the sweep takes at each size when as many promises come due at each: medians of the
/// rounds, in milliseconds. The sizes take turns.
pub(crate) fn sweep(folders: &[PathBuf], rounds: usize) -> Outcome<Vec<f64>> {
    let apps = folders.iter().map(|data| process(data)).collect::<Outcome<Vec<App>>>()?;
    let mut took: Vec<Vec<Duration>> = vec![Vec::new(); apps.len()];
    for round in 0..=rounds {
        for ((app, data), took) in apps.iter().zip(folders).zip(&mut took) {
            let now = app.clock.now();
            come_due(data, now, i64::try_from(round)?)?;
            let begun = Instant::now();
            alert::jobs::tell(app, now, "")?;
            // The first round fills the caches.
            if round > 0 {
                took.push(begun.elapsed());
            }
        }
    }
    Ok(took.into_iter().map(|took| median(&mut milliseconds(&took))).collect())
}

/// Lets promises of some concerns come due now.
fn come_due(data: &Path, now: Moment, round: i64) -> Outcome<()> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let due = now.plus_seconds(-1);
    let some = concern::table.order(concern::id).offset(round * DUE).limit(DUE).select(concern::id);
    let ids: Vec<String> = some.load(&mut connection)?;
    connection.immediate_transaction(|connection| {
        diesel::update(promise::table.filter(promise::concern_id.eq_any(&ids)))
            .set(promise::due_at.eq(due.millis()))
            .execute(connection)?;
        diesel::update(concern::table.filter(concern::id.eq_any(&ids)))
            .set((concern::next_alert_at.eq(due.millis()), concern::next_due_at.eq(due.millis())))
            .execute(connection)
    })?;
    Ok(())
}

/// Jobs asked for and done in a second, each in commits of its own, and rows of jobs inserted and
/// deleted in a second, each with a commit of its own: medians of the rounds.
pub(crate) fn jobs(data: &Path, rounds: usize) -> Outcome<(f64, f64)> {
    let app = process(data)?;
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        ours.push(per_second(|| run_jobs(&app, round))?);
        plain.push(per_second(|| insert_and_delete(data, round))?);
    }
    Ok((median(&mut ours), median(&mut plain)))
}

/// Mails taken in in a second, each kept on disk and made a concern, and mails of the same kind read
/// in a second: medians of the rounds.
pub(crate) fn mails(data: &Path, rounds: usize) -> Outcome<(f64, f64)> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let some = site::table.filter(site::closed_at.is_null()).order(site::id).select(site::id);
    let id: String = some.first(&mut connection)?;
    diesel::update(site::table.find(id)).set(site::mail_name.eq("bench")).execute(&mut connection)?;
    drop(connection);
    let app = process(data)?;
    let (mut taken, mut read) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let mails: Vec<String> = (0..JOBS).map(|number| mail_of(&app, round, number)).collect();
        read.push(per_second(|| {
            let all = mails.iter().all(|mail| reading::read(mail.as_bytes()).is_some());
            if all { Ok(()) } else { Err("a mail cannot be read".into()) }
        })?);
        taken.push(per_second(|| mails.iter().try_for_each(|mail| take_in(&app, mail)))?);
    }
    Ok((median(&mut taken), median(&mut read)))
}

/// A mail of somebody whom nobody knows, to a site; each from another address, so that no limit holds it.
fn mail_of(app: &App, round: usize, number: u32) -> String {
    let at = app.clock.now().millis();
    let words = crate::fill::words(i64::from(number));
    format!(
        "From: Robin Example <robin.{round}.{number}.{at}@elsewhere.example>\r\nTo: {MAIL_ADDRESS}\r\n\
         Subject: What I saw\r\nMessage-ID: <{round}.{number}.{at}@elsewhere.example>\r\n\r\n{words}\r\n"
    )
}

fn take_in(app: &App, mail: &str) -> Outcome<()> {
    let recipients = vec![MAIL_ADDRESS.replace('@', "+bench@")];
    let envelope = Envelope { source: Source::HandedOver, null_sender: false, recipients };
    let now = app.clock.now();
    let id = arrival::keep(app, mail.as_bytes(), &envelope, now)?;
    Ok(arrival::jobs::take_in(app, now, id.as_str())?)
}

fn per_second(work: impl FnOnce() -> Outcome<()>) -> Outcome<f64> {
    let begun = Instant::now();
    work()?;
    Ok(f64::from(JOBS) / begun.elapsed().as_secs_f64())
}

fn run_jobs(app: &App, round: usize) -> Outcome<()> {
    let now = app.clock.now();
    for number in 0..JOBS {
        let key = format!("{round} {number}");
        app.db.write_here(move |connection| job::after(connection, NOTHING, &key, "", now))?;
    }
    while runner::run_due(app, now)? > 0 {}
    Ok(())
}

fn insert_and_delete(data: &Path, round: usize) -> Outcome<()> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    for number in 0..JOBS {
        let id = format!("plain {round} {number}");
        let row = (
            job_table::id.eq(&id),
            job_table::kind.eq(NOTHING),
            job_table::key.eq(&id),
            job_table::payload.eq(""),
            job_table::due_at.eq(0_i64),
        );
        diesel::insert_into(job_table::table).values(row).execute(&mut connection)?;
        diesel::delete(job_table::table.find(&id)).execute(&mut connection)?;
    }
    Ok(())
}
