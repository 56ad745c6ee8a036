//! The clock of one promise: a list of what happened to it, and a pure reading of that list.
//!
//! Nothing is counted while time passes, so nothing can drift: the due time, the time used and the
//! breach follow from the events, the calendar and the target alone, whenever they are asked for.
//!
//! What the clock decides (the numbers are those of the tests):
//! - C1: a promise is kept up to and including its due moment; one that ends at closing time is due
//!   then, and not at the next opening.
//! - C4 to C7: only time between a pause and its end does not count; a promise may be made already
//!   paused, and kept while paused.
//! - C8: what was kept stays kept and what was missed stays missed. Reopening a concern makes new
//!   promises with clocks of their own, so the time in between counts for nobody.
//! - C9: when severity, contract or calendar change, the old promise is cancelled and the same
//!   events are read with the new target and calendar: no pause and no second used is forgotten.
//! - C10: the caller hands in the calendar that was frozen with the promise.
//! - C11: a clock that runs is not started again; the first unanswered message stays its start.
//! - C20: a breach happens at the due moment, however late somebody looks.
//! - C22: an event cannot happen before the one that was written ahead of it, whatever the server's
//!   clock said; it then counts as happening at the same moment.
//!
//! What the rules of the concern decide, by writing events or not: a word of thanks starts nothing
//! (C12), a note keeps nothing while a telephone call can (C13), an automatic acknowledgement keeps
//! nothing (C14), a merge cancels the younger concern's promises and leaves the older clock alone
//! (C15), and the corrected time of a device is what starts a clock (C23, `Moment::corrected`).

use ground::Moment;
use ground::calendar::Calendar;

/// How much time a promise has; less than nothing counts as none.
pub use agreement::contract::Span as Target;

/// Something that happened to a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockEvent {
    /// When.
    pub at: Moment,
    /// What.
    pub kind: Kind,
}

/// What can happen to a promise. What makes no sense where the promise stands changes nothing: a
/// second start, a pause of a pause, anything after the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It was given: the time begins to count.
    Started,
    /// It waits for the client, for this reason, which the client sees.
    Paused(String),
    /// The waiting is over.
    Resumed,
    /// What was promised was done.
    Kept,
    /// Another promise stands in its place, or nobody is owed it any more.
    Cancelled,
}

/// Where a promise stands at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// When it falls due, or fell due. `None` before the start and while paused, since nobody can
    /// know it then; also when it ended while paused.
    pub due_at: Option<Moment>,
    /// Seconds used: those of the target's kind, without pauses.
    pub elapsed_seconds: i64,
    /// Seconds left of the target, negative when more were used. A promise that is late only by
    /// closed hours has 0 left.
    pub remaining_seconds: i64,
    /// In one word.
    pub state: State,
    /// The due moment that passed; it stays, whatever comes after.
    pub breached_at: Option<Moment>,
}

/// Where a promise stands, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has not been given yet.
    NotStarted,
    /// The time counts, and is not over.
    Running,
    /// It waits for the client. It may have been missed before: then `breached_at` says when.
    Paused,
    /// It was kept in time.
    Kept,
    /// It was kept, but late.
    Late {
        /// Seconds by the clock on the wall from the due moment until it was kept.
        by_seconds: i64,
    },
    /// It is not kept, and late.
    Missed {
        /// Seconds by the clock on the wall from the due moment until now.
        by_seconds: i64,
    },
    /// It is not owed any more. It may have been missed before: then `breached_at` says when.
    Cancelled,
}

/// Reads a promise's events, in the order in which they were written, at this moment.
#[must_use]
pub fn read(events: &[ClockEvent], calendar: &Calendar, target: Target, now: Moment) -> Reading {
    let mut hand = Hand::new(calendar, target);
    for event in events {
        hand.take(event);
    }
    hand.advance(now);
    hand.reading()
}

/// The hand of the clock while it goes over the events.
struct Hand<'a> {
    calendar: &'a Calendar,
    target: Target,
    phase: Phase,
    /// How far the hand has come; it never goes back.
    at: Moment,
    used_millis: i64,
    breached_at: Option<Moment>,
    /// Due moment of a promise that runs, or ended while it ran.
    due_at: Option<Moment>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    NotStarted,
    Running,
    Paused,
    Kept,
    Cancelled,
}

impl<'a> Hand<'a> {
    const fn new(calendar: &'a Calendar, target: Target) -> Self {
        let (phase, at) = (Phase::NotStarted, Moment::MIN);
        Self { calendar, target, phase, at, used_millis: 0, breached_at: None, due_at: None }
    }

    fn take(&mut self, event: &ClockEvent) {
        self.advance(event.at);
        self.phase = match (self.phase, &event.kind) {
            (Phase::NotStarted, Kind::Started) | (Phase::Paused, Kind::Resumed) => {
                self.due_at = Some(self.due_from_here());
                Phase::Running
            }
            (Phase::Running, Kind::Paused(_)) => {
                self.due_at = None;
                Phase::Paused
            }
            (Phase::Running | Phase::Paused, Kind::Kept) => Phase::Kept,
            (Phase::Running | Phase::Paused, Kind::Cancelled) => Phase::Cancelled,
            (phase, _) => phase,
        };
    }

    /// Moves the hand to a later moment. The hand stays where the promise ended.
    fn advance(&mut self, to: Moment) {
        if matches!(self.phase, Phase::Kept | Phase::Cancelled) || to <= self.at {
            return;
        }
        if self.phase == Phase::Running {
            self.used_millis += self.passed_millis(to);
            // After a breach the due moment is the one that passed, so it stays.
            self.breached_at = self.due_at.filter(|due| *due < to);
        }
        self.at = to;
    }

    fn passed_millis(&self, to: Moment) -> i64 {
        match self.target {
            Target::Always(_) => to.millis_since(self.at),
            Target::Open(_) => self.calendar.open_millis_between(self.at, to),
        }
    }

    fn due_from_here(&self) -> Moment {
        if let Some(breached_at) = self.breached_at {
            return breached_at;
        }
        let left = self.target_seconds().saturating_mul(1_000) - self.used_millis;
        match self.target {
            Target::Always(_) => self.at.plus_millis(left),
            Target::Open(_) => self.calendar.add_open_millis(self.at, left),
        }
    }

    fn target_seconds(&self) -> i64 {
        match self.target {
            Target::Always(seconds) | Target::Open(seconds) => seconds.max(0),
        }
    }

    fn reading(&self) -> Reading {
        let late = self.breached_at.map(|breached_at| self.at.seconds_since(breached_at));
        let state = match (self.phase, late) {
            (Phase::NotStarted, _) => State::NotStarted,
            (Phase::Running, None) => State::Running,
            (Phase::Running, Some(by_seconds)) => State::Missed { by_seconds },
            (Phase::Paused, _) => State::Paused,
            (Phase::Kept, None) => State::Kept,
            (Phase::Kept, Some(by_seconds)) => State::Late { by_seconds },
            (Phase::Cancelled, _) => State::Cancelled,
        };
        let elapsed_seconds = self.used_millis / 1_000;
        let remaining_seconds = self.target_seconds() - elapsed_seconds;
        Reading { due_at: self.due_at, elapsed_seconds, remaining_seconds, state, breached_at: self.breached_at }
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
