//! What happens later: after a deed, or on the clock.
//!
//! A job is a row, written by the verb that causes it in the verb's own transaction. A runner
//! claims it by a conditional update, so that several processes share the work, and tries
//! again with growing patience. A job may run twice after a crash, so its effect must bear that.

mod rows;
pub mod runner;

pub(crate) use rows::drop_waiting;
pub use rows::{Counts, Listed, after, count, in_trouble, on_the_clock, try_again};

use crate::{App, Moment, Result};

/// What a job does: the process, the time, and what the verb wrote down for it.
pub type Run = fn(&App, Moment, &str) -> Result<()>;

/// A kind of job.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its name: `letter.post`.
    pub name: &'static str,
    /// For a job on the clock: how long after one run the next is due.
    pub every_seconds: Option<i64>,
    /// What it does.
    pub run: Run,
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
        self.kinds.push(Kind { name, every_seconds: None, run });
        self
    }

    /// A job on the clock.
    #[must_use]
    pub fn every_seconds(mut self, seconds: i64, name: &'static str, run: Run) -> Self {
        self.kinds.push(Kind { name, every_seconds: Some(seconds), run });
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
