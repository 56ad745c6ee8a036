//! The server is killed at random moments under load, again and again: whatever it said that it
//! has is there afterwards, whole and once, and what was to happen later happened once.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test that cannot be set up has failed")]

mod client;
mod installation;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use client::Raised;
use installation::{Installation, Server};

const KILLS: usize = 50;
const WRITERS: usize = 4;
/// How soon the server must answer after it was killed, also in a debug build on a busy machine.
const RESTART: Duration = Duration::from_secs(15);
/// How long it works until it is killed.
const LIFE_MILLIS: std::ops::Range<u64> = 20..350;
/// How many of the concerns of one life are read by the next one; in the end all of them are.
const READ_AGAIN: usize = 25;

/// What was asked, and what was answered, by number.
#[derive(Default)]
struct Ledger {
    next: AtomicUsize,
    acknowledged: Mutex<BTreeMap<usize, Raised>>,
    /// Asked and not answered: nobody knows whether it is there.
    in_doubt: Mutex<Vec<usize>>,
    repeated: AtomicUsize,
}

#[test]
fn what_was_acknowledged_survives_fifty_kills_whole_and_once_and_so_does_what_follows() {
    let installation = Installation::set_up();
    let ledger = Ledger::default();
    let mut dice = StdRng::seed_from_u64(7);
    let mut slowest = Duration::ZERO;
    for _ in 0..KILLS {
        let started = Instant::now();
        let server = installation.serve();
        slowest = slowest.max(started.elapsed());
        ledger.repeat(&server, &mut dice);
        ledger.check_newest(&server);
        ledger.write_until_killed(&server, Duration::from_millis(dice.random_range(LIFE_MILLIS)));
    }
    let server = installation.serve();
    ledger.repeat(&server, &mut dice);
    ledger.check_newest(&server);
    let listed = server.everything();
    server.kill();

    let acknowledged = ledger.acknowledged.into_inner().unwrap();
    let whole = installation.count_whole(acknowledged.values());
    println!(
        "{} kills on {}: {} acknowledged, {} found, {whole} whole; {} were asked again after a kill; \
         the slowest start took {} ms",
        KILLS,
        installation.database(),
        acknowledged.len(),
        listed.len(),
        ledger.repeated.into_inner(),
        slowest.as_millis(),
    );
    assert!(slowest < RESTART, "a start took {slowest:?}");
    assert!(acknowledged.len() > KILLS, "too little was written to prove anything");
    let mut once: Vec<(String, String)> =
        acknowledged.iter().map(|(number, raised)| (raised.id.clone(), client::words(*number))).collect();
    let mut listed = listed;
    once.sort();
    listed.sort();
    assert_eq!(listed, once, "each is there once, and nothing else is");
    assert_eq!(whole, acknowledged.len());
    installation.finish_jobs();
    println!("{} letters were written and posted, each once", installation.check_jobs(acknowledged.values()));
    installation.verify();
}

impl Ledger {
    /// Writers tell one thing after another until the server dies under them.
    fn write_until_killed(&self, server: &Server, life: Duration) {
        std::thread::scope(|scope| {
            for _ in 0..WRITERS {
                scope.spawn(|| while self.ask(server, self.next.fetch_add(1, Ordering::Relaxed)) {});
            }
            // The moment of the kill is what is tested: time itself has to pass.
            std::thread::sleep(life);
            server.kill();
        });
    }

    /// Says whether an answer came.
    fn ask(&self, server: &Server, number: usize) -> bool {
        let Some(raised) = server.raise(number) else {
            self.in_doubt.lock().unwrap().push(number);
            return false;
        };
        self.acknowledged.lock().unwrap().insert(number, raised);
        true
    }

    /// Asks again for everything in doubt, and for some of what was answered: each is answered
    /// with the one concern that it became.
    fn repeat(&self, server: &Server, dice: &mut StdRng) {
        for number in std::mem::take(&mut *self.in_doubt.lock().unwrap()) {
            let raised = server.raise(number).expect("a server that nobody kills answers");
            self.acknowledged.lock().unwrap().insert(number, raised);
            self.repeated.fetch_add(1, Ordering::Relaxed);
        }
        let acknowledged = self.acknowledged.lock().unwrap();
        for _ in 0..3.min(acknowledged.len()) {
            let (number, before) = acknowledged.iter().nth(dice.random_range(0..acknowledged.len())).unwrap();
            assert_eq!(server.raise(*number).as_ref(), Some(before), "asked again, answered otherwise");
        }
    }

    /// The newest of what was acknowledged can be read, whole.
    fn check_newest(&self, server: &Server) {
        let acknowledged = self.acknowledged.lock().unwrap();
        for (number, raised) in acknowledged.iter().rev().take(READ_AGAIN) {
            assert!(server.shows(raised, *number), "{number} was acknowledged and is lost or not whole");
        }
    }
}
