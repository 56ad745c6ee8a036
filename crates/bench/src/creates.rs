//! Durable creates: over the network by several clients at once, and straight into the same file.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;

use crate::client::Client;
use crate::figures::median;
use crate::house::House;
use crate::rows::{self, Told};
use crate::{Outcome, fill};

/// How many clients ask at once.
pub(crate) const CLIENTS: [usize; 3] = [1, 32, 128];

/// Creates per second: straight into the file, and over the network by each number of clients.
#[derive(Clone)]
pub(crate) struct Round {
    pub raw: f64,
    pub served: [f64; CLIENTS.len()],
}

/// Measures a few rounds, each of all kinds side by side.
pub(crate) fn measure(
    house: &House,
    data: &Path,
    cookie: &str,
    (rounds, span): (usize, Duration),
) -> Outcome<Vec<Round>> {
    let numbers = AtomicI64::new(1_000_000_000);
    (0..rounds)
        .map(|_| {
            let raw = raw(data, span, &numbers)?;
            let mut served = [0.0; CLIENTS.len()];
            for (at, clients) in CLIENTS.into_iter().enumerate() {
                served[at] = over_http(house, data, cookie, (clients, span), &numbers)?;
            }
            Ok(Round { raw, served })
        })
        .collect()
}

/// The median of what the rounds say of one thing.
pub(crate) fn middle(rounds: &[Round], of: impl Fn(&Round) -> f64) -> f64 {
    median(&mut rounds.iter().map(of).collect::<Vec<_>>())
}

/// One thread, prepared statements, one commit for each concern.
fn raw(data: &Path, span: Duration, numbers: &AtomicI64) -> Outcome<f64> {
    let mut connection = rows::open(&data.join(ground::db::FILE))?;
    let pattern = rows::pattern(&mut connection)?;
    let now = ground::clock::Clock::system().now().millis();
    let (begun, mut written) = (Instant::now(), 0_u32);
    while begun.elapsed() < span {
        let place = &pattern.places[written as usize % pattern.places.len()];
        let words = fill::words(numbers.fetch_add(1, Ordering::Relaxed));
        let told = Told {
            place,
            words: &words,
            severity: "S3",
            category: "unsorted",
            state: "new",
            next_step: "acknowledge",
            next_due_at: Some(now + 86_400_000),
            raised_at: now,
            closed_at: None,
        };
        connection.batch_execute("begin immediate")?;
        rows::insert(&mut connection, &told, &pattern.change)?;
        connection.batch_execute("commit")?;
        written += 1;
    }
    Ok(f64::from(written) / begun.elapsed().as_secs_f64())
}

/// Clients that each keep a connection, and raise one concern after another by the form for staff.
fn over_http(
    house: &House,
    data: &Path,
    cookie: &str,
    (clients, span): (usize, Duration),
    numbers: &AtomicI64,
) -> Outcome<f64> {
    let pattern = rows::pattern(&mut rows::open(&data.join(ground::db::FILE))?)?;
    let begun = Instant::now();
    let client = &|first: usize| -> Outcome<u32> {
        let mut client = Client::connect(&house.address, cookie)?;
        let mut raised = 0;
        while begun.elapsed() < span {
            let place = &pattern.places[(first + raised as usize) % pattern.places.len()];
            raise(&mut client, &place.site_id, &fill::words(numbers.fetch_add(1, Ordering::Relaxed)))?;
            raised += 1;
        }
        Ok(raised)
    };
    let raised: u32 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients).map(|first| scope.spawn(move || client(first))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err("a client stopped".into())))
            .sum::<Outcome<u32>>()
    })?;
    Ok(f64::from(raised) / begun.elapsed().as_secs_f64())
}

/// Raises one concern; it is on the disk when this returns.
pub(crate) fn raise(client: &mut Client, site_id: &str, words: &str) -> Outcome<()> {
    let form =
        [("site", site_id), ("words", words), ("urgency", "shortfall"), ("channel", "phone"), ("voice", "client")];
    let answer = client.post("/concerns", &form)?;
    if answer.status == 303 { Ok(()) } else { Err(format!("a concern was answered with {}", answer.status).into()) }
}
