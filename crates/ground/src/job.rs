//! What happens later: after a deed, or on the clock.
//!
//! A job is a row, written by the verb that causes it in the verb's own transaction. A runner
//! claims it by a conditional update, so that several processes share the work, and tries
//! again with growing patience. A job may run twice after a crash, so its effect must bear that.

mod rows;
pub mod runner;

pub(crate) use rows::drop_waiting;
pub use rows::{Counts, Listed, after, count, in_trouble, on_the_clock, try_again};

use crate::db::DbConnection;
use crate::{App, Moment, Result};

/// What a job does: the process, the time, and what the verb wrote down for it.
/// When it answers [`crate::Error::TooOften`], it is put off for so many seconds, and that was no try.
pub type Run = fn(&App, Moment, &str) -> Result<()>;

/// What is written down, in one transaction, when a job is given up: what the verb wrote down for
/// it, what went wrong last, and the time.
pub type GivenUp = fn(&mut DbConnection, &str, &str, Moment) -> Result<()>;

/// How often a job is tried before it is given up, unless its kind says otherwise.
const TRIES: i64 = 10;

/// A kind of job.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its name: `letter.post`.
    pub name: &'static str,
    /// For a job on the clock: how long after one run the next is due.
    pub every_seconds: Option<i64>,
    /// What it does.
    pub run: Run,
    /// How often it is tried.
    pub tries: i64,
    /// What is written down when it is given up.
    pub given_up: Option<GivenUp>,
}

/// All that may happen later, on one page a slice.
#[derive(Clone, Default)]
pub struct Timetable {
    kinds: Vec<Kind>,
}

impl Timetable {
    /// A kind of job that verbs ask for; see [`after`].
    #[must_use]
    pub fn on(mut self, name: &'static str, run: Run) -> Self {
        self.kinds.push(Kind { name, every_seconds: None, run, tries: TRIES, given_up: None });
        self
    }

    /// A kind of job that verbs ask for, with a patience of its own and something to write down at its end.
    #[must_use]
    pub fn on_with_patience(mut self, name: &'static str, run: Run, tries: i64, given_up: GivenUp) -> Self {
        self.kinds.push(Kind { name, every_seconds: None, run, tries, given_up: Some(given_up) });
        self
    }

    /// A job on the clock.
    #[must_use]
    pub fn every_seconds(mut self, seconds: i64, name: &'static str, run: Run) -> Self {
        self.kinds.push(Kind { name, every_seconds: Some(seconds), run, tries: TRIES, given_up: None });
        self
    }

    /// Both tables as one.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.kinds.extend(other.kinds);
        self
    }

    fn find(&self, name: &str) -> Option<Kind> {
        self.kinds.iter().copied().find(|kind| kind.name == name)
    }
}

#[cfg(test)]
mod tests;
