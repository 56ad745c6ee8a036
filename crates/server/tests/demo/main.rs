//! The demo: a history that was lived through the verbs, as of now.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot be set up has failed")]

mod rows;

use std::collections::BTreeSet;

use examining::exam;
use ground::clock::Clock;
use ground::config::Said;
use ground::entry::verify::{Verdict, verify};
use ground::{App, Moment};
use listening::concern::State;
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
    fn concerns(&self) -> Vec<rows::Lived> {
        rows::all(&self.app)
    }

    /// What was said when, oldest first.
    fn headlines(&self) -> Vec<(Moment, String)> {
        self.concerns().into_iter().map(|lived| (lived.raised_at, lived.headline)).collect()
    }
}

/// One history is looked at from all sides: it takes longer to grow than to look at.
#[test]
fn a_history_holds_every_state_lies_in_the_past_and_is_not_over() {
    let grown = grown(1, DAYS);
    every_state_is_there_and_the_record_is_whole(&grown);
    nothing_lies_in_the_future_and_the_clock_has_nothing_left_to_do(&grown);
    some_things_are_late_and_some_are_new(&grown);
    officers_learn_and_hold_something(&grown);
}

fn every_state_is_there_and_the_record_is_whole(grown: &Grown) {
    let states: Vec<State> = grown.concerns().into_iter().map(|lived| lived.state).collect();
    for state in State::ALL {
        assert!(states.contains(state), "{state:?}");
    }
    let open = states.iter().filter(|state| **state != State::Closed).count();
    assert!((30..=90).contains(&open), "{open} of {} are open", states.len());
    let key = grown.app.keys.seal().verifying_key();
    let verdict = grown.app.db.read_here(|connection| verify(connection, &key)).unwrap();
    assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
}

fn nothing_lies_in_the_future_and_the_clock_has_nothing_left_to_do(grown: &Grown) {
    let now = grown.app.clock.now();
    let last = grown.app.db.read_here(ground::entry::rows::last_recorded_at).unwrap().unwrap();
    assert!(last <= now && now.seconds_since(last) < 3_600, "{last:?}");
    let ours = [State::Answered, State::Refused];
    let due = |lived: &rows::Lived| lived.next_due_at.is_some_and(|due| due < now.plus_seconds(-120));
    // On the protected path the clock does nothing.
    let falls_to_clock = |lived: &rows::Lived| ours.contains(&lived.state) && lived.protected_at.is_none();
    let due_jobs = grown.concerns().iter().filter(|lived| falls_to_clock(lived) && due(lived)).count();
    assert_eq!(due_jobs, 0, "what falls to the clock was done in the story");
    let waiting = grown.app.db.read_here(ground::job::count).unwrap().waiting;
    assert_eq!(waiting, 0, "no letter waits to be posted");
    let letters = grown.app.db.read_here(|connection| ground::letter::newest(connection, 1_000)).unwrap();
    assert!(letters.len() > 100 && letters.iter().all(|letter| letter.posted_at == Some(letter.written_at)));
}

fn some_things_are_late_and_some_are_new(grown: &Grown) {
    let now = grown.app.clock.now();
    let open: Vec<_> = grown.concerns().into_iter().filter(|lived| lived.state != State::Closed).collect();
    let late = open.iter().filter(|lived| lived.next_due_at.is_some_and(|due| due < now)).count();
    let fresh = |lived: &&rows::Lived| now.seconds_since(lived.raised_at) < 6 * 3_600;
    let new = open.iter().filter(|lived| lived.state == State::New).filter(fresh);
    assert!((2..=20).contains(&late), "{late} of {} are late", open.len());
    assert!(new.count() >= 3);
    assert!(open.iter().all(|lived| lived.next_due_at.is_some()), "an open concern has a next promise");
    let without = people::Door::of_system(&grown.app, now).read(briefing::facts::stand_without).unwrap();
    assert!((1..=12).contains(&without.len()), "{} stand on post without having confirmed", without.len());
}

fn officers_learn_and_hold_something(grown: &Grown) {
    let now = grown.app.clock.now();
    let door = people::Door::of_system(&grown.app, now);
    let exams = door.read(|work| exam::rows::taken(work.connection, 500)).unwrap();
    let passed = exams.iter().filter(|exam| exam.is_passed() == Some(true)).count();
    assert!(passed > 5 && passed < exams.len(), "{passed} of {} exams were passed", exams.len());
    let staff = door.read(|work| people::staff::rows::all(work.connection)).unwrap();
    let found = |one: &people::staff::StaffMember| {
        let tests = door.read(|work| exam::rows::past(work.connection, &one.id, exam::Kind::Placement, 9)).unwrap();
        tests.iter().filter(|test| test.found.is_some()).count()
    };
    assert!(staff.iter().map(found).sum::<usize>() > 2, "some know from a test how much they can");
    let licences = door.read(|work| training::licence::rows::in_force(work.connection)).unwrap();
    let today = now.day_in("UTC").unwrap();
    for standing in
        [training::licence::Standing::Valid, training::licence::Standing::Soon, training::licence::Standing::Expired]
    {
        assert!(licences.iter().any(|one| one.standing(today) == standing), "{standing:?}");
    }
    let advice = door.read(|work| training::advice::everywhere(work.connection, work.now)).unwrap();
    assert!(advice.values().flatten().any(training::advice::Pointer::points), "clients' words point to something");
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
