//! The demo: a history that was lived through the verbs, as of now.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

use std::collections::BTreeSet;

use diesel::prelude::*;
use ground::clock::Clock;
use ground::config::Said;
use ground::db::DbConnection;
use ground::entry::verify::{Verdict, verify};
use ground::{App, Moment};
use listening::concern::State;
use listening::schema::concern;
use server::{demo, slices};

/// A noon in the middle of a week; two months are enough for a concern to reach any state.
const NOON: &str = "2026-11-18T18:00:00Z";
const DAYS: i64 = 60;

struct Grown {
    app: App,
    _folder: tempfile::TempDir,
}

fn grown(seed: u64, days: i64) -> Grown {
    let folder = tempfile::tempdir().unwrap();
    let settings = Said { data: Some(folder.path().to_owned()), ..Said::default() }.settle().unwrap();
    let clock = Clock::standing_at(Moment::parse_rfc3339(NOON).unwrap());
    let app = App::open(settings, clock, slices::gather().unwrap()).unwrap();
    demo::grow::grow(&app, seed, 1, days).unwrap();
    Grown { app, _folder: folder }
}

impl Grown {
    fn read<T>(&self, read: impl FnOnce(&mut DbConnection) -> QueryResult<T>) -> T {
        self.app.db.read_here(|connection| Ok(read(connection)?)).unwrap()
    }

    /// What was said when, oldest first.
    fn headlines(&self) -> Vec<(Moment, String)> {
        let columns = (concern::raised_at, concern::headline);
        self.read(|connection| concern::table.order(columns).select(columns).load(connection))
    }
}

#[test]
fn a_history_holds_every_state_and_its_record_is_whole() {
    let grown = grown(1, DAYS);
    let states: Vec<State> = grown.read(|connection| concern::table.select(concern::state).load(connection));
    for state in State::ALL {
        assert!(states.contains(state), "{state:?}");
    }
    let open = states.iter().filter(|state| **state != State::Closed).count();
    assert!((30..=90).contains(&open), "{open} of {} are open", states.len());
    let key = grown.app.keys.seal().verifying_key();
    let verdict = grown.app.db.read_here(|connection| verify(connection, &key)).unwrap();
    assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
}

#[test]
fn nothing_lies_in_the_future_and_the_clock_has_nothing_left_to_do() {
    let grown = grown(2, DAYS);
    let now = grown.app.clock.now();
    let last = grown.app.db.read_here(ground::entry::rows::last_recorded_at).unwrap().unwrap();
    assert!(last <= now && now.seconds_since(last) < 3_600, "{last:?}");
    let ours = [State::Answered, State::Refused];
    let due_jobs: i64 = grown.read(|connection| {
        let open = concern::table.filter(concern::closed_at.is_null()).filter(concern::state.eq_any(ours));
        open.filter(concern::next_due_at.lt(now.plus_seconds(-120))).count().get_result(connection)
    });
    assert_eq!(due_jobs, 0, "what falls to the clock was done in the story");
    let waiting = grown.app.db.read_here(ground::job::count).unwrap().waiting;
    assert_eq!(waiting, 0, "no letter waits to be posted");
    let letters = grown.app.db.read_here(|connection| ground::letter::newest(connection, 1_000)).unwrap();
    assert!(letters.len() > 100 && letters.iter().all(|letter| letter.posted_at == Some(letter.written_at)));
}

#[test]
fn some_things_are_late_and_some_are_new() {
    let grown = grown(3, DAYS);
    let now = grown.app.clock.now();
    let open: Vec<(State, Option<Moment>, Moment)> = grown.read(|connection| {
        let open = concern::table.filter(concern::closed_at.is_null());
        open.select((concern::state, concern::next_due_at, concern::raised_at)).load(connection)
    });
    let late = open.iter().filter(|(_, due, _)| due.is_some_and(|due| due < now)).count();
    let new = open.iter().filter(|(state, _, raised)| *state == State::New && now.seconds_since(*raised) < 6 * 3_600);
    assert!((2..=20).contains(&late), "{late} of {} are late", open.len());
    assert!(new.count() >= 3);
    assert!(open.iter().all(|(_, due, _)| due.is_some()), "an open concern has a next promise");
}

#[test]
fn the_same_seed_grows_the_same_words_and_another_one_others() {
    let (one, again, other) = (grown(7, 10).headlines(), grown(7, 10).headlines(), grown(8, 10).headlines());
    assert_eq!(one, again);
    assert_ne!(one, other);
    let different: BTreeSet<&str> = one.iter().map(|(_, headline)| headline.as_str()).collect();
    assert!(different.len() * 10 > one.len() * 8, "{} of {} differ", different.len(), one.len());
    let unfilled: Vec<_> = one.iter().filter(|(_, headline)| headline.contains(['{', '}'])).collect();
    assert!(unfilled.is_empty(), "{unfilled:?}");
}
